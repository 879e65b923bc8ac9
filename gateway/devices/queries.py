"""Tablets: the list, whom a token belongs to, who may stand at one and who does."""

from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import LargeBinary, RowMapping, Uuid, bindparam, select

from chassis.actor import Actor
from chassis.db import Db, ReadDb
from chassis.errors import NotFound
from chassis.http import Page, PageParams, keyset, page_of
from chassis.http.paging import Keys
from chassis.service import State
from chassis.statements import Prepared, Row
from contracts.rights import Permission, Role, Shop
from gateway.access.domain.badge import Badge
from gateway.access.domain.proof import TOUCH_AFTER, digest, digests
from gateway.access.queries.badges import HASHED
from gateway.access.queries.staff import standing_at, worker, workers
from gateway.devices.domain import (
    OPERATOR_IDLE,
    OPERATOR_LONGEST,
    ROLE_OF_SHOP,
    Device,
    NotATablet,
    OperatorLife,
    OperatorUnknown,
    check_operated_at,
    works_in,
)
from gateway.devices.schemas import DeviceOut, OperatorTile
from gateway.devices.tables import devices, operators

LOOKED_AT_AGAIN: timedelta = timedelta(days=1)
_BADGES: Final = Prepared(
    select(devices).where(devices.c.token_hash == HASHED, devices.c.revoked_at.is_(None))
)
_AT_WORK: Final = Prepared(
    select(operators).where(
        operators.c.token_hash == bindparam("hash", type_=LargeBinary),
        operators.c.device_id == bindparam("device_id", type_=Uuid),
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AtWork:
    """A worker's short session at a tablet."""

    id: UUID
    staff_id: UUID
    device_id: UUID
    until: datetime
    """UTC instant after which the PIN is asked again."""
    wants_touch: bool


async def all_devices(db: Db | ReadDb, page: PageParams) -> Page[DeviceOut]:
    """Return the tablets by name, the revoked too."""
    db.actor.require(Permission.DEVICES_EDIT)
    keys: Keys = [(devices.c.name, "asc"), (devices.c.id, "asc")]
    rows, following = page_of(await db.rows(keyset(select(devices), keys, page)), keys, page)
    return Page(items=[_shown(row) for row in rows], next=following)


async def device(db: Db | ReadDb, device_id: UUID) -> DeviceOut:
    """Return one tablet.

    Raises:
        NotFound: there is none.
    """
    db.actor.require(Permission.DEVICES_EDIT)
    row = await db.row(select(devices).where(devices.c.id == device_id))
    if row is None:
        raise NotFound
    return _shown(row)


async def tiles(db: Db | ReadDb) -> list[OperatorTile]:
    """Return who may take this tablet, by name.

    Raises:
        NotATablet: whoever asks is no tablet.
    """
    if db.actor.shop is None:
        raise NotATablet
    roles = (ROLE_OF_SHOP[db.actor.shop], Role.HEAD_OF_PRODUCTION)
    return [
        OperatorTile(id=person.id, name=person.name, has_pin=person.pin_hash is not None)
        for person in await workers(db, roles)
    ]


async def by_device(db: Db | ReadDb, secret: str) -> Badge | None:
    """Return which tablet this token belongs to; None if none, or revoked."""
    return (await by_devices(db, [secret])).get(secret)


async def by_devices(db: Db | ReadDb, secrets: Iterable[str]) -> dict[str, Badge]:
    """Return which tablets these tokens belong to; without those of none, or of revoked ones."""
    asked = digests(secrets)
    found = await db.ask(_BADGES, hashes=list(asked))
    return {asked[row["token_hash"]]: _badge(db, row) for row in found}


def _badge(db: Db | ReadDb, row: Row) -> Badge:
    shop = Shop(row["shop"])
    seen_at = row["seen_at"]
    return Badge(
        id=row["id"],
        actor=Actor(
            subject=f"device:{row['id']}",
            roles=frozenset({ROLE_OF_SHOP[shop]}),
            shop=shop,
            session_id=f"device:{row['id']}",
            device_id=row["id"],
        ),
        until=db.now + LOOKED_AT_AGAIN,
        wants_touch=seen_at is None or db.now - seen_at >= TOUCH_AFTER,
    )


async def at_work(db: Db | ReadDb, session: str, tablet: Actor) -> AtWork | None:
    """Return the worker's short session at this tablet; None if it is over or another's."""
    rows = await db.ask(_AT_WORK, hash=digest(session), device_id=tablet.device_id)
    row = rows[0] if rows else None
    if row is None or not OperatorLife(row["opened_at"], row["used_at"]).holds(db.now):
        return None
    person = await worker(db, row["staff_id"])
    if person is None or not person.active or tablet.shop is None:
        return None
    if not works_in(tablet.shop, person.roles):
        return None
    return AtWork(
        id=row["id"],
        staff_id=row["staff_id"],
        device_id=row["device_id"],
        until=min(row["used_at"] + OPERATOR_IDLE, row["opened_at"] + OPERATOR_LONGEST),
        wants_touch=db.now - row["used_at"] >= TOUCH_AFTER,
    )


async def check_unverified(
    db: Db | ReadDb, tablet: Actor, staff_id: UUID, operated_at: datetime | None
) -> None:
    """Judge a worker whom the tablet only names, at the moment of his action (UTC).

    Raises:
        OperatedTooLongAgo: more than 14 days ago, or in the future.
        OperatorUnknown: he did not work in this shop at that moment.
    """
    at = operated_at or db.now
    check_operated_at(at, db.now)
    standing = await standing_at(db, staff_id, min(at, db.now))
    if standing is None or not standing.active or tablet.shop is None:
        raise OperatorUnknown
    if not works_in(tablet.shop, standing.roles):
        raise OperatorUnknown


async def states(db: Db | ReadDb) -> AsyncIterator[State]:
    """Yield the state of every tablet."""
    for found in (await db.execute(select(Device).order_by(devices.c.id))).scalars().all():
        yield State(found.id, found.sequence, found.state())


def _shown(row: RowMapping) -> DeviceOut:
    return DeviceOut(
        id=row["id"],
        name=row["name"],
        shop=Shop(row["shop"]),
        paired_at=row["paired_at"],
        revoked_at=row["revoked_at"],
        seen_at=row["seen_at"],
        version=row["sequence"],
    )
