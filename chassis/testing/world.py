"""World: one service as its tests see it — its database, its HTTP door, its inbox, its clock."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import httpx
from sqlalchemy import RowMapping, select, text
from sqlalchemy.ext.asyncio import create_async_engine

from chassis import clock, tables
from chassis.actor import Actor
from chassis.codec import encode
from chassis.db import Uow
from chassis.ids import new_id
from chassis.inbox import Inbox, Outcome
from chassis.record import Record
from chassis.service import Runtime, Service, build_app, build_uow
from chassis.settings import Settings
from chassis.timers import fire
from chassis.tokens import Signer
from contracts.envelope import Envelope, spec_of
from contracts.rights import Permission, Role, Shop
from contracts.topics import Topic


@dataclass(frozen=True, slots=True)
class Sent:
    """An outbox row: what would go to the bus."""

    type: str
    topic: str
    key: str
    sequence: int
    data: Any


class _Signed(httpx.Auth):
    """Signs each request anew, as the gateway does, and adds an Idempotency-Key if none is given."""

    def __init__(self, signer: Signer, actor: Actor, audience: str) -> None:
        self.signer, self.actor, self.audience = signer, actor, audience

    def auth_flow(self, request: httpx.Request) -> Any:
        """Put the headers on."""
        request.headers["Authorization"] = f"Bearer {self.signer.sign(self.actor, self.audience)}"
        if request.method == "POST" and "Idempotency-Key" not in request.headers:
            request.headers["Idempotency-Key"] = str(new_id())
        yield request


class World:
    """A service under test; made once a session, cleaned after each test."""

    def __init__(
        self, service: Service, settings: Settings, owner_url: str, private_pem: str
    ) -> None:
        self.service = service
        self.settings = settings
        self.uow: Uow = build_uow(service, settings)
        self.runtime = Runtime(service=service, settings=settings, uow=self.uow)
        self.app = build_app(service, self.runtime)
        self.signer = Signer(private_pem)
        self._owner = create_async_engine(
            owner_url, pool_size=1, max_overflow=0, pool_pre_ping=True
        )
        self._clients: list[httpx.AsyncClient] = []

    def actor(
        self,
        *roles: Role,
        staff_id: UUID | None = None,
        office_id: UUID | None = None,
        shop: Shop | None = None,
        device_id: UUID | None = None,
        operator_id: UUID | None = None,
        grants: frozenset[Permission] = frozenset(),
    ) -> Actor:
        """Return a member of staff, or with `device_id` a tablet."""
        subject = f"device:{device_id}" if device_id else f"staff:{staff_id or new_id()}"
        return Actor(
            subject=subject,
            roles=frozenset(roles),
            grants=grants,
            office_id=office_id,
            shop=shop,
            device_id=device_id,
            operator_id=operator_id,
            operator_verified=operator_id is not None,
        )

    def client(self, actor: Actor | None = None, **headers: str) -> httpx.AsyncClient:
        """Return a client of the HTTP door, as this actor (None = nobody)."""
        client = httpx.AsyncClient(
            transport=httpx.ASGITransport(app=self.app, raise_app_exceptions=False),
            base_url="http://service",
            auth=_Signed(self.signer, actor, self.service.name) if actor else None,
            headers=headers,
        )
        self._clients.append(client)
        return client

    async def deliver(
        self,
        event: object,
        *,
        key: UUID | None = None,
        sequence: int = 1,
        id: UUID | None = None,  # noqa: A002 - the event's id
        group: str | None = None,
        time: datetime | None = None,
        actor: str = "system:test",
    ) -> list[Outcome]:
        """Hand a record of this event to every group that takes it; `key` = its aggregate id."""
        spec = spec_of(type(event))
        note = Envelope(
            id=id or new_id(),
            source=spec.topic.owner,
            type=spec.type,
            time=time or clock.now(),
            subject=key or _first_uuid(event),
            sequence=sequence,
            actor=actor,
            correlation_id=str(new_id()),
        )
        record = Record(
            topic=spec.topic.name,
            partition=0,
            offset=int(note.id.int >> 80),
            key=str(note.subject).encode(),
            value=encode(event).encode(),
            headers=note.headers(),
        )
        return await self.deliver_record(record, group=group)

    async def deliver_record(self, record: Record, *, group: str | None = None) -> list[Outcome]:
        """Hand raw bytes to every group (or one) that reads the record's topic."""
        outcomes = []
        for consumers in self.service.consumers:
            reads = record.topic in {t.name for t in consumers.topics}
            if reads and group in (None, consumers.group):
                inbox = Inbox(consumers, self.uow, tries=2, backoff=0.01)
                outcomes.append(await inbox.take(record))
        return outcomes

    async def forget(self, topic: Topic, key: UUID) -> list[Outcome]:
        """Hand a tombstone to every group that reads the topic."""
        record = Record(topic.name, 0, 0, str(key).encode(), None, [])
        return await self.deliver_record(record)

    async def outbox(self) -> list[Sent]:
        """Return what was written for the bus, oldest first."""
        table = tables.outbox
        async with self.uow.read(Actor.system("test")) as db:
            rows = await db.rows(select(table).order_by(table.c.position))
        return [
            Sent(
                row["type"],
                row["aggregatetype"],
                row["aggregateid"],
                row["sequence"],
                json.loads(row["payload"]) if row["payload"] is not None else None,
            )
            for row in rows
        ]

    async def rows(self, statement: Any) -> list[RowMapping]:
        """Read the service's own tables."""
        async with self.uow.read(Actor.system("test")) as db:
            return await db.rows(statement)

    async def timers(self) -> dict[tuple[str, str], datetime]:
        """Return the timers that are set: (name, key) → due instant, UTC."""
        rows = await self.rows(select(tables.timers))
        return {(row["name"], row["key"]): row["at"].astimezone(UTC) for row in rows}

    async def fire(self, name: str, key: str) -> bool:
        """Let a timer be due now; False = it is not set."""
        return await fire(self.uow, self.service.timer_handlers, name, key)

    async def clean(self) -> None:
        """Empty every table of the service."""
        for client in self._clients:
            await client.aclose()
        self._clients.clear()
        names = [t.name for m in self.service.metadata for t in reversed(m.sorted_tables)]
        async with self._owner.begin() as connection:
            # The audit is only added to; the owner of a schema may lift that for a moment.
            await connection.execute(text("ALTER TABLE audit DISABLE TRIGGER USER"))
            for name in names:
                await connection.execute(text(f'DELETE FROM "{name}"'))  # noqa: S608 - our names
            await connection.execute(
                text("ALTER TABLE audit ENABLE ALWAYS TRIGGER audit_is_added_to")
            )

    async def close(self) -> None:
        """Close the pools and the adapters."""
        await self.clean()
        for port in self.uow.ports.values():
            closing = getattr(port, "close", None)
            if closing is not None:
                await closing()
        await self.uow.close()
        await self._owner.dispose()


def _first_uuid(event: object) -> UUID:
    names: Mapping[str, Any] = getattr(type(event), "__dataclass_fields__", {})
    for name in names:
        value = getattr(event, name)
        if isinstance(value, UUID):
            return value
    raise ValueError("give the event's key")
