"""The consumer loop when things go wrong: outages, kills, stops, poison, mistakes of its own."""

import asyncio
import random
from typing import Any
from uuid import UUID

import pytest
from aiokafka.consumer import fetcher
from aiokafka.errors import KafkaConnectionError
from aiokafka.record import memory_records
from sqlalchemy import select

from chassis import consumer as consumer_module
from chassis import kafka, tables
from chassis.db import Db
from chassis.ids import new_id
from chassis.record import Record
from chassis.settings import Settings
from chassis.testing import World
from contracts.topics import MESSAGES
from tests.chassis import probe
from tests.chassis.bus import (
    acted,
    committed,
    consuming,
    lasting,
    letters,
    nobody_waits,
    played,
    trail,
)
from tests.chassis.forged import send_with_header_name
from tests.chassis.records import produce, record


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
            await lasting(4)
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
    world: World, bus: Settings, monkeypatch: pytest.MonkeyPatch
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

        await asyncio.wait_for(inside.wait(), 15)
        monkeypatch.setattr(group, "_settle", watched)
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
        broken: dict[str, Any] = dice.choice(
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


async def test_a_broker_that_is_not_there_yet_is_tried_again_and_no_client_is_left_open(
    world: World, bus: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(consumer_module, "RESTART_PAUSE_S", 0.01)
    make, left, stopped = kafka.group_consumer, [1, 2, 3], []

    def unreachable(settings: Settings, group: str) -> Any:
        client = make(settings, group)
        if left:
            left.pop()
            start, stop = client.start, client.stop

            async def fail() -> None:
                raise KafkaConnectionError

            async def note() -> None:
                stopped.append(start)
                await stop()

            client.start, client.stop = fail, note
        return client

    monkeypatch.setattr(kafka, "group_consumer", unreachable)
    key = new_id()
    await produce(bus, [record(key)])
    async with consuming(world, bus):
        await acted(world, key, "1")
    assert len(stopped) == 3


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
