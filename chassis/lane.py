"""The connection of one unit of work: taken from the pool at its first statement, given back.

The transaction is the driver's own: its BEGIN also tells whether the connection still lives, so
that nobody has to be pinged (a ping was three round trips of a write).
"""

import asyncio
from collections.abc import Awaitable, Sequence
from contextlib import suppress
from typing import Any, TypeVar

import asyncpg
from opentelemetry import trace
from opentelemetry.trace import SpanKind
from sqlalchemy import Engine, event
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, AsyncSession

from chassis.telemetry import tracer

T = TypeVar("T")
_GONE = (
    asyncpg.PostgresError,
    asyncpg.InterfaceError,
    asyncpg.InternalClientError,
    OSError,
    TimeoutError,
)


def only_living(engine: Engine) -> None:
    """Let the pool give out no connection that is closed, or left within a transaction."""

    @event.listens_for(engine, "checkout")
    def look(connection: Any, _record: Any, _proxy: Any) -> None:
        driver = connection.driver_connection
        if driver.is_closed() or driver.is_in_transaction():
            raise DisconnectionError


class Lane:
    """One connection, with a transaction around everything if it `writes`."""

    def __init__(self, engine: AsyncEngine, *, writes: bool) -> None:
        self._engine = engine
        self._writes = writes
        self._connection: AsyncConnection | None = None
        self._driver: Any = None
        self._transaction: Any = None
        self.opened_session: AsyncSession | None = None

    async def driver(self) -> Any:
        """Return the driver's connection; the first call opens it."""
        if self._driver is None:
            await self._open()
        return self._driver

    async def session(self) -> AsyncSession:
        """Return SQLAlchemy's session on the same connection and in the same transaction."""
        if self.opened_session is None:
            await self.driver()
            self.opened_session = AsyncSession(
                self._connection, expire_on_commit=False, autoflush=self._writes
            )
        return self.opened_session

    async def fetch(self, sql: str, arguments: Sequence[Any]) -> list[Any]:
        """Run a statement on the driver."""
        driver = await self.driver()
        rows: list[Any] = await _told(sql, driver.fetch(sql, *arguments))
        return rows

    async def commit(self) -> None:
        """End the transaction; nothing, if none was begun."""
        if self._transaction is not None:
            await self._transaction.commit()

    async def roll_back(self) -> None:
        """Undo; a connection that cannot is thrown away, and the server undoes by itself."""
        if self._transaction is None or self._connection is None:
            return
        try:
            await self._transaction.rollback()
        except _GONE:
            await self._connection.invalidate()

    async def close(self) -> None:
        """Give the connection back."""
        if self._connection is not None:
            # A request that is being cancelled gives its connection back all the same.
            await asyncio.shield(asyncio.ensure_future(self._give_back(self._connection)))

    async def _give_back(self, connection: AsyncConnection) -> None:
        if self.opened_session is not None:
            await self.opened_session.close()
        await connection.close()

    async def _open(self) -> None:
        # Kept at once: whoever is cancelled from here on gives it back.
        self._connection = connection = await self._engine.connect()
        try:
            await self._begin(connection)
        except _GONE:
            # It died in the pool without a word to us: a new one tells how things are.
            self._connection = None
            await _drop(connection)
            self._connection = await self._engine.connect()
            await self._begin(self._connection)

    async def _begin(self, connection: AsyncConnection) -> None:
        driver: Any = (await connection.get_raw_connection()).driver_connection
        if self._writes:
            transaction = driver.transaction()
            await transaction.start()
            self._transaction = transaction
        self._driver = driver


async def _drop(connection: AsyncConnection) -> None:
    with suppress(*_GONE):
        await connection.invalidate()
    await connection.close()


async def _told(sql: str, running: Awaitable[T]) -> T:
    """Show the statement in the trace, if there is one: its text, never its values."""
    try:
        if not trace.get_current_span().is_recording():
            return await running
        attributes = {"db.system": "postgresql", "db.statement": sql}
        word = sql.split(None, 1)[0]
        with tracer.start_as_current_span(word, kind=SpanKind.CLIENT, attributes=attributes):
            return await running
    except asyncpg.PostgresError as error:
        error.detail = None  # it may hold a row, and the text of an error is logged
        raise
