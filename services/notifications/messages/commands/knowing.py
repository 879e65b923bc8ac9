"""Our own copies of clients' addresses and of the offices, and whom they wake."""

from uuid import UUID

from sqlalchemy import delete, select, update

from chassis.db import Db
from chassis.projections import upsert_if_newer
from contracts.clients.events import ClientChanged
from contracts.gateway.events import OfficeChanged
from services.notifications.messages.commands.telling import WAITING_TIMER, hold_client
from services.notifications.messages.domain import OPEN, Message, State
from services.notifications.messages.tables import known_clients, known_offices, messages


async def know_client(db: Db, event: ClientChanged, sequence: int) -> None:
    """Keep how a client is reached; messages that waited for him go on."""
    await hold_client(db, event.client_id)
    await upsert_if_newer(
        db,
        known_clients,
        {
            "id": event.client_id,
            "sequence": sequence,
            "phones": list(event.phones),
            "email": event.email,
            "language": event.language,
            "channel": event.channel,
        },
    )
    waiting = select(messages.c.id).where(
        messages.c.client_id == event.client_id, messages.c.state == State.WAITING
    )
    for row in await db.rows(waiting):
        message = await db.load(Message, row["id"])
        message.client_known(at=db.now)
        db.cancel_timer(WAITING_TIMER, str(message.id))


async def forget_client(db: Db, client_id: UUID) -> None:
    """Forget how a client was reached and what he was written; tell him nothing more."""
    await hold_client(db, client_id)
    await db.execute(delete(known_clients).where(known_clients.c.id == client_id))
    his = messages.c.client_id == client_id
    for row in await db.rows(select(messages.c.id).where(his, messages.c.state.in_(OPEN))):
        message = await db.load(Message, row["id"])
        message.client_erased(at=db.now)
        db.cancel_timer(WAITING_TIMER, str(message.id))
    await db.execute(
        update(messages).where(his).values(moot=True, address=None, subject=None, body=None)
    )
    db.audit("client.forgotten", client_id)


async def know_office(db: Db, event: OfficeChanged, sequence: int) -> None:
    """Keep where an office is and when it is open, for the texts."""
    await upsert_if_newer(
        db,
        known_offices,
        {
            "id": event.office_id,
            "sequence": sequence,
            "name": event.name,
            "address": event.address,
            "phone": event.phone,
            "opens": event.opens,
            "closes": event.closes,
        },
    )
