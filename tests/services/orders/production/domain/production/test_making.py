"""Items are started, put aside, finished; a correction comes in between."""

from collections.abc import Callable
from typing import Any

import pytest

from contracts.orders.events import (
    WorkFinished,
    WorkPaused,
    WorkStarted,
    WorkTakenBack,
)
from contracts.orders.work import WorkState
from contracts.rights import Shop
from services.orders.production.domain import Production, Tap
from services.orders.production.domain.refusals import (
    RevisionNotAccepted,
)
from services.orders.workorders.domain import WorkOrder
from tests.services.orders.production.floor import (
    MIRROR,
    SHELVES,
    a_content,
    a_floor,
    a_tap,
    an_item,
    an_order,
    made,
)

Verb = Callable[[Production, WorkOrder, Tap], Any]


def test_every_step_of_an_item_is_told_with_its_state_and_pieces() -> None:
    order = an_order(an_item(SHELVES, quantity=5))
    floor = a_floor(order)

    floor.start(order, a_tap(), SHELVES)
    floor.pause(order, a_tap(), SHELVES, "Обед")
    floor.start(order, a_tap(), SHELVES)
    floor.finish(order, a_tap(), SHELVES, 2)
    floor.take_back(order, a_tap(), SHELVES)

    facts = [
        (type(event), event.state, event.quantity_done)
        for event in order.recorded
        if isinstance(event, WorkStarted | WorkPaused | WorkFinished | WorkTakenBack)
    ]
    assert facts == [
        (WorkStarted, WorkState.STARTED, 0),
        (WorkPaused, WorkState.PAUSED, 0),
        (WorkStarted, WorkState.STARTED, 0),
        (WorkFinished, WorkState.STARTED, 2),
        (WorkTakenBack, WorkState.STARTED, 0),
    ]


def test_taken_back_step_is_told_by_its_name() -> None:
    order = an_order()
    floor = a_floor(order)
    floor.start(order, a_tap(), MIRROR)

    floor.take_back(order, a_tap(), MIRROR)

    taken_back = order.recorded[-1]
    assert isinstance(taken_back, WorkTakenBack)
    assert (taken_back.step, taken_back.state) == ("start", WorkState.QUEUED)


@pytest.mark.parametrize(
    "verb",
    [
        lambda floor, order, tap: floor.start(order, tap, MIRROR),
        lambda floor, order, tap: floor.finish(order, tap, MIRROR, 1),
        lambda floor, order, tap: floor.pass_control(order, tap, MIRROR, 1),
    ],
    ids=["start", "finish", "pass-control"],
)
def test_corrected_order_is_not_worked_on_until_the_shop_accepts(verb: Verb) -> None:
    order = an_order(an_item(), an_item(SHELVES))
    floor = a_floor(order)
    order.correct(a_content(an_item(), an_item(SHELVES, width=900)))

    with pytest.raises(RevisionNotAccepted) as refused:
        verb(floor, order, a_tap(revision=2))

    assert refused.value.params == {"current": 2}


def test_order_that_a_tablet_only_has_is_not_worked_on() -> None:
    order, floor = an_order(), Production(id=an_order().id)
    floor.receive(order, a_tap())

    with pytest.raises(RevisionNotAccepted):
        floor.start(order, a_tap(), MIRROR)


def test_work_is_put_aside_without_accepting_the_correction() -> None:
    order = an_order(an_item(), an_item(SHELVES))
    floor = a_floor(order)
    floor.start(order, a_tap(), MIRROR)
    order.correct(a_content(an_item(), an_item(SHELVES, width=900)))

    floor.pause(order, a_tap(revision=2), MIRROR)


def test_corrected_item_is_queued_again_with_nothing_done() -> None:
    order = an_order(an_item(SHELVES, quantity=5))
    floor = a_floor(order)
    floor.start(order, a_tap(), SHELVES)
    floor.finish(order, a_tap(), SHELVES, 2)

    order.correct(a_content(an_item(SHELVES, quantity=5, width=900)))

    work = floor.work_of(order.items[0], Shop.WORKSHOP)
    assert (work.state, work.done) == (WorkState.QUEUED, 0)


def test_corrected_item_is_begun_again() -> None:
    order = an_order(an_item(SHELVES, quantity=5))
    floor = a_floor(order)
    made(floor, order, SHELVES, pieces=5)
    order.correct(a_content(an_item(SHELVES, quantity=5, width=900)))
    floor.accept(order, a_tap(revision=2))

    floor.start(order, a_tap(revision=2), SHELVES)

    assert len(floor.works) == 1
    work = floor.work_of(order.items[0], Shop.WORKSHOP)
    assert (work.state, work.done, work.revision) == (WorkState.STARTED, 0, 2)


def test_item_that_the_correction_left_alone_keeps_its_state() -> None:
    order = an_order(an_item(), an_item(SHELVES))
    floor = a_floor(order)
    made(floor, order, MIRROR)
    order.correct(a_content(an_item(), an_item(SHELVES, width=900)))
    floor.accept(order, a_tap(revision=2))

    floor.pass_control(order, a_tap(revision=2), MIRROR, 1)
