"""An order reaches a shop: received, seen, accepted; nobody looking is alarmed about, once."""

import pytest

from contracts.orders.events import (
    WorkOrderAccepted,
    WorkOrderReceived,
    WorkOrderSeen,
    WorkOrderUnseen,
)
from contracts.orders.words import CancelReason
from contracts.rights import Shop
from services.orders.production.domain import Production
from services.orders.production.domain.refusals import (
    RevisionAlreadyAccepted,
)
from services.orders.workorders.domain import WorkOrder
from tests.services.orders.production.floor import (
    BOTH,
    MIRROR,
    NOW,
    TABLET,
    VOLKOV,
    a_content,
    a_floor,
    a_tap,
    an_item,
    an_order,
    later,
    made,
)


def kinds(order: WorkOrder) -> list[type]:
    return [type(event) for event in order.recorded]


def test_order_is_received_once() -> None:
    order, floor = an_order(), Production(id=an_order().id)

    assert floor.receive(order, a_tap(operator_id=None))
    assert not floor.receive(order, a_tap(operator_id=None))
    assert kinds(order) == [WorkOrderReceived]


def test_order_is_seen_once() -> None:
    order, floor = an_order(), Production(id=an_order().id)

    assert floor.mark_seen(order, a_tap())
    assert not floor.mark_seen(order, a_tap())
    assert kinds(order) == [WorkOrderSeen]


def test_receipt_after_the_look_says_nothing_new() -> None:
    order, floor = an_order(), Production(id=an_order().id)
    floor.mark_seen(order, a_tap())

    assert not floor.receive(order, a_tap())


def test_receipt_of_an_order_that_is_ready_meanwhile_is_no_mistake() -> None:
    order = an_order()
    floor = a_floor(order)
    made(floor, order, MIRROR)
    floor.pass_control(order, a_tap(), MIRROR, 1)

    assert not floor.receive(order, a_tap())
    assert not floor.mark_seen(order, a_tap())


def test_accepted_order_says_whose_hands_and_both_clocks() -> None:
    order, floor = an_order(), Production(id=an_order().id)

    floor.accept(order, a_tap(operated_at=later(-60), operator_verified=False))

    assert order.recorded == [
        WorkOrderAccepted(
            **order.facts(),
            shop=Shop.WORKSHOP,
            device_id=TABLET,
            operator_id=VOLKOV,
            operator_verified=False,
            operated_at=later(-60),
        )
    ]


def test_revision_is_accepted_once_a_shop() -> None:
    order = an_order(an_item(route=BOTH))
    floor = a_floor(order, accepted=BOTH)

    with pytest.raises(RevisionAlreadyAccepted):
        floor.accept(order, a_tap())


def test_correction_clears_the_acceptance_by_itself() -> None:
    order = an_order()
    floor = a_floor(order)

    order.correct(a_content(an_item(width=810)))

    assert floor.shop_order(order, Shop.WORKSHOP) is None
    floor.accept(order, a_tap(revision=2))


def test_office_is_alarmed_once_when_nobody_looked() -> None:
    order, floor = an_order(), Production(id=an_order().id)

    assert floor.alarm_unseen(order, Shop.WORKSHOP, 1, since=NOW, at=later(300))
    assert not floor.alarm_unseen(order, Shop.WORKSHOP, 1, since=NOW, at=later(301))

    assert order.recorded == [WorkOrderUnseen(**order.facts(), shop=Shop.WORKSHOP, since=NOW)]


def test_delivery_alone_does_not_calm_the_alarm() -> None:
    order, floor = an_order(), Production(id=an_order().id)
    floor.receive(order, a_tap())

    assert floor.alarm_unseen(order, Shop.WORKSHOP, 1, since=NOW, at=later(300))


def test_looking_after_the_alarm_is_told() -> None:
    order, floor = an_order(), Production(id=an_order().id)
    floor.alarm_unseen(order, Shop.WORKSHOP, 1, since=NOW, at=later(300))

    assert floor.mark_seen(order, a_tap(at=later(400)))


def test_seen_order_alarms_nobody() -> None:
    order, floor = an_order(), Production(id=an_order().id)
    floor.mark_seen(order, a_tap())
    order.drain()

    assert not floor.alarm_unseen(order, Shop.WORKSHOP, 1, since=NOW, at=later(300))
    assert order.recorded == []


@pytest.mark.parametrize(("shop", "revision"), [(Shop.ART_SHOP, 1), (Shop.WORKSHOP, 2)])
def test_alarm_of_another_shop_or_revision_is_void(shop: Shop, revision: int) -> None:
    order = an_order()

    assert not Production(id=order.id).alarm_unseen(order, shop, revision, since=NOW, at=later(300))


def test_order_out_of_work_alarms_nobody() -> None:
    order, floor = an_order(), Production(id=an_order().id)
    order.cancel(CancelReason.MISTAKE, at=NOW)

    assert not floor.alarm_unseen(order, Shop.WORKSHOP, 1, since=NOW, at=later(300))
