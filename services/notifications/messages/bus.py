"""What the service hears: orders become ready or do not, clients and offices change."""

from uuid import UUID

from chassis.bus import Consumers
from chassis.db import Db
from contracts.clients.events import ClientChanged
from contracts.envelope import Envelope
from contracts.gateway.events import OfficeChanged
from contracts.orders.events import (
    WorkOrderCancelled,
    WorkOrderIssued,
    WorkOrderReady,
    WorkOrderReopened,
)
from contracts.topics import CLIENTS
from services.notifications.messages import commands

consumers = Consumers("notifications.messages")


@consumers.on(WorkOrderReady)
async def on_work_order_ready(event: WorkOrderReady, note: Envelope, db: Db) -> None:
    """The order is ready: its client will be told in a minute (once per event id)."""
    await commands.tell_ready(db, event, note)


@consumers.on(WorkOrderReopened)
async def on_work_order_reopened(event: WorkOrderReopened, _note: Envelope, db: Db) -> None:
    """The order went back to work: what was not told yet is not told."""
    await commands.nothing_to_tell(db, event.work_order_id, "reopened")


@consumers.on(WorkOrderCancelled)
async def on_work_order_cancelled(event: WorkOrderCancelled, _note: Envelope, db: Db) -> None:
    """Nobody waits for the order any more."""
    await commands.nothing_to_tell(db, event.work_order_id, "cancelled")


@consumers.on(WorkOrderIssued)
async def on_work_order_issued(event: WorkOrderIssued, _note: Envelope, db: Db) -> None:
    """The client has it already."""
    await commands.nothing_to_tell(db, event.work_order_id, "issued")


@consumers.on(ClientChanged)
async def on_client_changed(event: ClientChanged, note: Envelope, db: Db) -> None:
    """A client can be reached so from now on (newer by sequence); messages for him wake."""
    await commands.know_client(db, event, note.sequence)


@consumers.on_tombstone(CLIENTS)
async def on_client_erased(client_id: UUID, db: Db) -> None:
    """A client is forgotten."""
    await commands.forget_client(db, client_id)


@consumers.on(OfficeChanged)
async def on_office_changed(event: OfficeChanged, note: Envelope, db: Db) -> None:
    """An office is there and open then from now on (newer by sequence)."""
    await commands.know_office(db, event, note.sequence)
