"""What the desk does with a message, and that no path leaves the table."""

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contracts.notifications.events import (
    MessageAccepted,
    MessageCallNeeded,
    MessageChannel,
    MessageFailed,
)
from services.notifications.messages.domain import (
    DEADLINE,
    TRANSITIONS,
    MessageNotCalled,
    MessageNotSentAgain,
    OrderNoLongerReady,
    State,
)
from tests.services.notifications.messages.domain.conftest import ABOUT, AT, ID, KEY, SMS, a_message


def test_a_failed_message_is_written_anew_under_a_new_key() -> None:
    message = a_message(State.FAILED)

    message.send_again(new_key=KEY, at=AT)

    assert (message.state, message.due_at, message.attempts) == (State.QUEUED, AT, 0)
    assert (message.provider_key, message.letter, message.reason) == (KEY, None, None)


def test_an_unknown_message_goes_again_as_it_was_and_is_asked_about_first() -> None:
    message = a_message(State.UNKNOWN)

    message.send_again(new_key=KEY, at=AT)

    assert (message.provider_key, message.letter, message.attempts) == (ID, SMS, 1)


@pytest.mark.parametrize("state", [s for s in State if s not in {State.FAILED, State.UNKNOWN}])
def test_nothing_else_is_sent_again(state: State) -> None:
    message = a_message(state)
    with pytest.raises(MessageNotSentAgain):
        message.send_again(new_key=KEY, at=AT)
    assert message.state is state


@pytest.mark.parametrize("state", [State.FAILED, State.UNKNOWN])
def test_a_void_message_is_neither_sent_again_nor_rung_about(state: State) -> None:
    message = a_message(state)
    message.nothing_to_tell("reopened", at=AT)

    with pytest.raises(OrderNoLongerReady):
        message.send_again(new_key=KEY, at=AT)
    with pytest.raises(OrderNoLongerReady):
        message.call_made(at=AT)


def test_who_wants_a_call_is_rung_by_the_desk() -> None:
    message = a_message()

    message.need_call(at=AT)
    message.call_made(at=AT)

    assert message.recorded == [
        MessageCallNeeded(**ABOUT, at=AT),
        MessageAccepted(**ABOUT, channel=MessageChannel.PHONE, at=AT),
    ]


@pytest.mark.parametrize("state", [State.FAILED, State.UNKNOWN])
def test_a_call_mends_what_a_message_could_not(state: State) -> None:
    message = a_message(state)
    message.call_made(at=AT)
    assert (message.state, message.channel) == (State.ACCEPTED, MessageChannel.PHONE)


@pytest.mark.parametrize(
    "state", [s for s in State if s not in {State.FAILED, State.UNKNOWN, State.CALL}]
)
def test_nobody_rings_about_what_goes_by_itself(state: State) -> None:
    message = a_message(state)
    with pytest.raises(MessageNotCalled):
        message.call_made(at=AT)
    assert message.state is state


def test_an_office_that_nobody_knows_is_waited_for_an_hour() -> None:
    message = a_message()

    message.wait_for_office(at=AT + timedelta(minutes=59))
    assert (message.state, message.due_at > AT + timedelta(minutes=59)) == (State.QUEUED, True)

    message.wait_for_office(at=AT + DEADLINE)
    assert message.recorded == [MessageFailed(**ABOUT, reason="office-unknown", at=AT + DEADLINE)]


@pytest.mark.parametrize("state", list(State))
def test_of_an_erased_client_no_address_and_no_word_stays(state: State) -> None:
    message = a_message(state)

    message.client_erased(at=AT)

    assert (message.address, message.subject, message.body) == (None, None, None)
    assert message.moot


ACTS = (
    "client_known",
    "accept",
    "lose",
    "try_later",
    "ask_later",
    "confirm",
    "deliver",
    "come_back",
    "need_call",
    "call_made",
    "client_erased",
    "wait_for_office",
)


@given(st.lists(st.sampled_from([*ACTS, "claim", "fail", "nothing_to_tell", "send_again"])))
def test_no_path_leaves_the_table_and_every_event_takes_the_next_number(acts: list[str]) -> None:
    message = a_message(State.WAITING)
    arguments: dict[str, tuple[Any, ...]] = {
        "claim": (SMS,),
        "fail": ("refused",),
        "nothing_to_tell": ("reopened",),
    }
    for act in acts:
        before, number = message.state, message.sequence
        more = {"new_key": KEY} if act == "send_again" else {}
        try:
            getattr(message, act)(*arguments.get(act, ()), at=AT, **more)
        except (MessageNotSentAgain, MessageNotCalled, OrderNoLongerReady, AssertionError):
            assert message.state is before
        assert message.sequence - number <= 2
        reached = {before} | TRANSITIONS[before]
        assert message.state in reached | {s for state in reached for s in TRANSITIONS[state]}
