"""What is known of the offices."""

from collections.abc import AsyncIterator
from uuid import UUID

from sqlalchemy import RowMapping, select

from chassis.db import Db, ReadDb
from chassis.errors import NotFound
from chassis.http import Page, PageParams, keyset, page_of
from chassis.http.paging import Keys
from chassis.service import State
from chassis.tables import audit
from contracts.rights import Permission
from gateway.offices.domain import Office
from gateway.offices.schemas import ChangeOut, OfficeOut
from gateway.offices.tables import offices


async def office(db: Db | ReadDb, office_id: UUID) -> OfficeOut:
    """Return one office.

    Raises:
        NotFound: there is none.
    """
    db.actor.require(Permission.OFFICES_READ)
    row = await db.row(select(offices).where(offices.c.id == office_id))
    if row is None:
        raise NotFound
    return _shown(row)


async def all_offices(db: Db | ReadDb, page: PageParams) -> Page[OfficeOut]:
    """Return the offices by name."""
    db.actor.require(Permission.OFFICES_READ)
    keys: Keys = [(offices.c.name, "asc"), (offices.c.id, "asc")]
    rows, following = page_of(await db.rows(keyset(select(offices), keys, page)), keys, page)
    return Page(items=[_shown(row) for row in rows], next=following)


async def history(db: Db | ReadDb, office_id: UUID, page: PageParams) -> Page[ChangeOut]:
    """Return the changes of an office, newest first."""
    db.actor.require(Permission.OFFICES_EDIT)
    keys: Keys = [(audit.c.id, "desc")]
    statement = select(audit).where(audit.c.subject == office_id)
    rows, following = page_of(await db.rows(keyset(statement, keys, page)), keys, page)
    changes = [
        ChangeOut(
            at=row["at"], actor=row["actor"], action=row["action"], old=row["old"], new=row["new"]
        )
        for row in rows
    ]
    return Page(items=changes, next=following)


async def is_open_office(db: Db | ReadDb, office_id: UUID) -> bool:
    """Tell whether such an office takes orders: staff may be put there."""
    statement = select(offices.c.id).where(offices.c.id == office_id, offices.c.active)
    return await db.row(statement) is not None


async def states(db: Db | ReadDb) -> AsyncIterator[State]:
    """Yield the state of every office."""
    for found in (await db.execute(select(Office).order_by(offices.c.id))).scalars().all():
        yield State(found.id, found.sequence, found.state())


def _shown(row: RowMapping) -> OfficeOut:
    return OfficeOut(
        id=row["id"],
        letter=row["letter"],
        name=row["name"],
        address=row["address"],
        phone=row["phone"],
        zone=row["zone"],
        opens=f"{row['opens']:%H:%M}",
        closes=f"{row['closes']:%H:%M}",
        closed=tuple(row["closed"]),
        opened=tuple(row["opened"]),
        active=row["active"],
        version=row["sequence"],
    )
