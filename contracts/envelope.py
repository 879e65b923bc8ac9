"""What travels with every fact: CloudEvents 1.0 attributes, and how an event class is declared."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final, TypeVar
from uuid import UUID

from contracts.topics import Topic

T = TypeVar("T")

SPEC_VERSION: Final = "1.0"
CONTENT_TYPE: Final = "application/json"
MAX_EVENT_BYTES: Final = 256 * 1024
"""Largest event body; refused when it is written, since a broker would refuse it for ever."""
LONGEST_ATTRIBUTE: Final = 1024
"""Bytes of one header that we read; ours have a hundred at most."""
MAX_SEQUENCE: Final = 2**63 - 1


class Audience(StrEnum):
    """Who may see an event on the feed; an allow-list, so that silence means nobody."""

    OFFICE = "office"
    """Every office (order desks read every office's orders)."""
    OWN_OFFICE = "own-office"
    """The office that took the order and the one that hands it out."""
    SHOP = "shop"
    """Tablets of the shops the order is routed to."""
    MANAGEMENT = "management"
    """Head of production, director, deputy."""


@dataclass(frozen=True, slots=True)
class EventSpec:
    """How one event class is published."""

    type: str
    topic: Topic
    audience: frozenset[Audience]
    state: bool
    """A state event carries the aggregate's whole state: newer supersedes older."""

    @property
    def schema_name(self) -> str:
        """File name of its JSON Schema, also the last part of `dataschema`."""
        return f"{self.type}.json"

    @property
    def dataschema(self) -> str:
        """`ce_dataschema` of its records."""
        return f"urn:vitrazh:schema:{self.type}"


REGISTRY: Final[dict[str, type]] = {}
"""Event type → class, of every event that anybody may publish."""
_SPECS: Final[dict[type, EventSpec]] = {}


def event(
    type_: str, topic: Topic, *audience: Audience, state: bool = False
) -> Callable[[type[T]], type[T]]:
    """Declare a frozen dataclass as a published event.

    Raises:
        ValueError: the type is taken, or does not begin with the name of the topic's owner.
    """

    def declare(cls: type[T]) -> type[T]:
        if type_ in REGISTRY or type_.split(".", 1)[0] != topic.owner:
            raise ValueError(type_)
        REGISTRY[type_] = cls
        _SPECS[cls] = EventSpec(type_, topic, frozenset(audience), state)
        return cls

    return declare


def spec_of(cls: type) -> EventSpec:
    """Return how this event class is published.

    Raises:
        KeyError: the class was not declared with `@event`.
    """
    return _SPECS[cls]


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """One fact on its way: who says it, of what, in which order, because of what."""

    id: UUID
    source: str
    """Service that says it, e.g. `orders`."""
    type: str
    time: datetime
    """UTC instant of the transaction that caused it."""
    subject: UUID
    """Aggregate id; also the record's key."""
    sequence: int
    """Gapless number of this event in its aggregate's life, from 1."""
    actor: str
    """`staff:<id>`, `device:<id>` or `system:<service>`: the person who began the chain."""
    correlation_id: str
    causation_id: str | None = None
    dataschema: str | None = None
    traceparent: str | None = None

    def headers(self) -> list[tuple[str, bytes]]:
        """Return the record's headers: CloudEvents Kafka binding, binary mode."""
        values = {
            "ce_specversion": SPEC_VERSION,
            "ce_id": str(self.id),
            "ce_source": self.source,
            "ce_type": self.type,
            "ce_time": self.time.isoformat(),
            "ce_subject": str(self.subject),
            "ce_sequence": str(self.sequence),
            "ce_actor": self.actor,
            "ce_correlationid": self.correlation_id,
            "ce_causationid": self.causation_id,
            "ce_dataschema": self.dataschema,
            "content-type": CONTENT_TYPE,
            "traceparent": self.traceparent,
        }
        return [(name, value.encode()) for name, value in values.items() if value is not None]


class MalformedRecord(ValueError):
    """A record that is no event of ours: the text says which attribute and why."""


def read_headers(headers: Sequence[tuple[str, bytes]]) -> Envelope:
    """Read an envelope back from a record's headers; total: any bytes may stand there.

    Raises:
        MalformedRecord: an attribute is missing, repeated with another value, or ill-formed.
    """
    values = _attributes(headers)
    if values.get("ce_specversion") != SPEC_VERSION:
        raise MalformedRecord("ce_specversion: not 1.0")
    try:
        return Envelope(
            id=_read(values, "ce_id", UUID),
            source=values["ce_source"],
            type=values["ce_type"],
            time=_read(values, "ce_time", _instant),
            subject=_read(values, "ce_subject", UUID),
            sequence=_read(values, "ce_sequence", _positive),
            actor=values["ce_actor"],
            correlation_id=values["ce_correlationid"],
            causation_id=values.get("ce_causationid"),
            dataschema=values.get("ce_dataschema"),
            traceparent=values.get("traceparent"),
        )
    except KeyError as error:
        raise MalformedRecord(f"{error.args[0]}: missing") from error


def _attributes(headers: Sequence[tuple[str, bytes]]) -> dict[str, str]:
    """Return what the headers say, each once and as text that a database can hold."""
    values: dict[str, str] = {}
    for name, raw in headers:
        if not name.startswith("ce_") and name != "traceparent":
            continue
        try:
            text = raw.decode("utf-8")
        except (UnicodeDecodeError, AttributeError) as error:
            raise MalformedRecord(f"{name}: not UTF-8") from error
        if len(raw) > LONGEST_ATTRIBUTE:
            raise MalformedRecord(f"{name}: longer than {LONGEST_ATTRIBUTE} bytes")
        if "\x00" in text:
            raise MalformedRecord(f"{name}: holds NUL")
        if values.setdefault(name, text) != text:
            raise MalformedRecord(f"{name}: said twice, and not the same")
    return values


def _read(values: Mapping[str, str], name: str, reader: Callable[[str], T]) -> T:
    try:
        return reader(values[name])
    except ValueError as error:
        raise MalformedRecord(f"{name}: {error}") from error


def _instant(text: str) -> datetime:
    value = datetime.fromisoformat(text)
    if value.tzinfo is None:
        raise ValueError("without offset")
    return value


def _positive(text: str) -> int:
    if not (text.isascii() and text.isdigit()):
        raise ValueError("not a number")
    value = int(text)
    if not 1 <= value <= MAX_SEQUENCE:
        raise ValueError(f"not between 1 and {MAX_SEQUENCE}")
    return value
