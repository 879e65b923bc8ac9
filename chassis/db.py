"""Session = unit of work: rows, audit, outbox, inbox and the idempotent answer in ONE transaction.

The edge (request, message, timer) opens it and commits it; nobody else commits. Aggregates stay
in a strong list until the end, because the identity map is weak and an event recorded without a
column change would otherwise be lost with the object.
"""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any, TypeVar, cast
from uuid import UUID

from sqlalchemy import Executable, MetaData, Result
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from chassis import tables
from chassis.actor import Actor
from chassis.codec import encode
from chassis.domain import Aggregate
from chassis.erasure import forget_answers
from chassis.errors import NotFound
from chassis.ids import new_id
from chassis.jsons import dumps
from chassis.lane import Lane, only_living
from chassis.reading import Ports, ReadDb, Reading
from chassis.stores import STORES, Kept
from chassis.telemetry import traceparent
from chassis.write_out import AuditRow, OutboxRow, Remembered, TimerChange, write_out
from contracts.envelope import spec_of
from contracts.topics import Topic

__all__ = ["Db", "Ports", "ReadDb", "Uow", "engines", "new_metadata"]

A = TypeVar("A", bound=Aggregate)


def new_metadata() -> MetaData:
    """Return an empty `MetaData` with our naming convention; one per slice."""
    return tables.new_metadata()


class Db(Reading):
    """One transaction that changes things."""

    def __init__(
        self,
        lane: Lane,
        actor: Actor,
        ports: Ports,
        *,
        service: str,
        causation_id: str | None = None,
        correlation_id: str | None = None,
    ) -> None:
        super().__init__(lane, actor, ports)
        self.service = service
        self.correlation_id = correlation_id or actor.correlation_id or str(new_id())
        self.causation_id = causation_id
        self.seen: list[Aggregate] = []
        self._new: list[Aggregate] = []
        self._stored: dict[tuple[type, UUID], Kept] = {}
        self._outbox: list[OutboxRow] = []
        self._encoded: dict[int, tuple[object, str]] = {}
        self._audit: list[AuditRow] = []
        self._timers: dict[tuple[str, str], TimerChange] = {}
        self._last: list[Callable[[Db], Awaitable[None]]] = []
        self._remembered: Remembered | None = None

    async def execute(self, statement: Executable, params: Any = None) -> Result[Any]:
        """Run a statement; pending changes of aggregates are written first."""
        await self.flush()
        return await super().execute(statement, params)

    async def find(self, cls: type[A], id_: UUID) -> A | None:
        """Return the aggregate with its row locked until the end, or None."""
        store = STORES.get(cls)
        if store is not None:
            return await self._find_stored(cls, id_)
        await self.flush()
        session = await self.lane.session()
        lock: Any = {"of": cls}  # its row alone: what is joined to it may be missing
        found = await session.get(cls, id_, with_for_update=lock, populate_existing=True)
        if found is not None and not any(found is known for known in self.seen):
            self.seen.append(found)
        return found

    async def _find_stored(self, cls: type[A], id_: UUID) -> A | None:
        known = self._stored.get((cls, id_))
        if known is None:
            known = await STORES[cls].load(self.lane, id_)
            if known is None:
                return None
            self._stored[cls, id_] = known
            self.seen.append(known.aggregate)
        return cast("A", known.aggregate)

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
        self._new.append(aggregate)
        self.seen.append(aggregate)

    async def remove(self, aggregate: Aggregate) -> None:
        """Delete an aggregate that was loaded here."""
        await (await self.lane.session()).delete(aggregate)

    async def flush(self) -> None:
        """Write what has changed in the aggregates so far."""
        for kept in self._stored.values():
            await STORES[type(kept.aggregate)].save(self.lane, kept)
        while self._new:
            aggregate = self._new.pop(0)
            store = STORES.get(type(aggregate))
            if store is not None:
                self._stored[type(aggregate), aggregate.id] = await store.add(self.lane, aggregate)
            else:
                (await self.lane.session()).add(aggregate)
        if self.lane.opened_session is not None:
            await self.lane.opened_session.flush()

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
        body = self.encoded(event)
        self._outbox.append(OutboxRow(new_id(), spec.topic.name, key, spec.type, body, sequence))

    def encoded(self, event: object) -> str:
        """Return the event as it will leave, JSON; what asks again gets the same text.

        Raises:
            EventTooLarge: more than 256 KiB.
        """
        known = self._encoded.get(id(event))
        if known is None:
            known = self._encoded[id(event)] = (event, encode(event))
        return known[1]

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
        await self.flush()
        for row in self._outbox:
            if row.payload is None:
                await forget_answers(self.lane, str(row.key))
        await write_out(
            self.lane,
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
        # The transaction is begun and ended on the driver; SQLAlchemy only takes part in it.
        self._writing = engine.execution_options(isolation_level="AUTOCOMMIT")
        only_living(engine.sync_engine)
        only_living(reader.sync_engine)

    @asynccontextmanager
    async def write(
        self,
        actor: Actor,
        *,
        causation_id: str | None = None,
        correlation_id: str | None = None,
    ) -> AsyncIterator[Db]:
        """Open a transaction; commit at the end, roll back on any error."""
        lane = Lane(self._writing, writes=True)
        db = Db(
            lane,
            actor,
            self.ports,
            service=self.service,
            causation_id=causation_id,
            correlation_id=correlation_id,
        )
        try:
            yield db
            await db.finish()
            await lane.commit()
        except BaseException:
            await lane.roll_back()
            raise
        finally:
            await lane.close()

    @asynccontextmanager
    async def read(self, actor: Actor) -> AsyncIterator[ReadDb]:
        """Open a read-only connection (one statement, one snapshot)."""
        lane = Lane(self.reader, writes=False)
        try:
            yield ReadDb(lane, actor, self.ports)
        finally:
            await lane.close()

    async def close(self) -> None:
        """Close both pools."""
        await self.engine.dispose()
        await self.reader.dispose()


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
            json_serializer=dumps,
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
