"""One JSON Schema (2020-12) for each event class."""

import json
from collections.abc import Mapping
from enum import Enum
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema

from contracts.envelope import spec_of
from tools.gen import MARK, Files
from tools.gen.words import class_words, classes_in, field_words

FOLDER = "contracts/gen/schemas"


def schema(cls: type) -> dict[str, Any]:
    """Return the schema of an event's body, with the code's own words as descriptions."""
    spec = spec_of(cls)
    body = TypeAdapter(cls).json_schema(mode="serialization")
    classes = classes_in(cls)
    _describe(body, cls)
    for name, part in body.get("$defs", {}).items():
        _describe(part, classes[name])
    return {
        "$schema": GenerateJsonSchema.schema_dialect,
        "$id": spec.dataschema,
        "$comment": MARK,
        "x-topic": spec.topic.name,
        "x-audience": sorted(spec.audience),
        "x-state": spec.state,
        **body,
    }


def _describe(part: dict[str, Any], cls: type) -> None:
    if words := class_words(cls):
        part["description"] = words
    words_of = field_words(cls)
    if issubclass(cls, Enum):
        meanings = {cls[name].value: text for name, text in words_of.items()}
        if meanings:
            part["x-enum-descriptions"] = meanings
        return
    for name, text in words_of.items():
        if name in part.get("properties", {}):
            _describe_field(part["properties"], name, text)


def _describe_field(properties: dict[str, Any], name: str, text: str) -> None:
    # A description belongs before the type's details: the reader looks for it first.
    properties[name] = {"description": text, **properties[name]}


def dump(value: object) -> str:
    """Return JSON as it is committed: readable, Russian unescaped, a line feed at the end."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def files(registry: Mapping[str, type]) -> Files:
    """Return the schema files."""
    return {f"{FOLDER}/{spec_of(cls).schema_name}": dump(schema(cls)) for cls in registry.values()}
