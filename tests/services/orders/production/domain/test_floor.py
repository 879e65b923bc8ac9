"""What every tap is refused with: an old picture, the wrong shop, the wrong item, a closed order."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from contracts.orders.items import Change, Item
from contracts.orders.words import CancelReason
from contracts.orders.work import Defect
from contracts.rights import Shop
from services.orders.production.domain import Production, Tap
from services.orders.production.domain.refusals import (
    ItemNotForShop,
    ItemNotInOrder,
    NotRoutedToShop,
    OperatorMissing,
    PhotoNotInOrder,
    RevisionSuperseded,
    TapTooOld,
)
from services.orders.workorders.domain import WorkOrder
from services.orders.workorders.domain.refusals import OrderNotInWork
from tests.services.orders.production.floor import (
    BOTH,
    MIRROR,
    NOW,
    PANEL,
    PHOTO,
    QUESTION,
    SHELVES,
    a_content,
    a_floor,
    a_tap,
    an_item,
    an_order,
)

Verb = Callable[[Production, WorkOrder, Tap], Any]
VERBS: dict[str, Verb] = {
    "receive": lambda floor, order, tap: floor.receive(order, tap),
    "mark-seen": lambda floor, order, tap: floor.mark_seen(order, tap),
    "accept": lambda floor, order, tap: floor.accept(order, tap),
    "ask": lambda floor, order, tap: floor.ask(order, tap, QUESTION, "?", item_id=MIRROR),
    "start": lambda floor, order, tap: floor.start(order, tap, MIRROR),
    "pause": lambda floor, order, tap: floor.pause(order, tap, MIRROR),
    "finish": lambda floor, order, tap: floor.finish(order, tap, MIRROR, 1),
    "take-back": lambda floor, order, tap: floor.take_back(order, tap, MIRROR),
    "pass-control": lambda floor, order, tap: floor.pass_control(order, tap, MIRROR, 1),
    "fail-control": lambda floor, order, tap: floor.fail_control(
        order, tap, MIRROR, 1, Defect.CHIP
    ),
    "reopen": lambda floor, order, tap: floor.reopen(order, tap, MIRROR, "Скол"),
}
WITH_HANDS = sorted(VERBS.keys() - {"receive", "mark-seen"})
AT_WORK = sorted(VERBS.keys() - {"reopen"})
ON_ITEMS = sorted(VERBS.keys() - {"receive", "mark-seen", "accept"})


@pytest.mark.parametrize("name", VERBS)
def test_tap_on_an_old_revision_is_refused_with_what_changed(name: str) -> None:
    order = an_order()
    floor = Production(id=order.id)
    order.correct(a_content(an_item(width=810)))
    order.correct(a_content(an_item(width=820)))
    order.drain()

    with pytest.raises(RevisionSuperseded) as refused:
        VERBS[name](floor, order, a_tap(revision=1))

    assert refused.value.params == {
        "shown": 1,
        "current": 3,
        "changes": (Change(item_id=MIRROR, field="piece.shape.width_mm", old="800", new="820"),),
    }
    assert order.recorded == []


@pytest.mark.parametrize("name", VERBS)
def test_shop_without_an_item_in_the_order_is_refused(name: str) -> None:
    order = an_order()

    with pytest.raises(NotRoutedToShop):
        VERBS[name](Production(id=order.id), order, a_tap(shop=Shop.ART_SHOP))


@pytest.mark.parametrize("name", VERBS)
def test_tap_older_than_fourteen_days_is_refused(name: str) -> None:
    order = an_order()

    with pytest.raises(TapTooOld):
        VERBS[name](Production(id=order.id), order, a_tap(operated_at=NOW - timedelta(days=15)))


def at_its_place(name: str, *items: Item) -> tuple[Production, WorkOrder]:
    """An order where the verb belongs: in work, or ready to be reopened."""
    order = an_order(*items)
    floor = a_floor(order, accepted=order.shops)
    if name == "reopen":
        order.mark_ready(at=NOW)
    return floor, order


@pytest.mark.parametrize("name", WITH_HANDS)
def test_action_of_a_tablet_needs_a_worker(name: str) -> None:
    with pytest.raises(OperatorMissing):
        VERBS[name](*at_its_place(name), a_tap(operator_id=None))


@pytest.mark.parametrize("name", AT_WORK)
def test_cancelled_order_takes_no_tap(name: str) -> None:
    order = an_order()
    order.cancel(CancelReason.CLIENT_REFUSED, at=NOW)

    with pytest.raises(OrderNotInWork):
        VERBS[name](Production(id=order.id), order, a_tap())


@pytest.mark.parametrize("name", ON_ITEMS)
def test_item_that_the_order_has_not_is_refused(name: str) -> None:
    with pytest.raises(ItemNotInOrder):
        VERBS[name](*at_its_place(name, an_item(SHELVES)), a_tap())


@pytest.mark.parametrize("name", ON_ITEMS)
def test_item_of_another_shop_is_refused(name: str) -> None:
    lines = an_item(route=(Shop.ART_SHOP,)), an_item(PANEL)

    with pytest.raises(ItemNotForShop):
        VERBS[name](*at_its_place(name, *lines), a_tap())


@pytest.mark.parametrize(
    "verb",
    [
        lambda floor, order: floor.ask(order, a_tap(), QUESTION, "?", photo_id=PHOTO),
        lambda floor, order: floor.fail_control(
            order, a_tap(), MIRROR, 1, Defect.CHIP, photo_id=PHOTO
        ),
    ],
    ids=["ask", "fail-control"],
)
def test_photo_has_to_be_attached_to_the_order(
    verb: Callable[[Production, WorkOrder], None],
) -> None:
    order = an_order()

    with pytest.raises(PhotoNotInOrder):
        verb(a_floor(order), order)


def test_item_never_begun_is_queued_in_each_shop_of_its_route() -> None:
    order = an_order(an_item(route=BOTH))
    floor = Production(id=order.id)

    assert [floor.work_of(order.items[0], shop).state for shop in BOTH] == ["queued", "queued"]
    assert floor.items_left(order) == 1
