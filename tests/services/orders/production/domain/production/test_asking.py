"""The shop asks, the desk answers; an open question blocks the finish of its item alone."""

import pytest

from contracts.orders.events import (
    WorkOrderAnswered,
    WorkOrderAsked,
)
from contracts.rights import Shop
from services.orders.production.domain import Production
from services.orders.production.domain.refusals import (
    QuestionOpen,
    QuestionUnknown,
)
from tests.services.orders.production.floor import (
    MIRROR,
    NOW,
    PHOTO,
    QUESTION,
    SHELVES,
    a_floor,
    a_photo,
    a_tap,
    an_item,
    an_order,
    made,
)


def test_question_names_its_item_and_photo() -> None:
    order, floor = an_order(), Production(id=an_order().id)
    order.attach(a_photo())
    order.drain()

    floor.ask(order, a_tap(), QUESTION, "Скол тут?", item_id=MIRROR, photo_id=PHOTO)

    [asked] = order.recorded
    assert isinstance(asked, WorkOrderAsked)
    assert (asked.question_id, asked.item_id, asked.photo_id) == (QUESTION, MIRROR, PHOTO)
    assert asked.text == "Скол тут?"


def test_asking_is_seeing() -> None:
    order, floor = an_order(), Production(id=an_order().id)

    floor.ask(order, a_tap(), QUESTION, "Когда привезут?")

    shop_order = floor.shop_order(order, Shop.WORKSHOP)
    assert shop_order is not None
    assert shop_order.seen_at == NOW
    assert not floor.mark_seen(order, a_tap())


def test_answer_reaches_the_shop_that_asked() -> None:
    order, floor = an_order(), Production(id=an_order().id)
    floor.ask(order, a_tap(), QUESTION, "Фаска?", item_id=MIRROR)
    order.drain()

    floor.answer(order, QUESTION, "С лица", by="staff:1", at=NOW)

    assert order.recorded == [
        WorkOrderAnswered(
            **order.facts(),
            shop=Shop.WORKSHOP,
            question_id=QUESTION,
            text="С лица",
            item_id=MIRROR,
        )
    ]


def test_question_of_another_order_cannot_be_answered() -> None:
    order = an_order()

    with pytest.raises(QuestionUnknown):
        Production(id=order.id).answer(order, QUESTION, "?", by="staff:1", at=NOW)


def test_open_question_blocks_the_finish_of_its_item() -> None:
    order = an_order(an_item(), an_item(SHELVES, quantity=5))
    floor = a_floor(order)
    floor.ask(order, a_tap(), QUESTION, "Фаска?", item_id=MIRROR)
    floor.start(order, a_tap(), MIRROR)

    with pytest.raises(QuestionOpen) as refused:
        floor.finish(order, a_tap(), MIRROR, 1)

    assert refused.value.params == {"questions": [QUESTION]}


def test_open_question_blocks_nothing_else() -> None:
    order = an_order(an_item(), an_item(SHELVES, quantity=5))
    floor = a_floor(order)
    floor.ask(order, a_tap(), QUESTION, "Фаска?", item_id=MIRROR)

    floor.start(order, a_tap(), MIRROR)
    floor.pause(order, a_tap(), MIRROR)
    made(floor, order, SHELVES, pieces=5)
    floor.pass_control(order, a_tap(), SHELVES, 5)


def test_answer_frees_the_finish() -> None:
    order = an_order()
    floor = a_floor(order)
    floor.ask(order, a_tap(), QUESTION, "Фаска?", item_id=MIRROR)
    floor.start(order, a_tap(), MIRROR)
    floor.answer(order, QUESTION, "С лица", by="staff:1", at=NOW)

    floor.finish(order, a_tap(), MIRROR, 1)


def test_question_about_the_whole_order_blocks_no_finish() -> None:
    order = an_order()
    floor = a_floor(order)
    floor.ask(order, a_tap(), QUESTION, "Кто заберёт?")

    made(floor, order, MIRROR)
