"""Who may be the client that is being entered, and why."""

from uuid import UUID

from rapidfuzz import fuzz
from sqlalchemy import (
    ColumnElement,
    Integer,
    RowMapping,
    Text,
    cast,
    literal,
    literal_column,
    or_,
    select,
)
from sqlalchemy.dialects.postgresql import ARRAY

from chassis.db import ReadDb
from chassis.errors import Invalid
from contracts.rights import Permission
from services.clients.registry.domain import searchable
from services.clients.registry.queries.rows import ROW, client_row
from services.clients.registry.schemas import Likeness, Suspect, complete_number, read_email
from services.clients.registry.tables import clients

NAME_LIKENESS = 82
"""From this score (0–100) two names are told to the desk as likely the same."""
SUSPECTS = 10
LEAST = 3
"""Letters of a name below which everybody would be like it."""


async def duplicates(
    db: ReadDb, *, phone: str, email: str, name: str, but: UUID | None = None
) -> list[Suspect]:
    """Return clients who may be the one being typed, each with the reasons.

    What is half typed and cannot be read yet is passed over: this warns, it does not judge.
    """
    db.actor.require(Permission.CLIENTS_READ)
    number, address, words = complete_number(phone), _address(email), searchable(name)
    conditions: list[ColumnElement[bool]] = []
    if number:
        conditions.append(clients.c.phones.op("@>")(cast([number], ARRAY(Text))))
    if address:
        conditions.append(clients.c.email == address)
    if len(words) >= LEAST:
        conditions.append(literal(words).op("<%")(clients.c.search_text))
    if not conditions:
        return []
    near = literal(words).op("<<->")(clients.c.search_text)
    exact = or_(literal_column("false"), *conditions[: bool(number) + bool(address)])
    statement = (
        select(*ROW)
        .where(or_(*conditions), clients.c.id != but if but else literal_column("true"))
        .order_by(cast(exact, Integer).desc(), near)
        .limit(SUSPECTS * 5)
    )
    suspects = [
        Suspect(client=client_row(row), likeness=found)
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


def _address(text: str) -> str | None:
    try:
        return read_email(text) if text else None
    except Invalid:
        return None
