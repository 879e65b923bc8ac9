"""Control passes or fails pieces; the order is ready after the last, and may be opened again."""

import pytest

from contracts.orders.events import (
    ControlFailed,
    ControlPassed,
    WorkOrderAccepted,
    WorkOrderReady,
    WorkOrderReopened,
)
from contracts.orders.words import Stage
from contracts.orders.work import Defect, WorkState
from contracts.rights import Shop
from services.orders.production.domain import Production
from services.orders.production.domain.refusals import (
    ArtStepFirst,
    FinalControlPassed,
    TooManyPieces,
)
from services.orders.workorders.domain import WorkOrder
from services.orders.workorders.domain.refusals import OrderNotReady
from tests.services.orders.production.floor import (
    BOTH,
    MIRROR,
    NOW,
    PANEL,
    PHOTO,
    SHELVES,
    a_content,
    a_floor,
    a_photo,
    a_tap,
    an_item,
    an_order,
    made,
)


def kinds(order: WorkOrder) -> list[type]:
    return [type(event) for event in order.recorded]


def test_order_is_ready_in_the_same_breath_as_its_last_control() -> None:
    order = an_order(an_item(), an_item(SHELVES, quantity=5))
    floor = a_floor(order)
    made(floor, order, MIRROR)
    made(floor, order, SHELVES, pieces=5)
    floor.pass_control(order, a_tap(), MIRROR, 1)
    floor.pass_control(order, a_tap(), SHELVES, 4)
    assert order.is_in_work
    order.drain()

    floor.pass_control(order, a_tap(), SHELVES, 1)

    passed, ready = order.drain()
    assert isinstance(passed.event, ControlPassed)
    assert passed.event.items_left == 0
    assert isinstance(ready.event, WorkOrderReady)
    assert ready.sequence == passed.sequence + 1
    assert order.stage is Stage.READY


def test_control_says_how_many_items_are_left() -> None:
    order = an_order(an_item(), an_item(SHELVES), an_item(PANEL))
    floor = a_floor(order)
    made(floor, order, MIRROR)
    floor.pass_control(order, a_tap(), MIRROR, 1)

    passed = order.recorded[-1]
    assert isinstance(passed, ControlPassed)
    assert passed.items_left == 2


def test_workshop_begins_and_finishes_before_the_art_shop() -> None:
    order = an_order(an_item(route=BOTH))
    floor = a_floor(order, accepted=BOTH)

    made(floor, order, MIRROR)


def test_final_control_waits_for_the_art_shops_step() -> None:
    order = an_order(an_item(route=BOTH))
    floor = a_floor(order, accepted=BOTH)
    made(floor, order, MIRROR)

    with pytest.raises(ArtStepFirst):
        floor.pass_control(order, a_tap(), MIRROR, 1)


def test_item_of_both_shops_needs_the_control_of_both() -> None:
    order = an_order(an_item(route=BOTH))
    floor = a_floor(order, accepted=BOTH)
    made(floor, order, MIRROR, shop=Shop.ART_SHOP)
    made(floor, order, MIRROR)

    floor.pass_control(order, a_tap(), MIRROR, 1)
    assert order.is_in_work

    floor.pass_control(order, a_tap(shop=Shop.ART_SHOP), MIRROR, 1)
    assert order.stage is Stage.READY


def test_shop_is_through_when_all_its_items_have_passed() -> None:
    order = an_order(an_item(), an_item(PANEL, route=(Shop.ART_SHOP,)))
    floor = a_floor(order, accepted=BOTH)
    made(floor, order, MIRROR)

    floor.pass_control(order, a_tap(), MIRROR, 1)

    workshop = floor.shop_order(order, Shop.WORKSHOP)
    art_shop = floor.shop_order(order, Shop.ART_SHOP)
    assert workshop is not None
    assert art_shop is not None
    assert workshop.completed_at == NOW
    assert art_shop.completed_at is None


def test_order_whose_last_open_item_the_office_took_out_is_ready_when_accepted() -> None:
    order = an_order(an_item(), an_item(SHELVES))
    floor = a_floor(order)
    made(floor, order, MIRROR)
    floor.pass_control(order, a_tap(), MIRROR, 1)
    order.correct(a_content(an_item()))
    order.drain()

    floor.accept(order, a_tap(revision=2))

    assert kinds(order) == [WorkOrderAccepted, WorkOrderReady]


def test_failed_item_is_queued_again_and_the_order_is_not_ready() -> None:
    order = an_order()
    order.attach(a_photo())
    floor = a_floor(order)
    made(floor, order, MIRROR)
    order.drain()

    floor.fail_control(order, a_tap(), MIRROR, 1, Defect.SCRATCH, photo_id=PHOTO)

    [failed] = order.recorded
    assert isinstance(failed, ControlFailed)
    assert (failed.state, failed.quantity_done) == (WorkState.QUEUED, 0)
    assert (failed.reason, failed.quantity, failed.photo_id) == (Defect.SCRATCH, 1, PHOTO)
    assert order.stage is Stage.IN_WORK


def test_second_look_may_fail_what_had_passed() -> None:
    order = an_order(an_item(), an_item(PANEL, route=(Shop.ART_SHOP,)))
    floor = a_floor(order, accepted=BOTH)
    made(floor, order, MIRROR)
    floor.pass_control(order, a_tap(), MIRROR, 1)

    floor.fail_control(order, a_tap(), MIRROR, 1, Defect.CHIP)

    workshop = floor.shop_order(order, Shop.WORKSHOP)
    assert workshop is not None
    assert workshop.completed_at is None


def a_ready_order() -> tuple[WorkOrder, Production]:
    order = an_order(an_item(SHELVES, quantity=5))
    floor = a_floor(order)
    made(floor, order, SHELVES, pieces=5)
    floor.pass_control(order, a_tap(), SHELVES, 5)
    order.drain()
    return order, floor


def test_ready_order_goes_back_to_work() -> None:
    order, floor = a_ready_order()

    floor.reopen(order, a_tap(), SHELVES, "Царапина на полке", pieces=1)

    assert order.recorded == [
        WorkOrderReopened(
            **order.facts(),
            item_ids=(SHELVES,),
            reason="Царапина на полке",
            shop=Shop.WORKSHOP,
            quantity=1,
        )
    ]
    assert order.stage is Stage.IN_WORK
    work = floor.work_of(order.items[0], Shop.WORKSHOP)
    assert (work.state, work.done) == (WorkState.QUEUED, 4)


def test_reopened_order_becomes_ready_again() -> None:
    order, floor = a_ready_order()
    floor.reopen(order, a_tap(), SHELVES, "Царапина", pieces=1)
    made(floor, order, SHELVES)

    floor.pass_control(order, a_tap(), SHELVES, 1)

    assert order.stage is Stage.READY


def test_order_in_work_cannot_be_reopened() -> None:
    order = an_order(an_item(), an_item(SHELVES))
    floor = a_floor(order)
    made(floor, order, MIRROR)
    floor.pass_control(order, a_tap(), MIRROR, 1)

    with pytest.raises(OrderNotReady):
        floor.reopen(order, a_tap(), MIRROR, "Царапина")

    assert floor.work_of(order.items[0], Shop.WORKSHOP).state is WorkState.PASSED


def both_have_passed() -> tuple[WorkOrder, Production]:
    """Both shops passed the mirror; another item keeps the order in work."""
    order = an_order(an_item(route=BOTH), an_item(SHELVES))
    floor = a_floor(order, accepted=BOTH)
    for shop in BOTH:
        made(floor, order, MIRROR, shop=shop)
        floor.pass_control(order, a_tap(shop=shop), MIRROR, 1)
    return order, floor


def test_earlier_step_is_not_failed_behind_the_final_control() -> None:
    order, floor = both_have_passed()

    with pytest.raises(FinalControlPassed):
        floor.fail_control(order, a_tap(shop=Shop.ART_SHOP), MIRROR, 1, Defect.PATTERN)


def test_item_sent_back_from_the_final_control_goes_back_to_the_earlier_step() -> None:
    order, floor = both_have_passed()

    floor.fail_control(order, a_tap(), MIRROR, 1, Defect.PATTERN)
    floor.fail_control(order, a_tap(shop=Shop.ART_SHOP), MIRROR, 1, Defect.PATTERN)

    standing = [floor.work_of(order.items[0], shop).state for shop in BOTH]
    assert standing == [WorkState.QUEUED, WorkState.QUEUED]


def test_earlier_step_is_not_taken_back_behind_the_final_control() -> None:
    order = an_order(an_item(route=BOTH), an_item(SHELVES))
    floor = a_floor(order, accepted=BOTH)
    made(floor, order, MIRROR)
    made(floor, order, MIRROR, shop=Shop.ART_SHOP)
    floor.pass_control(order, a_tap(), MIRROR, 1)

    with pytest.raises(FinalControlPassed):
        floor.take_back(order, a_tap(shop=Shop.ART_SHOP), MIRROR)


def test_ready_item_of_both_shops_is_reopened_at_the_last() -> None:
    order = an_order(an_item(route=BOTH))
    floor = a_floor(order, accepted=BOTH)
    for shop in BOTH:
        made(floor, order, MIRROR, shop=shop)
        floor.pass_control(order, a_tap(shop=shop), MIRROR, 1)

    with pytest.raises(FinalControlPassed):
        floor.reopen(order, a_tap(shop=Shop.ART_SHOP), MIRROR, "Рисунок сполз")
    floor.reopen(order, a_tap(), MIRROR, "Рисунок сполз")


def test_more_pieces_than_are_made_cannot_fail_at_the_earlier_step() -> None:
    order = an_order(an_item(route=BOTH))
    floor = a_floor(order, accepted=BOTH)
    made(floor, order, MIRROR, shop=Shop.ART_SHOP)

    with pytest.raises(TooManyPieces):
        floor.fail_control(order, a_tap(shop=Shop.ART_SHOP), MIRROR, 2, Defect.PATTERN)
