"""Wrong guesses, by kind and by a hash of who or what was guessed at."""

from sqlalchemy import Column, DateTime, Index, Integer, LargeBinary, Table, Text

from chassis.db import new_metadata

metadata = new_metadata()

guesses = Table(
    "guesses",
    metadata,
    Column("kind", Text, primary_key=True),
    Column("key", LargeBinary, primary_key=True, comment="sha256: a log-in may be a password"),
    Column("count", Integer, nullable=False),
    Column("last_at", DateTime(timezone=True)),
    Column("blocked_until", DateTime(timezone=True)),
)
Index("ix_guesses_last_at", guesses.c.last_at)
