"""What other services say about clients and offices, kept as our own projection."""

from uuid import UUID

from sqlalchemy import delete

from chassis.db import Db
from chassis.projections import upsert_if_newer
from contracts.clients.events import ClientChanged
from contracts.gateway.events import OfficeChanged
from services.orders.workorders.tables import known_clients, known_offices


async def keep_client(db: Db, client: ClientChanged, *, sequence: int) -> None:
    """Keep the client's name and phones, if they are newer than ours."""
    await upsert_if_newer(
        db,
        known_clients,
        {
            "id": client.client_id,
            "sequence": sequence,
            "name": client.name,
            "phones": list(client.phones),
            "phone_digits": " ".join(phone.lstrip("+") for phone in client.phones),
            "language": client.language,
            "channel": client.channel,
        },
    )


async def forget_client(db: Db, client_id: UUID) -> None:
    """Erase the client; his orders keep a bare id."""
    await db.execute(delete(known_clients).where(known_clients.c.id == client_id))


async def keep_office(db: Db, office: OfficeChanged, *, sequence: int) -> None:
    """Keep the office, if it is newer than ours."""
    await upsert_if_newer(
        db,
        known_offices,
        {
            "id": office.office_id,
            "sequence": sequence,
            "letter": office.letter,
            "name": office.name,
            "zone": office.zone,
            "opens": office.opens,
            "closes": office.closes,
            "closed": list(office.closed),
            "opened": list(office.opened),
            "active": office.active,
        },
    )
