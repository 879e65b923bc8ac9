"""Keyset paging: a page begins behind the last row of the one before, whatever came meanwhile."""

import base64
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Annotated, Any, Generic, Literal, TypeVar
from uuid import UUID

from fastapi import Depends, Query
from pydantic import BaseModel
from sqlalchemy import BigInteger, ColumnElement, Integer, RowMapping, Select, and_, bindparam, or_

from chassis.errors import Invalid, invalid
from chassis.reading import Reading
from chassis.statements import Prepared

T = TypeVar("T")
Direction = Literal["asc", "desc"]
Keys = Sequence[tuple[ColumnElement[Any], Direction]]
MAX_LIMIT = 200
_INT4, _INT8 = 2**31, 2**63


class Page(BaseModel, Generic[T]):
    """A page of a list; `next` is the cursor of the following page, or null."""

    items: list[T]
    next: str | None = None


@dataclass(frozen=True, slots=True)
class PageParams:
    """What the caller asked for."""

    limit: int = 50
    cursor: str | None = None


async def _page_params(
    limit: Annotated[int, Query(ge=1, le=MAX_LIMIT)] = 50,
    cursor: Annotated[str | None, Query(max_length=1000)] = None,
) -> PageParams:
    return PageParams(limit, cursor)


Paging = Annotated[PageParams, Depends(_page_params)]


def keyset(statement: Select[Any], keys: Keys, page: PageParams) -> Select[Any]:
    """Order by `keys` (never NULL, the last one unique) and begin behind the cursor.

    Reads one row more than asked, so that `page_of` knows whether there is a next page.

    Raises:
        Invalid: the cursor is not one that we gave for this list.
    """
    ordered = _ordered(statement, keys)
    if page.cursor is not None:
        values = _decode(page.cursor, [column for column, _ in keys])
        ordered = ordered.where(_behind(keys, values))
    return ordered.limit(page.limit + 1)


def page_of(
    rows: Sequence[RowMapping], keys: Keys, page: PageParams
) -> tuple[Sequence[RowMapping], str | None]:
    """Return the rows of this page and the cursor of the next one."""
    if len(rows) <= page.limit:
        return rows, None
    shown = rows[: page.limit]
    last = shown[-1]
    return shown, _encode([last[column] for column, _ in keys])


class Listed:
    """A list whose two statements are built once: its first page, and a page behind a cursor.

    Building a statement of some joins takes longer than running it.
    """

    def __init__(self, statement: Select[Any], keys: Keys) -> None:
        self._columns = [column for column, _ in keys]
        self._names = [column.key or "" for column in self._columns]
        self._places = [f"behind_{name}" for name in self._names]
        places = [
            bindparam(name, type_=column.type)
            for name, column in zip(self._places, self._columns, strict=True)
        ]
        ordered = _ordered(statement, keys).limit(bindparam("most", type_=Integer))
        self._first = Prepared(ordered)
        self._next = Prepared(ordered.where(_behind(keys, places)))

    async def page(
        self, db: Reading, page: PageParams, **values: Any
    ) -> tuple[Sequence[dict[str, Any]], str | None]:
        """Return the rows of a page and the cursor of the next one.

        Raises:
            Invalid: the cursor is not one that we gave for this list.
        """
        asked = self._first
        if page.cursor is not None:
            asked = self._next
            values |= zip(self._places, _decode(page.cursor, self._columns), strict=True)
        rows = await db.ask(asked, most=page.limit + 1, **values)
        if len(rows) <= page.limit:
            return rows, None
        shown = rows[: page.limit]
        return shown, _encode([shown[-1][name] for name in self._names])


def _ordered(statement: Select[Any], keys: Keys) -> Select[Any]:
    return statement.order_by(*(c.desc() if way == "desc" else c.asc() for c, way in keys))


def _behind(keys: Keys, values: Sequence[Any]) -> ColumnElement[bool]:
    steps = []
    for index, ((column, way), value) in enumerate(zip(keys, values, strict=True)):
        same = [keys[i][0] == values[i] for i in range(index)]
        steps.append(and_(*same, column < value if way == "desc" else column > value))
    return or_(*steps)


def _encode(values: Sequence[Any]) -> str:
    tagged = [_tag(value) for value in values]
    return base64.urlsafe_b64encode(json.dumps(tagged).encode()).decode().rstrip("=")


def _tag(value: Any) -> list[Any]:
    match value:
        case bool() | int() | str():
            return ["v", value]
        case UUID():
            return ["u", str(value)]
        case datetime():
            return ["t", value.isoformat()]
        case date():
            return ["d", value.isoformat()]
    raise TypeError(type(value))


_READERS = {"v": lambda v: v, "u": UUID, "t": datetime.fromisoformat, "d": date.fromisoformat}


def _decode(cursor: str, columns: Sequence[ColumnElement[Any]]) -> list[Any]:
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        tagged = json.loads(base64.b64decode(padded, altchars=b"-_", validate=True))
        values = [_READERS[tag](value) for tag, value in tagged]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise _foreign() from error
    if len(values) != len(columns) or not all(map(_fits, values, columns)):
        raise _foreign()
    return values


def _fits(value: Any, column: ColumnElement[Any]) -> bool:
    """Tell whether the database would take the value for this column at all."""
    match value:
        case datetime() if value.tzinfo is None:
            return False
        case str() if not _storable(value):
            return False
        case int() if abs(value) >= (_INT8 if isinstance(column.type, BigInteger) else _INT4):
            return False
    try:
        expected = column.type.python_type
    except NotImplementedError:
        return True
    return isinstance(value, str) if issubclass(expected, str | Enum) else type(value) is expected


def _storable(value: str) -> bool:
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return "\x00" not in value


def _foreign() -> Invalid:
    return invalid(
        "cursor-unknown",
        "Эта ссылка на страницу списка не подходит",
        "This page cursor is not one of this list",
        "query",
        "cursor",
    )
