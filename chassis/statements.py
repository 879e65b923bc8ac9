"""Statements that are compiled once and run on the driver itself.

SQLAlchemy takes 0.2–0.35 ms of CPU a statement (cache key, context, cursor, greenlet), the driver
0.06 ms; the writing path asks the same few questions again and again, so they are prepared here.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import ARRAY, ClauseElement, Column, Dialect, Uuid, any_, bindparam
from sqlalchemy.dialects.postgresql import asyncpg
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.types import TypeEngine

from chassis.jsons import dumps

Row = Mapping[Any, Any]
Convert = Callable[[Any], Any]
DIALECT: Dialect = asyncpg.dialect(json_serializer=dumps)  # type: ignore[no-untyped-call]
_NUMERIC = 1700
"""Type number of `numeric`: SQLAlchemy asks for it, the driver gives decimals anyway."""
THESE: Final = any_(bindparam("ids", type_=ARRAY(Uuid)))
"""One of `ids`, as a prepared statement compares with a list."""


def binder(kind: TypeEngine[Any]) -> Convert | None:
    """Return what turns a value of this type into the driver's; None = nothing has to."""
    return kind.dialect_impl(DIALECT).bind_processor(DIALECT)


def reader(kind: TypeEngine[Any]) -> Convert | None:
    """Return what turns the driver's value into one of this type; None = nothing has to."""
    return kind.dialect_impl(DIALECT).result_processor(DIALECT, _NUMERIC)


class Readers:
    """Turns rows of the driver into mappings by column name."""

    def __init__(self, columns: Sequence[Column[Any]]) -> None:
        self.names = tuple(column.key for column in columns)
        made = ((index, reader(column.type)) for index, column in enumerate(columns))
        self._convert = [(index, convert) for index, convert in made if convert is not None]

    def read(self, row: Sequence[Any]) -> dict[str, Any]:
        """Return one row."""
        values = list(row)
        for index, convert in self._convert:
            values[index] = convert(values[index])
        return dict(zip(self.names, values, strict=True))


class Prepared:
    """A Core statement with `bindparam`s, as text and places for the driver.

    No `in_` over a list: compare with `THESE`, or `any_` of another array, instead.
    """

    def __init__(self, statement: ClauseElement) -> None:
        compiled = statement.compile(dialect=DIALECT)
        self.sql = str(compiled)
        if not isinstance(compiled, SQLCompiler):
            raise TypeError(type(statement))
        binds = [compiled.binds[name] for name in compiled.positiontup or ()]
        self._places = [(b.key, b.effective_value, binder(b.type)) for b in binds]
        exported: Any = getattr(statement, "exported_columns", ())
        self.readers = Readers(list(exported))

    def arguments(self, values: Mapping[str, Any]) -> list[Any]:
        """Return the values in their places."""
        given = []
        for name, usual, convert in self._places:
            value = values.get(name, usual)
            given.append(value if convert is None else convert(value))
        return given
