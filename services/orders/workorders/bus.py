"""What the work orders learn from others: clients, offices, and whether the client was told."""

from collections.abc import Mapping
from uuid import UUID

from chassis.bus import Consumers
from chassis.db import Db
from contracts.clients.events import ClientChanged
from contracts.envelope import Envelope
from contracts.gateway.events import OfficeChanged
from contracts.notifications.events import (
    MessageAccepted,
    MessageCallNeeded,
    MessageDelivered,
    MessageFailed,
    MessageUnknown,
    Purpose,
)
from contracts.orders.words import ToldState
from contracts.topics import CLIENTS
from services.orders.workorders import commands
from services.orders.workorders.domain import News

consumers = Consumers("orders.workorders")
AnyMessage = MessageAccepted | MessageDelivered | MessageFailed | MessageUnknown | MessageCallNeeded
_STATES: Mapping[type[AnyMessage], ToldState] = {
    MessageAccepted: ToldState.TOLD,
    MessageDelivered: ToldState.DELIVERED,
    MessageFailed: ToldState.FAILED,
    MessageUnknown: ToldState.UNKNOWN,
    MessageCallNeeded: ToldState.CALL_NEEDED,
}


@consumers.on(ClientChanged)
async def on_client_changed(event: ClientChanged, note: Envelope, db: Db) -> None:
    """A client was taken down or corrected. Idempotent: only a newer sequence is kept."""
    await commands.keep_client(db, event, sequence=note.sequence)


@consumers.on_tombstone(CLIENTS)
async def on_client_forgotten(key: UUID, db: Db) -> None:
    """A client asked to be forgotten. Idempotent: what is gone is gone."""
    await commands.forget_client(db, key)


@consumers.on(OfficeChanged)
async def on_office_changed(event: OfficeChanged, note: Envelope, db: Db) -> None:
    """An office moved, or works on other days. Idempotent: only a newer sequence is kept."""
    await commands.keep_office(db, event, sequence=note.sequence)


@consumers.on(MessageAccepted, MessageDelivered, MessageFailed, MessageUnknown, MessageCallNeeded)
async def on_message(event: AnyMessage, note: Envelope, db: Db) -> None:
    """The client was told, or was not. Idempotent: by the message's id and sequence."""
    if event.purpose is Purpose.ORDER_READY:
        news = News(
            message_id=event.message_id,
            sequence=note.sequence,
            state=_STATES[type(event)],
            at=event.at,
            channel=None if isinstance(event, MessageCallNeeded) else event.channel,
            reason=event.reason if isinstance(event, MessageFailed) else None,
        )
        await commands.mark_told(db, event.work_order_id, news)
