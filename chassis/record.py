"""A record of the bus, as bytes with its place."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Record:
    """A record of the bus as bytes, with its place; `topic` is without any test prefix."""

    topic: str
    partition: int
    offset: int
    key: bytes | None
    value: bytes | None
    headers: Sequence[tuple[str, bytes]]


def key_text(key: bytes | None) -> str:
    """Return a record's key as text; what is no UTF-8 (or holds NUL) as hexadecimal digits."""
    if key is None:
        return ""
    try:
        words = key.decode()
    except UnicodeDecodeError:
        return f"hex:{key.hex()}"
    return f"hex:{key.hex()}" if "\x00" in words else words
