"""Contracts only grow: today's schemas against every released one, old examples still decode."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from chassis.codec import decode
from contracts import registry
from contracts.envelope import Envelope, MalformedRecord, read_headers
from tools.gen import ROOT
from tools.gen.schemas import schema

RELEASED = "contracts/released"

Schema = dict[str, Any]


def breaks(old: Schema, new: Schema) -> Iterator[str]:
    """Yield what a reader of the old schema, or of old records, would trip over."""
    for key in ("x-topic", "x-state"):
        if old.get(key) != new.get(key):
            yield f"{key} changed from {old.get(key)} to {new.get(key)}"
    yield from _breaks(_Pair(old, old, new, new), "")


class _Pair:
    """A part of the old schema and the same part of the new one, references followed."""

    def __init__(self, old_root: Schema, old: Schema, new_root: Schema, new: Schema) -> None:
        self.old_root, self.new_root = old_root, new_root
        self.old, self.new = _resolved(old_root, old), _resolved(new_root, new)

    def part(self, old: Schema, new: Schema) -> "_Pair":
        return _Pair(self.old_root, old, self.new_root, new)


def _resolved(root: Schema, part: Schema) -> Schema:
    reference = part.get("$ref")
    if reference is None:
        return part
    resolved: Schema = root["$defs"][str(reference).rsplit("/", 1)[-1]]
    return resolved


def _breaks(pair: _Pair, where: str) -> Iterator[str]:
    old, new = pair.old, pair.new
    if old.get("type") != new.get("type") or old.get("format") != new.get("format"):
        yield f"{where or 'body'}: type changed from {_kind(old)} to {_kind(new)}"
        return
    if missing := [value for value in old.get("enum", []) if value not in new.get("enum", [])]:
        yield f"{where}: values removed: {missing}"
    for key in ("const", "prefixItems", "pattern"):
        if old.get(key) != new.get(key):
            yield f"{where}: {key} changed"
    yield from _fields(pair, where)
    yield from _alternatives(pair, where)
    for key in ("items", "additionalProperties"):
        if isinstance(old.get(key), dict) and isinstance(new.get(key), dict):
            yield from _breaks(pair.part(old[key], new[key]), f"{where}[]")
        elif old.get(key) != new.get(key):
            yield f"{where}: {key} changed"


def _fields(pair: _Pair, where: str) -> Iterator[str]:
    before, after = pair.old.get("properties", {}), pair.new.get("properties", {})
    needed, was_needed = set(pair.new.get("required", [])), set(pair.old.get("required", []))
    for name in before:
        path = f"{where}.{name}".lstrip(".")
        if name not in after:
            yield f"{path}: field removed or renamed"
        else:
            yield from _breaks(pair.part(before[name], after[name]), path)
    for name in sorted(needed - was_needed):
        yield f"{where}.{name}".lstrip(".") + ": became required"
    for name in sorted(was_needed - needed):
        yield f"{where}.{name}".lstrip(".") + ": was always there, became optional"


def _alternatives(pair: _Pair, where: str) -> Iterator[str]:
    """Pair the members of `anyOf` by kind; one that vanished or came is a new type."""
    before = {_kind(_resolved(pair.old_root, p)): p for p in _members(pair.old)}
    after = {_kind(_resolved(pair.new_root, p)): p for p in _members(pair.new)}
    if set(before) != set(after):
        yield f"{where}: type changed from {sorted(before)} to {sorted(after)}"
        return
    for kind, part in before.items():
        yield from _breaks(pair.part(part, after[kind]), where)


def _members(part: Schema) -> list[Schema]:
    members: list[Schema] = part.get("anyOf") or part.get("oneOf") or []
    return members


def _kind(part: Schema) -> str:
    if "title" in part and part.get("type") == "object":
        return str(part["title"])
    return "/".join(str(part[key]) for key in ("type", "format", "const") if key in part) or "any"


def against_release(folder: Path) -> Iterator[str]:
    """Yield the breaks between one release and today."""
    known = registry.load()
    for path in sorted(folder.glob("schemas/*.json")):
        type_ = path.stem
        if type_ not in known:
            yield f"{folder.name} {type_}: the event is gone"
            continue
        old = json.loads(path.read_text(encoding="utf-8"))
        for text in breaks(old, schema(known[type_])):
            yield f"{folder.name} {type_}: {text}"
    for path in sorted(folder.glob("examples/*.json")):
        if path.stem in known:
            try:
                read_example(path)
            except MalformedRecord as error:
                yield f"{folder.name} {path.stem}: its example no longer decodes: {error}"


def read_example(path: Path) -> tuple[Envelope, object]:
    """Read a golden record as a consumer would: headers, then body.

    Raises:
        MalformedRecord: it would become a dead letter.
    """
    record = json.loads(path.read_text(encoding="utf-8"))
    envelope = read_headers([(name, text.encode()) for name, text in record["headers"].items()])
    return envelope, decode(envelope.type, json.dumps(record["data"]).encode())


def main() -> int:
    """Print every break with a released contract; 1 if there are any."""
    found = [
        text
        for folder in sorted((ROOT / RELEASED).glob("*"))
        if folder.is_dir()
        for text in against_release(folder)
    ]
    print("".join(f"{text}\n" for text in found), end="")
    if found:
        print("A released contract only grows by optional fields: declare a new event class (v2).")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
