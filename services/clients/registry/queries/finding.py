"""Finding a client while he is being typed: by any piece of name, phone or e-mail."""

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    ARRAY,
    ColumnElement,
    Select,
    Text,
    and_,
    bindparam,
    case,
    literal,
    or_,
    select,
)

from chassis.db import ReadDb
from chassis.http import Page, PageParams, keyset, page_of
from chassis.statements import Prepared
from contracts.rights import Permission
from services.clients.registry.domain import searchable
from services.clients.registry.queries.likest import likest
from services.clients.registry.queries.rows import BEHIND, ROW, client_row
from services.clients.registry.schemas import ClientRow, complete_number
from services.clients.registry.tables import beginning, clients

if TYPE_CHECKING:
    from chassis.http.paging import Keys

TRIGRAM = 3
"""A shorter piece has no trigram of its own: it is looked for at the beginning of words."""
LAST_DIGITS = 7
"""A number without its area code, as people remember it."""

_TEXT = beginning.label("text")
_BEGINNERS = Prepared(
    select(*ROW, literal(0).label("rank"), _TEXT)
    .where(beginning >= bindparam("low", type_=Text), beginning < bindparam("high", type_=Text))
    .order_by(beginning, clients.c.id)
    .limit(bindparam("most"))
)
# First who they are: PostgreSQL takes one number to be a thousandth of all, and would walk through
# everybody in the order asked for until it has a page of them.
_bearers = (
    select(*ROW, _TEXT)
    .where(clients.c.phones.op("@>")(bindparam("number", type_=ARRAY(Text))))
    .cte("bearers")
    .prefix_with("MATERIALIZED")
)
_BEARERS = Prepared(
    select(*(_bearers.c[column.key] for column in ROW))
    .order_by(_bearers.c.text, _bearers.c.id)
    .limit(bindparam("most"))
)


async def search(db: ReadDb, typed: str, page: PageParams) -> Page[ClientRow]:
    """Return clients whose card holds every piece typed; names that begin so come first.

    A number that is complete finds who has it. When no card holds the pieces, the likest names
    are returned: a letter was mistyped.
    """
    db.actor.require(Permission.CLIENTS_READ)
    letters, _ = pieces(typed)
    statement, keys = found_by(typed)
    rows: Sequence[Mapping[Any, Any]] = ()
    if page.cursor is None:
        rows = await _at_once(db, typed, page)
        if rows and not letters:
            return Page(items=[client_row(row) for row in rows])
    if len(rows) <= page.limit:
        rows = await db.rows(keyset(statement, keys, page))
    if letters and not rows and page.cursor is None:
        return Page(items=[client_row(row) for row in await likest(db, typed, page.limit)])
    following = page_of([_keyed(row, keys) for row in rows], keys, page)[1]
    return Page(items=[client_row(row) for row in rows[: page.limit]], next=following)


async def _at_once(db: ReadDb, typed: str, page: PageParams) -> Sequence[Mapping[Any, Any]]:
    """Return what one range of an index tells.

    A short piece stands inside tens of thousands of cards; those that begin with it mostly fill
    the page alone. The digits of a phone are so common that all of them together cost as much.
    """
    letters, digits = pieces(typed)
    if letters and not digits:
        low = f" {searchable(typed)}"
        return await db.ask(_BEGINNERS, low=low, high=low + BEHIND, most=page.limit + 1)
    if digits and not letters and (number := complete_number(typed)):
        return await db.ask(_BEARERS, number=[number], most=page.limit)
    return ()


def found_by(typed: str) -> "tuple[Select[Any], Keys]":
    """Return the one statement of a search and its order; all conditions share one index."""
    letters, digits = pieces(typed)
    conditions = [_holds(piece) for piece in letters]
    if digits:
        conditions.append(_has_number(digits))
    if not conditions:
        return select(*ROW), [(clients.c.name, "asc"), (clients.c.id, "asc")]
    text_begins = clients.c.search_text.like(f" {searchable(typed)}%")
    words_begin = and_(True, *(clients.c.search_text.like(f"% {word}%") for word in letters))
    rank = case((text_begins, 0), (words_begin, 1), else_=2).label("rank")
    statement = select(*ROW, rank, _TEXT).where(and_(True, *conditions))
    return statement, [(rank, "asc"), (_TEXT, "asc"), (clients.c.id, "asc")]


def _keyed(row: Mapping[Any, Any], keys: "Keys") -> Any:
    """Return what a cursor is made of, whoever read the row."""
    return {column: row[column.key] for column, _ in keys}


def pieces(typed: str) -> tuple[list[str], str]:
    """Return what was typed as words and as the digits of a number («8 (921) 5» is one)."""
    words = searchable(typed).split()
    letters = [word for word in words if not word.isdigit()]
    return letters, "".join(word for word in words if word.isdigit())


def _holds(piece: str) -> ColumnElement[bool]:
    pattern = f"%{piece}%" if len(piece) >= TRIGRAM else f"% {piece}%"
    return clients.c.search_text.like(pattern)


def _has_number(digits: str) -> ColumnElement[bool]:
    """As typed; `8` for `+7`; and by the last seven digits, whatever area code stands before."""
    if len(digits) < TRIGRAM:
        return _holds(digits)
    wanted = {digits, re.sub("^8", "7", digits)}
    if len(digits) >= LAST_DIGITS:
        wanted.add(digits[-LAST_DIGITS:])
    return or_(*(_holds(number) for number in sorted(wanted)))
