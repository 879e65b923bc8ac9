"""The inbox: a record acts once, or is a dead letter that can be replayed; it is never lost."""

import asyncio
import random
from typing import Any
from uuid import UUID

import asyncpg
import pytest
from sqlalchemy import delete, select, text
from sqlalchemy.exc import OperationalError

from chassis import tables
from chassis.actor import Actor
from chassis.cli import replay_key
from chassis.db import Db
from chassis.dead_letters import resolve
from chassis.errors import NotFound
from chassis.ids import new_id
from chassis.inbox import Inbox, Outcome
from chassis.record import Record
from chassis.testing import World
from contracts.topics import CLIENTS, MESSAGES, WORK_ORDERS
from tests.chassis import probe
from tests.chassis.records import record, replaced

SYSTEM = Actor.system("notifications")
HEADERS = record(new_id()).headers


def inbox(world: World, tries: int = 2) -> Inbox:
    return Inbox(probe.consumers, world.uow, tries=tries, backoff=0.001)


async def take(world: World, item: Record) -> Outcome:
    return await inbox(world).take(item)


async def letters(world: World) -> list[Any]:
    table = tables.dead_letters
    return list(await world.rows(select(table).order_by(table.c.partition, table.c.offset)))


async def trail(world: World, key: UUID) -> str | None:
    rows = await world.rows(select(probe.tallies).where(probe.tallies.c.key == key))
    return str(rows[0]["trail"]) if rows else None


async def person(world: World, key: UUID) -> str | None:
    rows = await world.rows(select(probe.people).where(probe.people.c.id == key))
    return str(rows[0]["name"]) if rows else None


KEY = UUID("018f0000-0000-7000-8000-0000000000aa")
MALFORMED: dict[str, Any] = {
    "no headers at all": {"headers": []},
    "header value is no UTF-8": {"headers": replaced(list(HEADERS), "ce_type", b"\xff\xfe")},
    "traceparent is no UTF-8": {"headers": [*HEADERS, ("traceparent", b"\xff")]},
    "attribute missing": {"headers": replaced(list(HEADERS), "ce_actor", None)},
    "id is no UUID": {"headers": replaced(list(HEADERS), "ce_id", b"17")},
    "sequence is no number": {"headers": replaced(list(HEADERS), "ce_sequence", b"first")},
    "sequence of five thousand digits": {
        "headers": replaced(list(HEADERS), "ce_sequence", b"9" * 5000)
    },
    "sequence below one": {"headers": replaced(list(HEADERS), "ce_sequence", b"0")},
    "time without offset": {"headers": replaced(list(HEADERS), "ce_time", b"2026-11-24T10:00:00")},
    "another CloudEvents version": {"headers": replaced(list(HEADERS), "ce_specversion", b"0.3")},
    "undecodable body": {"value": b"\xff\xfe\x00\x01"},
    "body is no JSON": {"value": b"{"},
    "empty body": {"value": b""},
    "body nested without end": {"value": b"[" * 100_000},
    "body breaks the schema": {"value": b'{"message_id": "7"}'},
    "body of another kind": {"value": b"[]"},
    "unknown type": {"type": "notifications.message.sung.v1"},
    "unknown major version": {"type": "notifications.message.accepted.v2"},
    "foreign topic": {"topic": WORK_ORDERS.name},
    "topic of nobody": {"topic": "strangers.things.v1"},
    "foreign source": {"source": "orders"},
    "key is not the subject": {"key": b"018f0000-0000-7000-8000-0000000000bb"},
    "no key": {"key": None},
    "key is no UTF-8": {"key": b"\xff\xfe"},
    "key holds NUL": {"key": b"a\x00b"},
    "key of ten thousand bytes": {"key": random.Random(7).randbytes(10_000)},
    "key that looks like our own writing": {"key": b"hex:zz"},
    "header name holds NUL": {"headers": [("a\x00b", b"1")]},
    "header without value": {"headers": [("ce_id", None)]},
    "tombstone where nothing is forgotten": {"value": None},
    "tombstone without a key": {"topic": CLIENTS.name, "value": None, "key": None},
    "tombstone whose key is no id": {"topic": CLIENTS.name, "value": None, "key": b"\xff"},
    "tombstone whose key is braced": {
        "topic": CLIENTS.name,
        "value": None,
        "key": b"{018f0000-0000-7000-8000-0000000000aa}",
    },
}


@pytest.mark.parametrize("wrong", MALFORMED.values(), ids=MALFORMED.keys())
async def test_a_malformed_record_is_one_dead_letter_at_once_and_changes_nothing(
    world: World, wrong: dict[str, Any]
) -> None:
    item = record(KEY, offset=5, **wrong)

    outcomes = [await take(world, item), await take(world, item)]

    assert outcomes[0] is Outcome.DEAD
    (letter,) = await letters(world)
    assert (letter["state"], letter["offset"], letter["value"]) == ("open", 5, item.value)
    assert letter["reason"]
    assert await world.rows(select(probe.tallies)) == []
    assert await world.rows(select(probe.people)) == []


async def test_a_malformed_record_is_not_tried_again_and_again(world: World) -> None:
    calls = []
    await inbox(world, tries=5).take(record(KEY, value=b"{"), alive=lambda: calls.append(1))
    assert len(calls) == 2  # the try, and the burying


async def test_reasons_that_a_database_cannot_hold_are_kept_in_other_words(world: World) -> None:
    probe.failures[KEY] = ValueError("half a pair \ud83d, a nul \x00")
    assert await take(world, record(KEY)) is Outcome.DEAD
    (letter,) = await letters(world)
    assert letter["reason"] == "ValueError: half a pair ?, a nul ␀"


async def test_a_number_that_no_column_holds_is_a_dead_letter_not_an_outage(world: World) -> None:
    key = new_id()
    item = record(key, event=probe.client(key), sequence=10**30)
    assert await asyncio.wait_for(take(world, item), 10) is Outcome.DEAD


async def test_an_event_nobody_here_takes_is_passed_over(world: World) -> None:
    item = record(KEY, type="notifications.message.failed.v1", value=b"{}")
    assert await take(world, item) is Outcome.SKIPPED
    assert await letters(world) == []


async def test_fields_that_we_do_not_know_yet_are_passed_over(world: World) -> None:
    item = record(KEY)
    assert item.value is not None
    newer = record(KEY, value=item.value[:-1] + b',"mood":"fine"}')
    assert await take(world, newer) is Outcome.DONE


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
            await db.session.flush()
            if fresh:
                fresh = False
                await met.wait()
            (await db.load(probe.Pot, other)).rename(str(new_id()))

        return lock

    probe.hooks[left] = crossing(first, second)
    probe.hooks[right] = crossing(second, first)
    outcomes = await asyncio.gather(take(world, record(left)), take(world, record(right, offset=1)))

    assert outcomes == [Outcome.DONE, Outcome.DONE]
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
        outcomes = await asyncio.gather(take(world, item), take(world, item))
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


async def test_records_behind_a_dead_one_wait_and_are_replayed_in_order_and_once(
    world: World,
) -> None:
    other = new_id()
    probe.failures[KEY] = ValueError("not today")
    outcomes = [await take(world, record(KEY, sequence=1, offset=1))]
    probe.failures.clear()
    outcomes += [await take(world, record(KEY, sequence=n, offset=n)) for n in (2, 3)]
    outcomes.append(await take(world, record(other, offset=4)))
    assert outcomes == [Outcome.DEAD, Outcome.PARKED, Outcome.PARKED, Outcome.DONE]
    assert await trail(world, KEY) is None

    last = (await letters(world))[-1]["id"]  # whichever of the key is named, all go, oldest first
    assert await replay_key(world.service, world.uow, last) == 3

    assert await trail(world, KEY) == "1,2,3"
    assert {row["state"] for row in await letters(world)} == {"replayed"}
    assert await replay_key(world.service, world.uow, last) == 0
    assert await take(world, record(KEY, sequence=4, offset=5)) is Outcome.DONE
    assert await trail(world, KEY) == "1,2,3,4"


async def test_a_replay_that_fails_leaves_the_letters_as_they_were(world: World) -> None:
    probe.failures[KEY] = ValueError("no")
    for n in (1, 2):
        await take(world, record(KEY, sequence=n, offset=n))

    letter = (await letters(world))[0]["id"]
    with pytest.raises(ValueError, match="no"):
        await replay_key(world.service, world.uow, letter)

    assert [row["state"] for row in await letters(world)] == ["open", "parked"]
    assert await trail(world, KEY) is None


async def test_two_replays_at_once_act_once(world: World) -> None:
    probe.failures[KEY] = ValueError("no")
    for n in (1, 2, 3):
        await take(world, record(KEY, sequence=n, offset=n))
    probe.failures.clear()
    letter = (await letters(world))[0]["id"]

    results = await asyncio.gather(
        *(replay_key(world.service, world.uow, letter) for _ in range(3)), return_exceptions=True
    )

    assert all(isinstance(result, int | NotFound) for result in results)
    assert await trail(world, KEY) == "1,2,3"


async def test_a_record_that_comes_while_a_replay_ends_is_never_left_parked(world: World) -> None:
    """The replay holds the last letter; the next record must wait for it and then act."""
    probe.failures[KEY] = ValueError("no")
    await take(world, record(KEY, sequence=1, offset=1))
    probe.failures.clear()
    letter = (await letters(world))[0]["id"]
    inside, go_on = asyncio.Event(), asyncio.Event()

    async def hold(_: Db) -> None:
        inside.set()
        await go_on.wait()

    probe.hooks[KEY] = hold
    replaying = asyncio.create_task(inbox(world).replay(letter))
    await inside.wait()
    probe.hooks.clear()
    taking = asyncio.create_task(take(world, record(KEY, sequence=2, offset=2)))
    done, _ = await asyncio.wait([taking], timeout=0.3)
    assert not done  # it saw the letter unresolved and waits for its fate
    go_on.set()
    await replaying

    assert await taking is Outcome.DONE
    assert await trail(world, KEY) == "1,2"
    assert [row["state"] for row in await letters(world)] == ["replayed"]


async def test_a_discarded_letter_lets_the_parked_ones_go(world: World) -> None:
    probe.failures[KEY] = ValueError("never")
    await take(world, record(KEY, sequence=1, offset=1))
    probe.failures.clear()
    await take(world, record(KEY, sequence=2, offset=2))
    first, second = await letters(world)
    async with world.uow.write(SYSTEM) as db:
        await resolve(db, first["id"], "discarded")

    assert await replay_key(world.service, world.uow, second["id"]) == 1
    assert await trail(world, KEY) == "2"
    assert [row["state"] for row in await letters(world)] == ["discarded", "replayed"]
    actions = [row["action"] for row in await world.rows(select(tables.audit))]
    assert sorted(actions) == ["dead-letter.discarded", "dead-letter.replayed"]


async def test_a_replayed_event_keeps_its_chain(world: World) -> None:
    async def tell(db: Db) -> None:
        db.audit("heard", KEY)
        db.publish(probe.accepted(KEY), key=KEY, sequence=1)

    item = record(KEY, correlation_id="the-click")
    probe.failures[KEY] = ValueError("no")
    await take(world, item)
    probe.failures.clear()
    probe.hooks[KEY] = tell
    await replay_key(world.service, world.uow, (await letters(world))[0]["id"])

    (row,) = await world.rows(select(tables.outbox))
    assert row["correlationid"] == "the-click"
    assert row["causationid"] == next(v for k, v in item.headers if k == "ce_id").decode()


async def test_an_unknown_type_can_be_replayed_once_it_is_known(world: World) -> None:
    await take(world, record(KEY, type="notifications.message.sung.v1"))
    (letter,) = await letters(world)
    headers = [
        [name, "bm90aWZpY2F0aW9ucy5tZXNzYWdlLmFjY2VwdGVkLnYx" if name == "ce_type" else value]
        for name, value in letter["headers"]
    ]
    async with world.uow.write(SYSTEM) as db:
        update = tables.dead_letters.update().values(headers=headers)
        await db.execute(update)
    assert await replay_key(world.service, world.uow, letter["id"]) == 1
    assert await trail(world, KEY) == "1"


async def test_a_newer_state_supersedes_a_dead_one_instead_of_waiting_behind_it(
    world: World,
) -> None:
    probe.failures[KEY] = ValueError("no")
    await take(world, record(KEY, event=probe.client(KEY, "old"), sequence=1, offset=1))
    probe.failures.clear()
    newer = record(KEY, event=probe.client(KEY, "new"), sequence=2, offset=2)
    assert await take(world, newer) is Outcome.DONE

    await replay_key(world.service, world.uow, (await letters(world))[0]["id"])
    assert await person(world, KEY) == "new"


async def test_a_tombstone_forgets_the_person_and_what_dead_letters_hold_of_him(
    world: World,
) -> None:
    other = new_id()
    await take(world, record(KEY, event=probe.client(KEY), sequence=1))
    for number, key in enumerate((KEY, other)):
        part = {"event": probe.client(key), "partition": number}
        await take(world, record(key, sequence=2, offset=8, value=b"{", **part))
        probe.failures[key] = ValueError("no")
        await take(world, record(key, sequence=3, offset=9, **part))
        probe.failures.clear()
    assert await world.forget(CLIENTS, KEY) == [Outcome.DONE]

    assert await person(world, KEY) is None
    assert {row["key"] for row in await letters(world)} == {str(other)}


async def test_a_tombstone_that_fails_is_kept_and_can_be_replayed(world: World) -> None:
    await take(world, record(KEY, event=probe.client(KEY), sequence=1))
    probe.failures[KEY] = ValueError("no")
    assert await world.forget(CLIENTS, KEY) == [Outcome.DEAD]
    assert await person(world, KEY) is not None
    probe.failures.clear()

    await replay_key(world.service, world.uow, (await letters(world))[0]["id"])
    assert await person(world, KEY) is None
    assert [row["state"] for row in await letters(world)] == ["replayed"]


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
