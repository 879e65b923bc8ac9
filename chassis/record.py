"""A record of the bus, as bytes with its place."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from chassis.bus import TOPIC_BY_NAME
from contracts.envelope import Envelope, MalformedRecord, spec_of

LONGEST_KEY = 200
"""Bytes; a longer key (no aggregate id is one) would not fit into an index of PostgreSQL."""


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
    """Return a record's key as text for a column that is indexed.

    What is no plain UTF-8 stands as hexadecimal digits, what is too long as its sum.
    """
    if key is None:
        return ""
    if len(key) > LONGEST_KEY:
        return f"sum:{hashlib.sha256(key).hexdigest()}"
    try:
        words = key.decode()
    except UnicodeDecodeError:
        return f"hex:{key.hex()}"
    odd = "\x00" in words or words.startswith(("hex:", "sum:"))
    return f"hex:{key.hex()}" if odd else words


def key_bytes(text: str) -> bytes:
    """Return the key back from its text; of one that was too long only the text is left."""
    return bytes.fromhex(text[4:]) if text.startswith("hex:") else text.encode()


def check_origin(topic: str, key: bytes | None, note: Envelope, cls: type) -> None:
    """Refuse an event that stands where its owner would not have put it.

    Raises:
        MalformedRecord: another topic, another service, or another key than its own.
    """
    if spec_of(cls).topic.name != topic:
        raise MalformedRecord(f"{note.type} does not belong on {topic}")
    check_place(topic, key, note)


def check_place(topic: str, key: bytes | None, note: Envelope) -> None:
    """Refuse a record that its topic's owner did not write, or under another key than its own.

    Raises:
        MalformedRecord: another service, or another key than its own.
    """
    known = TOPIC_BY_NAME.get(topic)
    if known is None or note.source != known.owner:
        raise MalformedRecord(f"{note.source} may not write on {topic}")
    if key != str(note.subject).encode():
        raise MalformedRecord("the record's key is not its subject")
