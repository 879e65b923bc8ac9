"""JSON Schemas of the events say what the classes say, in the code's own words."""

import json
from pathlib import Path

import jsonschema
import pytest

from contracts import registry
from contracts.clients.events import ClientChanged
from contracts.envelope import spec_of
from tools.gen.schemas import files, schema

ROOT = Path(__file__).parents[3]
EVENTS = sorted(registry.load())


def test_a_schema_carries_the_docstrings_of_class_fields_and_values() -> None:
    found = schema(ClientChanged)

    assert found["description"].startswith("A client was taken down or corrected")
    assert found["properties"]["name"]["description"].startswith("Person: surname first")
    assert "call by a person" in found["$defs"]["ContactChannel"]["x-enum-descriptions"]["phone"]


def test_a_schema_names_its_topic_audience_and_urn() -> None:
    found = schema(ClientChanged)

    assert found["$id"] == "urn:vitrazh:schema:clients.client.changed.v1"
    assert found["x-topic"] == "clients.clients.v1"
    assert found["x-audience"] == []
    assert found["x-state"] is True


def test_there_is_one_file_for_each_event() -> None:
    names = {Path(name).stem for name in files(registry.load())}

    assert names == set(EVENTS)


@pytest.mark.parametrize("type_", EVENTS)
def test_the_golden_example_fits_its_schema(type_: str) -> None:
    cls = registry.load()[type_]
    owner = spec_of(cls).topic.owner
    example = ROOT / "contracts" / owner / "examples" / f"{type_}.json"

    validator = jsonschema.Draft202012Validator(
        schema(cls), format_checker=jsonschema.FormatChecker()
    )

    validator.check_schema(schema(cls))
    validator.validate(json.loads(example.read_text(encoding="utf-8"))["data"])
