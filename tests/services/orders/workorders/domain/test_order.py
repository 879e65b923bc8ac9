"""The verbs of a work order, each with what it tells and when it refuses."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from chassis.errors import Invalid
from contracts.orders import events
from contracts.orders.words import AttachmentKind, CancelReason, Product, Stage, Urgency
from contracts.rights import Shop
from services.orders.workorders.domain import WorkOrder
from services.orders.workorders.domain.refusals import (
    AlreadyAtOffice,
    AttachmentInUse,
    NoSuchAttachment,
    NothingChanged,
    NothingToMake,
)
from tests.services.orders.workorders.story import (
    ANNA,
    IVANOVA,
    LENINA,
    MIRROR,
    NOW,
    NUMBER,
    ORDER,
    PARK,
    PROMISED,
    SIGNATURE,
    SKETCH,
    a_content,
    a_draft,
    a_file,
    a_line,
    a_piece,
    in_work,
    issued,
    news,
    ready,
    told,
)

LATER = NOW + timedelta(hours=1)
SHELF = UUID(int=8)
FACTS: dict[str, Any] = {
    "work_order_id": ORDER,
    "number": NUMBER,
    "office_id": LENINA,
    "pickup_office_id": LENINA,
}
AT_WORK = {**FACTS, "shops": (Shop.WORKSHOP,), "revision": 1}


def last(order: WorkOrder) -> object:
    return order.recorded[-1]


def test_a_placed_order_is_a_draft_and_says_so() -> None:
    order = a_draft()

    assert (order.stage, order.revision, order.content_version, order.sequence) == (
        Stage.DRAFT,
        0,
        1,
        1,
    )
    assert order.summary == "Зеркало 800×1200"
    assert order.recorded == [
        events.WorkOrderPlaced(
            **FACTS,
            shops=(),
            revision=0,
            client_id=IVANOVA,
            manager_id=ANNA,
            urgency=Urgency.NORMAL,
            promised_on=PROMISED,
            items=(a_line(),),
        )
    ]


def test_a_placed_order_may_not_contradict_itself() -> None:
    with pytest.raises(Invalid):
        a_draft(a_content(a_line(quantity=0)))


def test_an_edited_draft_keeps_its_lines_ids_and_counts_the_edit() -> None:
    order = a_draft(a_content(a_line(), a_line(SHELF, position=2)))
    mirror = order.items[0]
    shelf = a_line(UUID(int=9), position=1, piece=a_piece(product=Product.SHELF))

    order.edit(a_content(shelf, a_line(position=2), pickup_office_id=PARK))

    assert [item.id for item in order.items] == [UUID(int=9), MIRROR]
    assert order.items[1] is mirror
    assert (order.content_version, order.sequence, order.pickup_office_id) == (2, 2, PARK)
    assert isinstance(last(order), events.WorkOrderEdited)


def test_a_hand_over_tells_the_shops_everything_but_the_client() -> None:
    order = a_draft()
    order.attach(a_file())

    order.hand_over(at=LATER)

    assert (order.stage, order.revision, order.handed_over_at) == (Stage.IN_WORK, 1, LATER)
    assert [item.changed_in for item in order.items] == [0]
    assert last(order) == events.WorkOrderHandedOver(
        **AT_WORK,
        manager_id=ANNA,
        urgency=Urgency.NORMAL,
        promised_on=PROMISED,
        items=(a_line(),),
        attachments=(a_file().said(),),
    )


def test_an_order_without_items_is_not_handed_over() -> None:
    with pytest.raises(NothingToMake):
        a_draft(replace(a_content(), items=())).hand_over(at=NOW)


def test_a_correction_is_a_new_revision_with_old_and_new() -> None:
    order = in_work()

    order.correct(a_content(a_line(quantity=2)))

    assert (order.revision, order.content_version) == (2, 2)
    event = last(order)
    assert isinstance(event, events.WorkOrderCorrected)
    assert [(c.field, c.old, c.new) for c in event.changes] == [("quantity", "1", "2")]
    assert order.items[0].changed_in == 2


def test_a_shop_that_loses_its_item_is_told_once_more() -> None:
    order = in_work(a_content(a_line(), a_line(SHELF, position=2, route=(Shop.ART_SHOP,))))

    order.correct(a_content(a_line()))

    event = last(order)
    assert isinstance(event, events.WorkOrderCorrected)
    assert event.shops == (Shop.WORKSHOP, Shop.ART_SHOP)
    assert order.shops == (Shop.WORKSHOP,)


def test_a_correction_changes_something_and_leaves_something() -> None:
    with pytest.raises(NothingChanged):
        in_work().correct(a_content())
    with pytest.raises(NothingToMake):
        in_work().correct(replace(a_content(), items=()))


def test_a_cancelled_order_says_why() -> None:
    order = in_work()

    order.cancel(CancelReason.CLIENT_REFUSED, at=LATER)

    assert (order.stage, order.cancelled_at) == (Stage.CANCELLED, LATER)
    assert last(order) == events.WorkOrderCancelled(**AT_WORK, reason=CancelReason.CLIENT_REFUSED)


def test_a_price_is_told_to_the_office_with_the_one_before() -> None:
    order = in_work()
    order.set_price(Decimal(8000))

    order.set_price(Decimal("8037.00"))

    assert order.content_version == 3
    assert last(order) == events.WorkOrderPriced(
        **AT_WORK, price=Decimal("8037.00"), old_price=Decimal(8000)
    )


def test_the_same_price_again_is_no_event() -> None:
    order = in_work()
    order.set_price(Decimal(8000))

    order.set_price(Decimal("8000.00"))

    assert told(order).count("WorkOrderPriced") == 1


def test_a_price_may_be_taken_away_but_not_be_nonsense() -> None:
    order = in_work()
    order.set_price(Decimal(8000))
    order.set_price(None)
    assert order.price is None
    with pytest.raises(Invalid):
        order.set_price(Decimal(-1))


def test_files_come_and_go_and_a_signature_comes_silently() -> None:
    order = in_work()

    order.attach(a_file(SKETCH))
    order.attach(a_file(SIGNATURE, AttachmentKind.SIGNATURE))
    order.detach(SIGNATURE)
    order.detach(SKETCH)

    assert told(order)[2:] == ["WorkOrderAttached", "WorkOrderDetached"]
    assert order.attachments == []
    with pytest.raises(NoSuchAttachment):
        order.detach(SKETCH)


def test_a_file_that_an_item_is_made_by_stays() -> None:
    order = a_draft()
    order.attach(a_file(SKETCH))
    order.edit(a_content(a_line(piece=a_piece(drawing_id=SKETCH))))

    with pytest.raises(AttachmentInUse):
        order.detach(SKETCH)


def test_a_ready_order_names_its_items_and_its_client() -> None:
    order = in_work()

    order.mark_ready(at=LATER)

    event = last(order)
    assert isinstance(event, events.WorkOrderReady)
    assert (order.stage, order.ready_at, event.client_id) == (Stage.READY, LATER, IVANOVA)
    assert [name.ru for name in event.items] == ["Зеркало 800×1200"]


def test_a_reopened_order_makes_void_what_the_client_was_told() -> None:
    order = ready()
    order.hear(news())
    order.mark_back_at_office(at=NOW)

    order.reopen((MIRROR,), "скол", shop=Shop.WORKSHOP, quantity=1, at=LATER)

    assert (order.stage, order.reopened_at) == (Stage.IN_WORK, LATER)
    assert (order.ready_at, order.told_at, order.told_by, order.back_at_office_at) == (
        None,
        None,
        None,
        None,
    )
    assert last(order) == events.WorkOrderReopened(
        **AT_WORK, item_ids=(MIRROR,), reason="скол", shop=Shop.WORKSHOP, quantity=1
    )


def test_a_client_is_told_once_by_one_message() -> None:
    order = ready()

    assert order.hear(news(at=LATER))
    assert not order.hear(news(at=LATER))

    assert (order.told_at, order.told_by) == (LATER, "sms")
    assert told(order).count("WorkOrderClientTold") == 1


@pytest.mark.parametrize("make", [a_draft, in_work])
def test_what_was_told_of_an_order_that_went_back_is_void(make: Callable[[], WorkOrder]) -> None:
    assert not make().hear(news())


def test_a_client_who_has_his_order_may_still_be_told() -> None:
    assert issued().hear(news(channel="email"))


def test_an_order_comes_back_to_its_office_once() -> None:
    order = ready()

    order.mark_back_at_office(at=LATER)

    assert order.back_at_office_at == LATER
    with pytest.raises(AlreadyAtOffice):
        order.mark_back_at_office(at=LATER)


def test_what_is_handed_out_has_been_brought_there() -> None:
    order = issued()

    assert (order.stage, order.issued_at, order.signature_id) == (Stage.ISSUED, NOW, SIGNATURE)
    assert told(order)[-2:] == ["WorkOrderBackAtOffice", "WorkOrderIssued"]
    assert order.back_at_office_at == NOW


def test_an_order_that_lies_at_the_office_is_not_brought_again() -> None:
    order = ready()
    order.mark_back_at_office(at=NOW)
    order.attach(a_file(SIGNATURE, AttachmentKind.SIGNATURE))

    order.issue(SIGNATURE, by="staff:1", at=LATER)

    assert told(order).count("WorkOrderBackAtOffice") == 1
    assert (order.back_at_office_at, order.issued_by) == (NOW, "staff:1")


def test_an_issue_needs_a_signature_of_this_order() -> None:
    with pytest.raises(NoSuchAttachment):
        ready().issue(SIGNATURE, by="staff:1", at=NOW)
