"""A message on its way: sent, tried again, unknown."""

from datetime import timedelta

import pytest

from contracts.notifications.events import (
    MessageAccepted,
    MessageChannel,
    MessageFailed,
    MessageUnknown,
)
from services.notifications.messages.domain import (
    ATTEMPTS,
    HOLD,
    State,
    pause_before,
)
from tests.services.notifications.messages.domain.conftest import ABOUT, AT, SMS, a_message


def test_a_new_message_waits_a_minute_and_says_nothing() -> None:
    message = a_message()
    assert (message.state, message.due_at, message.recorded) == (State.QUEUED, AT + HOLD, [])
    assert timedelta(seconds=60) == HOLD


def test_a_message_to_a_stranger_waits_for_him() -> None:
    message = a_message(State.WAITING)

    message.client_known(at=AT)

    assert (message.state, message.due_at) == (State.QUEUED, AT + HOLD)


@pytest.mark.parametrize("state", [s for s in State if s is not State.WAITING])
def test_a_known_client_changes_nothing_for_a_message_that_goes_on(state: State) -> None:
    message = a_message(state)
    message.client_known(at=AT)
    assert message.state is state


def test_the_provider_s_yes_tells_that_the_client_is_told() -> None:
    message = a_message(State.SENDING)

    message.accept(at=AT)

    assert message.recorded == [MessageAccepted(**ABOUT, channel=MessageChannel.SMS, at=AT)]
    assert (message.told_at, message.claimed_at) == (AT, None)


def test_silence_is_unknown_and_asked_about_at_once() -> None:
    message = a_message(State.SENDING)

    message.lose(at=AT)

    assert message.recorded == [MessageUnknown(**ABOUT, channel=MessageChannel.SMS, at=AT)]
    assert message.due_at == AT


def test_questions_without_an_answer_grow_seldom() -> None:
    message = a_message(State.UNKNOWN)
    waits = []
    now = AT
    for _ in range(12):
        message.ask_later(at=now)
        waits.append(message.due_at - now)
        now = message.due_at

    assert waits[0] == timedelta(seconds=15)
    assert waits == sorted(waits)
    assert waits[-1] == timedelta(minutes=30)


def test_a_passing_trouble_is_tried_again_after_a_growing_pause() -> None:
    message = a_message()
    pauses = []
    for _ in range(ATTEMPTS - 1):
        message.claim(SMS, at=AT)
        message.try_later(at=AT)
        pauses.append(message.due_at - AT)

    assert message.state is State.QUEUED
    assert pauses[0] == timedelta(seconds=5)
    assert pauses == sorted(pauses)
    assert timedelta(hours=1) < sum(pauses, timedelta()) < timedelta(hours=4)


def test_the_last_try_ends_in_failure() -> None:
    message = a_message()
    message.attempts = ATTEMPTS - 1
    message.claim(SMS, at=AT)

    message.try_later(at=AT)

    assert message.recorded == [
        MessageFailed(**ABOUT, reason="unreachable", channel=MessageChannel.SMS, at=AT)
    ]


@pytest.mark.parametrize("attempt", [-1, 0, 1, 20, 10_000])
def test_no_pause_is_longer_than_half_an_hour(attempt: int) -> None:
    assert timedelta(seconds=5) <= pause_before(attempt) <= timedelta(minutes=30)
