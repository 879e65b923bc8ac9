"""A cookie or an API token becomes a person, with the rights he has this moment."""

from collections.abc import Iterable, Sequence
from typing import Final

from sqlalchemy import ARRAY, DateTime, LargeBinary, any_, bindparam, select

from chassis.actor import Actor
from chassis.db import Db, ReadDb, Uow
from chassis.errors import Unauthorized
from chassis.statements import Prepared, Row
from contracts.rights import Permission, Role
from gateway.access.domain.badge import Badge
from gateway.access.domain.proof import (
    SESSION_IDLE,
    SESSION_LONGEST,
    TOUCH_AFTER,
    SessionLife,
    digests,
)
from gateway.access.queries.staff import who_asks
from gateway.access.schemas import SessionOut
from gateway.access.tables import api_tokens, sessions, staff

PERSON = (staff.c.roles, staff.c.grants, staff.c.office_id, staff.c.language)
HASHED: Final = any_(bindparam("hashes", type_=ARRAY(LargeBinary)))
"""One of `hashes`: what is stored of the secrets that are asked about."""

_SESSIONS: Final = Prepared(
    select(
        sessions.c.token_hash,
        sessions.c.id,
        sessions.c.staff_id,
        sessions.c.signed_in_at,
        sessions.c.used_at,
        *PERSON,
    )
    .join_from(sessions, staff, staff.c.id == sessions.c.staff_id)
    .where(sessions.c.token_hash == HASHED, staff.c.active)
)
_TOKENS: Final = Prepared(
    select(
        api_tokens.c.token_hash,
        api_tokens.c.id,
        api_tokens.c.staff_id,
        api_tokens.c.roles.label("token_roles"),
        api_tokens.c.office_id.label("token_office_id"),
        api_tokens.c.expires_at,
        api_tokens.c.used_at,
        staff.c.active,
        *PERSON,
    )
    .join_from(api_tokens, staff, staff.c.id == api_tokens.c.staff_id, isouter=True)
    .where(
        api_tokens.c.token_hash == HASHED,
        api_tokens.c.revoked_at.is_(None),
        api_tokens.c.expires_at > bindparam("now", type_=DateTime(timezone=True)),
    )
)


async def by_session(db: Db | ReadDb, secret: str) -> Badge | None:
    """Return whose session this is; None if it is none, is over, or he has left."""
    return (await by_sessions(db, [secret])).get(secret)


async def by_sessions(db: Db | ReadDb, secrets: Iterable[str]) -> dict[str, Badge]:
    """Return whose sessions these are; without those that are none, are over, or whose he left."""
    asked = digests(secrets)
    rows = await db.ask(_SESSIONS, hashes=list(asked))
    badges = ((asked[row["token_hash"]], _of_session(db, row)) for row in rows)
    return {secret: badge for secret, badge in badges if badge is not None}


def _of_session(db: Db | ReadDb, row: Row) -> Badge | None:
    life = SessionLife(row["signed_in_at"], row["used_at"])
    if not life.holds(db.now):
        return None
    return Badge(
        id=row["id"],
        actor=_person(row, str(row["id"])),
        until=min(row["signed_in_at"] + SESSION_LONGEST, row["used_at"] + SESSION_IDLE),
        wants_touch=life.wants_touch(db.now),
    )


async def by_token(db: Db | ReadDb, secret: str) -> Badge | None:
    """Return whom this API token stands for; None if it is none, revoked or too old."""
    return (await by_tokens(db, [secret])).get(secret)


async def by_tokens(db: Db | ReadDb, secrets: Iterable[str]) -> dict[str, Badge]:
    """Return whom these API tokens stand for; without those that are none, revoked or too old."""
    asked = digests(secrets)
    rows = await db.ask(_TOKENS, hashes=list(asked), now=db.now)
    return {
        asked[row["token_hash"]]: _of_token(db, row)
        for row in rows
        if row["staff_id"] is None or row["active"]
    }


def _of_token(db: Db | ReadDb, row: Row) -> Badge:
    used_at = row["used_at"]
    return Badge(
        id=row["id"],
        actor=_holder(row),
        until=row["expires_at"],
        wants_touch=used_at is None or db.now - used_at >= TOUCH_AFTER,
    )


async def opened(uow: Uow, secret: str) -> SessionOut:
    """Return who has just signed in, as the next request will see him.

    Raises:
        Unauthorized: the session has ended already.
    """
    async with uow.read(Actor(subject="anonymous")) as db:
        badge = await by_session(db, secret)
    if badge is None:
        raise Unauthorized
    async with uow.read(badge.actor) as db:
        return await who_asks(db)


def _holder(row: Row) -> Actor:
    if row["staff_id"] is not None:
        return _person(row, f"token:{row['id']}")
    return Actor(
        subject=f"token:{row['id']}",
        roles=_roles(row["token_roles"]),
        office_id=row["token_office_id"],
        session_id=f"token:{row['id']}",
    )


def _person(row: Row, session_id: str) -> Actor:
    return Actor(
        subject=f"staff:{row['staff_id']}",
        roles=_roles(row["roles"]),
        grants=frozenset(Permission(grant) for grant in row["grants"]),
        office_id=row["office_id"],
        session_id=session_id,
        language=row["language"],
    )


def _roles(values: Sequence[str]) -> frozenset[Role]:
    return frozenset(Role(value) for value in values)
