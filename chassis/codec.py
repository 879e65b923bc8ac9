"""Events as JSON bytes and back; the classes themselves are stdlib dataclasses in contracts."""

from typing import Any

from pydantic import TypeAdapter, ValidationError

from contracts.envelope import MAX_EVENT_BYTES, MalformedRecord
from contracts.registry import load

REGISTRY = load()


class EventTooLarge(ValueError):
    """An event body over 256 KiB: refused when written, a broker would refuse it for ever."""


class UnknownEventType(MalformedRecord):
    """A type that our contracts do not know: a newer producer, or no event of ours."""


_adapters: dict[type, TypeAdapter[Any]] = {}


def adapter(cls: type) -> TypeAdapter[Any]:
    """Return the (cached) reader and writer of an event class."""
    known = _adapters.get(cls)
    if known is None:
        known = _adapters[cls] = TypeAdapter(cls)
    return known


def encode(event: object) -> str:
    """Return the event as JSON text.

    Raises:
        EventTooLarge: more than 256 KiB.
    """
    body: bytes = adapter(type(event)).dump_json(event)
    if len(body) > MAX_EVENT_BYTES:
        raise EventTooLarge(f"{type(event).__name__}: {len(body)} bytes")
    return body.decode()


def decode(type_: str, body: bytes | None) -> object:
    """Return the event; fields that we do not know are passed over (contracts only grow).

    Raises:
        UnknownEventType: the type is not in our contracts.
        MalformedRecord: the body is no JSON, too large, or breaks the type's schema.
    """
    cls = REGISTRY.get(type_)
    if cls is None:
        raise UnknownEventType(f"unknown event type {type_!r}")
    if body is None:
        raise MalformedRecord("no body")
    if len(body) > MAX_EVENT_BYTES:
        raise MalformedRecord(f"{type_}: {len(body)} bytes, more than {MAX_EVENT_BYTES}")
    try:
        # Strict: `true` is no quantity and 7 is no instant, whatever Python makes of them.
        event: object = adapter(cls).validate_json(body, strict=True)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        raise MalformedRecord(f"{type_}: {where}: {first['msg']}") from error
    return event
