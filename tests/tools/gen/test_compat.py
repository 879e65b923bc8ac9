"""The compatibility check goes red on each way to break a released contract, and only then."""

import json
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from contracts.gateway.events import OfficeChanged
from tools.gen.compat import against_release, breaks
from tools.gen.release import freeze
from tools.gen.schemas import schema

Schema = dict[str, Any]
OLD: Schema = {
    "x-topic": "orders.work-orders.v1",
    "x-state": False,
    "type": "object",
    "required": ["id", "items"],
    "properties": {
        "id": {"type": "string", "format": "uuid"},
        "note": {"anyOf": [{"type": "string"}, {"type": "null"}], "default": None},
        "shop": {"$ref": "#/$defs/Shop"},
        "items": {"type": "array", "items": {"$ref": "#/$defs/Item"}},
    },
    "$defs": {
        "Shop": {"type": "string", "enum": ["workshop", "art-shop"]},
        "Item": {
            "type": "object",
            "title": "Item",
            "required": ["quantity"],
            "properties": {"quantity": {"type": "integer"}},
        },
    },
}


def removed(new: Schema) -> None:
    del new["properties"]["note"]


def renamed(new: Schema) -> None:
    new["properties"]["remark"] = new["properties"].pop("note")


def retyped(new: Schema) -> None:
    new["properties"]["id"] = {"type": "integer"}


def reformatted(new: Schema) -> None:
    new["properties"]["id"]["format"] = "date"


def new_required(new: Schema) -> None:
    new["properties"]["by"] = {"type": "string"}
    new["required"].append("by")


def no_longer_required(new: Schema) -> None:
    new["required"].remove("id")


def narrowed(new: Schema) -> None:
    new["$defs"]["Shop"]["enum"].remove("art-shop")


def nested_retyped(new: Schema) -> None:
    new["$defs"]["Item"]["properties"]["quantity"]["type"] = "string"


def no_longer_nullable(new: Schema) -> None:
    new["properties"]["note"] = {"type": "string"}


def other_alternative(new: Schema) -> None:
    new["properties"]["note"]["anyOf"][0] = {"type": "integer"}


def other_items(new: Schema) -> None:
    new["properties"]["items"]["items"] = {"type": "string"}


def moved(new: Schema) -> None:
    new["x-topic"] = "orders.work-orders.v2"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (removed, "note: field removed or renamed"),
        (renamed, "note: field removed or renamed"),
        (retyped, "id: type changed"),
        (reformatted, "id: type changed"),
        (new_required, "by: became required"),
        (no_longer_required, "id: was always there"),
        (narrowed, "shop: values removed: ['art-shop']"),
        (nested_retyped, "items[].quantity: type changed"),
        (no_longer_nullable, "note: type changed"),
        (other_alternative, "note: type changed"),
        (other_items, "items[]: type changed"),
        (moved, "x-topic changed"),
    ],
)
def test_a_breaking_change_is_found(change: Callable[[Schema], None], said: str) -> None:
    new = deepcopy(OLD)
    change(new)

    found = list(breaks(OLD, new))

    assert any(text.startswith(said) for text in found), found


def test_the_same_schema_breaks_nothing() -> None:
    assert list(breaks(OLD, deepcopy(OLD))) == []


def test_a_new_optional_field_and_a_new_value_are_fine() -> None:
    new = deepcopy(OLD)
    new["properties"]["by"] = {"type": "string"}
    new["$defs"]["Shop"]["enum"].append("paint-shop")

    assert list(breaks(OLD, new)) == []


def test_words_may_change() -> None:
    new = deepcopy(OLD)
    new["description"] = "said better"

    assert list(breaks(OLD, new)) == []


def test_a_fresh_release_is_compatible_with_today(tmp_path: Path) -> None:
    assert list(against_release(freeze("9.9.9", tmp_path))) == []


def test_a_release_is_never_written_twice(tmp_path: Path) -> None:
    freeze("9.9.9", tmp_path)

    with pytest.raises(FileExistsError):
        freeze("9.9.9", tmp_path)


def test_an_event_that_is_gone_is_found(tmp_path: Path) -> None:
    folder = tmp_path / "0.0.1" / "schemas"
    folder.mkdir(parents=True)
    (folder / "orders.work-order.forgotten.v1.json").write_text("{}")

    (text,) = against_release(folder.parent)

    assert text == "0.0.1 orders.work-order.forgotten.v1: the event is gone"


def test_a_released_example_that_no_longer_decodes_is_found(tmp_path: Path) -> None:
    folder = freeze("9.9.9", tmp_path)
    path = folder / "examples" / "gateway.office.changed.v1.json"
    example = json.loads(path.read_text(encoding="utf-8"))
    example["data"]["office_id"] = "not an id"
    path.write_text(json.dumps(example))

    (text,) = against_release(folder)

    assert text.startswith("9.9.9 gateway.office.changed.v1: its example no longer decodes")


def test_a_change_of_a_real_event_is_found() -> None:
    released = schema(OfficeChanged)
    released["properties"]["fax"] = {"type": "string"}

    assert list(breaks(released, schema(OfficeChanged))) == ["fax: field removed or renamed"]
