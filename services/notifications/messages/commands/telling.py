"""What the life of an order means for telling its client."""

from uuid import UUID

from sqlalchemy import func, select

from chassis.db import Db
from chassis.ids import new_id
from contracts.envelope import Envelope
from contracts.notifications.events import Purpose
from contracts.orders.events import WorkOrderReady
from services.notifications.messages.domain import DEADLINE, OPEN, Line, Message, State
from services.notifications.messages.tables import known_clients, messages

WAITING_TIMER = "client-not-known"


async def hold_client(db: Db, client_id: UUID) -> None:
    """Let one transaction at a time decide whether this client is known.

    Without it a message that finds nobody, and the client who arrives at the same moment and
    finds no message, would miss each other.
    """
    await db.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(str(client_id), 0))))


async def tell_ready(db: Db, event: WorkOrderReady, note: Envelope) -> None:
    """Queue the message that an order is ready: one per fact, one open per order."""
    await hold_client(db, event.client_id)
    if await _told_of(db, event, note):
        return
    known = await db.scalar(select(known_clients.c.id).where(known_clients.c.id == event.client_id))
    message = Message.order_ready(
        new_id(),
        client_known=known is not None,
        at=db.now,
        cause_id=note.id,
        correlation_id=note.correlation_id,
        work_order_id=event.work_order_id,
        order_number=event.number,
        lines=tuple(Line(ru=item.ru, en=item.en, quantity=item.quantity) for item in event.items),
        client_id=event.client_id,
        pickup_office_id=event.pickup_office_id,
    )
    db.add(message)
    db.audit("message.queued", message.id, new={"state": message.state})
    if known is None:
        db.timer(WAITING_TIMER, str(message.id), at=db.now + DEADLINE)


async def _told_of(db: Db, event: WorkOrderReady, note: Envelope) -> bool:
    same_fact = messages.c.cause_id == note.id
    still_open = (
        (messages.c.work_order_id == event.work_order_id)
        & (messages.c.purpose == Purpose.ORDER_READY)
        & messages.c.state.in_(OPEN)
        & ~messages.c.moot
    )
    return await db.scalar(select(messages.c.id).where(same_fact | still_open)) is not None


async def nothing_to_tell(db: Db, work_order_id: UUID, reason: str) -> None:
    """Take back what was to be told about an order; what has left our hands is marked."""
    ids = select(messages.c.id).where(
        messages.c.work_order_id == work_order_id,
        messages.c.state.in_((*OPEN, State.FAILED)),
        ~messages.c.moot,
    )
    for row in await db.rows(ids):
        message = await db.load(Message, row["id"])
        message.nothing_to_tell(reason, at=db.now)
        db.cancel_timer(WAITING_TIMER, str(message.id))
        db.audit("message.void", message.id, new={"state": message.state, "reason": reason})


async def give_up_waiting(db: Db, message_id: UUID) -> None:
    """Nobody has told us of this client for an hour: a person must look."""
    message = await db.find(Message, message_id)
    if message is not None and message.state is State.WAITING:
        message.fail("client-unknown", at=db.now)
        db.audit("message.failed", message_id, new={"reason": message.reason})
