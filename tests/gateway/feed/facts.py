"""Records of the story's order as the broker hands them over, and a log kept in memory."""

from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

import orjson

from chassis.actor import Actor
from chassis.codec import encode
from chassis.ids import new_id
from contracts.envelope import Envelope, spec_of
from contracts.orders.events import (
    WorkOrderClientTold,
    WorkOrderPriced,
    WorkOrderSeen,
)
from contracts.rights import Role, Shop
from contracts.topics import WORK_ORDERS
from gateway.feed.domain import Position, Slot
from gateway.feed.ports import BusLost, LogRecord, TooOld

LENINA = UUID("018f0000-0000-7000-8000-000000000001")
PARK = UUID("018f0000-0000-7000-8000-000000000002")
ORDER = UUID("018f0000-0000-7000-8000-000000000417")
NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"

ANNA = Actor(
    subject="staff:018f0000-0000-7000-8000-00000000000a",
    roles=frozenset({Role.DESK}),
    office_id=LENINA,
)
BORIS = Actor(
    subject="staff:018f0000-0000-7000-8000-00000000000b", roles=frozenset({Role.HEAD_OF_PRODUCTION})
)
DIRECTOR = Actor(
    subject="staff:018f0000-0000-7000-8000-00000000000c", roles=frozenset({Role.DIRECTOR})
)
TABLET = Actor(
    subject="device:018f0000-0000-7000-8000-0000000000d1",
    roles=frozenset({Role.WORKSHOP}),
    shop=Shop.WORKSHOP,
)
ART_TABLET = Actor(
    subject="device:018f0000-0000-7000-8000-0000000000d2",
    roles=frozenset({Role.ART_SHOP}),
    shop=Shop.ART_SHOP,
)


@dataclass(frozen=True, slots=True)
class Record:
    """What a Kafka client hands over."""

    topic: str
    partition: int
    offset: int
    value: bytes | None
    headers: tuple[tuple[str, bytes], ...]
    key: bytes | None = str(ORDER).encode()


def _common(shops: tuple[Shop, ...]) -> dict[str, Any]:
    return {
        "work_order_id": ORDER,
        "number": "Л-0417/26",
        "office_id": LENINA,
        "pickup_office_id": PARK,
        "shops": shops,
        "revision": 1,
    }


def seen(*shops: Shop) -> WorkOrderSeen:
    return WorkOrderSeen(**_common(shops or (Shop.WORKSHOP,)), shop=Shop.WORKSHOP)


def priced() -> WorkOrderPriced:
    return WorkOrderPriced(**_common((Shop.WORKSHOP,)), price=Decimal("8037.00"))


def told() -> WorkOrderClientTold:
    return WorkOrderClientTold(
        **_common((Shop.WORKSHOP,)), message_id=new_id(), channel="sms", told_at=NOW
    )


def record(
    offset: int, event: object | None = None, *, partition: int = 0, topic: str | None = None
) -> Record:
    event = event or seen()
    headers = Envelope(
        id=new_id(),
        source="orders",
        type=spec_of(type(event)).type,
        time=NOW,
        subject=ORDER,
        sequence=offset + 1,
        actor=ANNA.subject,
        correlation_id="click",
        traceparent=TRACE,
    ).headers()
    return Record(
        topic or WORK_ORDERS.name, partition, offset, encode(event).encode(), tuple(headers)
    )


@dataclass
class MemoryLog:
    """A log that can forget and can be lost."""

    slots: tuple[Slot, ...]
    records: list[Record] = field(default_factory=list)
    oldest: int = 0
    lost: int = 0
    """How many more calls fail."""
    reads: int = 0

    def add(self, *records: Record) -> None:
        self.records.extend(records)

    async def ends(self) -> Position:
        self._answer()
        return tuple(
            max((r.offset + 1 for r in self.records if (r.topic, r.partition) == slot), default=0)
            for slot in self.slots
        )

    async def read(self, start: Position, end: Position) -> AsyncIterator[LogRecord]:
        self.reads += 1
        self._answer()
        for slot, first, last in zip(self.slots, start, end, strict=True):
            if first < min(self.oldest, last):
                raise TooOld
            for item in self._of(slot):
                if first <= item.offset < last:
                    yield item

    def _of(self, slot: Slot) -> Iterable[Record]:
        return [item for item in self.records if (item.topic, item.partition) == slot]

    def _answer(self) -> None:
        if self.lost:
            self.lost -= 1
            raise BusLost


@dataclass
class Stream:
    """An SSE client: reads events off the wire as a browser does."""

    last_id: str | None = None
    events: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    _rest: bytes = b""

    def feed(self, wire: bytes) -> None:
        *blocks, self._rest = (self._rest + wire).split(b"\n\n")
        for block in blocks:
            name, data = "message", b""
            for line in block.split(b"\n"):
                key, _, value = line.partition(b": ")
                if key == b"id":
                    self.last_id = value.decode()
                elif key == b"event":
                    name = value.decode()
                elif key == b"data":
                    data = value
            if data:
                self.events.append((name, orjson.loads(data)))

    def named(self, name: str) -> list[dict[str, Any]]:
        return [data for kind, data in self.events if kind == name]

    @property
    def sequences(self) -> list[int]:
        return [data["sequence"] for _, data in self.events if "sequence" in data]
