"""The probe's own things: tables, one aggregate, and the events it speaks of."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import BigInteger, Column, Integer, Table, Text, Uuid
from sqlalchemy.orm import registry

from chassis.actor import Actor
from chassis.clock import now
from chassis.db import Uow, new_metadata
from chassis.domain import Aggregate
from chassis.ids import new_id
from contracts.clients.events import ClientChanged, ClientKind, ContactChannel, Language
from contracts.notifications.events import MessageAccepted, MessageChannel, Purpose

metadata = new_metadata()
pots = Table(
    "pots",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("sequence", BigInteger, nullable=False),
    Column("version", Integer, nullable=False),
    Column("name", Text, nullable=False, unique=True),
)
people = Table(
    "people",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("sequence", BigInteger, nullable=False),
    Column("name", Text, nullable=False),
)
tallies = Table(
    "tallies",
    metadata,
    Column("key", Uuid, primary_key=True),
    Column("count", Integer, nullable=False),
    Column("trail", Text, nullable=False),
)


@dataclass(eq=False)
class Pot(Aggregate):
    """A thing with a name."""

    id: UUID
    sequence: int
    version: int
    name: str

    def touch(self) -> None:
        """Record an event without changing a column (the trap of a weak identity map)."""
        self.record(accepted(self.id))

    def rename(self, name: str) -> None:
        """Change a column and record it."""
        self.name = name
        self.version += 1
        self.record(accepted(self.id))


registry().map_imperatively(Pot, pots)


def accepted(key: UUID) -> MessageAccepted:
    """Return an event to send about."""
    return MessageAccepted(
        message_id=key,
        work_order_id=key,
        client_id=key,
        purpose=Purpose.ORDER_READY,
        channel=MessageChannel.SMS,
        at=now(),
    )


def client(key: UUID, name: str = "Иванова Мария Петровна") -> ClientChanged:
    """Return the state of a person."""
    return ClientChanged(
        client_id=key,
        kind=ClientKind.PERSON,
        name=name,
        phones=("+79215551234",),
        language=Language.RUSSIAN,
        channel=ContactChannel.SMS,
    )


async def add_pot(uow: Uow, name: str = "pot", touches: int = 1) -> UUID:
    """Make a pot with so many events."""
    async with uow.write(Actor.system("notifications")) as db:
        pot = Pot(new_id(), 0, 1, name)
        for _ in range(touches):
            pot.touch()
        db.add(pot)
    return pot.id
