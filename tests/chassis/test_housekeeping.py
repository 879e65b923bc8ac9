"""Housekeeping: what is old goes, what may still be needed stays."""

import asyncio
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import insert, select

from chassis import clock, housekeeping, tables
from chassis.actor import Actor
from chassis.housekeeping import run_housekeeping, tidy
from chassis.testing import World, until
from contracts.topics import TOPICS

SYSTEM = Actor.system("notifications")
NOW = clock.now()


def outbox_row(days: float | None) -> dict[str, Any]:
    return {
        "id": uuid4(),
        "aggregatetype": "t",
        "aggregateid": "k",
        "type": "x",
        "payload": "{}",
        "sequence": 1,
        "time": NOW - timedelta(days=99),
        "actor": "a",
        "correlationid": "c",
        "published_at": None if days is None else NOW - timedelta(days=days),
    }


async def fill(world: World, table: Any, rows: list[dict[str, Any]]) -> None:
    async with world.uow.write(SYSTEM) as db:
        await db.execute(insert(table), rows)


async def count(world: World, table: Any) -> int:
    return len(await world.rows(select(table)))


async def test_published_rows_go_after_fourteen_days_and_unpublished_ones_never(
    world: World,
) -> None:
    await fill(world, tables.outbox, [outbox_row(days) for days in (13.9, 14.1, 400)])
    await fill(world, tables.outbox, [outbox_row(None)])
    assert await tidy(world.uow) == 2
    assert await count(world, tables.outbox) == 2


async def test_the_inbox_outlives_the_topics(world: World) -> None:
    rows = [
        {"consumer": "c", "event_id": uuid4(), "processed_at": NOW - timedelta(days=days)}
        for days in (1, 29.9, 30.1)
    ]
    await fill(world, tables.inbox, rows)
    assert await tidy(world.uow) == 1
    assert await count(world, tables.inbox) == 2
    longest = max(topic.retention_ms for topic in TOPICS if not topic.compacted)
    assert longest < 29 * 86_400_000


async def test_expired_answers_go(world: World) -> None:
    rows = [
        {
            "actor": "a",
            "key": str(minutes),
            "fingerprint": "f",
            "status": 200,
            "headers": [],
            "body": b"",
            "expires_at": clock.now() + timedelta(minutes=minutes),
        }
        for minutes in (-5, 5)
    ]
    await fill(world, tables.idempotency, rows)
    assert await tidy(world.uow) == 1
    (kept,) = await world.rows(select(tables.idempotency))
    assert kept["key"] == "5"


async def test_much_goes_in_small_transactions(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(housekeeping, "CHUNK", 10)
    rules = tuple(rule.replace("5000", "10") for rule in housekeeping._RULES)
    monkeypatch.setattr(housekeeping, "_RULES", rules)
    await fill(world, tables.outbox, [outbox_row(20) for _ in range(35)])
    assert await tidy(world.uow) == 35
    assert await count(world, tables.outbox) == 0


async def test_it_outlives_a_database_that_is_down_and_stops_when_told(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(housekeeping, "EVERY_S", 0.01)
    calls = 0

    async def failing(_: object) -> int:
        nonlocal calls
        calls += 1
        raise ConnectionRefusedError

    monkeypatch.setattr(housekeeping, "tidy", failing)
    stopping = asyncio.Event()
    task = asyncio.create_task(run_housekeeping(world.uow, stopping))

    async def again() -> bool:
        return calls > 2

    await until(again)
    stopping.set()
    await asyncio.wait_for(task, 5)
