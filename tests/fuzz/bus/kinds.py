"""A kind of malformed record: a right one with one thing wrong, and what its reason must name."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_OID, UUID, uuid5

from chassis.codec import REGISTRY
from chassis.record import Record
from contracts.envelope import spec_of

CONTRACTS = Path(__file__).parents[3] / "contracts"
CLIENT, OFFICE = "clients.client.changed.v1", "gateway.office.changed.v1"
READY = "orders.work-order.ready.v1"
TAKEN = (
    CLIENT,
    OFFICE,
    READY,
    "orders.work-order.reopened.v1",
    "orders.work-order.cancelled.v1",
    "orders.work-order.issued.v1",
    "notifications.message.accepted.v1",
    "notifications.message.delivered.v1",
    "notifications.message.failed.v1",
    "notifications.message.unknown.v1",
    "notifications.message.call-needed.v1",
)
"""Types that a consumer of the product takes."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One way of being wrong."""

    name: str
    record: Record
    reason: str
    """Words that stand in the dead letter's reason."""


Wrong = Callable[[Record], Record]


def right(type_: str, name: str) -> Record:
    """Return a right record of this type, about an aggregate of its own: `name` gives its ids."""
    service = type_.split(".", 1)[0]
    path = CONTRACTS / service / "examples" / f"{type_}.json"
    text = path.read_text(encoding="utf-8")
    example = json.loads(text)
    key, id_ = ids(name)
    example = json.loads(text.replace(example["key"], str(key)))
    headers = example["headers"] | {"ce_id": str(id_)}
    return Record(
        topic=spec_of(REGISTRY[type_]).topic.name,
        partition=-1,
        offset=-1,
        key=str(key).encode(),
        value=json.dumps(example["data"], ensure_ascii=False).encode(),
        headers=[(header, value.encode()) for header, value in headers.items()],
    )


def ids(name: str) -> tuple[UUID, UUID]:
    """Return the aggregate id and the event id that a kind of this name has."""
    return uuid5(NAMESPACE_OID, name), uuid5(NAMESPACE_OID, f"event of {name}")


def kind(name: str, type_: str, wrong: Wrong, reason: str) -> Kind:
    """Return a kind: a right record made wrong."""
    return Kind(name, wrong(right(type_, name)), reason)


def header(name: str, value: bytes | None) -> Wrong:
    """Return a change of one header; None leaves it out."""

    def wrong(record: Record) -> Record:
        kept = [item for item in record.headers if item[0] != name]
        return replace(record, headers=kept if value is None else [*kept, (name, value)])

    return wrong


def part(**parts: Any) -> Wrong:
    """Return a change of key, value, topic or headers."""
    return lambda record: replace(record, **parts)


def body(change: Callable[[bytes], bytes]) -> Wrong:
    """Return a change of the body's bytes."""
    return lambda record: replace(record, value=change(record.value or b""))


def in_turn() -> Iterator[str]:
    """Yield the types over and over, so that every consumer meets every family."""
    while True:
        yield from TAKEN
