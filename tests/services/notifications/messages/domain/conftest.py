"""Messages where a test begins."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from contracts.notifications.events import (
    MessageChannel,
    Purpose,
)
from services.notifications.messages.domain import (
    Letter,
    Line,
    Message,
    State,
)

ID, ORDER, CLIENT, OFFICE, KEY = (UUID(int=n) for n in range(1, 6))
AT = datetime(2026, 11, 24, 11, 0, tzinfo=UTC)
ABOUT: dict[str, Any] = {
    "message_id": ID,
    "work_order_id": ORDER,
    "client_id": CLIENT,
    "purpose": Purpose.ORDER_READY,
}
SMS = Letter(
    channel=MessageChannel.SMS, address="+79215551234", subject="", body="Заказ Л-0417/26 готов"
)


def a_message(state: State = State.QUEUED) -> Message:
    message = Message.order_ready(
        ID,
        client_known=state is not State.WAITING,
        at=AT,
        cause_id=UUID(int=9),
        correlation_id="c",
        work_order_id=ORDER,
        order_number="Л-0417/26",
        lines=(Line(ru="Зеркало", en="Mirror", quantity=1),),
        client_id=CLIENT,
        pickup_office_id=OFFICE,
    )
    if state in {State.SENDING, State.ACCEPTED, State.UNKNOWN, State.FAILED, State.DELIVERED}:
        message.claim(SMS, at=AT)
    match state:
        case State.ACCEPTED:
            message.accept(at=AT)
        case State.DELIVERED:
            message.deliver(at=AT)
        case State.UNKNOWN:
            message.lose(at=AT)
        case State.FAILED:
            message.fail("refused", at=AT)
        case State.CALL:
            message.need_call(at=AT)
        case State.WITHDRAWN:
            message.nothing_to_tell("reopened", at=AT)
        case _:
            pass
    message.drain()
    assert message.state is state
    return message
