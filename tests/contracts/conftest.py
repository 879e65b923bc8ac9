"""The services that publish, each on a database of its own."""

from collections.abc import AsyncIterator
from uuid import UUID

import pytest_asyncio

from chassis.testing import World
from services.notifications.messages.domain import Fate, Letter
from services.notifications.messages.ports import Outcome, SmsProvider, Verdict
from tests.conftest import MakeWorld


class TakesEverything:
    """A provider that has taken every letter."""

    async def send(self, key: UUID, letter: Letter) -> Outcome:
        """Take it."""
        return Outcome(Verdict.ACCEPTED, f"{key} {letter.channel}")

    async def ask(self, key: UUID) -> Fate:
        """Never asked: nothing is unknown here."""
        raise LookupError(key)


async def cleaned(make_world: MakeWorld, name: str) -> AsyncIterator[World]:
    """Give a service, and leave its tables empty."""
    world = await make_world(name)
    yield world
    await world.clean()


@pytest_asyncio.fixture(scope="session")
async def clients(make_world: MakeWorld) -> AsyncIterator[World]:
    """The clients service."""
    async for world in cleaned(make_world, "clients"):
        yield world


@pytest_asyncio.fixture(scope="session")
async def orders(make_world: MakeWorld) -> AsyncIterator[World]:
    """The orders service."""
    async for world in cleaned(make_world, "orders"):
        yield world


@pytest_asyncio.fixture(scope="session")
async def notifications(make_world: MakeWorld) -> AsyncIterator[World]:
    """The notifications service, its provider close at hand."""
    async for world in cleaned(make_world, "notifications"):
        world.uow.ports = {**world.uow.ports, SmsProvider: TakesEverything()}
        yield world
