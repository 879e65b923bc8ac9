"""A record of the log becomes one SSE event, printed once for everybody who may read it."""

from dataclasses import fields, is_dataclass
from decimal import Decimal
from functools import cache
from typing import Any, get_args, get_type_hints

import orjson

from chassis.codec import adapter, decode
from chassis.record import check_origin
from contracts.envelope import REGISTRY, Envelope, MalformedRecord, read_headers, spec_of
from gateway.feed.domain import Routing
from gateway.feed.ports import LogRecord


class Unknown(MalformedRecord):
    """A type that these contracts do not know: nobody may see it."""


def press(record: LogRecord, topic: str) -> tuple[Envelope, Routing, bytes]:
    """Return the record's envelope, whom it concerns, and its SSE event without the id line.

    `topic` is the record's, without the prefix of this set-up. What consumers refuse is refused
    here too: a screen must not show what no service will ever act on.

    Raises:
        Unknown: its type is not in the contracts.
        MalformedRecord: it is no event of ours.
    """
    envelope = read_headers(record.headers)
    cls = REGISTRY.get(envelope.type)
    if cls is None:
        raise Unknown(envelope.type)
    check_origin(topic, record.key, envelope, cls)
    event = decode(envelope.type, record.value)
    routing = Routing.of(spec_of(cls).audience, event, priced=_priced(envelope.type))
    # Printed from what was understood: a field that these contracts do not know has no audience.
    data = orjson.Fragment(adapter(cls).dump_json(event))
    return envelope, routing, sse(envelope.type, _message(envelope, data))


def _message(envelope: Envelope, data: orjson.Fragment) -> dict[str, Any]:
    return {
        "id": envelope.id,
        "type": envelope.type,
        "subject": envelope.subject,
        "sequence": envelope.sequence,
        "time": envelope.time,
        "actor": envelope.actor,
        "correlation_id": envelope.correlation_id,
        "trace": envelope.traceparent,
        "data": data,
    }


def sse(name: str, data: object) -> bytes:
    """Return an SSE event; JSON has no raw line ends, so one `data` line is enough."""
    return b"event: " + name.encode() + b"\ndata: " + orjson.dumps(data) + b"\n\n"


@cache
def _priced(type_: str) -> bool:
    return carries_money(REGISTRY[type_])


def carries_money(cls: Any) -> bool:
    """Tell whether an event class has a sum of money anywhere in it (money alone is Decimal)."""
    if cls is Decimal:
        return True
    if is_dataclass(cls):
        hints = get_type_hints(cls)
        return any(carries_money(hints[item.name]) for item in fields(cls))
    return any(carries_money(part) for part in get_args(cls) if part is not ...)
