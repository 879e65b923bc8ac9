"""Projections: our own copy of another service's state, newer supersedes older."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Column, Table
from sqlalchemy.dialects.postgresql import insert

from chassis.db import Db


async def upsert_if_newer(
    db: Db,
    table: Table,
    values: Mapping[str, Any],
    *,
    key: Sequence[str] = ("id",),
    sequence: str = "sequence",
) -> bool:
    """Insert the row, or replace one of a lower sequence; return whether anything changed."""
    statement = insert(table).values(**values)
    version: Column[Any] = table.c[sequence]
    upsert = statement.on_conflict_do_update(
        index_elements=[table.c[name] for name in key],
        set_={name: statement.excluded[name] for name in values if name not in key},
        where=version < statement.excluded[sequence],
    ).returning(version)
    return (await db.execute(upsert)).first() is not None
