"""A bus of one test's own: fresh topics, groups that can be watched, processes that can be killed."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from uuid import UUID

from aiokafka import TopicPartition
from aiokafka.admin import AIOKafkaAdminClient, NewTopic
from aiokafka.errors import GroupCoordinatorNotAvailableError
from sqlalchemy import select

from chassis import tables
from chassis.consumer import Group
from chassis.ids import new_id
from chassis.inbox import Inbox
from chassis.relay import Relay
from chassis.settings import Settings
from chassis.testing import World, until
from contracts.topics import CLIENTS, MESSAGES, Topic
from tests.chassis import probe

REPO = Path(__file__).parent.parent.parent


@asynccontextmanager
async def administering(settings: Settings) -> AsyncIterator[AIOKafkaAdminClient]:
    """Open an admin client."""
    admin = AIOKafkaAdminClient(bootstrap_servers=settings.kafka_bootstrap)
    await admin.start()
    try:
        yield admin
    finally:
        await admin.close()


@asynccontextmanager
async def own_topics(settings: Settings, *topics: Topic) -> AsyncIterator[Settings]:
    """Give settings whose topics nobody else has."""
    own = settings.model_copy(update={"topic_prefix": f"{settings.topic_prefix}{new_id().hex}."})
    chosen = topics or (MESSAGES, CLIENTS)
    names = [own.topic_prefix + topic.name for topic in chosen]
    async with administering(own) as admin:
        await admin.create_topics(
            [
                NewTopic(name, topic.partitions, 1, topic_configs=topic.config)
                for name, topic in zip(names, chosen, strict=True)
            ]
        )
        yield own
        await admin.delete_topics(names)


class WatchedGroup(Group):
    """A group that counts how often its partitions came and went."""

    assigned = 0
    revoked = 0

    async def on_partitions_assigned(self, assigned: Collection[TopicPartition]) -> None:
        self.assigned += bool(assigned)
        await super().on_partitions_assigned(assigned)

    async def on_partitions_revoked(self, revoked: Collection[TopicPartition]) -> None:
        self.revoked += bool(revoked)
        await super().on_partitions_revoked(revoked)


@asynccontextmanager
async def consuming(
    world: World,
    settings: Settings,
    *,
    instance: str = "0",
    tries: int = 2,
    kafka_group: str | None = None,
) -> AsyncIterator[WatchedGroup]:
    """Run the probe's consumer group until the end of the block."""
    inbox = Inbox(probe.consumers, world.uow, tries=tries, backoff=0.01)
    group = WatchedGroup(inbox, settings.model_copy(update={"group_instance": instance}))
    group.name = kafka_group or group.name
    task = asyncio.create_task(group.run())
    try:
        yield group
    finally:
        group.stop()
        await asyncio.wait_for(task, 40)


@asynccontextmanager
async def relaying(world: World, settings: Settings | None = None) -> AsyncIterator[Relay]:
    """Run a relay for the probe service until the end of the block."""
    relay = Relay(world.service.name, settings or world.settings)
    task = asyncio.create_task(relay.run())
    try:
        yield relay
    finally:
        relay.stop()
        await asyncio.wait_for(task, 20)


@asynccontextmanager
async def played(
    world: World, settings: Settings, part: str, *, failpoint: str = "", **more: str
) -> AsyncIterator[asyncio.subprocess.Process]:
    """Run `relay` or `consumer` as a process of its own; what is left of it at the end is killed."""
    told = {
        "VITRAZH_ENVIRONMENT": "test",
        "VITRAZH_DATABASE_URL": world.settings.database_url,
        "VITRAZH_KAFKA_BOOTSTRAP": settings.kafka_bootstrap,
        "VITRAZH_TOPIC_PREFIX": settings.topic_prefix,
        "VITRAZH_FAILPOINT": failpoint,
    }
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "tests.chassis.played",
        part,
        cwd=REPO,
        env=os.environ | told | more,
        stdout=asyncio.subprocess.PIPE,
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()


async def lasting(seconds: float) -> None:
    """Be in work for so long, as a slow handler is."""
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    timer = loop.call_later(seconds, done.set_result, None)
    try:
        await done
    finally:
        timer.cancel()


async def committed(settings: Settings, group: str = "notifications.probe") -> dict[int, int]:
    """Return the offsets that a group has committed on the messages topic, by partition."""
    async with administering(settings) as admin:
        try:
            offsets = await admin.list_consumer_group_offsets(settings.topic_prefix + group)
        except GroupCoordinatorNotAvailableError:
            return {}  # the broker is still making its own topic of offsets: none is there
    return {
        place.partition: said.offset
        for place, said in offsets.items()
        if place.topic == settings.topic_prefix + MESSAGES.name and said.offset >= 0
    }


async def trail(world: World, key: UUID) -> str | None:
    """Return the sequences that a key was counted with, in their order."""
    rows = await world.rows(select(probe.tallies).where(probe.tallies.c.key == key))
    return str(rows[0]["trail"]) if rows else None


async def acted(world: World, key: UUID, expected: str, *, seconds: float = 20) -> None:
    """Wait until a key was counted with exactly these sequences."""

    async def right() -> bool:
        return await trail(world, key) == expected

    await until(right, seconds=seconds)


async def unpublished(world: World) -> int:
    """Return how many outbox rows wait."""
    table = tables.outbox
    return len(await world.rows(select(table.c.id).where(table.c.published_at.is_(None))))


async def drained(world: World, *, seconds: float = 20) -> None:
    """Wait until no outbox row waits any more."""

    async def empty() -> bool:
        return await unpublished(world) == 0

    await until(empty, seconds=seconds)


async def letters(world: World) -> list[Any]:
    """Return all dead letters."""
    return list(await world.rows(select(tables.dead_letters)))


async def nobody_waits(settings: Settings, count: int) -> None:
    """Wait until the group has committed so many records."""

    async def all_of_them() -> bool:
        return sum((await committed(settings)).values()) == count

    await until(all_of_them, seconds=20)
