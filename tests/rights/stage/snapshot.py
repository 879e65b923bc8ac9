"""What stands in all databases: a sum of every row, and how many lines the audit has."""

from dataclasses import dataclass
from typing import Any, LiteralString

import psycopg
from psycopg import Connection, sql
from psycopg.conninfo import make_conninfo

from deploy.embedded.databases import SERVICES

PASSING = {
    "outbox": ("published_at",),
    "sessions": ("used_at",),
    "api_tokens": ("used_at",),
    "devices": ("seen_at",),
    "operators": ("used_at",),
}
"""Columns that say only that somebody was here or that the relay was: no business of anybody."""
_TABLES: LiteralString = """
SELECT relname FROM pg_class
WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace ORDER BY relname
"""
_SUM: LiteralString = """
SELECT {name}, coalesce(md5(string_agg(line, chr(10) ORDER BY line)), ''), count(*)
FROM (SELECT (to_jsonb(t) - {without}::text[])::text AS line FROM {table} t) rows
"""


@dataclass(frozen=True, slots=True)
class Picture:
    """Table → sum of its rows and their number; `orders.audit`, `clients.outbox`, …"""

    tables: dict[str, tuple[str, int]]

    def differs_in(self, other: "Picture") -> list[str]:
        """Name the tables that are not the same."""
        names = self.tables.keys() | other.tables.keys()
        return sorted(n for n in names if self.tables.get(n) != other.tables.get(n))


class Databases:
    """The four databases, looked at as the superuser."""

    def __init__(self, super_dsn: str) -> None:
        self._open: dict[str, Connection[tuple[Any, ...]]] = {
            name: psycopg.connect(
                make_conninfo(super_dsn, dbname=f"vitrazh_{name}"), autocommit=True
            )
            for name in SERVICES
        }
        self._queries = {name: _query(inside) for name, inside in self._open.items()}

    def rows(self, service: str, query: LiteralString, *values: Any) -> list[tuple[Any, ...]]:
        """Ask one database."""
        cursor = self._open[service].execute(query, values or None)
        return cursor.fetchall() if cursor.description else []

    def picture(self) -> Picture:
        """Sum up every row of every table."""
        found = {
            f"{service}.{table}": (sum_, count)
            for service, query in self._queries.items()
            for table, sum_, count in self._open[service].execute(query).fetchall()
        }
        return Picture(found)

    def audits(self) -> int:
        """Count the lines of all audits."""
        return sum(self.rows(name, "SELECT count(*) FROM audit")[0][0] for name in self._open)

    def last_audit(self, service: str) -> tuple[str, str]:
        """Return actor and action of the newest line."""
        found = self.rows(service, "SELECT actor, action FROM audit ORDER BY id DESC LIMIT 1")
        actor, action = found[0]
        return actor, action

    def close(self) -> None:
        """Let go."""
        for connection in self._open.values():
            connection.close()


def _query(inside: Connection[tuple[Any, ...]]) -> sql.Composed:
    tables = [name for (name,) in inside.execute(_TABLES).fetchall()]
    sums = [
        sql.SQL(_SUM).format(
            name=sql.Literal(name),
            without=sql.Literal(list(PASSING.get(name, ()))),
            table=sql.Identifier(name),
        )
        for name in tables
    ]
    return sql.SQL(" UNION ALL ").join(sums)
