"""Messages, and what we know of clients and offices, as stored."""

from enum import StrEnum
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    DateTime,
    Dialect,
    Enum,
    Index,
    Integer,
    SmallInteger,
    Table,
    Text,
    Uuid,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import registry
from sqlalchemy.types import TypeDecorator

from chassis.db import new_metadata
from contracts.clients.events import ContactChannel, Language
from contracts.notifications.events import MessageChannel, Purpose
from services.notifications.messages.domain import OPEN, Line, Message, State

metadata = new_metadata()
INSTANT = DateTime(timezone=True)


class Lines(TypeDecorator[tuple[Line, ...]]):
    """Lines of the order in words, as JSON."""

    impl = JSONB
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> Any:
        """Give the driver plain objects."""
        del dialect
        return [{"ru": line.ru, "en": line.en, "quantity": line.quantity} for line in value or ()]

    def process_result_value(self, value: Any, dialect: Dialect) -> tuple[Line, ...]:
        """Give the domain its lines."""
        del dialect
        return tuple(Line(**line) for line in value or ())


def _words(cls: type[StrEnum], length: int = 24) -> Enum:
    return Enum(
        cls,
        native_enum=False,
        length=length,
        values_callable=lambda members: [member.value for member in members],
    )


messages = Table(
    "messages",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("sequence", Integer, nullable=False),
    Column("cause_id", Uuid, nullable=False, unique=True, comment="event that it tells of"),
    Column("correlation_id", Text, nullable=False),
    Column("purpose", _words(Purpose), nullable=False),
    Column("work_order_id", Uuid, nullable=False),
    Column("order_number", Text, nullable=False),
    Column("lines", Lines, nullable=False),
    Column("client_id", Uuid, nullable=False),
    Column("pickup_office_id", Uuid, nullable=False),
    Column("state", _words(State), nullable=False),
    Column("moot", Boolean, nullable=False),
    Column("created_at", INSTANT, nullable=False),
    Column("changed_at", INSTANT, nullable=False),
    Column("due_at", INSTANT, nullable=False, comment="when to send, or to ask about it"),
    Column("claimed_at", INSTANT),
    Column("attempts", SmallInteger, nullable=False),
    Column("provider_key", Uuid, nullable=False, unique=True),
    Column("channel", _words(MessageChannel)),
    Column("address", Text, comment="personal: wiped when the client is erased"),
    Column("subject", Text),
    Column("body", Text),
    Column("reason", Text, comment="why it failed or was withdrawn"),
    Column("told_at", INSTANT),
)
_OPEN = ", ".join(f"'{state.value}'" for state in OPEN)
Index(
    "uq_messages_open_work_order_id_purpose",
    messages.c.work_order_id,
    messages.c.purpose,
    unique=True,
    postgresql_where=text(f"state IN ({_OPEN}) AND NOT moot"),
)
Index("ix_messages_work_order_id", messages.c.work_order_id, messages.c.created_at)
Index("ix_messages_created_at_id", messages.c.created_at, messages.c.id)
Index(
    "ix_messages_due_at",
    messages.c.state,
    messages.c.due_at,
    postgresql_where=text("state IN ('queued', 'sending', 'unknown')"),
)
Index("ix_messages_client_id", messages.c.client_id)

known_clients = Table(
    "known_clients",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("sequence", Integer, nullable=False),
    Column("phones", ARRAY(Text), nullable=False),
    Column("email", Text),
    Column("language", _words(Language), nullable=False),
    Column("channel", _words(ContactChannel), nullable=False),
    comment="Projection of clients.clients.v1; personal, dies by tombstone. No names: none needed.",
)

known_offices = Table(
    "known_offices",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("sequence", Integer, nullable=False),
    Column("name", Text, nullable=False),
    Column("address", Text, nullable=False),
    Column("phone", Text, nullable=False),
    Column("opens", Text, nullable=False),
    Column("closes", Text, nullable=False),
    comment="Projection of gateway.offices.v1.",
)

mapper = registry(metadata=metadata)
mapper.map_imperatively(Message, messages)
