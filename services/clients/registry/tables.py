"""Clients and the history of their cards, as stored."""

from enum import StrEnum
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    DateTime,
    Dialect,
    Enum,
    Identity,
    Index,
    Integer,
    Table,
    Text,
    Uuid,
)
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import registry
from sqlalchemy.types import TypeDecorator

from chassis.db import new_metadata
from contracts.clients.events import ClientKind, ContactChannel, Language
from services.clients.registry.domain import Client

metadata = new_metadata()
INSTANT = DateTime(timezone=True)


class Texts(TypeDecorator[tuple[str, ...]]):
    """A tuple of texts, an array in the database."""

    impl = ARRAY(Text)
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> Any:
        """Give the driver a list."""
        del dialect
        return None if value is None else list(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> tuple[str, ...]:
        """Give the domain a tuple."""
        del dialect
        return tuple(value or ())


def _words(cls: type[StrEnum]) -> Enum:
    return Enum(
        cls,
        native_enum=False,
        length=16,
        values_callable=lambda members: [member.value for member in members],
    )


clients = Table(
    "clients",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("sequence", Integer, nullable=False),
    Column("kind", _words(ClientKind), nullable=False),
    Column("name", Text, nullable=False),
    Column("phones", Texts, nullable=False, comment="E.164, the main one first"),
    Column("email", Text, comment="lower case"),
    Column("language", _words(Language), nullable=False),
    Column("channel", _words(ContactChannel), nullable=False),
    Column("office_id", Uuid),
    Column("manager_id", Uuid),
    Column("search_text", Text, nullable=False, comment="words, phones and e-mail, a blank first"),
    Column("created_at", INSTANT, nullable=False),
    Column("changed_at", INSTANT, nullable=False),
)
Index("ix_clients_name_id", clients.c.name, clients.c.id)
Index("ix_clients_email", clients.c.email)
# fastupdate off: a look-up while typing must not read a list of pending entries first.
Index(
    "ix_clients_phones",
    clients.c.phones,
    postgresql_using="gin",
    postgresql_with={"fastupdate": "off"},
)
Index(
    "ix_clients_search_text",
    clients.c.search_text,
    postgresql_using="gin",
    postgresql_ops={"search_text": "gin_trgm_ops"},
    postgresql_with={"fastupdate": "off"},
)
# Read in its own order, so that a page of beginnings costs a page however many begin so.
beginning = clients.c.search_text.collate("C")
Index("ix_clients_beginning", beginning, clients.c.id)

# Words of names, each once: what was mistyped is looked up among them, not among the clients.
client_words = Table("client_words", metadata, Column("word", Text, primary_key=True))
Index(
    "ix_client_words_word",
    client_words.c.word,
    postgresql_using="gin",
    postgresql_ops={"word": "gin_trgm_ops"},
    postgresql_with={"fastupdate": "off"},
)

# The history holds personal values and dies with its client, so it is no part of `audit`.
client_changes = Table(
    "client_changes",
    metadata,
    Column("id", BigInteger, Identity(always=True), primary_key=True),
    Column("client_id", Uuid, nullable=False),
    Column("at", INSTANT, nullable=False),
    Column("by", Text, nullable=False, comment="actor who changed it"),
    Column("field", Text, nullable=False),
    Column("old", JSONB),
    Column("new", JSONB),
)
Index("ix_client_changes_client_id_id", client_changes.c.client_id, client_changes.c.id)

mapper = registry(metadata=metadata)
mapper.map_imperatively(Client, clients)
