"""Projections: our own copy of another service's state, newer supersedes older."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Column, Table, bindparam
from sqlalchemy.dialects.postgresql import insert

from chassis.db import Db
from chassis.statements import Prepared


async def upsert_if_newer(
    db: Db,
    table: Table,
    values: Mapping[str, Any],
    *,
    key: Sequence[str] = ("id",),
    sequence: str = "sequence",
) -> bool:
    """Insert the row, or replace one of a lower sequence; return whether anything changed."""
    upsert = _upsert(table, tuple(values), tuple(key), sequence)
    return bool(await db.ask(upsert, **{f"v_{name}": value for name, value in values.items()}))


@cache
def _upsert(table: Table, names: tuple[str, ...], key: tuple[str, ...], sequence: str) -> Prepared:
    version: Column[Any] = table.c[sequence]
    given = {name: bindparam(f"v_{name}", type_=table.c[name].type) for name in names}
    statement = insert(table).values(given)
    return Prepared(
        statement.on_conflict_do_update(
            index_elements=[table.c[name] for name in key],
            set_={name: statement.excluded[name] for name in names if name not in key},
            where=version < statement.excluded[sequence],
        ).returning(version)
    )
