"""Tables that every service has: outbox, inbox, dead letters, idempotency, timers, audit."""

from sqlalchemy import (
    BigInteger,
    Column,
    DateTime,
    Identity,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    Table,
    Text,
    UniqueConstraint,
    Uuid,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


def new_metadata() -> MetaData:
    """Return an empty `MetaData` with our naming convention; one per slice."""
    return MetaData(naming_convention=NAMING)


metadata = new_metadata()
INSTANT = DateTime(timezone=True)

# Columns `id, aggregatetype, aggregateid, type, payload` are those of the Debezium outbox event
# router, so that Kafka Connect can take the relay's place without a change in services.
outbox = Table(
    "outbox",
    metadata,
    Column("position", BigInteger, Identity(always=True), primary_key=True),
    Column("id", Uuid, nullable=False),
    Column("aggregatetype", Text, nullable=False, comment="topic"),
    Column("aggregateid", Text, nullable=False, comment="record key"),
    Column("type", Text, nullable=False),
    Column("payload", Text, comment="JSON; NULL is a tombstone"),
    Column("sequence", BigInteger, nullable=False),
    Column("time", INSTANT, nullable=False),
    Column("actor", Text, nullable=False),
    Column("correlationid", Text, nullable=False),
    Column("causationid", Text),
    Column("traceparent", Text),
    Column("published_at", INSTANT),
    UniqueConstraint("id"),
)
# Written twice an event, so it has no index that a rare question could do without.
Index(
    "ix_outbox_unpublished",
    outbox.c.position,
    postgresql_where=outbox.c.published_at.is_(None),
)

inbox = Table(
    "inbox",
    metadata,
    Column("consumer", Text, primary_key=True),
    Column("event_id", Uuid, primary_key=True),
    Column("processed_at", INSTANT, nullable=False, server_default=text("now()")),
)
Index("ix_inbox_processed_at", inbox.c.processed_at)

dead_letters = Table(
    "dead_letters",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("consumer", Text, nullable=False),
    Column("topic", Text, nullable=False),
    Column("partition", Integer, nullable=False),
    Column("offset", BigInteger, nullable=False),
    Column("key", Text, nullable=False, comment="UTF-8 or hex of what was no UTF-8"),
    Column("headers", JSONB, nullable=False, comment="[[name, base64 of value], …]"),
    Column("value", LargeBinary),
    Column("reason", Text, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("state", Text, nullable=False, comment="open, parked, replayed, discarded"),
    Column("at", INSTANT, nullable=False, server_default=text("now()")),
    Column("resolved_at", INSTANT),
    UniqueConstraint("consumer", "topic", "partition", "offset"),
)
Index(
    "ix_dead_letters_unresolved",
    dead_letters.c.consumer,
    dead_letters.c.topic,
    dead_letters.c.key,
    postgresql_where=text("state in ('open', 'parked')"),
)

idempotency = Table(
    "idempotency",
    metadata,
    Column("actor", Text, primary_key=True),
    Column("key", Text, primary_key=True),
    Column("fingerprint", Text, nullable=False, comment="sha256 of method, path and body"),
    Column("status", SmallInteger, nullable=False),
    Column("headers", JSONB, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("expires_at", INSTANT, nullable=False),
)
Index("ix_idempotency_expires_at", idempotency.c.expires_at)

timers = Table(
    "timers",
    metadata,
    Column("name", Text, primary_key=True),
    Column("key", Text, primary_key=True),
    Column("at", INSTANT, nullable=False),
    Column("payload", JSONB, nullable=False),
    Column("tries", Integer, nullable=False, server_default=text("0")),
    Column("correlationid", Text, nullable=False),
    Column("traceparent", Text),
)
Index("ix_timers_at", timers.c.at)

audit = Table(
    "audit",
    metadata,
    Column("id", BigInteger, Identity(always=True), primary_key=True),
    Column("at", INSTANT, nullable=False),
    Column("actor", Text, nullable=False),
    Column("operator", Text),
    Column("action", Text, nullable=False),
    Column("subject", Uuid, nullable=False),
    Column("old", JSONB),
    Column("new", JSONB),
    Column("correlationid", Text, nullable=False),
)
Index("ix_audit_subject_id", audit.c.subject, audit.c.id)
