"""The product's consumers on topics of their own: two services, real broker, real databases."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest_asyncio

from chassis.consumer import Group
from chassis.inbox import Inbox
from chassis.settings import Settings
from chassis.testing import World
from contracts.topics import TOPICS
from tests.chassis.bus import own_topics
from tests.conftest import MakeWorld


@dataclass(frozen=True, slots=True)
class Listening:
    """Every consumer group of the product, at work."""

    settings: Settings
    worlds: dict[str, World]
    groups: list[Group]

    def readers(self, topic: str) -> set[str]:
        """Return the groups that read a topic."""
        return {
            group.inbox.consumers.group
            for group in self.groups
            if topic in {one.name for one in group.inbox.consumers.topics}
        }


@pytest_asyncio.fixture(scope="session")
async def services(make_world: MakeWorld) -> dict[str, World]:
    """The services that consume, each on a database of its own."""
    return {name: await make_world(name) for name in ("orders", "notifications")}


@pytest_asyncio.fixture
async def listening(services: dict[str, World], settings: Settings) -> AsyncIterator[Listening]:
    """Run their groups until the end of the test; then empty the databases."""
    async with own_topics(settings, *TOPICS) as own:
        groups = [
            Group(Inbox(consumers, world.uow, tries=2, backoff=0.01), own)
            for world in services.values()
            for consumers in world.service.consumers
        ]
        tasks = [asyncio.create_task(group.run()) for group in groups]
        try:
            yield Listening(own, services, groups)
        finally:
            for group in groups:
                group.stop()
            await asyncio.wait_for(asyncio.gather(*tasks), 60)
            for world in services.values():
                await world.clean()
