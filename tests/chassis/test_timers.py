"""Timers: durable, fired once in one transaction with what they do, moved and taken back."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select, update

from chassis import clock, tables, timers
from chassis.actor import Actor
from chassis.db import Db, Uow
from chassis.ids import new_id
from chassis.telemetry import traceparent
from chassis.testing import World, until
from chassis.timers import Every, Jobs, fire, fire_due, run_timers
from tests.chassis import probe
from tests.chassis.probe import Pot, add_pot

SYSTEM = Actor.system("notifications")
PAST = datetime(2026, 1, 1, tzinfo=UTC)


async def alarm(world: World, key: UUID, at: datetime = PAST, **payload: Any) -> None:
    """Set the probe's timer."""
    async with world.uow.write(SYSTEM) as db:
        db.timer("probe-alarm", str(key), at=at, payload={"name": "rung"} | payload)


async def name_of(world: World, key: UUID) -> str:
    rows = await world.rows(select(probe.pots).where(probe.pots.c.id == key))
    return str(rows[0]["name"])


async def due(world: World, handlers: dict[str, Any] | None = None) -> int:
    return await fire_due(world.uow, handlers or world.service.timer_handlers)


async def test_a_due_timer_acts_once_and_is_gone_with_its_effect(world: World) -> None:
    key = await add_pot(world.uow)
    await alarm(world, key)
    assert await due(world) == 1
    assert await name_of(world, key) == "rung"
    assert await world.timers() == {}
    assert await due(world) == 0
    assert len(await world.outbox()) == 2


async def test_a_timer_of_the_future_waits(world: World) -> None:
    key = await add_pot(world.uow)
    await alarm(world, key, clock.now() + timedelta(hours=1))
    assert await due(world) == 0
    assert await name_of(world, key) == "pot"


async def test_a_timer_is_part_of_the_transaction_that_sets_it(world: World) -> None:
    with pytest.raises(RuntimeError):  # noqa: PT012 - all of it is one transaction
        async with world.uow.write(SYSTEM) as db:
            db.timer("probe-alarm", "k", at=PAST)
            raise RuntimeError
    assert await world.timers() == {}


async def test_setting_again_moves_it_and_begins_its_tries_anew(world: World) -> None:
    key = new_id()
    await alarm(world, key)
    async with world.uow.write(SYSTEM) as db:
        await db.execute(update(tables.timers).values(tries=7))
    later = clock.now() + timedelta(days=1)
    async with world.uow.write(SYSTEM, correlation_id="the-mover") as db:
        db.timer("probe-alarm", str(key), at=later, payload={"name": "moved"})
    (row,) = await world.rows(select(tables.timers))
    assert (row["at"], row["payload"], row["tries"]) == (later, {"name": "moved"}, 0)
    assert (row["correlationid"], row["traceparent"]) == ("the-mover", traceparent())
    assert await due(world) == 0


async def test_a_cancelled_timer_never_fires_and_cancelling_none_is_fine(world: World) -> None:
    key = await add_pot(world.uow)
    await alarm(world, key)
    async with world.uow.write(SYSTEM) as db:
        db.cancel_timer("probe-alarm", str(key))
        db.cancel_timer("probe-alarm", "never set")
    assert await due(world) == 0
    assert await name_of(world, key) == "pot"


async def test_the_last_word_of_a_transaction_counts(world: World) -> None:
    async with world.uow.write(SYSTEM) as db:
        db.timer("probe-alarm", "a", at=PAST)
        db.cancel_timer("probe-alarm", "a")
        db.cancel_timer("probe-alarm", "b")
        db.timer("probe-alarm", "b", at=PAST)
    assert list(await world.timers()) == [("probe-alarm", "b")]


async def test_two_workers_at_once_have_one_effect(world: World) -> None:
    for number in range(15):
        key = await add_pot(world.uow, f"p{number}")
        await alarm(world, key, name=f"rung {number}")
        fired = await asyncio.gather(
            *(fire(world.uow, world.service.timer_handlers, "probe-alarm", str(key)) for _ in "ab")
        )
        assert sorted(fired) == [False, True]
        rows = await world.rows(select(probe.pots.c.version).where(probe.pots.c.id == key))
        assert rows[0]["version"] == 2


async def test_a_failing_timer_is_postponed_more_each_time_and_stops_no_other(
    world: World,
) -> None:
    good = await add_pot(world.uow)
    await alarm(world, new_id())  # no such pot: its handler raises
    await alarm(world, good, PAST + timedelta(seconds=1))
    assert await due(world) == 2
    assert await name_of(world, good) == "rung"

    pauses = []
    for _ in range(3):
        (row,) = await world.rows(select(tables.timers))
        pauses.append((row["at"] - clock.now()).total_seconds())
        async with world.uow.write(SYSTEM) as db:
            await db.execute(update(tables.timers).values(at=PAST))
        assert await due(world) == 1
    assert pauses == sorted(pauses)
    assert 0 < pauses[0] <= 1.0
    (row,) = await world.rows(select(tables.timers))
    assert row["tries"] == 4


async def test_a_timer_that_always_fails_waits_five_minutes_at_most(world: World) -> None:
    await alarm(world, new_id())
    async with world.uow.write(SYSTEM) as db:
        await db.execute(update(tables.timers).values(tries=500))
    await due(world)
    (row,) = await world.rows(select(tables.timers))
    assert 290 < (row["at"] - clock.now()).total_seconds() <= 300


async def test_a_failing_timer_that_was_moved_meanwhile_stays_where_it_was_moved(
    world: World,
) -> None:
    key, later = new_id(), clock.now() + timedelta(days=3)

    async def move_then_fail(_: str, __: dict[str, Any], ___: Db) -> None:
        await alarm(world, key, later)
        raise RuntimeError

    await alarm(world, key)
    await due(world, {"probe-alarm": move_then_fail})
    assert await world.timers() == {("probe-alarm", str(key)): later}


async def test_a_timer_that_its_own_handler_sets_again_stays(world: World) -> None:
    later = clock.now() + timedelta(days=1)

    async def again(key: str, _: dict[str, Any], db: Db) -> None:
        db.timer("probe-alarm", key, at=later)

    await alarm(world, new_id())
    assert await due(world, {"probe-alarm": again}) == 1
    assert list((await world.timers()).values()) == [later]
    assert await due(world, {"probe-alarm": again}) == 0


async def test_a_timer_moved_while_it_fires_fires_at_its_new_time_alone(world: World) -> None:
    key, later = await add_pot(world.uow), clock.now() + timedelta(days=1)

    async def slowly(k: str, _: dict[str, Any], db: Db) -> None:
        await alarm(world, key, later)  # a request moves it and commits first
        (await db.load(Pot, UUID(k))).rename("too early")

    await alarm(world, key)
    assert not await fire(world.uow, {"probe-alarm": slowly}, "probe-alarm", str(key))
    assert await name_of(world, key) == "pot"
    assert list((await world.timers()).values()) == [later]


async def test_requests_that_cancel_while_it_fires_never_lock_each_other_out(
    world: World,
) -> None:
    """A request locks the aggregate, then its timer; so does the timer itself."""
    outcomes = set()
    for number in range(40):
        key = await add_pot(world.uow, f"c{number}")
        await alarm(world, key, name=f"rung {number}")

        async def cancel(key: UUID = key, number: int = number) -> None:
            async with world.uow.write(SYSTEM) as db:
                pot = await db.load(Pot, key)
                if pot.version == 1:
                    pot.rename(f"cancelled {number}")
                    db.cancel_timer("probe-alarm", str(key))

        await asyncio.gather(
            cancel(),
            fire(world.uow, world.service.timer_handlers, "probe-alarm", str(key)),
        )
        name = await name_of(world, key)
        outcomes.add(name.split()[0])
        assert await world.timers() == {}
    assert outcomes <= {"rung", "cancelled"}
    versions = {row["version"] for row in await world.rows(select(probe.pots.c.version))}
    assert versions == {2}  # either, never both


async def test_transactions_that_set_the_same_timers_in_any_order_do_not_lock_each_other_out(
    world: World,
) -> None:
    names = [str(number) for number in range(30)]

    async def set_all(order: list[str]) -> None:
        async with world.uow.write(SYSTEM) as db:
            for name in order:
                db.timer("probe-alarm", name, at=PAST)

    for _ in range(15):
        await asyncio.gather(set_all(names), set_all(names[::-1]), set_all(names))
    assert len(await world.timers()) == 30


async def test_a_timer_of_another_service_or_version_is_left_alone(world: World) -> None:
    async with world.uow.write(SYSTEM) as db:
        db.timer("newer-alarm", "k", at=PAST)
    assert await due(world) == 0
    assert len(await world.timers()) == 1


async def test_firing_what_is_not_set_is_no_firing(world: World) -> None:
    assert not await world.fire("probe-alarm", "none")


async def test_the_loop_fires_what_is_due_survives_trouble_and_stops(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timers, "TICK_S", 0.01)
    stumbles = [1, 2]

    async def stumbling(uow: Uow, handlers: dict[str, Any]) -> int:
        if stumbles:
            stumbles.pop()
            raise ConnectionRefusedError
        return await fire_due(uow, handlers)

    monkeypatch.setattr(timers, "fire_due", stumbling)
    key = await add_pot(world.uow)
    await alarm(world, key)
    stopping = asyncio.Event()
    task = asyncio.create_task(run_timers(world.uow, world.service.timer_handlers, stopping))

    async def rung() -> bool:
        return await name_of(world, key) == "rung"

    await until(rung)
    stopping.set()
    await asyncio.wait_for(task, 5)


async def test_where_nobody_has_declared_a_timer_nothing_is_asked(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []
    monkeypatch.setattr(world.uow, "read", lambda *_: asked.append(1))
    await asyncio.wait_for(run_timers(world.uow, {}, asyncio.Event()), 5)
    assert asked == []


def test_jobs_are_found_by_their_names() -> None:
    jobs = Jobs()

    @jobs.timer("a")
    async def on_a(key: str, payload: dict[str, Any], db: Db) -> None: ...

    @jobs.every(seconds=2, name="b")
    async def on_b(uow: Uow) -> bool:
        return False

    assert jobs.timers == {"a": on_a}
    assert jobs.loops == [Every("b", 2, on_b)]
