"""What a run left behind: what the clients were told, and what stands in databases and topics."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from contracts.envelope import REGISTRY, Audience, spec_of
from contracts.topics import WORK_ORDERS


@dataclass(frozen=True, slots=True)
class Ack:
    """A client was told that it is done (2xx)."""

    verb: str
    subject: str
    """Id of the order, or of the client."""
    reference: str = ""
    """The caller's own name of a new order: the size of its piece, which no other has."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A client that lost patience before any answer came: done or not, nobody knows."""

    verb: str
    subject: str
    reference: str = ""


@dataclass(slots=True)
class Log:
    """What the clients remember; it grows over the whole session."""

    acks: list[Ack] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    trouble: Counter[str] = field(default_factory=Counter)
    """Answers that made a client try again, by what they were."""
    storms: list[str] = field(default_factory=list)
    """5xx that were no 503 with Retry-After."""
    unequal: list[str] = field(default_factory=list)
    """A key sent again got another answer than the first time."""
    repeated: int = 0
    poison: int = 0
    """Records that no reader can read, put on the clients' topic on purpose."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A record of a topic."""

    topic: str
    partition: int
    offset: int
    key: str
    id: str
    type: str
    sequence: int
    shops: tuple[str, ...] = ()

    @property
    def short(self) -> str:
        """Its type in one word."""
        return self.type.split(".")[-2]

    @property
    def audience(self) -> frozenset[Audience]:
        """Who may see it."""
        return spec_of(REGISTRY[self.type]).audience


@dataclass(frozen=True, slots=True)
class Sheet:
    """An order's row."""

    id: str
    number: str
    stage: str
    sequence: int
    reference: str


@dataclass(frozen=True, slots=True)
class Reader:
    """What a client of the feed may see, and what it applied: order → sequences as they came."""

    audience: Audience
    applied: Mapping[str, list[int]]
    shop: str | None = None
    resets: int = 0

    def sees(self, fact: Fact) -> bool:
        """Whether the feed owes it this event."""
        mine = self.shop is None or self.shop in fact.shops
        return mine and self.audience in fact.audience


@dataclass(frozen=True, slots=True)
class Evidence:
    """Everything the checkers look at, read after the system has healed."""

    log: Log
    sheets: Mapping[str, Sheet]
    clients: frozenset[str]
    known: Mapping[str, frozenset[str]]
    """Service → clients in its projection."""
    written: Mapping[str, list[tuple[int, str, str]]]
    """Order → (sequence, short type, event id) of its outbox rows."""
    facts: list[Fact]
    readers: Mapping[str, Reader]
    messages: list[str]
    """Texts that the SMS provider accepted, one each."""
    inbox: Mapping[str, frozenset[str]]
    """Group → event ids."""
    handled: Mapping[str, frozenset[str]]
    """Group → types it takes."""
    dead: Mapping[str, int]
    outbox: Mapping[str, int]
    """Service → rows that have not left."""
    lag: Mapping[str, int]
    files: Mapping[str, list[tuple[str, bool]]]
    """Order → (SHA-256, whether the store holds just these bytes) of its attachment rows."""
    offices: Mapping[str, Mapping[str, int]]
    """Service → office → sequence of its row."""
    renamed: frozenset[str]
    """Telephones that the audit says an office got."""

    def of_orders(self) -> dict[str, list[Fact]]:
        """Order → its records in the order of the log."""
        found: dict[str, list[Fact]] = {}
        for fact in sorted(self.facts, key=lambda fact: (fact.partition, fact.offset)):
            if fact.topic == WORK_ORDERS.name:
                found.setdefault(fact.key, []).append(fact)
        return found


def first_times(facts: list[Fact]) -> list[Fact]:
    """Leave out what the relay sent again."""
    seen: set[str] = set()
    fresh = []
    for fact in facts:
        if fact.id not in seen:
            seen.add(fact.id)
            fresh.append(fact)
    return fresh


def shops_of(data: Any) -> tuple[str, ...]:
    """Read the shops out of an event's data."""
    return tuple(data.get("shops") or ()) if isinstance(data, dict) else ()
