"""COPY into real tables, with the indexes that are slow to fill built anew afterwards."""

from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import Any, TypeAlias

import asyncpg
from sqlalchemy.engine import make_url

Connection: TypeAlias = "asyncpg.Connection[Any]"
Rows = Mapping[str, Sequence[Mapping[str, Any]]]

_TRIGRAM = """
SELECT indexname, indexdef FROM pg_indexes
WHERE schemaname = 'public' AND indexdef LIKE '%USING gin%'
"""


async def connect(dsn: str, database: str) -> Connection:
    """Open a database of the set as its superuser."""
    url = make_url(dsn).set(drivername="postgresql", database=database)
    return await asyncpg.connect(url.render_as_string(hide_password=False))


@asynccontextmanager
async def without_slow_indexes(connection: Connection) -> AsyncIterator[None]:
    """Drop the GIN indexes meanwhile; then build them anew and let the planner count."""
    dropped = await connection.fetch(_TRIGRAM)
    for row in dropped:
        await connection.execute(f'DROP INDEX "{row["indexname"]}"')
    try:
        yield
    finally:
        for row in dropped:
            await connection.execute(row["indexdef"])
        await connection.execute("VACUUM ANALYZE")


async def copy_in(connection: Connection, table: str, rows: Sequence[Mapping[str, Any]]) -> None:
    """Add these rows; all have the same columns."""
    if not rows:
        return
    names = list(rows[0])
    records: Iterable[tuple[Any, ...]] = (tuple(row[name] for name in names) for row in rows)
    await connection.copy_records_to_table(table, records=records, columns=names)
