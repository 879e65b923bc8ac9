"""The end of a unit of work: one statement, whatever combination there is to write."""

import itertools
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from chassis import clock, tables
from chassis.actor import Actor
from chassis.db import Db
from chassis.ids import new_id
from chassis.testing import World
from chassis.testing.statements import statements_of
from chassis.write_out import Remembered
from contracts.topics import CLIENTS
from tests.chassis import probe

PARTS = ("outbox", "audit", "timer", "cancel", "answer")
COMBINATIONS = [
    combination
    for count in range(len(PARTS) + 1)
    for combination in itertools.combinations(PARTS, count)
]
OPERATOR = new_id()
ACTOR = Actor(subject="device:7", operator_id=OPERATOR, correlation_id="chain")
AT = datetime(2026, 11, 24, 12, tzinfo=UTC)


def write(db: Db, part: str, key: UUID) -> None:
    match part:
        case "outbox":
            db.publish(probe.accepted(key), key=key, sequence=1)
            db.publish(probe.client(key, "Ёж \u2028 'quote' \\ %s :now ☃"), key=key, sequence=2)
        case "audit":
            db.audit("first", key, old={"a": None, "at": AT}, new={"name": "Ёж :actor"})
            db.audit("second", key)
        case "timer":
            db.timer("t", "1", at=AT, payload={"x": [1, "ё"]})
            db.timer("t", "2", at=AT)
        case "cancel":
            db.cancel_timer("old", "1")
            db.cancel_timer("old", "2")
        case "answer":
            headers = [["etag", '"1"']]
            until = db.now + timedelta(days=1)
            db.remember(Remembered("device:7", "k", "f", 201, headers, b"\x00\xff", until))


@pytest.mark.parametrize("combination", COMBINATIONS, ids="+".join)
async def test_every_combination_is_written_whole_in_one_statement(
    world: World, combination: tuple[str, ...]
) -> None:
    key = new_id()
    async with world.uow.write(ACTOR) as db:
        for number in "123":
            db.timer("old", number, at=AT)

    with statements_of(world.uow) as statements:
        async with world.uow.write(ACTOR, causation_id="cause") as db:
            for part in combination:
                write(db, part, key)
            now = db.now
    assert len(statements) == bool(combination)

    await assert_outbox(world, key, now, written="outbox" in combination)
    await assert_audit(world, key, now, written="audit" in combination)
    names = {f"{name}{number}" for name, number in await world.timers()}
    expected = {"old3"} | (set() if "cancel" in combination else {"old1", "old2"})
    assert names == expected | ({"t1", "t2"} if "timer" in combination else set())
    answers = await world.rows(select(tables.idempotency))
    assert [row["body"] for row in answers] == [b"\x00\xff"] * ("answer" in combination)


async def assert_outbox(world: World, key: UUID, now: datetime, *, written: bool) -> None:
    rows = await world.rows(select(tables.outbox).order_by(tables.outbox.c.position))
    assert [row["sequence"] for row in rows] == ([1, 2] if written else [])
    for row in rows:
        assert (row["aggregateid"], row["time"], row["actor"]) == (str(key), now, "device:7")
        assert (row["correlationid"], row["causationid"]) == ("chain", "cause")
        assert row["published_at"] is None
    if written:
        assert "\"Ёж \u2028 'quote' \\\\ %s :now ☃\"" in rows[1]["payload"]


async def assert_audit(world: World, key: UUID, now: datetime, *, written: bool) -> None:
    rows = await world.rows(select(tables.audit).order_by(tables.audit.c.id))
    assert [row["action"] for row in rows] == (["first", "second"] if written else [])
    for row in rows:
        assert (row["subject"], row["at"], row["actor"]) == (key, now, "device:7")
        assert (row["operator"], row["correlationid"]) == (str(OPERATOR), "chain")
    if written:
        assert rows[0]["old"] == {"a": None, "at": str(AT)}
        assert rows[0]["new"] == {"name": "Ёж :actor"}
        assert rows[1]["old"] is rows[1]["new"] is None


async def test_a_tombstone_is_a_row_without_a_body_in_its_place(world: World) -> None:
    key = new_id()
    async with world.uow.write(ACTOR) as db:
        db.publish(probe.client(key), key=key, sequence=1)
        db.tombstone(CLIENTS, key=key, sequence=2)
        db.publish(probe.accepted(key), key=key, sequence=1)
    rows = await world.rows(select(tables.outbox).order_by(tables.outbox.c.position))
    assert [row["payload"] is None for row in rows] == [False, True, False]
    assert rows[1]["sequence"] == 2


async def test_many_events_keep_their_order(world: World) -> None:
    keys = [new_id() for _ in range(500)]
    async with world.uow.write(ACTOR) as db:
        for key in keys:
            db.publish(probe.accepted(key), key=key, sequence=1)
    assert [sent.key for sent in await world.outbox()] == [str(key) for key in keys]


async def test_the_time_of_all_rows_is_that_of_the_transaction(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock, "now", lambda: AT)
    async with world.uow.write(ACTOR) as db:
        monkeypatch.setattr(clock, "now", lambda: AT + timedelta(hours=1))
        write(db, "outbox", new_id())
        write(db, "audit", new_id())
    rows = [*await world.rows(select(tables.outbox.c.time.label("at")))]
    rows += await world.rows(select(tables.audit.c.at))
    assert {row["at"] for row in rows} == {AT}
