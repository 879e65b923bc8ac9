"""What the work orders learn from others: clients, offices, and that the client was told."""

from uuid import UUID

from chassis.bus import Consumers
from chassis.db import Db
from contracts.clients.events import ClientChanged
from contracts.envelope import Envelope
from contracts.gateway.events import OfficeChanged
from contracts.notifications.events import MessageAccepted, Purpose
from contracts.topics import CLIENTS
from services.orders.workorders import commands

consumers = Consumers("orders.workorders")


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


@consumers.on(MessageAccepted)
async def on_message_accepted(event: MessageAccepted, _note: Envelope, db: Db) -> None:
    """The client was told. Idempotent: a message is told once, by its id."""
    if event.purpose is Purpose.ORDER_READY:
        await commands.mark_told(
            db, event.work_order_id, event.message_id, channel=event.channel, at=event.at
        )
