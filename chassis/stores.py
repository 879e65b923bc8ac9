"""Aggregates kept by hand: loaded and saved by a few fixed statements, without an object mapper.

An aggregate is a row with rows of its own (`children`). What was loaded is remembered value by
value, so that saving writes what differs and nothing else. The values are immutable.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias
from uuid import UUID

from sqlalchemy import Column, Table

from chassis.domain import Aggregate
from chassis.lane import Lane
from chassis.statements import DIALECT, Readers, binder

Statement: TypeAlias = tuple[str, list[Any]]
"""A statement and its values."""
STORES: dict[type, "Store"] = {}
TOGETHER = 20
"""Rows written by one statement; of each number of rows there is a statement of its own."""
_quote = DIALECT.identifier_preparer.quote


@dataclass(slots=True)
class Kept:
    """An aggregate in hand, and what of it the database knows."""

    aggregate: Any
    values: tuple[Any, ...]
    children: dict[str, dict[int, tuple[Any, tuple[Any, ...]]]] = field(default_factory=dict)
    """By attribute: a child's identity → the child and its values."""


class _Rows:
    """Rows of one table as objects of one class."""

    def __init__(self, cls: type, table: Table) -> None:
        self.cls = cls
        self.columns = [column for column in table.columns if column.computed is None]
        self.names = tuple(column.key for column in self.columns)
        self.readers = Readers(self.columns)
        self.table = _quote(table.name)
        self.listed = ", ".join(_quote(name) for name in self.names)
        self._binders = [binder(column.type) for column in self.columns]
        self._keys = [self.names.index(column.key) for column in table.primary_key]
        self._inserts: dict[tuple[int, int], str] = {}
        parts = (f"{_quote(self.names[at])} = ${n + 1}" for n, at in enumerate(self._keys))
        self._own = " AND ".join(parts)
        self.delete = f"DELETE FROM {self.table} WHERE {self._own}"  # noqa: S608 - our names

    def insert(self, count: int, *, after: int = 0) -> str:
        """Return the statement that adds so many rows; their values stand after so many others."""
        known = self._inserts.get((count, after))
        if known is None:
            width = len(self.columns)
            firsts = range(after + 1, after + count * width + 1, width)
            rows = (", ".join(f"${at}" for at in range(n, n + width)) for n in firsts)
            places = "), (".join(rows)
            known = f"INSERT INTO {self.table} ({self.listed}) VALUES ({places})"  # noqa: S608 - our names
            self._inserts[count, after] = known
        return known

    def adding(self, rows: Sequence[Sequence[Any]], before: Statement | None = None) -> Statement:
        """Return the statement that adds these rows, and does another one before."""
        sql, values = before or ("", [])
        insert = self.insert(len(rows), after=len(values))
        values = [*values, *(value for row in rows for value in row)]
        return (f"WITH own AS ({sql}) {insert}" if sql else insert), values

    def made(self, row: dict[str, Any]) -> Any:
        """Return the object of a row; its class is not asked to check it again."""
        thing: Any = object.__new__(self.cls)
        thing.__dict__.update(row)
        return thing

    def values(self, thing: Any) -> tuple[Any, ...]:
        """Return the object's values in the order of the columns."""
        state = vars(thing)
        return tuple([state[name] for name in self.names])

    def key(self, values: Sequence[Any]) -> list[Any]:
        """Return what a row is known by, as the driver takes it."""
        bound = self.bound(values)
        return [bound[at] for at in self._keys]

    def bound(self, values: Sequence[Any]) -> list[Any]:
        """Return the values as the driver takes them."""
        pairs = zip(self._binders, values, strict=True)
        return [value if bind is None else bind(value) for bind, value in pairs]

    def change(self, before: Sequence[Any], after: Sequence[Any]) -> Statement | None:
        """Return the statement that writes what differs, with its values; None = nothing does."""
        pairs = enumerate(zip(before, after, strict=True))
        differ = [n for n, (old, new) in pairs if old is not new and old != new]
        if not differ:
            return None
        bound = self.bound(after)
        first = len(self._keys) + 1
        sets = ", ".join(f"{_quote(self.names[n])} = ${first + i}" for i, n in enumerate(differ))
        sql = f"UPDATE {self.table} SET {sets} WHERE {self._own}"  # noqa: S608 - our names
        return sql, [*(bound[at] for at in self._keys), *(bound[n] for n in differ)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Children:
    """Rows that belong to an aggregate: its list `attribute`, in the order of `order`."""

    attribute: str
    cls: type
    table: Table
    parent: str
    """Column that names the aggregate."""
    order: Sequence[Column[Any]]


class Store:
    """How one class of aggregates is kept."""

    def __init__(self, cls: type[Aggregate], table: Table, *children: Children) -> None:
        self._rows = rows = _Rows(cls, table)
        self._children = [(child, _Rows(child.cls, child.table)) for child in children]
        self._lock = f"SELECT {rows.listed} FROM {rows.table} WHERE id = $1 FOR UPDATE"  # noqa: S608 - our names
        lists = ", ".join(_list_of(child, of) for child, of in self._children)
        self._read = f"SELECT {lists}"
        STORES[cls] = self

    async def load(self, lane: Lane, id_: UUID) -> Kept | None:
        """Return the aggregate with its row locked, or None.

        Its children are read after the lock: who waited for it must not see them as they were.
        """
        found = await lane.fetch(self._lock, [id_])
        if not found:
            return None
        row = self._rows.readers.read(found[0])
        kept = Kept(self._rows.made(row), tuple(row.values()))
        if self._children:
            (lists,) = await lane.fetch(self._read, [id_])
            for (child, of), listed in zip(self._children, lists, strict=True):
                read = [of.readers.read(row) for row in listed]
                things = [(of.made(row), tuple(row.values())) for row in read]
                setattr(kept.aggregate, child.attribute, [thing for thing, _ in things])
                kept.children[child.attribute] = {id(pair[0]): pair for pair in things}
        return kept

    async def add(self, lane: Lane, aggregate: Aggregate) -> Kept:
        """Write a new aggregate, with its first children in one statement."""
        kept = Kept(aggregate, self._rows.values(aggregate))
        await self._save_children(lane, kept, self._rows.adding([self._rows.bound(kept.values)]))
        return kept

    async def save(self, lane: Lane, kept: Kept) -> None:
        """Write what has changed since it was loaded, or saved."""
        values = self._rows.values(kept.aggregate)
        change = self._rows.change(kept.values, values)
        if change is not None:
            await lane.fetch(*change)
            kept.values = values
        await self._save_children(lane, kept)

    async def _save_children(self, lane: Lane, kept: Kept, own: Statement | None = None) -> None:
        """Write what has changed in the children; `own` still has to be done before them."""
        for child, of in self._children:
            known = kept.children.get(child.attribute, {})
            things = getattr(kept.aggregate, child.attribute)
            fresh = [thing for thing in things if id(thing) not in known]
            for thing in fresh:
                setattr(thing, child.parent, kept.aggregate.id)
            now = {id(thing): (thing, of.values(thing)) for thing in things}
            for at in range(0, len(fresh), TOGETHER):
                some = [of.bound(now[id(thing)][1]) for thing in fresh[at : at + TOGETHER]]
                await lane.fetch(*of.adding(some, own))
                own = None
            for ident, (_, before) in known.items():
                if ident not in now:
                    await lane.fetch(of.delete, of.key(before))
                elif change := of.change(before, now[ident][1]):
                    await lane.fetch(*change)
            kept.children[child.attribute] = now
        if own is not None:
            await lane.fetch(*own)


def _list_of(child: Children, of: _Rows) -> str:
    """Return the expression of all rows of an aggregate: all kinds come in one statement."""
    order = ", ".join(_quote(column.key) for column in child.order)
    return (
        f"ARRAY(SELECT ROW({of.listed}) FROM {of.table} "  # noqa: S608 - our names
        f"WHERE {_quote(child.parent)} = $1 ORDER BY {order})"
    )
