"""The inbox: a record acts once, or is a dead letter; it is never lost."""

import asyncio
import random
from typing import Any
from uuid import UUID

import asyncpg
import pytest
from sqlalchemy import delete, select, text
from sqlalchemy.exc import OperationalError

from chassis import tables
from chassis.db import Db
from chassis.ids import new_id
from chassis.inbox import Outcome
from chassis.record import Record
from chassis.testing import World
from contracts.topics import MESSAGES
from tests.chassis import probe
from tests.chassis.records import record
from tests.chassis.takes import KEY, SYSTEM, inbox, letters, take, trail


async def test_a_failing_handler_is_tried_a_few_times_and_then_kept_with_its_tries(
    world: World,
) -> None:
    calls = []

    async def count(_: Db) -> None:
        calls.append(1)

    probe.hooks[KEY] = count
    probe.failures[KEY] = RuntimeError("cannot")

    assert await inbox(world, tries=3).take(record(KEY)) is Outcome.DEAD

    assert len(calls) == 3
    (letter,) = await letters(world)
    assert (letter["tries"], letter["reason"]) == (3, "RuntimeError: cannot")


async def test_a_failure_that_passes_loses_nothing_and_acts_once(world: World) -> None:
    left = [RuntimeError("first"), RuntimeError("second")]

    async def stumble(_: Db) -> None:
        if left:
            raise left.pop()

    probe.hooks[KEY] = stumble
    assert await inbox(world, tries=3).take(record(KEY)) is Outcome.DONE
    assert await trail(world, KEY) == "1"
    assert await letters(world) == []


async def test_effects_of_a_failed_try_are_rolled_back_with_it(world: World) -> None:
    async def write_then_fail(db: Db) -> None:
        db.audit("half-done", KEY)
        db.publish(probe.accepted(KEY), key=KEY, sequence=1)
        await db.execute(text("INSERT INTO people VALUES (:id, 1, 'x')"), {"id": str(KEY)})
        raise RuntimeError("late")

    probe.hooks[KEY] = write_then_fail
    await take(world, record(KEY))

    assert await world.rows(select(probe.people)) == []
    assert await world.rows(select(tables.audit)) == []
    assert await world.outbox() == []


DOWN = {
    "refused": ConnectionRefusedError(),
    "cut": ConnectionResetError(),
    "late": TimeoutError(),
    "starting": asyncpg.CannotConnectNowError("the database system is starting up"),
    "full": asyncpg.TooManyConnectionsError("sorry, too many clients already"),
    "cut within a statement": asyncpg.InternalClientError("cannot switch to state 11"),
    "unwrapped": asyncpg.InterfaceError("connection is closed"),
    "wrapped": OperationalError("select 1", {}, Exception("server closed the connection")),
}


@pytest.mark.parametrize("error", DOWN.values(), ids=DOWN.keys())
async def test_a_part_that_is_down_is_waited_for_and_never_the_records_fault(
    world: World, error: Exception
) -> None:
    failures = 12  # more than the tries that a record of its own fault has

    async def fail(_: Db) -> None:
        nonlocal failures
        failures -= 1
        if failures:
            raise error

    probe.hooks[KEY] = fail
    assert await take(world, record(KEY)) is Outcome.DONE
    assert failures == 0
    assert await letters(world) == []


@pytest.mark.parametrize("value", [10**30, "half a pair \ud83d", "x"])
async def test_a_value_that_no_column_holds_is_the_records_fault_not_an_outage(
    world: World, value: object
) -> None:
    async def ask(db: Db) -> None:
        await db.scalar(text("SELECT count(*) FROM pots WHERE version = :v"), {"v": value})

    probe.hooks[KEY] = ask
    assert await asyncio.wait_for(take(world, record(KEY)), 10) is Outcome.DEAD


async def test_a_file_that_is_missing_is_our_mistake_not_an_outage(world: World) -> None:
    probe.failures[KEY] = FileNotFoundError("template")
    assert await asyncio.wait_for(take(world, record(KEY)), 10) is Outcome.DEAD


async def test_a_deadlock_is_tried_again_until_both_have_acted(world: World) -> None:
    first, second = await probe.add_pot(world.uow, "a"), await probe.add_pot(world.uow, "b")
    left, right = new_id(), new_id()
    met = asyncio.Barrier(2)
    tries = 0

    def crossing(one: UUID, other: UUID) -> Any:
        fresh = True

        async def lock(db: Db) -> None:
            nonlocal fresh, tries
            tries += 1
            (await db.load(probe.Pot, one)).rename(str(new_id()))
            await db.flush()
            if fresh:
                fresh = False
                await met.wait()
            (await db.load(probe.Pot, other)).rename(str(new_id()))

        return lock

    probe.hooks[left] = crossing(first, second)
    probe.hooks[right] = crossing(second, first)
    outcomes = await asyncio.gather(take(world, record(left)), take(world, record(right, offset=1)))

    assert set(outcomes) == {Outcome.DONE}
    assert tries > 2  # they did lock each other out
    rows = await world.rows(select(probe.pots.c.version))
    assert [row["version"] for row in rows] == [3, 3]


async def test_a_serialization_failure_is_tried_again(world: World) -> None:
    left = [1, 2, 3]

    async def fail(db: Db) -> None:
        if left:
            left.pop()
            await db.execute(text("DO $$ BEGIN RAISE EXCEPTION 'x' USING ERRCODE='40001'; END $$"))

    probe.hooks[KEY] = fail
    assert await take(world, record(KEY)) is Outcome.DONE
    assert await letters(world) == []


async def test_two_members_with_the_same_record_at_once_have_one_effect(world: World) -> None:
    inside = asyncio.Barrier(2)

    async def meet(_: Db) -> None:
        # The second one waits for the first at the inbox row, so it never comes here.
        try:
            await asyncio.wait_for(inside.wait(), 0.3)
        except (TimeoutError, asyncio.BrokenBarrierError):
            return

    for number in range(20):
        key = new_id()
        if number == 0:
            probe.hooks[key] = meet
        item = record(key)
        outcomes = list(await asyncio.gather(*(take(world, item) for _ in range(2))))
        assert sorted(outcomes) == [Outcome.DONE, Outcome.DUPLICATE]
        assert await trail(world, key) == "1"


async def test_the_same_failing_record_at_once_is_one_letter(world: World) -> None:
    probe.failures[KEY] = ValueError("no")
    item = record(KEY)
    await asyncio.gather(*(take(world, item) for _ in range(4)))
    assert len(await letters(world)) == 1


async def test_copies_of_a_dead_record_elsewhere_in_the_log_are_no_second_letter(
    world: World,
) -> None:
    for wrong in ({"value": b"{"}, {"type": "notifications.message.sung.v1"}):
        first = record(new_id(), offset=1, **wrong)
        copy = Record(first.topic, 0, 9, first.key, first.value, first.headers)
        assert await take(world, first) is Outcome.DEAD
        assert await take(world, copy) is Outcome.DUPLICATE
        assert len(await letters(world)) == 1
        await world.clean()


async def test_a_forged_record_does_not_make_the_true_event_of_its_id_a_duplicate(
    world: World,
) -> None:
    true = record(KEY, offset=2, id=UUID(int=7))
    for forged in (
        record(KEY, offset=0, id=UUID(int=7), source="orders"),
        record(KEY, offset=1, id=UUID(int=7), key=str(new_id()).encode()),
    ):
        assert await take(world, forged) is Outcome.DEAD
    async with world.uow.write(SYSTEM) as db:
        await db.execute(delete(tables.dead_letters))

    assert await take(world, true) is Outcome.DONE


async def test_redelivered_shuffled_and_repeated_events_give_the_same_tables(world: World) -> None:
    dice = random.Random(20261124)
    keys, people = [new_id() for _ in range(4)], [new_id() for _ in range(3)]
    items = [record(key, sequence=n, offset=n) for key in keys for n in range(1, 6)]
    items += [
        record(key, event=probe.client(key, f"name {n}"), sequence=n, offset=100 + n)
        for key in people
        for n in range(1, 6)
    ]
    for item in items:
        await take(world, item)

    async def state() -> tuple[Any, ...]:
        return (
            await world.rows(select(probe.tallies).order_by(probe.tallies.c.key)),
            await world.rows(select(probe.people).order_by(probe.people.c.id)),
            await world.rows(select(tables.inbox.c.event_id).order_by(tables.inbox.c.event_id)),
            await letters(world),
        )

    before = await state()
    again = items * 10
    dice.shuffle(again)
    for item in again[:150]:
        assert await take(world, item) is Outcome.DUPLICATE
    assert await state() == before

    await world.clean()  # and a projection does not depend on the order at all
    dice.shuffle(items)
    for item in items:
        await take(world, item)
    assert (await state())[1] == before[1]


async def test_handlers_act_in_the_name_of_their_service_within_the_chain(world: World) -> None:
    seen: list[Any] = []

    async def look(db: Db) -> None:
        seen.append((db.actor.subject, db.actor.correlation_id, db.causation_id))

    probe.hooks[KEY] = look
    await take(world, record(KEY, id=UUID(int=9), correlation_id="c"))
    assert seen == [("system:notifications", "c", str(UUID(int=9)))]


async def test_the_same_event_acts_once_for_each_group(world: World) -> None:
    item = record(KEY)
    await take(world, item)
    rows = await world.rows(select(tables.inbox))
    assert [(row["consumer"], row["event_id"]) for row in rows] == [
        ("notifications.probe", UUID(dict(item.headers)["ce_id"].decode()))
    ]
    assert item.topic == MESSAGES.name
