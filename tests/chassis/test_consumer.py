"""The consumer loop on real Kafka: every record acts once, and nothing is skipped."""

import asyncio
import random
import struct
from typing import Any
from uuid import UUID

import pytest
from aiokafka import TopicPartition
from aiokafka.admin import RecordsToDelete
from aiokafka.consumer import fetcher
from aiokafka.errors import CommitFailedError
from aiokafka.record import memory_records
from aiokafka.record.util import calc_crc32c
from sqlalchemy import select

from chassis import consumer as consumer_module
from chassis import kafka, tables
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
    played,
    trail,
)
from tests.chassis.records import everything, produce, record

async def letters(world: World) -> list[Any]:
    return list(await world.rows(select(tables.dead_letters)))


async def nobody_waits(settings: Settings, count: int) -> None:
    """Wait until the group has committed so many records."""

    async def all_of_them() -> bool:
        return sum((await committed(settings)).values()) == count

    await until(all_of_them, seconds=20)


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


@pytest.mark.parametrize("how", ["refuses", "hangs"])
async def test_a_long_outage_costs_no_rebalance_and_no_dead_letter(
    world: World, bus: Settings, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    monkeypatch.setitem(kafka.CONSUMER, "max_poll_interval_ms", 1_000)
    key, others = new_id(), [new_id() for _ in range(3)]
    loop = asyncio.get_running_loop()
    begun: list[float] = []

    async def suffer(_: Db) -> None:
        begun.append(loop.time())
        if how == "hangs" and len(begun) == 1:
            await asyncio.sleep(4)
        elif how == "refuses" and begun[-1] - begun[0] < 4:
            raise ConnectionRefusedError

    probe.hooks[key] = suffer
    async with consuming(world, bus, tries=1) as group:
        await produce(bus, [record(key)], partition=0)
        await produce(bus, [record(other) for other in others], partition=1)
        await acted(world, key, "1")
        for other in others:
            await acted(world, other, "1")
        assert (group.assigned, group.revoked) == (1, 0)
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
        await asyncio.sleep(0.05)

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


async def test_a_killed_member_that_comes_back_works_at_once(world: World, bus: Settings) -> None:
    """Session 30 s: a member with a new name would wait that long for the dead one."""
    key, later = new_id(), new_id()
    async with played(world, bus, "consumer") as process:
        assert process.stdout is not None
        assert await asyncio.wait_for(process.stdout.readline(), 20) == b"up\n"
        await produce(bus, [record(key)])
        await acted(world, key, "1")
        process.kill()
        await process.wait()
    await produce(bus, [record(later)])
    async with consuming(world, bus):
        await acted(world, later, "1", seconds=15)
    assert await trail(world, key) == "1"


@pytest.mark.parametrize(
    "point",
    [
        "consumer.before_commit",
        "consumer.after_commit_before_ack",
        "consumer.after_dead_letter_before_ack",
    ],
)
async def test_a_consumer_killed_at_any_point_loses_and_doubles_nothing(
    world: World, bus: Settings, point: str
) -> None:
    key, bad = new_id(), new_id()
    broken = Record(MESSAGES.name, 0, 0, str(bad).encode(), b"{", record(bad).headers)
    await produce(bus, [record(key), record(key, sequence=2), broken, record(key, sequence=3)], 1)
    async with played(world, bus, "consumer", failpoint=f"{point}:exit") as process:
        assert await asyncio.wait_for(process.wait(), 25) == 137
    async with consuming(world, bus):
        await acted(world, key, "1,2,3")
        await nobody_waits(bus, 4)
    assert [row["key"] for row in await letters(world)] == [str(bad)]


async def test_stopping_finishes_the_record_in_work_and_commits_it(
    world: World, bus: Settings
) -> None:
    key = new_id()
    inside, go_on = asyncio.Event(), asyncio.Event()

    async def wait(_: Db) -> None:
        inside.set()
        await go_on.wait()

    probe.hooks[key] = wait
    await produce(bus, [record(key), record(key, sequence=2)], partition=5)
    async with consuming(world, bus) as group:
        settle, settling = group._settle, asyncio.Event()

        async def watched(*args: Any) -> None:
            settling.set()
            await settle(*args)

        group._settle = watched  # type: ignore[method-assign]
        await asyncio.wait_for(inside.wait(), 15)
        group.stop()
        await asyncio.wait_for(settling.wait(), 15)
        go_on.set()
    assert await trail(world, key) == "1"
    assert await committed(bus) == {5: 1}


async def test_a_handler_longer_than_the_grace_is_rolled_back_and_acts_later(
    world: World, bus: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(consumer_module, "STOP_GRACE_S", 0.2)
    key = new_id()
    inside = asyncio.Event()

    async def for_ever(db: Db) -> None:
        db.audit("half", key)
        inside.set()
        await asyncio.Event().wait()

    probe.hooks[key] = for_ever
    await produce(bus, [record(key)])
    async with consuming(world, bus):
        await asyncio.wait_for(inside.wait(), 15)
    assert await trail(world, key) is None
    assert await committed(bus) == {}
    probe.hooks.clear()
    async with consuming(world, bus):
        await acted(world, key, "1")
    assert await world.rows(select(tables.audit)) == []


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


async def send_with_header_name(
    settings: Settings, item: Record, name: bytes, partition: int
) -> None:
    """Send a record one of whose header names is these bytes, which no client of ours would do."""
    marker = b"q" * len(name)
    async with kafka.producer(settings) as producer:
        batch = producer.create_batch()
        headers = [*item.headers, (marker.decode(), b"1")]
        batch.append(key=item.key, value=item.value, timestamp=None, headers=headers)
        build = batch._build

        def forged() -> bytearray:
            raw = bytearray(build()).replace(marker, name)
            struct.pack_into(">I", raw, 17, calc_crc32c(memoryview(raw)[21:]))
            return raw

        batch._build = forged
        topic = settings.topic_prefix + item.topic
        await (await producer.send_batch(batch, topic, partition=partition))


async def test_a_header_name_that_is_no_utf8_stops_nobody(
    world: World, bus: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module, name in ((fetcher, "MemoryRecords"), (memory_records, "DefaultRecordBatch")):
        monkeypatch.setattr(module, name, getattr(module, name))  # put back at the end
    odd, rubbish, after, beside = (new_id() for _ in range(4))
    await send_with_header_name(bus, record(odd), b"\xff\xfe\xc3(\xff\xfe\xc3(", 0)
    bare = Record(MESSAGES.name, 0, 0, str(rubbish).encode(), b"x", [])
    await send_with_header_name(bus, bare, b"\xed\xa0\x80\xed\xa0\x80zz", 0)
    await produce(bus, [record(after)], partition=0)
    await produce(bus, [record(beside)], partition=1)
    async with consuming(world, bus):
        for key in (odd, after, beside):
            await acted(world, key, "1")
        await nobody_waits(bus, 4)
    assert [row["key"] for row in await letters(world)] == [str(rubbish)]


async def test_five_hundred_malformed_records_are_all_kept_and_the_right_ones_all_act(
    world: World, bus: Settings
) -> None:
    dice = random.Random(4711)
    good = [new_id() for _ in range(20)]
    items: list[Record] = []
    for number in range(500):
        right = record(new_id(), id=UUID(int=number + 1))
        headers = [(name, dice.randbytes(9)) if dice.random() < 0.3 else (name, value)
                   for name, value in right.headers]  # fmt: skip
        broken = dice.choice(
            [
                {"value": dice.randbytes(dice.randrange(0, 300))},
                {"key": dice.randbytes(dice.randrange(0, 300))},
                {"headers": [("ce_id", dice.randbytes(16)), *headers[1:]]},
                {"headers": headers[: dice.randrange(0, 5)]},
            ]
        )
        parts = {"key": right.key, "value": right.value, "headers": right.headers} | broken
        items.append(Record(MESSAGES.name, 0, 0, **parts))
        if number % 25 == 0:
            items.append(record(good[number // 25]))
    async with consuming(world, bus):
        await produce(bus, items)
        await nobody_waits(bus, 520)
    assert len(await letters(world)) == 500
    for key in good:
        assert await trail(world, key) == "1"


async def test_a_mistake_of_the_loop_itself_starts_it_anew_without_a_loss(
    world: World, bus: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(consumer_module, "RESTART_PAUSE_S", 0.05)
    key = new_id()
    async with consuming(world, bus) as group:
        take = group.inbox.take
        left = [1, 2]

        async def stumble(item: Record, **more: Any) -> Any:
            if left:
                left.pop()
                raise AssertionError("a mistake of ours")
            return await take(item, **more)

        monkeypatch.setattr(group.inbox, "take", stumble)
        await produce(bus, [record(key, sequence=n) for n in (1, 2, 3)], partition=0)
        await acted(world, key, "1,2,3")
        await nobody_waits(bus, 3)


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
