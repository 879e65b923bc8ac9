"""The golden examples: records as they stand on the bus, one per event type."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

CONTRACTS = Path(__file__).parents[2] / "contracts"


@dataclass(frozen=True, slots=True)
class Golden:
    """One example file, read."""

    type: str
    headers: dict[str, str]
    key: str
    data: dict[str, Any]

    @property
    def schema(self) -> dict[str, Any]:
        """The published JSON Schema of its body."""
        return schema_of(self.type)

    def body(self, **different: Any) -> bytes:
        """Return its body as it travels, with some fields said otherwise."""
        return json.dumps(self.data | different).encode()

    def without(self, field: str) -> bytes:
        """Return its body as it travels, a field left out."""
        return json.dumps({k: v for k, v in self.data.items() if k != field}).encode()


def read(path: Path) -> Golden:
    """Read an example file."""
    record = json.loads(path.read_text(encoding="utf-8"))
    return Golden(path.stem, record["headers"], record["key"], record["data"])


def of(type_: str) -> Golden:
    """Return the example of an event type."""
    return read(CONTRACTS / type_.split(".", 1)[0] / "examples" / f"{type_}.json")


def everything() -> list[Golden]:
    """Return every example there is."""
    return [read(path) for path in sorted(CONTRACTS.glob("*/examples/*.json"))]


def schema_of(type_: str) -> dict[str, Any]:
    """Return the published JSON Schema of an event type."""
    text = (CONTRACTS / "gen" / "schemas" / f"{type_}.json").read_text(encoding="utf-8")
    schema: dict[str, Any] = json.loads(text)
    return schema
