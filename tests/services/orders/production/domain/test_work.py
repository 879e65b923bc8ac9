"""An item in a shop goes only where the table lets it, and never counts pieces twice."""

from typing import Any

import pytest

from chassis.errors import Conflict
from contracts.orders.work import WorkState
from contracts.rights import Shop
from services.orders.production.domain import TRANSITIONS, ItemWork
from services.orders.production.domain.refusals import (
    NothingToTakeBack,
    NotPassed,
    NotYourStep,
    TakeBackTooLate,
    TooManyPieces,
    WorkAlreadyFinished,
    WorkAlreadyPassed,
    WorkAlreadyStarted,
    WorkNotStarted,
    WorkResting,
)
from tests.services.orders.production.floor import (
    ANOTHER_WORKER,
    MIRROR,
    NOW,
    ORDER,
    OTHER_TABLET,
    VOLKOV,
    a_tap,
    later,
)

SHELVES_OF_LINE = 5


def a_work(state: WorkState = WorkState.QUEUED, **said: Any) -> ItemWork:
    return ItemWork(
        order_id=ORDER, item_id=MIRROR, shop=Shop.WORKSHOP, revision=1, state=state, **said
    )


def test_every_state_can_be_left() -> None:
    assert set(TRANSITIONS) == set(WorkState)
    assert all(TRANSITIONS.values())


def test_started_work_names_the_doer_and_both_clocks() -> None:
    work = a_work()

    work.start(a_tap(at=later(60), operated_at=NOW))

    assert work.state is WorkState.STARTED
    assert (work.by, work.operator_id) == (a_tap().by, VOLKOV)
    assert (work.step_at, work.operated_at) == (later(60), NOW)


def test_paused_work_goes_on() -> None:
    work = a_work()

    work.start(a_tap())
    work.pause(a_tap())
    work.start(a_tap())

    assert work.state is WorkState.STARTED


@pytest.mark.parametrize(
    ("state", "verb", "refusal"),
    [
        (WorkState.STARTED, "start", WorkAlreadyStarted),
        (WorkState.FINISHED, "start", WorkAlreadyFinished),
        (WorkState.PASSED, "start", WorkAlreadyPassed),
        (WorkState.QUEUED, "pause", WorkNotStarted),
        (WorkState.PAUSED, "pause", WorkResting),
        (WorkState.FINISHED, "pause", WorkAlreadyFinished),
        (WorkState.PASSED, "pause", WorkAlreadyPassed),
    ],
)
def test_step_that_the_state_does_not_allow_is_refused_by_its_name(
    state: WorkState, verb: str, refusal: type[Conflict]
) -> None:
    work = a_work(state)

    with pytest.raises(refusal):
        getattr(work, verb)(a_tap())

    assert work.state is state


@pytest.mark.parametrize(
    ("state", "refusal"),
    [
        (WorkState.QUEUED, WorkNotStarted),
        (WorkState.PAUSED, WorkResting),
        (WorkState.FINISHED, WorkAlreadyFinished),
        (WorkState.PASSED, WorkAlreadyPassed),
    ],
)
def test_work_not_in_hand_cannot_be_finished(state: WorkState, refusal: type[Conflict]) -> None:
    with pytest.raises(refusal):
        a_work(state).finish(a_tap(), 1, of=1)


def test_refusal_tells_the_second_tablet_who_was_first_and_when() -> None:
    work = a_work()
    work.start(a_tap())

    with pytest.raises(WorkAlreadyStarted) as refused:
        work.start(a_tap(by=f"device:{OTHER_TABLET}", operator_id=ANOTHER_WORKER))

    assert refused.value.params["operator_id"] == VOLKOV
    assert refused.value.params["step_at"] == NOW


def test_part_of_the_pieces_leaves_the_work_in_hand() -> None:
    work = a_work(WorkState.STARTED)

    work.finish(a_tap(), 2, of=SHELVES_OF_LINE)

    assert (work.state, work.done) == (WorkState.STARTED, 2)


def test_the_last_piece_finishes_the_item() -> None:
    work = a_work(WorkState.STARTED, done=2)

    work.finish(a_tap(), 3, of=SHELVES_OF_LINE)

    assert (work.state, work.done) == (WorkState.FINISHED, 5)


def test_more_pieces_than_are_left_are_refused() -> None:
    work = a_work(WorkState.STARTED, done=2)

    with pytest.raises(TooManyPieces) as refused:
        work.finish(a_tap(), 4, of=SHELVES_OF_LINE)

    assert refused.value.params == {"quantity": 4, "left": 3}
    assert work.done == 2


@pytest.mark.parametrize(
    ("verbs", "state"),
    [
        (("start",), WorkState.QUEUED),
        (("start", "pause"), WorkState.STARTED),
        (("start", "pause", "start"), WorkState.PAUSED),
    ],
)
def test_own_last_step_is_taken_back(verbs: tuple[str, ...], state: WorkState) -> None:
    work = a_work()
    for verb in verbs:
        getattr(work, verb)(a_tap())

    undone = work.take_back(a_tap(at=later(10)))

    assert undone == verbs[-1]
    assert work.state is state


def test_finish_taken_back_takes_the_pieces_back() -> None:
    work = a_work(WorkState.STARTED, done=2)
    work.finish(a_tap(), 3, of=SHELVES_OF_LINE)

    assert work.take_back(a_tap()) == "finish"
    assert (work.state, work.done) == (WorkState.STARTED, 2)


def test_step_cannot_be_taken_back_after_ten_seconds_of_the_server() -> None:
    work = a_work()
    work.start(a_tap())

    with pytest.raises(TakeBackTooLate):
        work.take_back(a_tap(at=later(11), operated_at=NOW))


@pytest.mark.parametrize(
    "other", [{"operator_id": ANOTHER_WORKER}, {"by": f"device:{OTHER_TABLET}"}]
)
def test_step_of_somebody_else_cannot_be_taken_back(other: dict[str, Any]) -> None:
    work = a_work()
    work.start(a_tap())

    with pytest.raises(NotYourStep):
        work.take_back(a_tap(**other))


def test_nothing_is_taken_back_where_nothing_was_done() -> None:
    with pytest.raises(NothingToTakeBack):
        a_work().take_back(a_tap())


def test_only_one_step_is_taken_back() -> None:
    work = a_work()
    work.start(a_tap())
    work.pause(a_tap())
    work.take_back(a_tap())

    with pytest.raises(NothingToTakeBack):
        work.take_back(a_tap())


def test_control_cannot_be_taken_back() -> None:
    work = a_work(WorkState.STARTED)
    work.finish(a_tap(), 2, of=SHELVES_OF_LINE)
    work.pass_control(a_tap(), 1, of=SHELVES_OF_LINE)

    with pytest.raises(NothingToTakeBack):
        work.take_back(a_tap())


def test_item_has_passed_when_all_its_pieces_have() -> None:
    work = a_work(WorkState.FINISHED, done=5)

    work.pass_control(a_tap(), 2, of=SHELVES_OF_LINE)
    assert (work.state, work.passed, work.to_check) == (WorkState.FINISHED, 2, 3)

    work.pass_control(a_tap(), 3, of=SHELVES_OF_LINE)
    assert (work.state, work.passed, work.to_check) == (WorkState.PASSED, 5, 0)


def test_pieces_that_are_not_made_cannot_pass() -> None:
    with pytest.raises(TooManyPieces):
        a_work(WorkState.STARTED, done=2).pass_control(a_tap(), 3, of=SHELVES_OF_LINE)


def test_passed_item_cannot_pass_again() -> None:
    with pytest.raises(WorkAlreadyPassed):
        a_work(WorkState.PASSED, done=1, passed=1).pass_control(a_tap(), 1, of=1)


def test_failed_pieces_queue_the_item_again() -> None:
    work = a_work(WorkState.FINISHED, done=5, passed=1)

    work.fail_control(a_tap(), 2)

    assert (work.state, work.done, work.passed) == (WorkState.QUEUED, 3, 1)


def test_failed_piece_leaves_work_in_hand_in_hand() -> None:
    work = a_work(WorkState.STARTED, done=2)

    work.fail_control(a_tap(), 1)

    assert (work.state, work.done) == (WorkState.STARTED, 1)


def test_pieces_that_had_passed_count_last_among_the_failed() -> None:
    work = a_work(WorkState.PASSED, done=5, passed=5)

    work.fail_control(a_tap(), 2)

    assert (work.state, work.done, work.passed) == (WorkState.QUEUED, 3, 3)


def test_pieces_that_are_not_made_cannot_fail() -> None:
    with pytest.raises(TooManyPieces):
        a_work(WorkState.FINISHED, done=2).fail_control(a_tap(), 3)


def test_item_reopened_whole_is_made_again_from_nothing() -> None:
    work = a_work(WorkState.PASSED, done=5, passed=5)

    work.reopen(a_tap(), 5)

    assert (work.state, work.done, work.passed) == (WorkState.QUEUED, 0, 0)


def test_one_piece_of_a_passed_item_is_made_again() -> None:
    work = a_work(WorkState.PASSED, done=5, passed=5)

    work.reopen(a_tap(), 1)

    assert (work.state, work.done, work.passed) == (WorkState.QUEUED, 4, 4)


def test_more_pieces_than_there_are_cannot_be_reopened() -> None:
    with pytest.raises(TooManyPieces):
        a_work(WorkState.PASSED, done=5, passed=5).reopen(a_tap(), 6)


def test_item_that_has_not_passed_cannot_be_reopened() -> None:
    with pytest.raises(NotPassed):
        a_work(WorkState.FINISHED, done=1).reopen(a_tap(), 1)


def test_voided_work_is_queued_with_nothing_done() -> None:
    work = a_work(WorkState.STARTED)
    work.finish(a_tap(), 2, of=SHELVES_OF_LINE)

    work.void(2)

    assert (work.state, work.done, work.passed, work.revision) == (WorkState.QUEUED, 0, 0, 2)
    with pytest.raises(NothingToTakeBack):
        work.take_back(a_tap())
