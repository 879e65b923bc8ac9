"""A republish says how far the shops are: who starts late, or finds the broker empty, knows it."""

from typing import Any

from chassis.codec import adapter
from chassis.republish import republish
from contracts.orders.events import WorkOrderState
from contracts.orders.progress import ItemProgress, ShopProgress
from contracts.orders.work import WorkState
from contracts.rights import Shop
from contracts.topics import WORK_ORDERS
from tests.services.orders.production.conftest import Company, Handed


async def republished(company: Company, order: Handed) -> WorkOrderState:
    before = len(await company.world.outbox())
    await republish(company.world.service, company.world.uow, WORK_ORDERS)
    (sent,) = [row for row in (await company.world.outbox())[before:] if row.key == order.id]
    state: WorkOrderState = adapter(WorkOrderState).validate_python(sent.data)
    return state


def standing(shop: ShopProgress) -> list[tuple[WorkState, int, int]]:
    return [(item.state, item.quantity_done, item.quantity_passed) for item in shop.items]


async def test_a_half_made_order_says_where_its_items_stand(
    company: Company, shelves_line: dict[str, Any], stained_line: dict[str, Any]
) -> None:
    order = await company.hand_over(shelves_line, stained_line)
    shelves, pane = order.items
    await company.done(company.workshop, order, "accept")
    await company.make(company.workshop, order, shelves, pieces=3)
    await company.done(company.workshop, order, "pass-control", item_id=shelves, quantity=2)
    await company.done(company.art_shop, order, "receive")

    by_shop = {each.shop: each for each in (await republished(company, order)).progress}

    workshop, art_shop = by_shop[Shop.WORKSHOP], by_shop[Shop.ART_SHOP]
    assert workshop.accepted_at is not None
    assert (art_shop.received_at is not None, art_shop.accepted_at) == (True, None)
    assert standing(workshop) == [(WorkState.STARTED, 3, 2), (WorkState.QUEUED, 0, 0)]
    assert standing(art_shop) == [(WorkState.QUEUED, 0, 0)]
    assert [str(item.item_id) for item in art_shop.items] == [pane]


async def test_a_correction_clears_the_shops_and_the_items_it_changed(company: Company) -> None:
    order = await company.hand_over()
    await company.done(company.workshop, order, "accept")
    await company.make(company.workshop, order, order.items[0])
    line = order.content["items"][0]
    order = await company.correct(order, items=[line | {"quantity": 2, "id": order.items[0]}])

    (workshop,) = (await republished(company, order)).progress

    assert (workshop.received_at, workshop.accepted_at) == (None, None)
    assert workshop.items == (
        ItemProgress(
            item_id=workshop.items[0].item_id,
            state=WorkState.QUEUED,
            quantity_done=0,
            quantity_passed=0,
        ),
    )


async def test_a_draft_is_with_no_shop(company: Company) -> None:
    order = await company.draft()

    assert (await republished(company, order)).progress == ()
