"""Wrong in the envelope, in the key, or in the place where the record stands."""

import random
from collections.abc import Iterator
from itertools import count

from chassis.record import Record
from contracts.topics import CLIENTS, MESSAGES, OFFICES, WORK_ORDERS
from tests.fuzz.bus.kinds import CLIENT, OFFICE, READY, Kind, Wrong, header, in_turn, kind, part

NEEDED = (
    "ce_specversion",
    "ce_id",
    "ce_source",
    "ce_type",
    "ce_time",
    "ce_subject",
    "ce_sequence",
    "ce_actor",
    "ce_correlationid",
)
READ = (*NEEDED, "ce_causationid", "ce_dataschema", "traceparent", "ce_unknown")
NOT_UTF8 = {
    "a lone byte": b"\xff",
    "Windows-1251": "Заказ".encode("cp1251"),
    "KOI8-R": "Заказ".encode("koi8-r"),
    "UTF-16": "orders".encode("utf-16"),
    "half a letter": b"\xd0",
    "an overlong slash": b"\xc0\xaf",
    "half a pair": b"\xed\xa0\xbd",
}
IDS = {
    "empty": b"",
    "a number": b"17",
    "a word": "заказ".encode(),
    "one digit short": b"018f0000-0000-7000-8000-0000000000a",
    "one digit long": b"018f0000-0000-7000-8000-0000000000aaa",
    "no hexadecimal": b"018f0000-0000-7000-8000-0000000000zz",
    "SQL": b"'; DROP TABLE inbox; --",
    "JSON": b'"018f0000-0000-7000-8000-0000000000aa"',
}
TIMES = {
    "empty": b"",
    "a date": b"2026-11-24",
    "without offset": b"2026-11-24T10:00:00",
    "a word": b"yesterday",
    "seconds of an epoch": b"1790000000",
    "a thirteenth month": b"2026-13-24T10:00:00+00:00",
    "the 30th of February": b"2026-02-30T10:00:00+00:00",
    "hour 25": b"2026-11-24T25:00:00+00:00",
    "an offset of 99 hours": b"2026-11-24T10:00:00+99:00",
    "year ten thousand": b"10000-01-01T00:00:00+00:00",
    "year nought": b"0000-01-01T00:00:00+00:00",
    "an e-mail's": b"Tue, 24 Nov 2026 10:00:00 +0000",
}
SEQUENCES = {
    "empty": b"",
    "a word": b"first",
    "nought": b"0",
    "minus one": b"-1",
    "a fraction": b"1.5",
    "an exponent": b"1e3",
    "hexadecimal": b"0x10",
    "infinite": b"inf",
    "not a number": b"nan",
    "of five thousand digits": b"9" * 5000,
    "with an underscore": b"1_000",
    "with a sign": b"+7",
    "with blanks": b" 7 ",
    "in Arabic digits": "٧".encode(),
    "that no column holds": b"9" * 30,
    "just above 64 bits": b"9223372036854775808",
}
VERSIONS = (b"", b"0.3", b"1", b"1.0.0", b"1.1", b"2.0", b"v1.0", b" 1.0", b"1.0\n")
NEIGHBOURS = ("v2", "v10", "v0", "v", "v1.1", "v01", "V1", "v1 ", "v1\n", "v-1", "v1.v1")
STRANGERS = (
    "",
    " ",
    ".",
    "v1",
    "clients",
    "clients.client",
    "clients.client.sung.v1",
    "CLIENTS.CLIENT.CHANGED.V1",
    "clients/client/changed/v1",
    "clients.сlient.changed.v1",
    "com.example.thing.happened",
    "../../etc/passwd",
    "__class__",
    "None",
    "{}",
    "a" * 900,
)
KEYS = {
    "empty": b"",
    "another's": b"018f0000-0000-7000-8000-0000000000aa",
    "no UTF-8": b"\xff\xfe",
    "with NUL": b"a\x00b",
    "NUL alone": b"\x00",
    "a number": b"42",
    "of ten thousand bytes": random.Random(7).randbytes(10_000),
    "of two hundred bytes": b"k" * 200,
    "of two hundred and one": b"k" * 201,
    "like our own writing of bytes": b"hex:zz",
    "like our own writing of sums": b"sum:00",
    "a letter outside the plane": "🪟".encode(),
    "right to left": "\u202e0417".encode(),
}
TOMBSTONES = {
    "empty key": b"",
    "key no UTF-8": b"\xff",
    "key no id": b"42",
    "key braced": b"{018f0000-0000-7000-8000-0000000000aa}",
    "key in capitals": b"018F0000-0000-7000-8000-0000000000AA",
    "key without dashes": b"018f0000000070008000000000000aa0",
    "key a URN": b"urn:uuid:018f0000-0000-7000-8000-0000000000aa",
    "key with a blank": b"018f0000-0000-7000-8000-0000000000aa ",
    "key with NUL": b"018f0000-0000-7000-8000-0000000000aa\x00",
}


def all_of_them() -> Iterator[Kind]:
    """Yield every kind of this family."""
    yield from _attributes()
    yield from _types()
    yield from _places()


def _attributes() -> Iterator[Kind]:
    types = in_turn()
    for name in NEEDED:
        words = "not 1.0" if name == "ce_specversion" else f"{name}: missing"
        yield kind(f"{name} missing", next(types), header(name, None), words)
    for name in READ:
        for how, raw in NOT_UTF8.items():
            yield kind(f"{name} {how}", next(types), header(name, raw), f"{name}: not UTF-8")
        words = f"{name}: holds NUL"
        yield kind(f"{name} with NUL", next(types), header(name, b"a\x00b"), words)
        words = f"{name}: longer than"
        yield kind(f"{name} without end", next(types), header(name, b"a" * 20_000), words)
        words = f"{name}: said twice"
        yield kind(f"{name} said twice", next(types), _twice(name), words)
    for name in ("ce_id", "ce_subject"):
        for how, raw in IDS.items():
            yield kind(f"{name} {how}", next(types), header(name, raw), f"{name}: ")
    for how, raw in TIMES.items():
        yield kind(f"ce_time {how}", next(types), header("ce_time", raw), "ce_time: ")
    for how, raw in SEQUENCES.items():
        words = "ce_sequence: longer than" if len(raw) > 1000 else "ce_sequence: "
        yield kind(f"ce_sequence {how}", next(types), header("ce_sequence", raw), words)
    for raw in VERSIONS:
        wrong = header("ce_specversion", raw)
        yield kind(f"ce_specversion {raw!r}", next(types), wrong, "not 1.0")


def _twice(name: str) -> Wrong:
    def wrong(record: Record) -> Record:
        headers = [*record.headers, (name, b"one thing"), (name, b"another")]
        return part(headers=headers)(record)

    return wrong


def _types() -> Iterator[Kind]:
    types = in_turn()
    for version in NEIGHBOURS:
        type_ = next(types)
        other = f"{type_.removesuffix('v1')}{version}"
        yield kind(f"major {other!r}", type_, header("ce_type", other.encode()), "unknown event")
    for number, other in zip(count(), STRANGERS, strict=False):
        wrong = header("ce_type", other.encode())
        yield kind(f"type of nobody {number}", next(types), wrong, "unknown event type")


def _places() -> Iterator[Kind]:
    types = in_turn()
    # A broker takes a record without a key on no compacted topic.
    yield kind("key none", READY, part(key=None), "is not its subject")
    for how, raw in KEYS.items():
        yield kind(f"key {how}", next(types), part(key=raw), "is not its subject")
    for source in ("", "orders", "ORDERS", "gateway", "clients ", "marketing", "закaзы", "*"):
        type_ = CLIENT
        wrong = header("ce_source", source.encode())
        yield kind(f"written by {source!r}", type_, wrong, "may not write on")
    for topic in (OFFICES, MESSAGES, WORK_ORDERS):
        name = f"a client on {topic.name}"
        yield kind(name, CLIENT, part(topic=topic.name), "does not belong on")
        yield kind(f"{name}, in its owner's name", CLIENT, _on(topic.name), "does not belong on")
    yield kind("an office on clients", OFFICE, _on(CLIENTS.name), "does not belong on")
    for how, key in TOMBSTONES.items():
        wrong = part(topic=CLIENTS.name, key=key, value=None)
        words = "as we write it" if "braced" in how or "capitals" in how else "aggregate id"
        yield kind(f"tombstone {how}", CLIENT, wrong, words)
    for topic in (MESSAGES, WORK_ORDERS):
        wrong = part(topic=topic.name, value=None)
        yield kind(f"tombstone on {topic.name}", READY, wrong, "forgets nothing")
    yield kind("no headers", CLIENT, part(headers=[]), "not 1.0")
    yield kind("a header without value", CLIENT, part(headers=[("ce_id", None)]), "not UTF-8")
    yield kind("a header whose name holds NUL", CLIENT, part(headers=[("a\x00", b"")]), "not 1.0")
    yield kind("a header without name", CLIENT, part(headers=[("", b"1")]), "not 1.0")
    thousand = [(f"x-{n}", b"1") for n in range(1000)]
    yield kind("a thousand headers of others", CLIENT, part(headers=thousand), "not 1.0")


def _on(topic: str) -> Wrong:
    def wrong(record: Record) -> Record:
        owner = topic.split(".", 1)[0].encode()
        return part(topic=topic)(header("ce_source", owner)(record))

    return wrong
