"""What the clients service says: the whole client, as he is now."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from contracts.envelope import event
from contracts.topics import CLIENTS


class ClientKind(StrEnum):
    """Whom we deal with."""

    PERSON = "person"
    COMPANY = "company"


class Language(StrEnum):
    """In which language the client reads and listens."""

    RUSSIAN = "ru"
    ENGLISH = "en"


class ContactChannel(StrEnum):
    """How the client wants to be told."""

    SMS = "sms"
    EMAIL = "email"
    PHONE = "phone"
    """He wants a call by a person; nothing is sent."""


@event("clients.client.changed.v1", CLIENTS, state=True)
@dataclass(frozen=True, slots=True, kw_only=True)
class ClientChanged:
    """A client was taken down or corrected; carries his whole state. A tombstone forgets him."""

    client_id: UUID
    kind: ClientKind
    name: str
    """Person: surname first; company: as on its papers."""
    phones: tuple[str, ...]
    """E.164, the main one first; may be empty when there is an e-mail."""
    language: Language
    channel: ContactChannel
    email: str | None = None
    office_id: UUID | None = None
    """Office that keeps him."""
    manager_id: UUID | None = None
    """Responsible member of staff."""
