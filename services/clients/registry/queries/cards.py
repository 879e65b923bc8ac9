"""A client's card as it stands, and what was changed on it."""

from collections.abc import AsyncIterator
from dataclasses import fields
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import select

from chassis.db import Db, ReadDb
from chassis.errors import NotFound
from chassis.http import Page, PageParams, keyset, page_of
from chassis.service import State
from contracts.clients.events import ClientChanged
from contracts.rights import Permission
from services.clients.registry.schemas import ChangeOut, ClientOut
from services.clients.registry.tables import client_changes, clients

if TYPE_CHECKING:
    from chassis.http.paging import Keys

CHUNK = 500
"""Clients read at once for a republish."""

_TOLD = [field.name for field in fields(ClientChanged) if field.name != "client_id"]


async def client(db: Db | ReadDb, client_id: UUID) -> ClientOut:
    """Return one client.

    Raises:
        NotFound: none of this id, or he was erased.
    """
    db.actor.require(Permission.CLIENTS_READ)
    row = await db.row(select(clients).where(clients.c.id == client_id))
    if row is None:
        raise NotFound
    return ClientOut.model_validate({**row, "version": row["sequence"]})


async def states(db: Db | ReadDb) -> AsyncIterator[State]:
    """Return every client as other services are told of him, for a republish."""
    behind = UUID(int=0)
    while True:
        chunk = select(clients).where(clients.c.id > behind).order_by(clients.c.id).limit(CHUNK)
        rows = await db.rows(chunk)
        for row in rows:
            event = ClientChanged(client_id=row["id"], **{name: row[name] for name in _TOLD})
            yield State(row["id"], row["sequence"], event)
        if len(rows) < CHUNK:
            return
        behind = rows[-1]["id"]


async def history(db: ReadDb, client_id: UUID, page: PageParams) -> Page[ChangeOut]:
    """Return what was changed on a card, the newest first.

    Raises:
        NotFound: no such client.
    """
    db.actor.require(Permission.CLIENTS_READ)
    if await db.scalar(select(clients.c.id).where(clients.c.id == client_id)) is None:
        raise NotFound
    keys: Keys = [(client_changes.c.id, "desc")]
    statement = select(client_changes).where(client_changes.c.client_id == client_id)
    rows, following = page_of(await db.rows(keyset(statement, keys, page)), keys, page)
    return Page(items=[ChangeOut.model_validate(dict(row)) for row in rows], next=following)
