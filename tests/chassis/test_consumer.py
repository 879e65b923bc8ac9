"""The consumer loop on real Kafka: every record acts once, and nothing is skipped."""

import asyncio
from typing import Any

import pytest
from aiokafka import TopicPartition
from aiokafka.admin import RecordsToDelete
from aiokafka.errors import CommitFailedError
from sqlalchemy import select

from chassis import consumer as consumer_module
from chassis import tables
from chassis.db import Db
from chassis.ids import new_id
from chassis.record import Record
from chassis.settings import Settings
from chassis.testing import World, until
from contracts.topics import CLIENTS, MESSAGES, WORK_ORDERS
from tests.chassis import probe
from tests.chassis.bus import (
    acted,
    administering,
    committed,
    consuming,
    lasting,
    letters,
    nobody_waits,
    trail,
)
from tests.chassis.records import everything, produce, record


async def test_every_event_acts_once_in_order_and_its_exact_offset_is_committed(
    world: World, bus: Settings
) -> None:
    key = new_id()
    async with consuming(world, bus):
        await produce(bus, [record(key, sequence=n) for n in range(1, 6)], partition=3)
        await acted(world, key, "1,2,3,4,5")
        await nobody_waits(bus, 5)
    assert await committed(bus) == {3: 5}


async def test_what_was_sent_before_the_group_existed_is_read(world: World, bus: Settings) -> None:
    key = new_id()
    await produce(bus, [record(key)])
    async with consuming(world, bus):
        await acted(world, key, "1")


async def test_after_a_restart_nothing_acts_again(world: World, bus: Settings) -> None:
    first, second = new_id(), new_id()
    await produce(bus, [record(first, sequence=n) for n in (1, 2)])
    async with consuming(world, bus):
        await acted(world, first, "1,2")
    await produce(bus, [record(second)])
    async with consuming(world, bus):
        await acted(world, second, "1")
    assert await trail(world, first) == "1,2"


async def test_a_record_that_fails_becomes_a_dead_letter_and_others_flow(
    world: World, bus: Settings
) -> None:
    bad, good = new_id(), new_id()
    probe.failures[bad] = ValueError("cannot")
    items = [record(bad), record(bad, sequence=2), record(good)]
    async with consuming(world, bus):
        await produce(bus, items, partition=0)
        await acted(world, good, "1")
        await nobody_waits(bus, 3)
    found = sorted(await letters(world), key=lambda row: row["offset"])
    assert [row["state"] for row in found] == ["open", "parked"]
    assert "cannot" in found[0]["reason"]


async def test_a_partition_in_back_off_stops_no_other_and_no_other_topic(
    world: World, bus: Settings
) -> None:
    stuck, free, person = new_id(), new_id(), new_id()
    down = True

    async def fail(_: Db) -> None:
        if down:
            raise ConnectionRefusedError

    probe.hooks[stuck] = fail
    async with consuming(world, bus):
        await produce(bus, [record(stuck), record(stuck, sequence=2)], partition=0)
        await produce(bus, [record(free)], partition=1)
        await produce(bus, [record(person, event=probe.client(person))])
        await acted(world, free, "1")

        async def known() -> bool:
            return bool(await world.rows(select(probe.people)))

        await until(known)
        assert await trail(world, stuck) is None
        down = False
        await acted(world, stuck, "1,2")
    assert await letters(world) == []


async def test_a_lost_commit_is_made_good_by_the_next(world: World, bus: Settings) -> None:
    key = new_id()
    lost = 0

    async with consuming(world, bus) as group:

        async def ready() -> Any:
            return group._consumer and group._consumer.assignment()

        await until(ready)
        client = group._consumer
        assert client is not None
        commit = client.commit

        async def lose(offsets: Any) -> None:
            nonlocal lost
            if lost < 3:
                lost += 1
                raise CommitFailedError
            await commit(offsets)

        client.commit = lose
        await produce(bus, [record(key)], partition=2)
        await acted(world, key, "1")
        await nobody_waits(bus, 1)  # no further record is needed for it
    assert lost == 3


async def test_offsets_that_never_reached_the_broker_are_duplicates_and_act_no_more(
    world: World, bus: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = new_id()
    await produce(bus, [record(key, sequence=n) for n in range(1, 4)], partition=2)
    with monkeypatch.context() as broken:

        async def lose(_: object) -> None:
            return

        broken.setattr(consumer_module.Group, "_flush", lose)
        async with consuming(world, bus):
            await acted(world, key, "1,2,3")
    assert await committed(bus) == {}

    async with consuming(world, bus):
        await nobody_waits(bus, 3)
    assert await trail(world, key) == "1,2,3"


async def test_a_partition_that_is_not_ours_does_not_drop_the_commit_of_the_others(
    world: World, bus: Settings
) -> None:
    key = new_id()
    async with consuming(world, bus) as group:
        await produce(bus, [record(key)], partition=4)
        group._done[TopicPartition(bus.topic_prefix + WORK_ORDERS.name, 0)] = 17
        await acted(world, key, "1")
        await nobody_waits(bus, 1)


async def test_offsets_lost_with_their_group_mean_a_second_reading_without_effects(
    world: World, bus: Settings
) -> None:
    bad, keys = new_id(), [new_id() for _ in range(5)]
    probe.failures[bad] = ValueError("no")
    await produce(bus, [record(key, sequence=n) for key in keys for n in (1, 2, 3)])
    await produce(bus, [record(bad), record(bad, sequence=2), record(new_id(), value=b"{")])
    async with consuming(world, bus):
        await nobody_waits(bus, 18)

    async def state() -> list[Any]:
        tallies = select(probe.tallies).order_by(probe.tallies.c.key)
        kept = select(tables.dead_letters).order_by(tables.dead_letters.c.id)
        return [await world.rows(tallies), await world.rows(kept)]

    before = await state()
    assert [len(part) for part in before] == [5, 3]
    async with consuming(world, bus, kafka_group="notifications.forgot"):

        async def read_again() -> bool:
            return sum((await committed(bus, "notifications.forgot")).values()) == 18

        await until(read_again, seconds=20)
    assert await state() == before


async def test_members_that_come_and_go_make_no_effect_twice_and_lose_none(
    world: World, bus: Settings
) -> None:
    keys = [new_id() for _ in range(30)]

    async def slowly(_: Db) -> None:
        await lasting(0.05)

    for key in keys:
        probe.hooks[key] = slowly
    await produce(bus, [record(key, sequence=n) for n in (1, 2, 3) for key in keys])
    async with consuming(world, bus) as first:

        async def some() -> bool:
            return len(await world.rows(select(probe.tallies))) > 2

        await until(some)
        async with consuming(world, bus, instance="1") as second:

            async def shared() -> bool:
                return first.assigned >= 2 and second.assigned >= 1

            await until(shared, seconds=20)
            await nobody_waits(bus, 90)
    for key in keys:
        assert await trail(world, key) == "1,2,3"


async def test_a_header_that_asks_for_an_answer_gets_none(world: World, bus: Settings) -> None:
    key = new_id()
    topics = [bus.topic_prefix + topic.name for topic in (MESSAGES, CLIENTS)]
    asked = record(key)
    wishes = [("reply_to", name.encode()) for name in topics]
    wishes += [("correlation_id", b"7"), ("content-type", b"application/x-evil")]
    asked = Record(asked.topic, 0, 0, asked.key, asked.value, [*asked.headers, *wishes])
    async with consuming(world, bus):
        await produce(bus, [asked])
        await acted(world, key, "1")
        await nobody_waits(bus, 1)
    assert len(await everything(bus, MESSAGES)) == 1
    assert await everything(bus, CLIENTS) == []


async def test_lag_counts_what_is_not_done_and_not_what_retention_has_dropped(
    world: World, bus: Settings
) -> None:
    stuck = new_id()
    go_on = asyncio.Event()

    async def wait(_: Db) -> None:
        await go_on.wait()

    probe.hooks[stuck] = wait
    await produce(bus, [record(new_id()) for _ in range(7)], partition=0)
    async with administering(bus) as admin:
        place = TopicPartition(bus.topic_prefix + MESSAGES.name, 0)
        await admin.delete_records({place: RecordsToDelete(before_offset=7)})
    async with consuming(world, bus) as group:

        async def ready() -> Any:
            return group._consumer and group._consumer.assignment()

        await until(ready)
        assert await group.lag() == 0
        await produce(bus, [record(stuck), record(stuck, sequence=2)], partition=1)

        async def two() -> bool:
            return await group.lag() == 2

        await until(two)
        go_on.set()

        async def none() -> bool:
            return await group.lag() == 0

        await until(none)
    assert await group.lag() == 0


async def test_where_nothing_is_new_the_broker_is_not_asked_for_the_position_again(
    world: World, bus: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    await produce(bus, [record(key := new_id())], partition=1)
    async with consuming(world, bus) as group:
        await acted(world, key, "1")

        async def none() -> bool:
            return await group.lag() == 0

        await until(none)
        asked: list[TopicPartition] = []
        client = group._consumer
        assert client is not None
        monkeypatch.setattr(client, "committed", asked.append)
        assert await group.lag() == 0
    assert asked == []
