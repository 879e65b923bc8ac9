"""The unit of work: everything of one change is in one transaction, or nothing is."""

import gc

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from chassis import tables
from chassis.actor import Actor
from chassis.errors import NotFound
from chassis.ids import new_id
from chassis.testing import World
from contracts.topics import MESSAGES
from tests.chassis.probe import Pot, add_pot, pots

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
    with pytest.raises(RuntimeError, match="no"):
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
