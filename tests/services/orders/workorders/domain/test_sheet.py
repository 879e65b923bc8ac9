from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chassis.errors import Invalid
from contracts.orders.items import Change
from contracts.orders.words import AttachmentKind, Stage
from contracts.rights import Shop
from services.orders.workorders.domain import TRANSITIONS
from services.orders.workorders.domain.refusals import (
    NoSuchAttachment,
    OrderClosed,
    OrderNotDraft,
    OrderNotInWork,
    OrderNotReady,
)
from services.orders.workorders.domain.sheet import is_price
from tests.services.orders.workorders.story import (
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
)

SECOND = UUID(int=2)


def test_a_draft_is_nobodys_work_a_handed_over_order_its_shops() -> None:
    both = a_content(a_line(), a_line(SECOND, position=2, route=(Shop.ART_SHOP,)))

    assert a_draft(both).shops == ()
    assert in_work(both).shops == (Shop.WORKSHOP, Shop.ART_SHOP)
    assert in_work().shops == (Shop.WORKSHOP,)


def test_only_an_order_in_work_is_in_work() -> None:
    assert in_work().is_in_work
    assert not a_draft().is_in_work
    in_work().require_in_work()
    with pytest.raises(OrderNotInWork):
        a_draft().require_in_work()


@pytest.mark.parametrize(
    ("stage", "refusal"),
    [
        (Stage.DRAFT, OrderNotDraft),
        (Stage.IN_WORK, OrderNotInWork),
        (Stage.READY, OrderNotReady),
    ],
)
def test_each_folder_has_its_own_refusal(
    stage: Stage, refusal: type[OrderNotDraft | OrderNotInWork | OrderNotReady]
) -> None:
    with pytest.raises(refusal):
        issued().require_stage(stage)


def test_only_an_open_order_may_change() -> None:
    in_work().require_open()
    with pytest.raises(OrderClosed):
        issued().require_open()


def test_a_folder_is_left_only_by_the_table() -> None:
    order = a_draft()

    with pytest.raises(OrderClosed):
        order.go(Stage.READY)

    assert order.stage is Stage.DRAFT
    assert set(TRANSITIONS) == set(Stage)


def test_a_promise_holds_until_its_day_has_passed() -> None:
    a_draft().require_promise(PROMISED)
    with pytest.raises(Invalid) as refused:
        a_draft().require_promise(PROMISED + timedelta(days=1))
    assert refused.value.fields[0].code == "promised-date-past"


def test_files_are_found_by_id_and_signatures_are_kept_from_the_shops() -> None:
    order = in_work()
    order.attach(a_file(SKETCH))
    order.attach(a_file(SIGNATURE, AttachmentKind.SIGNATURE))

    assert order.file_ids == {SKETCH, SIGNATURE}
    assert [file.id for file in order.for_shops()] == [SKETCH]
    assert order.attachment(SIGNATURE).kind is AttachmentKind.SIGNATURE
    with pytest.raises(NoSuchAttachment):
        order.attachment(SECOND)


def test_changes_since_a_revision_are_those_of_later_ones() -> None:
    order = in_work()
    higher = replace(a_piece().shape, height_mm=1180)
    order.correct(a_content(a_line(quantity=2)))
    order.correct(a_content(a_line(quantity=2, piece=a_piece(shape=higher))))

    height = Change(item_id=a_line().id, field="piece.shape.height_mm", old="1200", new="1180")
    assert order.changes_since(2) == (height,)
    assert [change.field for change in order.changes_since(1)] == [
        "quantity",
        "piece.shape.height_mm",
    ]
    assert order.changes_since(3) == ()


@pytest.mark.parametrize("text", ["0", "0.01", "8037.00", "8037", "99999999.99", "1E3"])
def test_a_price_is_a_sum_in_roubles_and_kopecks(text: str) -> None:
    assert is_price(Decimal(text))


@pytest.mark.parametrize("text", ["-0.01", "0.001", "100000000", "NaN", "Infinity", "-Infinity"])
def test_what_cannot_be_paid_is_no_price(text: str) -> None:
    assert not is_price(Decimal(text))


@given(kopecks=st.integers(0, 9_999_999_999))
def test_any_number_of_kopecks_is_a_price(kopecks: int) -> None:
    assert is_price(Decimal(kopecks) / 100)
