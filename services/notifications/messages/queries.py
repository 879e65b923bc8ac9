"""Reads of messages: was he told, whom must the desk ring, what is unclear."""

from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import select

from chassis.db import Db, ReadDb
from chassis.errors import NotFound
from chassis.http import Page, PageParams, keyset, page_of
from contracts.rights import Permission
from services.notifications.messages.domain import State
from services.notifications.messages.schemas import MessageOut
from services.notifications.messages.tables import messages

if TYPE_CHECKING:
    from chassis.http.paging import Keys

_SHOWN = [messages.c[name] for name in MessageOut.model_fields]


async def told(
    db: ReadDb, page: PageParams, *, work_order_id: UUID | None, state: State | None
) -> Page[MessageOut]:
    """Return messages, the newest first; of one order, in one state, or all."""
    db.actor.require(Permission.MESSAGES_READ)
    statement = select(*_SHOWN)
    if work_order_id is not None:
        statement = statement.where(messages.c.work_order_id == work_order_id)
    if state is not None:
        statement = statement.where(messages.c.state == state)
    keys: Keys = [(messages.c.created_at, "desc"), (messages.c.id, "desc")]
    rows, following = page_of(await db.rows(keyset(statement, keys, page)), keys, page)
    return Page(items=[MessageOut.model_validate(dict(row)) for row in rows], next=following)


async def message(db: Db | ReadDb, message_id: UUID) -> MessageOut:
    """Return one message.

    Raises:
        NotFound: none of this id.
    """
    db.actor.require(Permission.MESSAGES_READ)
    row = await db.row(select(*_SHOWN).where(messages.c.id == message_id))
    if row is None:
        raise NotFound
    return MessageOut.model_validate(dict(row))
