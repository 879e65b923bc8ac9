"""Lists read what they show, however long the archive has become."""

import re
from collections.abc import Awaitable, Callable
from typing import Any

import asyncpg
import pytest
from sqlalchemy.engine import make_url

from chassis.actor import Actor
from chassis.db import ReadDb
from chassis.http import PageParams
from chassis.testing import World
from chassis.testing.statements import asked_of
from contracts.orders.words import Stage
from contracts.rights import Role, Shop
from services.orders.day import queries as the_day
from services.orders.production import queries as floor
from services.orders.production.queries.board_orders import Sought
from services.orders.workorders import queries as orders
from services.orders.workorders.queries.folders import Wanted
from tests.servers import Addresses
from tests.services.orders.workorders.desk import Desk, open_offices
from tests.services.orders.workorders.story import ANNA, IVANOVA, LENINA
from tests.tools.bench.fill.conftest import plain
from tools.bench.fill import Orders
from tools.bench.fill.copying import connect

FEW, MANY = 2_600, 12_000
PAGE = PageParams()
Ask = Callable[[ReadDb], Awaitable[Any]]
LISTS: dict[str, Ask] = {
    "open orders": lambda db: orders.folder(db, Wanted(stage=Stage.IN_WORK), PAGE),
    "drafts of mine": lambda db: orders.folder(db, Wanted(stage=Stage.DRAFT, mine=True), PAGE),
    "archive": lambda db: orders.folder(db, Wanted(stage=Stage.ISSUED), PAGE),
    "archive of mine": lambda db: orders.folder(db, Wanted(stage=Stage.ISSUED, mine=True), PAGE),
    "all orders": lambda db: orders.folder(db, Wanted(), PAGE),
    "counts": orders.counts,
    "counts of an office": lambda db: orders.counts(db, office_id=LENINA),
    "day": lambda db: the_day.day(db, office_id=None, mine=False),
    "board": floor.board,
    "board's orders": lambda db: floor.board_orders(db, Sought(), PAGE),
    "queue": lambda db: floor.queue(db, Shop.WORKSHOP, PAGE, completed=False),
}


@pytest.mark.timeout(240)
async def test_lists_do_not_read_more_as_the_archive_grows(
    world: World, addresses: Addresses
) -> None:
    desk = Desk(world)
    await open_offices(world)
    await walked(desk)
    database = make_url(world.settings.database_url).database or ""
    connection = await connect(addresses.pg_dsn_super, database)
    # A small table is read whole, a large one by its index: the same plan is compared with itself.
    for path in ("seqscan", "hashjoin", "mergejoin"):
        await connection.execute(f"SET enable_{path} = off")
    try:
        filled = Orders(connection)
        await filled.learn()
        await filled.grow(FEW, [IVANOVA])
        few = {name: await pages(world, connection, ask) for name, ask in LISTS.items()}
        await filled.grow(MANY, [IVANOVA])
        many = {name: await pages(world, connection, ask) for name, ask in LISTS.items()}
    finally:
        await connection.close()

    grown = {name: (few[name], many[name]) for name in LISTS if many[name] > few[name] * 1.6 + 100}
    assert grown == {}, "pages read with few and with many closed orders"


async def walked(desk: Desk) -> None:
    """One order of each stage, to be cloned."""
    await desk.place()
    await desk.place()
    await desk.hand_over()
    for stage in ("ready", "issued", "cancelled"):
        await desk.place()
        await desk.hand_over()
        closed = "UPDATE work_orders SET stage = :stage WHERE id = :id"
        await plain(desk.world, closed, stage=stage, id=desk.id)


async def pages(world: World, connection: Any, ask: Ask) -> int:
    """How many pages of the database the statements of a list look at."""
    actor = Actor(
        subject=f"staff:{ANNA}",
        roles=frozenset({Role.DESK, Role.HEAD_OF_PRODUCTION}),
        office_id=LENINA,
    )
    with asked_of(world.uow) as asked:
        async with world.uow.read(actor) as db:
            await ask(db)
    assert asked
    return sum([await looked_at(connection, *each) for each in asked])


async def looked_at(connection: "asyncpg.Connection[Any]", statement: str, given: Any) -> int:
    rows = await connection.fetch(f"EXPLAIN (ANALYZE, BUFFERS, TIMING off) {statement}", *given)
    first = next(row[0] for row in rows if "Buffers: shared" in row[0])
    return sum(int(count) for count in re.findall(r"(?:hit|read)=(\d+)", first))
