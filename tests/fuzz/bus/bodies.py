"""Wrong in the body: its bytes, its JSON, or against the type's schema."""

import gzip
import json
import random
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from jsonschema import Draft202012Validator

from tests.fuzz.bus.kinds import (
    CLIENT,
    CONTRACTS,
    TAKEN,
    Kind,
    Wrong,
    body,
    in_turn,
    kind,
    part,
    right,
)

DICE = random.Random(6)
INVALID = "Invalid JSON"
TEXTS = {
    "empty": b"",
    "a blank": b" ",
    "a newline": b"\n",
    "NUL": b"\x00",
    "not UTF-8": b"\xff\xfe\x00\x01",
    "one brace": b"{",
    "one bracket": b"[",
    "a closing brace": b"}",
    "a quote": b'"',
    "a word": b"order",
    "a comment": b"/* order */ {}",
    "single quotes": b"{'client_id': 1}",
    "names without quotes": b"{client_id: 1}",
    "a comma too many": b'{"client_id": 1,}',
    "a comma too few": b'{"client_id": 1 "name": 2}',
    "a colon too few": b'{"client_id" 1}',
    "two documents": b"{}{}",
    "two lines": b"{}\n{}",
    "XML": b"<?xml version='1.0'?><order/>",
    "HTML": b"<!doctype html><script>alert(1)</script>",
    "YAML": b"client_id: 1\nname: x\n",
    "a form": b"client_id=1&name=x",
    "Python": b"{'a': None, 'b': True}",
    "a pickle": b"\x80\x04\x95\x10\x00\x00\x00.",
    "Avro's first byte": b"\x00\x00\x00\x00\x01{}",
    "Protobuf": b"\x0a\x05order\x10\x01",
    "MessagePack": b"\x81\xa9client_id\x01",
    "a PNG": b"\x89PNG\r\n\x1a\n",
    "a raw NUL in a text": b'{"client_id": "a\x00b"}',
    "a raw newline in a text": b'{"client_id": "a\nb"}',
    "an unknown escape": b'{"client_id": "\\x41"}',
    "half an escape": b'{"client_id": "\\u00"}',
    "half a pair": b'{"client_id": "\\ud83d"}',
    "the other half": b'{"client_id": "\\udd25"}',
    "a leading nought": b'{"client_id": 007}',
    "hexadecimal": b'{"client_id": 0x10}',
    "a bare point": b'{"client_id": .5}',
    "a bare minus": b'{"client_id": -}',
    "a bare exponent": b'{"client_id": 1e}',
    "TRUE": b"TRUE",
    "undefined": b"undefined",
    "deep brackets": b"[" * 100_000,
    "deep braces": b'{"a":' * 50_000,
    "deep and closed": b"[" * 20_000 + b"]" * 20_000,
}
KINDS_OF_JSON = {
    "null": b"null",
    "true": b"true",
    "a number": b"42",
    "a huge number": b"9" * 4000,
    "a tiny number": b"1e-400",
    "an infinite number": b"1e400",
    "a text": b'"order"',
    "an empty list": b"[]",
    "a list of orders": b"[{}]",
    "an empty object": b"{}",
    "an object of another": b'{"order": 1}',
}
WRONG_VALUES: dict[str, Any] = {
    "null": None,
    "true": True,
    "7": 7,
    "1.5": 1.5,
    "a huge number": 10**400,
    "text": "text",
    "empty text": "",
    "list": [],
    "list of lists": [[]],
    "object": {},
    "object of another": {"of": "another"},
}
Path = tuple[str | int, ...]


def all_of_them() -> Iterator[Kind]:
    """Yield every kind of this family."""
    yield from _bytes()
    yield from _sizes()
    for type_ in TAKEN:
        yield from _schema(type_)


def _bytes() -> Iterator[Kind]:
    types = in_turn()
    for how, raw in TEXTS.items():
        words = "recursion limit" if how.startswith("deep") else INVALID
        yield kind(f"body {how}", next(types), part(value=raw), words)
    for how, raw in KINDS_OF_JSON.items():
        type_ = next(types)
        yield kind(f"body {how}", type_, part(value=raw), f"{type_}: ")
    for name in ("utf-8-sig", "utf-16", "utf-16-be", "utf-32", "cp1251"):
        yield kind(f"body in {name}", CLIENT, body(_written(name)), INVALID)
    yield kind("body in gzip", CLIENT, body(gzip.compress), INVALID)
    for tenth in range(1, 10):
        yield kind(f"body cut after {tenth}/10", next(types), body(_cut(tenth)), INVALID)
    for length in (1, 2, 8, 64, 512, 4096, 65_536):
        noise = DICE.randbytes(length)
        yield kind(f"body of {length} bytes of noise", next(types), part(value=noise), INVALID)
    for tail in (b"\x00", b"x", b"]", b"}", b",", b"{}"):
        wrong = body(lambda raw, tail=tail: raw + tail)  # type: ignore[misc]
        yield kind(f"body and then {tail!r}", next(types), wrong, INVALID)


def _written(name: str) -> Any:
    def written(raw: bytes) -> bytes:
        return raw.decode().encode(name, errors="xmlcharrefreplace")

    return written


def _cut(tenth: int) -> Any:
    return lambda raw: raw[: len(raw) * tenth // 10]


def _sizes() -> Iterator[Kind]:
    """Over 256 KiB, the most that any owner may write."""
    types = in_turn()
    for size in (262_145, 300_000, 500_000, 900_000):
        padded = body(lambda raw, size=size: raw[:-1] + b" " * (size - len(raw)) + b"}")  # type: ignore[misc]
        yield kind(f"body of {size} bytes of blanks", next(types), padded, "bytes, more than")
        stuffed = body(lambda raw, size=size: raw[:-1] + b',"x":"' + b"a" * size + b'"}')  # type: ignore[misc]
        yield kind(f"a new field of {size} bytes", next(types), stuffed, "bytes, more than")


def _schema(type_: str) -> Iterator[Kind]:
    """Yield the type's own example with one value wrong, wherever its published schema says no."""
    service = type_.split(".", 1)[0]
    schema = json.loads((CONTRACTS / "gen" / "schemas" / f"{type_}.json").read_text("utf-8"))
    checker = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    example = json.loads((CONTRACTS / service / "examples" / f"{type_}.json").read_text("utf-8"))
    for path in paths(example["data"]):
        where = ".".join(map(str, path))
        changes = {how: put(example["data"], path, value) for how, value in WRONG_VALUES.items()}
        if isinstance(path[-1], str):
            changes["missing"] = without(example["data"], path)
        for how, changed in changes.items():
            if checker.is_valid(changed):
                continue
            name = f"{type_} {where} {how}"
            yield kind(name, type_, _saying(name, type_, path, how), f"{type_}: {path[0]}")


def paths(value: Any, at: Path = ()) -> Iterator[Path]:
    """Yield the places of everything inside a JSON value."""
    inside = enumerate(value) if isinstance(value, list) else ()
    for name, one in value.items() if isinstance(value, dict) else inside:
        yield (*at, name)
        yield from paths(one, (*at, name))


def put(value: Any, path: Path, new: Any) -> Any:
    """Return a copy with another value in one place."""
    changed = deepcopy(value)
    place = changed
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = new
    return changed


def without(value: Any, path: Path) -> Any:
    """Return a copy without one field."""
    changed = deepcopy(value)
    place = changed
    for step in path[:-1]:
        place = place[step]
    del place[path[-1]]
    return changed


def _saying(name: str, type_: str, path: Path, how: str) -> Wrong:
    mine = json.loads(right(type_, name).value or b"")
    changed = without(mine, path) if how == "missing" else put(mine, path, WRONG_VALUES[how])
    return part(value=json.dumps(changed).encode())
