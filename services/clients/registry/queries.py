"""Finding clients: while typing, by id, by likeness; and what was changed on a card."""

import re
from collections.abc import AsyncIterator, Sequence
from dataclasses import fields
from typing import TYPE_CHECKING, Any
from uuid import UUID

from rapidfuzz import fuzz
from sqlalchemy import (
    ColumnElement,
    Integer,
    RowMapping,
    Select,
    Text,
    and_,
    case,
    cast,
    literal,
    literal_column,
    or_,
    select,
)
from sqlalchemy.dialects.postgresql import ARRAY

from chassis.db import Db, ReadDb
from chassis.errors import Invalid, NotFound
from chassis.http import Page, PageParams, keyset, page_of
from chassis.service import State
from contracts.clients.events import ClientChanged
from contracts.rights import Permission
from services.clients.registry.domain import searchable
from services.clients.registry.schemas import (
    ChangeOut,
    ClientOut,
    ClientRow,
    Likeness,
    Suspect,
    read_email,
    read_phone,
)
from services.clients.registry.tables import client_changes, clients

if TYPE_CHECKING:
    from chassis.http.paging import Keys

TRIGRAM = 3
"""A shorter piece has no trigram of its own: it is looked for at the beginning of words."""
LAST_DIGITS = 7
"""A number without its area code, as people remember it."""
NAME_LIKENESS = 82
"""From this score (0–100) two names are told to the desk as likely the same."""
SUSPECTS = 10
CHUNK = 500
"""Clients read at once for a republish."""

_TOLD = [field.name for field in fields(ClientChanged) if field.name != "client_id"]
_ROW = [
    clients.c[name]
    for name in ("id", "kind", "name", "phones", "email", "language", "channel", "office_id")
]


async def client(db: Db | ReadDb, client_id: UUID) -> ClientOut:
    """Return one client.

    Raises:
        NotFound: none of this id, or he was erased.
    """
    db.actor.require(Permission.CLIENTS_READ)
    row = await db.row(select(clients).where(clients.c.id == client_id))
    if row is None:
        raise NotFound
    return ClientOut.model_validate({**row, "version": row["sequence"]})


async def states(db: Db | ReadDb) -> AsyncIterator[State]:
    """Return every client as other services are told of him, for a republish."""
    behind = UUID(int=0)
    while True:
        chunk = select(clients).where(clients.c.id > behind).order_by(clients.c.id).limit(CHUNK)
        rows = await db.rows(chunk)
        for row in rows:
            event = ClientChanged(client_id=row["id"], **{name: row[name] for name in _TOLD})
            yield State(row["id"], row["sequence"], event)
        if len(rows) < CHUNK:
            return
        behind = rows[-1]["id"]


async def search(db: ReadDb, typed: str, page: PageParams) -> Page[ClientRow]:
    """Return clients whose card holds every piece typed; names that begin so come first.

    When no card holds them, the likest names: a letter was mistyped.
    """
    db.actor.require(Permission.CLIENTS_READ)
    statement, keys = found_by(typed)
    letters, digits = pieces(typed)
    rows: Sequence[RowMapping] = ()
    if letters and not digits:
        # A short piece stands inside tens of thousands of cards; those that begin with it mostly
        # fill the page alone, and are read by an index of their own.
        rows = await db.rows(keyset(statement.where(_begins(typed)), keys, page))
    if len(rows) <= page.limit:
        rows = await db.rows(keyset(statement, keys, page))
    if letters and not rows and page.cursor is None:
        return Page(items=[_client_row(row) for row in await db.rows(_likest(typed, page.limit))])
    rows, following = page_of(rows, keys, page)
    return Page(items=[_client_row(row) for row in rows], next=following)


def _likest(typed: str, limit: int) -> Select[Any]:
    words = literal(searchable(typed))
    near = words.op("<<->")(clients.c.search_text)
    return select(*_ROW).where(words.op("<%")(clients.c.search_text)).order_by(near).limit(limit)


def found_by(typed: str) -> "tuple[Select[Any], Keys]":
    """Return the one statement of a search and its order; all conditions share one index."""
    letters, digits = pieces(typed)
    conditions = [_holds(piece) for piece in letters]
    if digits:
        conditions.append(_has_number(digits))
    statement = select(*_ROW).where(and_(True, *conditions))
    keys: Keys = [(clients.c.name, "asc"), (clients.c.id, "asc")]
    if not conditions:
        return statement, keys
    text_begins = _begins(typed)
    words_begin = and_(True, *(clients.c.search_text.like(f"% {word}%") for word in letters))
    rank = case((text_begins, 0), (words_begin, 1), else_=2).label("rank")
    return statement.add_columns(rank), [(rank, "asc"), *keys]


def _begins(typed: str) -> ColumnElement[bool]:
    return clients.c.search_text.like(f" {searchable(typed)}%")


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


async def history(db: ReadDb, client_id: UUID, page: PageParams) -> Page[ChangeOut]:
    """Return what was changed on a card, the newest first.

    Raises:
        NotFound: no such client.
    """
    db.actor.require(Permission.CLIENTS_READ)
    if await db.scalar(select(clients.c.id).where(clients.c.id == client_id)) is None:
        raise NotFound
    keys: Keys = [(client_changes.c.id, "desc")]
    statement = select(client_changes).where(client_changes.c.client_id == client_id)
    rows, following = page_of(await db.rows(keyset(statement, keys, page)), keys, page)
    return Page(items=[ChangeOut.model_validate(dict(row)) for row in rows], next=following)


async def duplicates(
    db: ReadDb, *, phone: str, email: str, name: str, but: UUID | None = None
) -> list[Suspect]:
    """Return clients who may be the one being typed, each with the reasons.

    What is half typed and cannot be read yet is passed over: this warns, it does not judge.
    """
    db.actor.require(Permission.CLIENTS_READ)
    number, address, words = _number(phone), _address(email), searchable(name)
    conditions: list[ColumnElement[bool]] = []
    if number:
        conditions.append(clients.c.phones.op("@>")(cast([number], ARRAY(Text))))
    if address:
        conditions.append(clients.c.email == address)
    if len(words) >= TRIGRAM:
        conditions.append(literal(words).op("<%")(clients.c.search_text))
    if not conditions:
        return []
    near = literal(words).op("<<->")(clients.c.search_text)
    exact = or_(literal_column("false"), *conditions[: bool(number) + bool(address)])
    statement = (
        select(*_ROW)
        .where(or_(*conditions), clients.c.id != but if but else literal_column("true"))
        .order_by(cast(exact, Integer).desc(), near)
        .limit(SUSPECTS * 5)
    )
    suspects = [
        Suspect(client=_client_row(row), likeness=found)
        for row in await db.rows(statement)
        if (found := _likeness(row, number, address, words, db.actor.language))
    ]
    suspects.sort(key=lambda s: sum(reason.score for reason in s.likeness), reverse=True)
    return suspects[:SUSPECTS]


def name_likeness(one: str, other: str) -> int:
    """Return 0–100 for two names; order, case, accents and a missing patronymic count little."""
    one, other = searchable(one), searchable(other)
    score = fuzz.token_sort_ratio(one, other)
    if min(len(one.split()), len(other.split())) > 1:
        # One word alone is too little: every Ivanova would be a suspect.
        score = max(score, fuzz.token_set_ratio(one, other) - 3)
    return round(score)


def _likeness(
    row: RowMapping, number: str | None, address: str | None, words: str, language: str
) -> list[Likeness]:
    russian = language != "en"
    found = []
    if number and number in row["phones"]:
        text = "тот же телефон" if russian else "the same phone"
        found.append(Likeness(kind="phone", score=100, text=text))
    if address and address == row["email"]:
        text = "та же почта" if russian else "the same e-mail"
        found.append(Likeness(kind="email", score=100, text=text))
    score = name_likeness(words, row["name"]) if words else 0
    if score >= NAME_LIKENESS:
        text = f"имя похоже на {score} %" if russian else f"the name is {score} % alike"
        found.append(Likeness(kind="name", score=score, text=text))
    return found


def _number(text: str) -> str | None:
    try:
        return read_phone(text).number if text else None
    except Invalid:
        return None


def _address(text: str) -> str | None:
    try:
        return read_email(text) if text else None
    except Invalid:
        return None


def _client_row(row: RowMapping) -> ClientRow:
    return ClientRow.model_validate({name: row[name] for name in ClientRow.model_fields})
