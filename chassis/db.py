"""Session = unit of work: rows, audit, outbox, inbox and the idempotent answer in ONE transaction.

The edge (request, message, timer) opens it and commits it; nobody else commits. Aggregates stay
in a strong list until the end, because the identity map is weak and an event recorded without a
column change would otherwise be lost with the object.
"""

import json
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any, TypeVar, cast
from uuid import UUID

from sqlalchemy import Executable, MetaData, Result, RowMapping
from sqlalchemy.ext.asyncio import (
    AsyncEngine,
    AsyncSession,
    async_sessionmaker,
    create_async_engine,
)

from chassis import clock, tables
from chassis.actor import Actor
from chassis.codec import encode
from chassis.domain import Aggregate
from chassis.erasure import forget_answers
from chassis.errors import NotFound
from chassis.ids import new_id
from chassis.telemetry import traceparent
from chassis.write_out import AuditRow, OutboxRow, Remembered, TimerChange, write_out
from contracts.envelope import spec_of
from contracts.topics import Topic

A = TypeVar("A", bound=Aggregate)
P = TypeVar("P")
Ports = Mapping[type[Any], Any]


def new_metadata() -> MetaData:
    """Return an empty `MetaData` with our naming convention; one per slice."""
    return tables.new_metadata()


class _Reading:
    """What `Db` and `ReadDb` share: statements in, plain rows out."""

    def __init__(self, session: AsyncSession, actor: Actor, ports: Ports) -> None:
        self.session = session
        self.actor = actor
        self.now: datetime = clock.now()
        self._ports = ports

    async def execute(self, statement: Executable, params: Any = None) -> Result[Any]:
        """Run a statement; pending changes of aggregates are written first."""
        return await self.session.execute(statement, params)

    async def rows(self, statement: Executable, params: Any = None) -> list[RowMapping]:
        """Return all rows as mappings."""
        return list((await self.execute(statement, params)).mappings())

    async def row(self, statement: Executable, params: Any = None) -> RowMapping | None:
        """Return the first row as a mapping, or None."""
        return (await self.execute(statement, params)).mappings().first()

    async def scalar(self, statement: Executable, params: Any = None) -> Any:
        """Return the first column of the first row, or None."""
        return (await self.execute(statement, params)).scalar()

    def port(self, protocol: type[P]) -> P:
        """Return the adapter that the service was built with for this need."""
        return cast("P", self._ports[protocol])


class ReadDb(_Reading):
    """Reads of one request; its connection is read-only, so it cannot write by mistake."""


class Db(_Reading):
    """One transaction that changes things."""

    def __init__(
        self,
        session: AsyncSession,
        actor: Actor,
        ports: Ports,
        *,
        service: str,
        causation_id: str | None = None,
        correlation_id: str | None = None,
    ) -> None:
        super().__init__(session, actor, ports)
        self.service = service
        self.correlation_id = correlation_id or actor.correlation_id or str(new_id())
        self.causation_id = causation_id
        self.seen: list[Aggregate] = []
        self._outbox: list[OutboxRow] = []
        self._audit: list[AuditRow] = []
        self._timers: dict[tuple[str, str], TimerChange] = {}
        self._last: list[Callable[[Db], Awaitable[None]]] = []
        self._remembered: Remembered | None = None

    async def find(self, cls: type[A], id_: UUID) -> A | None:
        """Return the aggregate with its row locked until the end, or None."""
        lock: Any = {"of": cls}  # its row alone: what is joined to it may be missing
        found = await self.session.get(cls, id_, with_for_update=lock, populate_existing=True)
        if found is not None and not any(found is known for known in self.seen):
            self.seen.append(found)
        return found

    async def load(self, cls: type[A], id_: UUID) -> A:
        """Return the aggregate with its row locked until the end.

        Raises:
            NotFound: there is none.
        """
        found = await self.find(cls, id_)
        if found is None:
            raise NotFound
        return found

    def add(self, aggregate: Aggregate) -> None:
        """Take a new aggregate in."""
        self.session.add(aggregate)
        self.seen.append(aggregate)

    def audit(
        self,
        action: str,
        subject: UUID,
        *,
        old: Mapping[str, Any] | None = None,
        new: Mapping[str, Any] | None = None,
    ) -> None:
        """Note who did what to what, in this transaction; rows can never be changed later."""
        self._audit.append(AuditRow(action, subject, old, new))

    def publish(self, event: object, *, key: UUID, sequence: int) -> None:
        """Put an event that no aggregate recorded into the outbox."""
        spec = spec_of(type(event))
        self._outbox.append(
            OutboxRow(new_id(), spec.topic.name, key, spec.type, encode(event), sequence)
        )

    def tombstone(self, topic: Topic, *, key: UUID, sequence: int = 0) -> None:
        """Forget a key of a compacted topic."""
        if not topic.compacted:
            raise ValueError(topic.name)
        self._outbox.append(OutboxRow(new_id(), topic.name, key, "tombstone", None, sequence))

    def timer(
        self, name: str, key: str, *, at: datetime, payload: Mapping[str, Any] | None = None
    ) -> None:
        """Set (or move) a durable timer; it fires at least once after `at`, UTC."""
        self._timers[name, key] = TimerChange(name, key, at, payload or {})

    def cancel_timer(self, name: str, key: str) -> None:
        """Take a timer back; none is fine."""
        self._timers[name, key] = TimerChange(name, key, None, {})

    def last(self, step: "Callable[[Db], Awaitable[None]]") -> None:
        """Run `step` as the last statements before the commit (rows many writers wait for)."""
        self._last.append(step)

    def remember(self, answer: Remembered) -> None:
        """Keep an HTTP answer under its idempotency key, in this transaction."""
        self._remembered = answer

    async def finish(self) -> None:
        """Write what was gathered; the edge calls it just before the commit."""
        for step in self._last:
            await step(self)
        self._last.clear()
        for aggregate in self.seen:
            for item in aggregate.drain():
                self.publish(item.event, key=aggregate.id, sequence=item.sequence)
        await self.session.flush()
        for row in self._outbox:
            if row.payload is None:
                await forget_answers(self.session, str(row.key))
        await write_out(
            self.session,
            outbox=self._outbox,
            audit=self._audit,
            timers=list(self._timers.values()),
            remembered=self._remembered,
            head={
                "now": self.now,
                "actor": self.actor.subject,
                "operator": str(self.actor.operator_id) if self.actor.operator_id else None,
                "correlation": self.correlation_id,
                "causation": self.causation_id,
                "traceparent": traceparent(),
            },
        )


class Uow:
    """Opens units of work of one service."""

    def __init__(
        self, service: str, engine: AsyncEngine, reader: AsyncEngine, ports: Ports
    ) -> None:
        self.service = service
        self.engine = engine
        self.reader = reader
        self.ports = ports
        self._sessions = async_sessionmaker(engine, expire_on_commit=False, autoflush=True)
        self._readers = async_sessionmaker(reader, expire_on_commit=False, autoflush=False)

    @asynccontextmanager
    async def write(
        self,
        actor: Actor,
        *,
        causation_id: str | None = None,
        correlation_id: str | None = None,
    ) -> AsyncIterator[Db]:
        """Open a transaction; commit at the end, roll back on any error."""
        async with self._sessions() as session:
            db = Db(
                session,
                actor,
                self.ports,
                service=self.service,
                causation_id=causation_id,
                correlation_id=correlation_id,
            )
            yield db
            await db.finish()
            await session.commit()

    @asynccontextmanager
    async def read(self, actor: Actor) -> AsyncIterator[ReadDb]:
        """Open a read-only session (one statement, one snapshot)."""
        async with self._readers() as session:
            yield ReadDb(session, actor, self.ports)

    async def close(self) -> None:
        """Close both pools."""
        await self.engine.dispose()
        await self.reader.dispose()


def _dumps(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, default=str)


def engines(url: str, pool: int, service: str) -> tuple[AsyncEngine, AsyncEngine]:
    """Return the writing and the read-only engine of a service's application role."""

    def make(size: int, *, read_only: bool) -> AsyncEngine:
        server = {"application_name": f"vitrazh-{service}", "timezone": "UTC"}
        if read_only:
            server["default_transaction_read_only"] = "on"
        return create_async_engine(
            url,
            pool_size=size,
            max_overflow=0,
            pool_timeout=5,
            pool_pre_ping=True,
            json_serializer=_dumps,
            hide_parameters=True,  # an error's text goes to the log, values may be personal
            connect_args={
                "server_settings": server,
                "timeout": 5,
                "command_timeout": 20,
                "prepared_statement_cache_size": 500,
            },
            **({"isolation_level": "AUTOCOMMIT"} if read_only else {}),
        )

    return make(pool, read_only=False), make(pool, read_only=True)
