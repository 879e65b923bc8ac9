"""The unit of work: everything of one change is in one transaction, or nothing is."""

import asyncio
import gc

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from chassis import tables
from chassis.actor import Actor
from chassis.db import Db
from chassis.errors import NotFound
from chassis.ids import new_id
from chassis.testing import World
from contracts.topics import MESSAGES
from tests.chassis.probe import Pot, add_pot, pots, tallies

SYSTEM = Actor.system("notifications")


async def test_rows_audit_timer_and_event_are_written_together(world: World) -> None:
    async with world.uow.write(SYSTEM) as db:
        pot = Pot(new_id(), 0, 1, "a")
        pot.touch()
        pot.touch()
        db.add(pot)
        db.audit("pot.made", pot.id, new={"name": "a"})
        db.timer("probe-alarm", str(pot.id), at=db.now, payload={"name": "b"})

    sent = await world.outbox()
    assert [(row.key, row.sequence) for row in sent] == [(str(pot.id), 1), (str(pot.id), 2)]
    assert (await world.rows(select(tables.audit)))[0]["new"] == {"name": "a"}
    assert list(await world.timers()) == [("probe-alarm", str(pot.id))]


async def test_an_error_leaves_nothing_behind(world: World) -> None:
    with pytest.raises(RuntimeError, match="no"):  # noqa: PT012 - all of it is one transaction
        async with world.uow.write(SYSTEM) as db:
            pot = Pot(new_id(), 0, 1, "a")
            pot.touch()
            db.add(pot)
            db.audit("pot.made", pot.id)
            raise RuntimeError("no")

    assert await world.outbox() == []
    assert await world.rows(select(pots)) == []
    assert await world.rows(select(tables.audit)) == []


async def test_an_event_without_a_column_change_is_not_lost_with_its_object(world: World) -> None:
    pot_id = await add_pot(world.uow)

    async with world.uow.write(SYSTEM) as db:
        (await db.load(Pot, pot_id)).touch()
        gc.collect()

    assert [row.sequence for row in await world.outbox()] == [1, 2]
    assert (await world.rows(select(pots)))[0]["sequence"] == 2


async def test_an_aggregate_loaded_twice_sends_its_events_once(world: World) -> None:
    pot_id = await add_pot(world.uow)

    async with world.uow.write(SYSTEM) as db:
        (await db.load(Pot, pot_id)).touch()
        (await db.load(Pot, pot_id)).touch()

    assert [row.sequence for row in await world.outbox()] == [1, 2, 3]


async def test_an_aggregate_loaded_again_keeps_what_was_changed_on_it(world: World) -> None:
    pot_id = await add_pot(world.uow)

    async with world.uow.write(SYSTEM) as db:
        (await db.load(Pot, pot_id)).rename("changed")
        assert (await db.load(Pot, pot_id)).name == "changed"

    (row,) = await world.rows(select(pots))
    assert (row["name"], row["version"], row["sequence"]) == ("changed", 2, 2)


async def test_writers_of_one_aggregate_come_one_after_the_other(world: World) -> None:
    pot_id = await add_pot(world.uow)

    async def touch() -> None:
        async with world.uow.write(SYSTEM) as db:
            (await db.load(Pot, pot_id)).touch()

    await asyncio.gather(*(touch() for _ in range(20)))

    sent = await world.outbox()
    assert [row.sequence for row in sent] == list(range(1, 22))  # outbox order = sequence order


async def test_last_steps_run_after_all_and_their_events_leave_too(world: World) -> None:
    order: list[str] = []

    async def number(db: Db) -> None:
        order.append("last")
        pot = Pot(new_id(), 0, 1, "from the last step")
        pot.touch()
        db.add(pot)

    async with world.uow.write(SYSTEM) as db:
        db.last(number)
        order.append("command")
    assert order == ["command", "last"]
    assert len(await world.outbox()) == 1


async def test_an_aggregate_that_is_not_there_may_be_asked_for(world: World) -> None:
    async with world.uow.write(SYSTEM) as db:
        assert await db.find(Pot, new_id()) is None


async def test_what_is_cancelled_in_the_middle_leaves_nothing_and_frees_its_connection(
    world: World,
) -> None:
    inside = asyncio.Event()

    async def work() -> None:
        async with world.uow.write(SYSTEM) as db:
            db.audit("half", new_id())
            await db.execute(text("INSERT INTO tallies VALUES (gen_random_uuid(), 1, '')"))
            inside.set()
            await asyncio.Event().wait()

    for _ in range(world.settings.database_pool + 2):
        inside.clear()
        task = asyncio.create_task(work())
        await inside.wait()
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
    assert await world.rows(select(tables.audit)) == []
    assert await world.rows(select(tallies)) == []


async def test_a_missing_aggregate_is_named(world: World) -> None:
    with pytest.raises(NotFound):
        async with world.uow.write(SYSTEM) as db:
            await db.load(Pot, new_id())


async def test_a_reading_session_cannot_write(world: World) -> None:
    with pytest.raises(DBAPIError, match="read-only"):
        async with world.uow.read(SYSTEM) as db:
            await db.execute(text("DELETE FROM pots"))


async def test_audit_rows_cannot_be_changed_by_the_application(world: World) -> None:
    with pytest.raises(DBAPIError, match="permission denied"):
        async with world.uow.write(SYSTEM) as db:
            await db.execute(text("UPDATE audit SET actor = 'nobody'"))


async def test_only_a_compacted_topic_forgets(world: World) -> None:
    with pytest.raises(ValueError, match="messages"):
        async with world.uow.write(SYSTEM) as db:
            db.tombstone(MESSAGES, key=new_id())
