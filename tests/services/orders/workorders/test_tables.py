"""What is stored stays readable: documents carry a version and are written and read whole."""

import asyncio
from dataclasses import replace
from typing import Any, cast

import pytest
from sqlalchemy import Dialect, text

from chassis.actor import Actor
from chassis.testing import World, until
from contracts.orders.items import Change, Piece
from contracts.rights import Shop
from services.orders.workorders.domain import Correction, WorkOrder
from services.orders.workorders.schemas import ItemIn
from services.orders.workorders.tables import Document, Route
from tests.services.orders.workorders.desk import Desk, open_offices
from tests.services.orders.workorders.dictated import DICTATED
from tests.services.orders.workorders.story import MIRROR, a_content, a_piece

ANY = cast("Dialect", None)
MIRROR_OF_VERSION_1: dict[str, Any] = {
    "v": 1,
    "is": {
        "product": "mirror",
        "material": "mirror",
        "thickness_mm": 4,
        "shape": {"kind": "rectangle", "width_mm": 800, "height_mm": 1200},
        "edges": [
            {"side": "top", "kind": "polished"},
            {"side": "right", "kind": "polished"},
            {"side": "bottom", "kind": "polished"},
            {"side": "left", "kind": "polished"},
        ],
    },
}
"""As the first release stored it; never change it."""


def test_a_piece_stored_by_the_first_release_is_read_and_written_the_same() -> None:
    document = Document(Piece)

    assert document.process_result_value(MIRROR_OF_VERSION_1, ANY) == a_piece()
    assert document.process_bind_param(a_piece(), ANY) == MIRROR_OF_VERSION_1


@pytest.mark.parametrize("number", DICTATED)
def test_a_dictated_piece_survives_its_document(number: int) -> None:
    document = Document(Piece)

    for index, line in enumerate(DICTATED[number]):
        piece = ItemIn.model_validate(line).said(index).piece
        assert document.process_result_value(document.process_bind_param(piece, ANY), ANY) == piece


def test_corrections_survive_their_document() -> None:
    made = (Correction(revision=2, changes=(Change(item_id=MIRROR, field="quantity", new="2"),)),)
    document = Document(tuple[Correction, ...])

    assert document.process_result_value(document.process_bind_param(made, ANY), ANY) == made
    assert document.process_result_value(document.process_bind_param((), ANY), ANY) == ()


def test_a_route_is_stored_as_the_shops_codes() -> None:
    both = (Shop.ART_SHOP, Shop.WORKSHOP)

    assert Route().process_bind_param(both, ANY) == ["art-shop", "workshop"]
    assert Route().process_result_value(["art-shop", "workshop"], ANY) == both


def test_nothing_is_stored_as_nothing() -> None:
    for kind in (Document(Piece), Route()):
        assert kind.process_bind_param(None, ANY) is None
        assert kind.process_result_value(None, ANY) is None


async def test_who_waited_for_an_orders_lock_sees_the_lines_of_after_the_wait(
    world: World,
) -> None:
    await open_offices(world)
    desk = Desk(world)
    await desk.place()
    system = Actor.system("orders")

    async def quantities() -> list[int]:
        async with world.uow.write(system) as db:
            return [item.quantity for item in (await db.load(WorkOrder, desk.id)).items]

    async def waits() -> bool:
        return bool(await world.rows(text("SELECT 1 FROM pg_locks WHERE NOT granted")))

    async with world.uow.write(system) as db:
        order = await db.load(WorkOrder, desk.id)
        order.edit(a_content(replace(order.items[0].said(), quantity=7)))
        waiting = asyncio.create_task(quantities())
        await until(waits)

    assert await waiting == [7]


async def test_closed_orders_are_counted_by_the_database_whoever_closes_them(world: World) -> None:
    await open_offices(world)
    desk = Desk(world)
    statements = (
        "UPDATE work_orders SET stage = 'issued' WHERE number LIKE '%-0001/%'",
        "UPDATE work_orders SET stage = 'cancelled' WHERE number NOT LIKE '%-0001/%'",
        "UPDATE work_orders SET manager_id = pickup_office_id WHERE number LIKE '%-0002/%'",
        "UPDATE work_orders SET stage = 'in-work' WHERE number LIKE '%-0003/%'",
        "DELETE FROM work_order_items",
        "DELETE FROM work_orders WHERE number LIKE '%-0001/%'",
        "UPDATE work_orders SET urgency = 'urgent'",
    )
    for _ in range(4):
        await desk.place()

    kept = "SELECT stage, manager_id, count FROM closed_orders WHERE count <> 0 ORDER BY 1, 2, 3"
    true = (
        "SELECT stage, manager_id, count(*) FROM work_orders "
        "WHERE stage IN ('issued', 'cancelled') GROUP BY stage, manager_id ORDER BY 1, 2, 3"
    )
    for statement in statements:
        async with world.uow.engine.begin() as connection:
            await connection.execute(text(statement))
        counted = [tuple(row.values()) for row in await world.rows(text(kept))]
        stored = [tuple(row.values()) for row in await world.rows(text(true))]
        assert counted == stored != [], statement
