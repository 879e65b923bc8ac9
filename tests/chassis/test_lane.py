"""The connection of a unit of work: late, living, given back clean, its errors without values."""

import asyncio

import asyncpg
import pytest
from sqlalchemy import select, text

from chassis.actor import Actor
from chassis.ids import new_id
from chassis.lane import Lane
from chassis.testing import World
from tests.chassis import probe

SYSTEM = Actor.system("test")


def checked_out(world: World) -> int:
    pool = world.uow.engine.pool
    return int(pool.checkedout())  # type: ignore[attr-defined]


async def test_no_connection_is_held_before_the_first_statement(world: World) -> None:
    async with world.uow.write(SYSTEM) as db:
        assert checked_out(world) == 0
        await db.lane.fetch("SELECT 1", [])
        assert checked_out(world) == 1
    assert checked_out(world) == 0


async def test_sqlalchemy_and_the_driver_share_one_transaction(world: World) -> None:
    event = new_id()
    insert = text(f"INSERT INTO inbox (consumer, event_id) VALUES ('c', '{event}')")  # noqa: S608
    look = f"SELECT 1 FROM inbox WHERE event_id = '{event}'"  # noqa: S608
    with pytest.raises(RuntimeError):  # noqa: PT012 - all of it
        async with world.uow.write(SYSTEM) as db:
            await db.execute(insert)
            assert len(await db.lane.fetch(look, [])) == 1
            raise RuntimeError
    assert await world.rows(text(look)) == []


async def test_a_connection_that_the_server_closed_is_not_given_out(world: World) -> None:
    async with world.uow.write(SYSTEM) as db:
        ((pid,),) = await db.lane.fetch("SELECT pg_backend_pid()", [])
    await world.rows(text(f"SELECT pg_terminate_backend({pid})"))
    for _ in range(8):
        async with world.uow.write(SYSTEM) as db:
            assert await db.lane.fetch("SELECT 1", [])


async def test_a_write_that_is_cancelled_gives_its_connection_back_clean(world: World) -> None:
    begun = asyncio.Event()

    async def slow() -> None:
        async with world.uow.write(SYSTEM) as db:
            begun.set()
            await db.lane.fetch("SELECT pg_sleep(30)", [])

    task = asyncio.create_task(slow())
    await begun.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task

    assert checked_out(world) == 0
    async with world.uow.write(SYSTEM) as db:
        assert await db.lane.fetch("SELECT 1", [])


async def test_a_reader_cannot_write_on_the_driver_either(world: World) -> None:
    async with world.uow.read(SYSTEM) as db:
        with pytest.raises(asyncpg.ReadOnlySQLTransactionError):
            await db.lane.fetch("DELETE FROM outbox", [])


async def test_an_error_says_nothing_of_a_row(world: World) -> None:
    pot = await probe.add_pot(world.uow, "Ivanova")
    names = ", ".join(column.name for column in probe.pots.columns)
    again = f"INSERT INTO pots ({names}) SELECT {names} FROM pots WHERE id = $1"  # noqa: S608

    with pytest.raises(asyncpg.UniqueViolationError) as caught:
        async with world.uow.write(SYSTEM) as db:
            await db.lane.fetch(again, [pot])

    assert str(pot) not in str(caught.value)
    assert len(await world.rows(select(probe.pots))) == 1


async def test_a_commit_without_a_statement_does_nothing(world: World) -> None:
    lane = Lane(world.uow.engine, writes=True)
    await lane.commit()
    await lane.roll_back()
    await lane.close()
    assert checked_out(world) == 0
