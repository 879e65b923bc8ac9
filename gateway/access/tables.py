"""Staff, the history of their rights, sessions, known browsers and API tokens."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    DateTime,
    Index,
    LargeBinary,
    Table,
    Text,
    Uuid,
)
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import registry

from chassis.db import new_metadata
from gateway.access.domain.staff import Staff

metadata = new_metadata()
INSTANT = DateTime(timezone=True)

staff = Table(
    "staff",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("name", Text, nullable=False),
    Column("login", Text, nullable=False, unique=True),
    Column("roles", ARRAY(Text), nullable=False),
    Column("grants", ARRAY(Text), nullable=False),
    Column("office_id", Uuid),
    Column("language", Text, nullable=False),
    Column("active", Boolean, nullable=False),
    Column("password_hash", Text, comment="argon2id"),
    Column("pin_hash", Text, comment="argon2id, cheap: four digits have no strength to save"),
    Column("sequence", BigInteger, nullable=False),
)

standings = Table(
    "standings",
    metadata,
    Column("staff_id", Uuid, primary_key=True),
    Column("since", INSTANT, primary_key=True),
    Column("active", Boolean, nullable=False),
    Column("roles", ARRAY(Text), nullable=False),
    comment="what a person was from which moment: actions without network are judged by it",
)

sessions = Table(
    "sessions",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("token_hash", LargeBinary, nullable=False, unique=True),
    Column("staff_id", Uuid, nullable=False),
    Column("signed_in_at", INSTANT, nullable=False),
    Column("used_at", INSTANT, nullable=False),
)
Index("ix_sessions_staff_id", sessions.c.staff_id)
Index("ix_sessions_used_at", sessions.c.used_at)

browsers = Table(
    "browsers",
    metadata,
    Column("token_hash", LargeBinary, primary_key=True),
    Column("staff_id", Uuid, primary_key=True),
    Column("seen_at", INSTANT, nullable=False),
    comment="browsers in which a person has signed in: strangers' guesses do not slow them",
)
Index("ix_browsers_seen_at", browsers.c.seen_at)

api_tokens = Table(
    "api_tokens",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("name", Text, nullable=False),
    Column("hint", Text, nullable=False, comment="first signs, to tell one from another"),
    Column("token_hash", LargeBinary, nullable=False, unique=True),
    Column("staff_id", Uuid, comment="acts as this person; else by its own roles"),
    Column("roles", ARRAY(Text), nullable=False),
    Column("office_id", Uuid),
    Column("created_by", Text, nullable=False),
    Column("created_at", INSTANT, nullable=False),
    Column("expires_at", INSTANT, nullable=False),
    Column("used_at", INSTANT),
    Column("revoked_at", INSTANT),
)
Index("ix_api_tokens_staff_id", api_tokens.c.staff_id)

registry(metadata=metadata).map_imperatively(Staff, staff)
