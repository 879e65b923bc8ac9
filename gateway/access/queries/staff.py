"""What is known of the staff, now and at an earlier moment."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import RowMapping, select

from chassis.db import Db, ReadDb
from chassis.errors import NotFound
from chassis.http import Page, PageParams, keyset, page_of
from chassis.http.paging import Keys
from chassis.service import State
from contracts.rights import Permission, Role
from gateway.access.domain.staff import Staff
from gateway.access.schemas import Colleague, Right, SessionOut, StaffOut
from gateway.access.tables import staff, standings


@dataclass(frozen=True, slots=True)
class Standing:
    """What a person was at a moment."""

    active: bool
    roles: frozenset[Role]


@dataclass(frozen=True, slots=True)
class Worker:
    """A person who may stand at a tablet."""

    id: UUID
    name: str
    active: bool
    roles: frozenset[Role]
    pin_hash: str | None


async def colleagues(db: Db | ReadDb, page: PageParams) -> Page[Colleague]:
    """Return the staff by name, those who left too."""
    db.actor.require(Permission.STAFF_READ)
    keys: Keys = [(staff.c.name, "asc"), (staff.c.id, "asc")]
    statement = select(staff.c.id, staff.c.name, staff.c.roles, staff.c.office_id, staff.c.active)
    rows, following = page_of(await db.rows(keyset(statement, keys, page)), keys, page)
    return Page(items=[Colleague(**_colleague(row)) for row in rows], next=following)


async def member(db: Db | ReadDb, staff_id: UUID) -> StaffOut:
    """Return all that an administrator sees of a person.

    Raises:
        NotFound: there is none.
    """
    db.actor.require(Permission.STAFF_EDIT)
    row = await db.row(select(staff).where(staff.c.id == staff_id))
    if row is None:
        raise NotFound
    return StaffOut(
        **_colleague(row),
        login=row["login"],
        grants=tuple(Permission(grant) for grant in row["grants"]),
        language=row["language"],
        has_password=row["password_hash"] is not None,
        has_pin=row["pin_hash"] is not None,
        version=row["sequence"],
    )


async def who_asks(db: Db | ReadDb) -> SessionOut:
    """Return who the actor is and what he may do."""
    actor = db.actor
    actor.require(Permission.PROFILE)
    person = None
    if actor.staff_id is not None:
        person = await db.row(
            select(staff.c.name, staff.c.language).where(staff.c.id == actor.staff_id)
        )
    scopes = {permission: actor.scope(permission) for permission in Permission}
    return SessionOut(
        subject=actor.subject,
        staff_id=actor.staff_id,
        name=person["name"] if person else None,
        language=person["language"] if person else actor.language,
        roles=tuple(sorted(actor.roles)),
        rights=tuple(Right(permission=p, scope=s) for p, s in scopes.items() if s is not None),
        office_id=actor.office_id,
        shop=actor.shop,
        device_id=actor.device_id,
        operator_verified=actor.operator_verified,
    )


async def standing_at(db: Db | ReadDb, staff_id: UUID, at: datetime) -> Standing | None:
    """Return what a person was at `at` (UTC); None = not here yet."""
    row = await db.row(
        select(standings.c.active, standings.c.roles)
        .where(standings.c.staff_id == staff_id, standings.c.since <= at)
        .order_by(standings.c.since.desc())
        .limit(1)
    )
    return None if row is None else Standing(row["active"], _roles(row["roles"]))


async def was_active(db: Db | ReadDb, staff_id: UUID, at: datetime) -> bool:
    """Tell whether a person worked here at `at`, UTC."""
    standing = await standing_at(db, staff_id, at)
    return standing is not None and standing.active


async def workers(db: Db | ReadDb, roles: Sequence[Role]) -> list[Worker]:
    """Return the active people with one of these roles, by name."""
    db.actor.require(Permission.PRODUCTION_REPORT)
    rows = await db.rows(
        select(staff)
        .where(staff.c.active, staff.c.roles.overlap([role.value for role in roles]))
        .order_by(staff.c.name, staff.c.id)
    )
    return [_worker(row) for row in rows]


async def worker(db: Db | ReadDb, staff_id: UUID) -> Worker | None:
    """Return one person as a worker."""
    row = await db.row(select(staff).where(staff.c.id == staff_id))
    return None if row is None else _worker(row)


async def states(db: Db | ReadDb) -> AsyncIterator[State]:
    """Yield the state of every person."""
    for found in (await db.execute(select(Staff).order_by(staff.c.id))).scalars().all():
        yield State(found.id, found.sequence, found.state())


def _worker(row: RowMapping) -> Worker:
    return Worker(row["id"], row["name"], row["active"], _roles(row["roles"]), row["pin_hash"])


def _roles(values: Sequence[str]) -> frozenset[Role]:
    return frozenset(Role(value) for value in values)


def _colleague(row: RowMapping) -> dict[str, Any]:
    return {
        "id": row["id"],
        "name": row["name"],
        "roles": tuple(Role(role) for role in row["roles"]),
        "office_id": row["office_id"],
        "active": row["active"],
    }
