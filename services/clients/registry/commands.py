"""Taking down, correcting and forgetting clients."""

from typing import Any
from uuid import UUID

from sqlalchemy import delete, insert

from chassis.db import Db
from chassis.errors import Stale
from chassis.ids import new_id
from contracts.rights import Permission
from contracts.topics import CLIENTS
from services.clients.registry.domain import Card, Client, differences
from services.clients.registry.schemas import ClientOut
from services.clients.registry.tables import client_changes


async def take_down(db: Db, card: Card) -> UUID:
    """Keep a new client; return his id."""
    db.actor.require(Permission.CLIENTS_EDIT)
    client = Client.take_down(new_id(), card, at=db.now)
    db.add(client)
    await _note(db, client.id, None, card)
    return client.id


async def correct(db: Db, client_id: UUID, card: Card, *, version: int) -> None:
    """Put a corrected card in place.

    Raises:
        NotFound: no such client.
        Stale: somebody changed the card since `version`.
    """
    client = await db.load(Client, client_id)
    db.actor.require(Permission.CLIENTS_EDIT)
    if client.sequence != version:
        raise Stale(current=ClientOut.of(client).model_dump(mode="json"))
    before = client.card
    client.correct(card, at=db.now)
    await _note(db, client_id, before, card)


async def erase(db: Db, client_id: UUID) -> None:
    """Forget a client here, and tell every service to forget him.

    What stays: an audit row without a word about him, and his id on his orders.

    Raises:
        NotFound: no such client.
    """
    client = await db.load(Client, client_id)
    db.actor.require(Permission.CLIENTS_ERASE)
    await db.execute(delete(client_changes).where(client_changes.c.client_id == client_id))
    await db.remove(client)
    db.tombstone(CLIENTS, key=client_id, sequence=client.sequence + 1)
    db.audit("client.erased", client_id)


async def _note(db: Db, client_id: UUID, before: Card | None, after: Card) -> None:
    """Write the history (with values) and the audit row (without: it outlives the client)."""
    changes = differences(before, after)
    if not changes:
        return
    common = {"client_id": client_id, "at": db.now, "by": db.actor.subject}
    await db.execute(
        insert(client_changes),
        [{**common, "field": c.field, "old": _plain(c.old), "new": _plain(c.new)} for c in changes],
    )
    action = "client.taken-down" if before is None else "client.corrected"
    db.audit(action, client_id, new={"fields": [c.field for c in changes]})


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return list(value)
    return str(value) if isinstance(value, UUID) else value
