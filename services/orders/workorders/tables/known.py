"""Offices and clients as others told us: one statement for all that a verb needs, asked once."""

from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import ARRAY, Uuid, any_, bindparam, literal, select

from chassis.db import Db, ReadDb
from chassis.statements import Prepared
from services.orders.workorders.tables import known_clients, known_offices

Row = Mapping[Any, Any]
Known = dict[UUID, Row | None]
"""What has been asked for in this unit of work; None = it has not reached us."""


_one = select(literal(1).label("one")).subquery()
_joined = _one.outerjoin(
    known_offices, known_offices.c.id == any_(bindparam("offices", type_=ARRAY(Uuid)))
).outerjoin(known_clients, known_clients.c.id == bindparam("client", type_=Uuid))
_KNOWN = Prepared(
    select(
        known_offices,
        known_clients.c.id.label("client_id"),
        known_clients.c.name.label("client_name"),
        known_clients.c.phones.label("client_phones"),
    ).select_from(_joined)
)


async def acquaint(
    db: Db | ReadDb, *, offices: Collection[UUID] = (), client_id: UUID | None = None
) -> Known:
    """Return these offices and this client by id; what was asked for before costs no statement."""
    known: Known = db.notes.setdefault("known", {})
    wanted = {id_ for id_ in (*offices, client_id) if id_ is not None}
    if wanted - known.keys():
        known.update(dict.fromkeys(wanted))
        await _ask(db, known, offices, client_id)
    return known


async def _ask(
    db: Db | ReadDb, known: Known, offices: Collection[UUID], client_id: UUID | None
) -> None:
    for row in await db.ask(_KNOWN, offices=list(offices), client=client_id):
        if row["id"] is not None:
            known[row["id"]] = row
        if row["client_id"] is not None:
            known[row["client_id"]] = {"name": row["client_name"], "phones": row["client_phones"]}
