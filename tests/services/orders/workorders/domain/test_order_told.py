"""Was the client told? The order says what is known, and the office when it has to act."""

from uuid import UUID

import pytest

from contracts.orders import events
from contracts.orders.words import ToldState
from services.orders.workorders.domain import WorkOrder
from services.orders.workorders.domain.sheet import TOLD
from tests.services.orders.workorders.story import MESSAGE, NOW, issued, news, ready, told

NEXT = UUID(int=MESSAGE.int + 1)
BEFORE = UUID(int=MESSAGE.int - 1)
NOT_TOLD = sorted(set(ToldState) - TOLD)
LIFE = (ToldState.UNKNOWN, ToldState.TOLD, ToldState.DELIVERED)


def state(order: WorkOrder) -> tuple[ToldState | None, str | None, bool]:
    return order.told_state, order.told_reason, order.told_at is not None


@pytest.mark.parametrize("said", NOT_TOLD)
def test_the_office_hears_that_it_has_to_act(said: ToldState) -> None:
    order = ready()

    assert order.hear(news(said))

    event = order.recorded[-1]
    assert isinstance(event, events.WorkOrderClientNotTold)
    assert (event.state, event.reason, event.at) == (said, order.told_reason, NOW)
    assert state(order) == (said, event.reason, False)


def test_a_message_that_did_not_arrive_was_not_told_after_all() -> None:
    order = ready()
    order.hear(news())

    order.hear(news(ToldState.FAILED, reason="not-delivered"))

    assert state(order) == (ToldState.FAILED, "not-delivered", False)
    assert order.told_by is None


def test_a_call_mends_a_failure() -> None:
    order = ready()
    order.hear(news(ToldState.FAILED))

    order.hear(news(channel="phone", sequence=9))

    assert state(order) == (ToldState.TOLD, None, True)
    assert order.told_by == "phone"


def test_each_step_of_a_message_is_one_event_and_a_repeat_is_none() -> None:
    order = ready()

    heard = [order.hear(news(step)) for step in LIFE for _ in range(2)]

    assert heard == [True, False] * 3
    assert told(order)[-3:] == [
        "WorkOrderClientNotTold",
        "WorkOrderClientTold",
        "WorkOrderClientReached",
    ]
    assert state(order) == (ToldState.DELIVERED, None, True)


def test_an_older_step_that_comes_again_changes_nothing() -> None:
    order = ready()
    order.hear(news(ToldState.UNKNOWN))
    order.hear(news())

    assert not order.hear(news(ToldState.UNKNOWN))
    assert state(order) == (ToldState.TOLD, None, True)


def test_steps_heard_before_their_sequence_was_kept_are_known_by_their_instant() -> None:
    order = ready()
    order.hear(news())
    order.told_sequence = None

    assert not order.hear(news(sequence=7))
    assert order.hear(news(ToldState.FAILED))


def test_a_delivery_that_overtakes_everything_tells_when_he_was_told() -> None:
    order = ready()

    order.hear(news(ToldState.DELIVERED))

    assert (order.told_at, order.told_by) == (NOW, "sms")


def test_what_an_older_message_became_changes_nothing() -> None:
    order = ready()
    order.hear(news())

    assert not order.hear(news(ToldState.FAILED, message_id=BEFORE))
    assert order.hear(news(ToldState.FAILED, message_id=NEXT))


def test_a_message_from_before_the_order_went_back_stays_void() -> None:
    order = ready()
    order.hear(news())
    order.reopen((order.items[0].id,), "скол", at=NOW)
    assert state(order) == (None, None, False)
    order.mark_ready(at=NOW)

    assert not order.hear(news(ToldState.DELIVERED))
    assert order.hear(news(message_id=NEXT))


@pytest.mark.parametrize("said", NOT_TOLD)
def test_nobody_has_to_act_once_the_client_has_his_order(said: ToldState) -> None:
    order = issued()

    assert not order.hear(news(said))
    assert order.told_state is None
