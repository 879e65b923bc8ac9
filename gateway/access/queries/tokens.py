"""API tokens: which there are, without their secrets."""

from uuid import UUID

from sqlalchemy import RowMapping, select

from chassis.db import Db, ReadDb
from chassis.errors import NotFound
from chassis.http import Page, PageParams, keyset, page_of
from chassis.http.paging import Keys
from contracts.rights import Permission, Role
from gateway.access.schemas import TokenOut
from gateway.access.tables import api_tokens


async def all_tokens(db: Db | ReadDb, page: PageParams) -> Page[TokenOut]:
    """Return the tokens, newest first, the revoked too."""
    db.actor.require(Permission.TOKENS_EDIT)
    keys: Keys = [(api_tokens.c.id, "desc")]
    rows, following = page_of(await db.rows(keyset(select(api_tokens), keys, page)), keys, page)
    return Page(items=[_shown(row) for row in rows], next=following)


async def token(db: Db | ReadDb, token_id: UUID) -> TokenOut:
    """Return one token.

    Raises:
        NotFound: there is none.
    """
    db.actor.require(Permission.TOKENS_EDIT)
    row = await db.row(select(api_tokens).where(api_tokens.c.id == token_id))
    if row is None:
        raise NotFound
    return _shown(row)


def _shown(row: RowMapping) -> TokenOut:
    return TokenOut(
        id=row["id"],
        name=row["name"],
        hint=row["hint"],
        staff_id=row["staff_id"],
        roles=tuple(Role(role) for role in row["roles"]),
        office_id=row["office_id"],
        created_at=row["created_at"],
        expires_at=row["expires_at"],
        used_at=row["used_at"],
        revoked_at=row["revoked_at"],
    )
