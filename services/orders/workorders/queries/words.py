"""What somebody types to find an order, as conditions of a statement and their values."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, Integer, Text, and_, bindparam, extract, or_, select

from services.orders.workorders.tables import known_clients, work_orders

_DATE: Final = re.compile(r"(\d{1,2})\.(\d{1,2})(?:\.(\d{4}))?")
_PHONE: Final = re.compile(r"[-+()0-9]+")
_MANY_DIGITS: Final = 4
"""Fewer digits are searched in numbers alone: half of all phones hold any two."""
_RUSSIAN_PHONE: Final = 11
_MOST: Final = 5
_columns = work_orders.c


@dataclass(frozen=True, slots=True)
class Word:
    """What a word may be besides a part of a text."""

    phone: bool = False
    date: bool = False


def spoken(text: str | None) -> tuple[tuple[Word, ...], Mapping[str, Any]]:
    """Return what the words may be, and the values of their conditions."""
    words = []
    values: dict[str, Any] = {}
    for at, word in enumerate((text or "").split()[:_MOST]):
        values[f"text{at}"] = _anywhere(word)
        digits, date = _digits(word), _DATE.fullmatch(word)
        if digits:
            values[f"digits{at}"] = _anywhere(digits)
        if date:
            day, month, year = date.groups()
            values |= {f"day{at}": int(day), f"month{at}": int(month)}
            values[f"year{at}"] = year and int(year)
        words.append(Word(phone=bool(digits), date=bool(date)))
    return tuple(words), values


def says(at: int, word: Word, *, names: bool) -> ColumnElement[bool]:
    """Return the condition of the word at this place.

    Number, item, promised date; client's name and phone for those who may read clients (`names`).
    A union of two searches, each by its own trigram indexes; one OR over both tables would read
    them whole.
    """
    text = bindparam(f"text{at}", type_=Text)
    matches = [
        _holds(_columns.number, text),
        _holds(_columns.summary, text),
        _holds(_columns.summary_en, text),
    ]
    if word.date:
        matches.append(_on_date(at))
    by_order = select(_columns.id).where(or_(*matches))
    if not names:
        return _columns.id.in_(by_order)
    client = _holds(known_clients.c.name, text)
    if word.phone:
        digits = bindparam(f"digits{at}", type_=Text)
        client = or_(client, known_clients.c.phone_digits.like(digits, escape="/"))
    by_client = select(_columns.id).join(known_clients, known_clients.c.id == _columns.client_id)
    return _columns.id.in_(by_order.union(by_client.where(client)))


def _holds(column: ColumnElement[str], text: ColumnElement[str]) -> ColumnElement[bool]:
    return column.ilike(text, escape="/")


def _anywhere(text: str) -> str:
    return "%" + re.sub(r"[/%_]", r"/\g<0>", text) + "%"


def _digits(word: str) -> str | None:
    digits = re.sub(r"[^0-9]", "", word)
    if len(digits) < _MANY_DIGITS or not _PHONE.fullmatch(word):
        return None
    if len(digits) == _RUSSIAN_PHONE and digits.startswith("8"):
        return f"7{digits[1:]}"
    return digits


def _on_date(at: int) -> ColumnElement[bool]:
    day, month, year = (
        bindparam(f"{part}{at}", type_=Integer) for part in ("day", "month", "year")
    )
    promised = _columns.promised_on
    return and_(
        extract("day", promised) == day,
        extract("month", promised) == month,
        or_(year.is_(None), extract("year", promised) == year),
    )
