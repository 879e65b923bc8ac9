"""Each judge of the bus is shown the breaks that it is there for, and names them."""

from dataclasses import replace
from typing import Any

import pytest

from chassis.inbox import Outcome
from tests.faults.bus import judges
from tests.faults.bus.judges import Backlog, Contest, Delivery

TOLD = Delivery("delivered", 1, 1, ("client-told", "client-reached"))
WORKED_OFF = Backlog(50, 100, 100, 180.0)
CONTEST = Contest(20, 3, {200: 1, 412: 19}, 4, "607×900", "607×900", frozenset({4}))


def test_what_is_sound_has_no_break() -> None:
    assert judges.told_as_promised(TOLD, TOLD) == []
    assert judges.taken_well({Outcome.DONE, Outcome.SKIPPED}) == []
    assert judges.worked_off(WORKED_OFF, 50, 100) == []
    assert judges.read_on([1, 2, 3], 3) == []
    assert judges.stayed_small(59.0) == []
    assert judges.one_wins(CONTEST) == []
    assert judges.told_of_each(2, 2, [1, 2]) == []
    assert judges.one_acts({200: 1, 409: 10, 412: 9}, 1) == []


@pytest.mark.parametrize(
    "planted",
    [
        {"state": "accepted"},
        {"reason": "refused"},
        {"sent": 0},
        {"sent": 2},
        {"names": 2},
        {"doubled": 1},
        {"said": ("client-told",)},
        {"said": ("client-reached", "client-told")},
        {"said": ("client-told", "client-told", "client-reached")},
    ],
    ids=str,
)
def test_a_client_told_otherwise_is_seen(planted: dict[str, Any]) -> None:
    """FM12, FM13."""
    assert len(judges.told_as_promised(replace(TOLD, **planted), TOLD)) == 1


@pytest.mark.parametrize("outcome", sorted(set(Outcome) - judges.GOOD))
def test_an_event_of_another_version_that_is_not_acted_on_is_seen(outcome: Outcome) -> None:
    """FM16."""
    assert len(judges.taken_well({Outcome.DONE, outcome})) == 1
    assert judges.taken_well(set()) != []


@pytest.mark.parametrize(
    "planted", [{"cards": 49}, {"oldest": 99}, {"newest": 101}, {"mib": 400.0}], ids=str
)
def test_a_backlog_that_is_not_worked_off_is_seen(planted: dict[str, Any]) -> None:
    """FM18."""
    assert len(judges.worked_off(replace(WORKED_OFF, **planted), 50, 100)) == 1


@pytest.mark.parametrize("planted", [[1, 3], [1, 2], [1, 2, 2, 3], [2, 1, 3], []], ids=str)
def test_a_reader_that_lost_doubled_or_mixed_events_is_seen(planted: list[int]) -> None:
    """FM22."""
    assert len(judges.read_on(planted, 3)) == 1


def test_a_gateway_that_keeps_everything_for_who_takes_nothing_is_seen() -> None:
    """FM22."""
    assert judges.stayed_small(60.0) != []


@pytest.mark.parametrize(
    "planted",
    [
        {"statuses": {200: 2, 412: 18}},
        {"statuses": {412: 20}},
        {"statuses": {200: 1, 412: 18, 500: 1}},
        {"statuses": {200: 1, 412: 18}},
        {"now": 5},
        {"kept": "608×900"},
        {"shown": frozenset({3, 4})},
        {"shown": frozenset()},
    ],
    ids=str,
)
def test_a_contest_without_one_winner_is_seen(planted: dict[str, Any]) -> None:
    """FM28."""
    assert len(judges.one_wins(replace(CONTEST, **planted))) == 1


def test_changes_without_their_traces_are_seen() -> None:
    """FM28."""
    assert judges.told_of_each(2, 1, [1, 2]) != []
    assert judges.told_of_each(2, 2, [1]) != []
    assert judges.told_of_each(2, 2, [1, 3]) != []
    assert judges.told_of_each(2, 2, [2, 1]) != []


@pytest.mark.parametrize(
    ("statuses", "events"), [({200: 2, 409: 18}, 1), ({200: 1, 500: 19}, 1), ({409: 20}, 1)]
)
def test_a_step_that_acts_otherwise_than_once_is_seen(
    statuses: dict[int, int], events: int
) -> None:
    """FM28."""
    assert judges.one_acts(statuses, events) != []
    assert judges.one_acts({200: 1, 409: 19}, 2) != []
    assert judges.one_acts({200: 1, 409: 19}, 0) != []
