"""What reads and writes share: statements in, plain rows out."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, TypeVar, cast

from sqlalchemy import Executable, Result, RowMapping

from chassis import clock
from chassis.actor import Actor
from chassis.lane import Lane
from chassis.statements import Prepared

P = TypeVar("P")
Ports = Mapping[type[Any], Any]


class Reading:
    """What `Db` and `ReadDb` share: statements in, plain rows out."""

    def __init__(self, lane: Lane, actor: Actor, ports: Ports) -> None:
        self.lane = lane
        self.actor = actor
        self.now: datetime = clock.now()
        self.notes: dict[Any, Any] = {}
        """What a query has found out and may be asked again within this unit of work."""
        self._ports = ports

    async def execute(self, statement: Executable, params: Any = None) -> Result[Any]:
        """Run a statement; pending changes of aggregates are written first."""
        session = await self.lane.session()
        return await session.execute(statement, params)

    async def rows(self, statement: Executable, params: Any = None) -> list[RowMapping]:
        """Return all rows as mappings."""
        return list((await self.execute(statement, params)).mappings())

    async def row(self, statement: Executable, params: Any = None) -> RowMapping | None:
        """Return the first row as a mapping, or None."""
        return (await self.execute(statement, params)).mappings().first()

    async def scalar(self, statement: Executable, params: Any = None) -> Any:
        """Return the first column of the first row, or None."""
        return (await self.execute(statement, params)).scalar()

    async def ask(self, prepared: Prepared, **values: Any) -> list[dict[str, Any]]:
        """Run a prepared statement; it does NOT see pending changes of aggregates."""
        rows = await self.lane.fetch(prepared.sql, prepared.arguments(values))
        return [prepared.readers.read(row) for row in rows]

    def port(self, protocol: type[P]) -> P:
        """Return the adapter that the service was built with for this need."""
        return cast("P", self._ports[protocol])


class ReadDb(Reading):
    """Reads of one request; its connection is read-only, so it cannot write by mistake."""
