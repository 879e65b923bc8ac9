"""A republish tells every order as it stands, at the sequence it has reached."""

from decimal import Decimal

import pytest_asyncio

from chassis.codec import adapter
from chassis.republish import republish
from chassis.testing import World
from contracts.orders.events import WorkOrderState
from contracts.orders.words import Stage
from contracts.rights import Shop
from contracts.topics import WORK_ORDERS
from tests.services.orders.workorders.desk import Desk, open_offices


@pytest_asyncio.fixture
async def desk(world: World) -> Desk:
    await open_offices(world)
    return Desk(world)


async def test_a_republish_says_what_the_order_says_now(desk: Desk, world: World) -> None:
    await desk.place()
    await desk.http.put(f"{desk.path}/price", json={"price": "8037.00"}, headers=desk.match())
    await desk.read()
    await desk.hand_over()
    await desk.correct(urgency="urgent")
    before = len(await world.outbox())

    count = await republish(world.service, world.uow, WORK_ORDERS)

    (sent,) = (await world.outbox())[before:]
    state: WorkOrderState = adapter(WorkOrderState).validate_python(sent.data)
    assert (count, sent.sequence) == (1, desk.order["sequence"])
    assert (state.stage, state.revision, state.shops) == (Stage.IN_WORK, 2, (Shop.WORKSHOP,))
    assert state.number == desk.order["number"]
    assert state.items[0].piece.shape.width_mm == 800
    assert str(Decimal("8037.00")) not in str(sent.data)


async def test_drafts_and_many_orders_are_told_too(desk: Desk, world: World) -> None:
    for _ in range(3):
        await desk.place()

    assert await republish(world.service, world.uow, WORK_ORDERS) == 3
    assert [s.data["shops"] for s in (await world.outbox())[3:]] == [[], [], []]
