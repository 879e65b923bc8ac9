"""A revision in a shop is delivered, seen and accepted once; a question is answered once."""

import pytest

from contracts.rights import Shop
from services.orders.production.domain import Question, ShopOrder
from services.orders.production.domain.refusals import (
    QuestionAlreadyAnswered,
    RevisionAlreadyAccepted,
)
from tests.services.orders.production.floor import NOW, ORDER, QUESTION, VOLKOV, a_tap, later


def a_shop_order() -> ShopOrder:
    return ShopOrder(order_id=ORDER, revision=1, shop=Shop.WORKSHOP)


def a_question() -> Question:
    return Question(
        id=QUESTION,
        order_id=ORDER,
        revision=1,
        shop=Shop.WORKSHOP,
        text="Фаска с какой стороны?",
        asked_at=NOW,
        asked_by="device:1",
        operated_at=NOW,
    )


def test_the_first_receipt_counts() -> None:
    shop_order = a_shop_order()

    assert shop_order.receive(a_tap())
    assert not shop_order.receive(a_tap(at=later(5)))
    assert shop_order.received_at == NOW


def test_the_first_look_counts() -> None:
    shop_order = a_shop_order()

    assert shop_order.see(a_tap())
    assert not shop_order.see(a_tap(at=later(5)))
    assert shop_order.seen_at == NOW


def test_who_accepts_has_seen_and_received() -> None:
    shop_order = a_shop_order()

    shop_order.accept(a_tap())

    assert shop_order.received_at == shop_order.seen_at == shop_order.accepted_at == NOW


def test_revision_is_accepted_once_and_the_second_learns_by_whom() -> None:
    shop_order = a_shop_order()
    shop_order.accept(a_tap(operator_verified=False))

    with pytest.raises(RevisionAlreadyAccepted) as refused:
        shop_order.accept(a_tap(at=later(5)))

    assert refused.value.params["operator_id"] == VOLKOV
    assert refused.value.params["operator_verified"] is False
    assert refused.value.params["accepted_at"] == NOW


def test_answered_question_is_closed() -> None:
    question = a_question()

    question.answer("С лицевой", by="staff:1", at=NOW)

    assert not question.is_open
    assert question.answer_text == "С лицевой"


def test_question_is_answered_once_and_the_second_learns_by_whom() -> None:
    question = a_question()
    question.answer("С лицевой", by="staff:1", at=NOW)

    with pytest.raises(QuestionAlreadyAnswered) as refused:
        question.answer("С тыла", by="staff:2", at=later(5))

    assert refused.value.params == {"by": "staff:1", "answered_at": NOW}
