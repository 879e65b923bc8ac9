"""API tokens for other programs: made, used, revoked. The secret is shown once."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import insert, select, update

from chassis.db import Db
from chassis.errors import NotFound, invalid
from chassis.ids import new_id
from contracts.rights import Permission, Role
from gateway.access.domain.proof import API_PREFIX, TOKEN_LONGEST, digest, new_secret
from gateway.access.tables import api_tokens, staff

HINT_SIGNS = len(API_PREFIX) + 6


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenFacts:
    """Whom a token stands for: a person with his rights of the day, or roles of its own."""

    name: str
    expires_at: datetime
    """UTC."""
    staff_id: UUID | None = None
    roles: frozenset[Role] = frozenset()
    office_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class NewToken:
    """A token's id and its secret, shown once."""

    id: UUID
    secret: str


async def create_token(db: Db, facts: TokenFacts) -> NewToken:
    """Make a token.

    Raises:
        Invalid: neither a person nor roles (or both), no such person, a life over a year.
    """
    db.actor.require(Permission.TOKENS_EDIT)
    if (facts.staff_id is None) == (not facts.roles):
        raise invalid(
            "token-for-whom",
            "Укажите либо сотрудника, либо роли",
            "Name either a member of staff or roles",
            "roles",
        )
    if not db.now < facts.expires_at <= db.now + TOKEN_LONGEST:
        raise invalid(
            "token-life",
            "Срок токена: не больше года",
            "A token lives a year at most",
            "expires_at",
        )
    if facts.staff_id is not None:
        await _check_person(db, facts.staff_id)
    token = NewToken(new_id(), new_secret(API_PREFIX))
    await db.execute(
        insert(api_tokens).values(
            id=token.id,
            name=facts.name,
            hint=token.secret[:HINT_SIGNS],
            token_hash=digest(token.secret),
            staff_id=facts.staff_id,
            roles=sorted(facts.roles),
            office_id=facts.office_id,
            created_by=db.actor.subject,
            created_at=db.now,
            expires_at=facts.expires_at,
        )
    )
    db.audit("token.created", token.id, new=_plain(facts))
    return token


async def revoke_token(db: Db, token_id: UUID) -> None:
    """Refuse a token from now on (within 5 s); again is fine.

    Raises:
        NotFound: there is none.
    """
    db.actor.require(Permission.TOKENS_EDIT)
    found = select(api_tokens.c.revoked_at).where(api_tokens.c.id == token_id).with_for_update()
    row = await db.row(found)
    if row is None:
        raise NotFound
    if row["revoked_at"] is None:
        await db.execute(
            update(api_tokens).where(api_tokens.c.id == token_id).values(revoked_at=db.now)
        )
    db.audit("token.revoked", token_id)


async def touch_token(db: Db, token_id: UUID) -> None:
    """Note that a token is in use."""
    await db.execute(update(api_tokens).where(api_tokens.c.id == token_id).values(used_at=db.now))


def _plain(facts: TokenFacts) -> dict[str, Any]:
    return {
        "staff_id": str(facts.staff_id) if facts.staff_id else None,
        "roles": sorted(facts.roles),
        "office_id": str(facts.office_id) if facts.office_id else None,
        "expires_at": facts.expires_at.isoformat(),
    }


async def _check_person(db: Db, staff_id: UUID) -> None:
    if await db.row(select(staff.c.id).where(staff.c.id == staff_id, staff.c.active)) is None:
        raise invalid(
            "staff-unknown", "Такого сотрудника нет", "No such member of staff", "staff_id"
        )
