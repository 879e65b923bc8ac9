"""A message that is void, reported on, or asked about."""

import pytest

from contracts.notifications.events import (
    MessageAccepted,
    MessageChannel,
    MessageDelivered,
    MessageFailed,
    MessageWithdrawn,
)
from services.notifications.messages.domain import (
    Fate,
    State,
)
from tests.services.notifications.messages.domain.conftest import ABOUT, AT, KEY, a_message


@pytest.mark.parametrize("state", [State.WAITING, State.QUEUED, State.CALL])
@pytest.mark.parametrize("reason", ["reopened", "cancelled", "issued"])
def test_what_has_not_left_is_taken_back(state: State, reason: str) -> None:
    message = a_message(state)

    message.nothing_to_tell(reason, at=AT)

    assert message.state is State.WITHDRAWN
    assert message.recorded == [MessageWithdrawn(**ABOUT, reason=reason, at=AT)]


@pytest.mark.parametrize("state", [State.SENDING, State.UNKNOWN, State.FAILED])
def test_what_has_left_is_only_marked(state: State) -> None:
    message = a_message(state)

    message.nothing_to_tell("reopened", at=AT)

    assert (message.state, message.moot, message.recorded) == (state, True, [])


@pytest.mark.parametrize("state", [State.ACCEPTED, State.DELIVERED, State.WITHDRAWN])
def test_what_was_told_was_told(state: State) -> None:
    message = a_message(state)

    message.nothing_to_tell("reopened", at=AT)

    assert (message.state, message.moot, message.recorded) == (state, False, [])


@pytest.mark.parametrize("state", [State.SENDING, State.UNKNOWN])
def test_a_marked_message_that_did_not_arrive_is_not_sent_again(state: State) -> None:
    message = a_message(state)
    message.nothing_to_tell("cancelled", at=AT)

    message.try_later(at=AT)

    assert message.recorded == [MessageWithdrawn(**ABOUT, reason="cancelled", at=AT)]


@pytest.mark.parametrize("state", [State.SENDING, State.UNKNOWN, State.QUEUED])
def test_a_report_that_overtakes_the_answer_counts_as_the_answer(state: State) -> None:
    message = a_message(State.SENDING)
    if state is State.QUEUED:
        message.try_later(at=AT)
    elif state is State.UNKNOWN:
        message.lose(at=AT)
    message.drain()

    message.deliver(at=AT)

    channel = MessageChannel.SMS
    assert message.recorded == [
        MessageAccepted(**ABOUT, channel=channel, at=AT),
        MessageDelivered(**ABOUT, channel=channel, at=AT),
    ]


@pytest.mark.parametrize("state", [State.DELIVERED, State.FAILED, State.WITHDRAWN, State.CALL])
def test_a_report_that_comes_again_or_too_late_says_nothing(state: State) -> None:
    message = a_message(state)

    message.deliver(at=AT)
    message.come_back(at=AT)
    message.confirm(at=AT)

    assert (message.state, message.recorded) == (state, [])


def test_a_report_of_a_letter_that_was_never_written_says_nothing() -> None:
    message = a_message(State.FAILED)
    message.send_again(new_key=KEY, at=AT)

    message.deliver(at=AT)

    assert (message.state, message.recorded) == (State.QUEUED, [])


def test_what_the_network_could_not_deliver_has_failed_and_is_not_told() -> None:
    message = a_message(State.ACCEPTED)

    message.come_back(at=AT)

    assert message.recorded == [
        MessageFailed(**ABOUT, reason="not-delivered", channel=MessageChannel.SMS, at=AT)
    ]
    assert message.told_at is None


@pytest.mark.parametrize(
    ("fate", "state"),
    [
        (Fate.ACCEPTED, State.ACCEPTED),
        (Fate.DELIVERED, State.DELIVERED),
        (Fate.UNDELIVERED, State.FAILED),
        (Fate.NEVER_ARRIVED, State.QUEUED),
        (Fate.NO_ANSWER, State.UNKNOWN),
    ],
)
def test_what_a_provider_says_when_asked_settles_an_unknown_message(
    fate: Fate, state: State
) -> None:
    message = a_message(State.UNKNOWN)
    message.learn(fate, at=AT)
    assert message.state is state
