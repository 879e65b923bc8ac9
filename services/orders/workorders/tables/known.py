"""Offices and clients as others told us: one statement for all that a verb needs, asked once."""

from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import literal, select

from chassis.db import Db, ReadDb
from services.orders.workorders.tables import known_clients, known_offices

Row = Mapping[Any, Any]
Known = dict[UUID, Row | None]
"""What has been asked for in this unit of work; None = it has not reached us."""


async def acquaint(
    db: Db | ReadDb, *, offices: Collection[UUID] = (), client_id: UUID | None = None
) -> Known:
    """Return these offices and this client by id; what was asked for before costs no statement."""
    known: Known = db.session.info.setdefault("known", {})
    wanted = {id_ for id_ in (*offices, client_id) if id_ is not None}
    if wanted - known.keys():
        known.update(dict.fromkeys(wanted))
        await _ask(db, known, offices, client_id)
    return known


async def _ask(
    db: Db | ReadDb, known: Known, offices: Collection[UUID], client_id: UUID | None
) -> None:
    one = select(literal(1).label("one")).subquery()
    office, client = known_offices.c, known_clients.c
    joined = one.outerjoin(known_offices, office.id.in_(offices)).outerjoin(
        known_clients, client.id == client_id
    )
    statement = select(
        known_offices,
        client.id.label("client_id"),
        client.name.label("client_name"),
        client.phones.label("client_phones"),
    ).select_from(joined)
    for row in await db.rows(statement):
        if row["id"] is not None:
            known[row["id"]] = row
        if row["client_id"] is not None:
            known[row["client_id"]] = {"name": row["client_name"], "phones": row["client_phones"]}
