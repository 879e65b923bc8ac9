"""What waits in the process while a record of its partition is in work."""

import asyncio
from collections.abc import Callable
from uuid import UUID

import pytest
from aiokafka import TopicPartition

from chassis import consumer as consumer_module
from chassis import kafka
from chassis.db import Db
from chassis.ids import new_id
from chassis.settings import Settings
from chassis.testing import World, until
from contracts.topics import CLIENTS, MESSAGES, Topic
from tests.chassis import probe
from tests.chassis.bus import (
    WatchedGroup,
    acted,
    committed,
    consuming,
    lasting,
    nobody_waits,
    trail,
)
from tests.chassis.records import produce, record

PARTITION = 2


def held(key: UUID) -> tuple[asyncio.Event, Callable[[], None]]:
    """Hold records of this key; return what tells that one is held, and what lets all go."""
    begun, go_on = asyncio.Event(), asyncio.Event()

    async def hold(_: Db) -> None:
        begun.set()
        await go_on.wait()

    probe.hooks[key] = hold
    return begun, go_on.set


def waiting(group: WatchedGroup, bus: Settings) -> int:
    """Return how many records of the partition wait in the process."""
    place = TopicPartition(bus.topic_prefix + MESSAGES.name, PARTITION)
    return len(group._waiting.get(place, ()))


async def come_to_wait(group: WatchedGroup, bus: Settings, count: int) -> None:
    """Return when so many records of the partition wait."""

    async def as_many() -> bool:
        return waiting(group, bus) == count

    await until(as_many)


async def test_the_next_record_is_fetched_while_the_one_before_is_in_work(
    world: World, bus: Settings
) -> None:
    key = new_id()
    begun, let_go = held(key)
    async with consuming(world, bus) as group:
        await produce(bus, [record(key)], partition=PARTITION)
        await asyncio.wait_for(begun.wait(), 10)
        await produce(bus, [record(key, sequence=2)], partition=PARTITION)
        await come_to_wait(group, bus, 1)
        let_go()
        await acted(world, key, "1,2")


async def test_a_full_partition_stops_no_other_and_goes_on(
    world: World, bus: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(consumer_module, "BATCH", 4)
    slow, free = new_id(), new_id()
    begun, let_go = held(slow)
    async with consuming(world, bus) as group:
        await produce(bus, [record(slow, sequence=n) for n in range(1, 31)], partition=PARTITION)
        await asyncio.wait_for(begun.wait(), 10)

        async def full() -> bool:
            return waiting(group, bus) >= 4

        await until(full)
        await produce(bus, [record(free)], partition=PARTITION + 1)
        await acted(world, free, "1")
        assert waiting(group, bus) < 8
        let_go()
        await acted(world, slow, ",".join(map(str, range(1, 31))))
        await nobody_waits(bus, 31)


async def test_a_group_all_of_whose_partitions_are_full_keeps_them(
    world: World, bus: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(kafka.CONSUMER, "max_poll_interval_ms", 1_000)
    monkeypatch.setattr(consumer_module, "BATCH", 1)
    topics: dict[Topic, Callable[[UUID], object]] = {
        MESSAGES: probe.accepted,
        CLIENTS: probe.client,
    }
    keys: list[UUID] = []
    for topic, event in topics.items():
        for partition in range(topic.partitions):
            keys.append(key := new_id())
            probe.failures[key] = ConnectionRefusedError()
            sent = [record(key, event=event(key), sequence=n) for n in (1, 2, 3)]
            await produce(bus, sent, partition=partition)
    async with consuming(world, bus) as group:

        async def full() -> bool:
            return len(group._waiting) == len(keys) and all(group._waiting.values())

        await until(full)
        await lasting(3)
        assert (group.assigned, group.revoked) == (1, 0)
        probe.failures.clear()

        async def none_behind() -> bool:
            return await group.lag() == 0

        await until(none_behind)


async def test_a_lost_partition_ends_with_the_record_in_work_and_commits_it(
    world: World, bus: Settings
) -> None:
    key = new_id()
    begun, let_go = held(key)
    async with consuming(world, bus) as group:
        await produce(bus, [record(key, sequence=n) for n in (1, 2, 3)], partition=PARTITION)
        await asyncio.wait_for(begun.wait(), 10)
        await come_to_wait(group, bus, 2)
        lost = asyncio.create_task(group.on_partitions_revoked(set(group._tasks)))
        await come_to_wait(group, bus, 0)
        let_go()
        await lost
        assert await trail(world, key) == "1"
        assert await committed(bus) == {PARTITION: 1}
    async with consuming(world, bus):
        await acted(world, key, "1,2,3")
