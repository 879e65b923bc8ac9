"""Every golden example can be read today, by us and by whoever has only the schema."""

import json

import pytest
from jsonschema import Draft202012Validator, ValidationError

from chassis.codec import decode, encode
from contracts.envelope import MalformedRecord, read_headers, spec_of
from contracts.registry import load
from tests.contracts.golden import Golden, everything, schema_of

ALL = everything()
EACH = pytest.mark.parametrize("golden", ALL, ids=lambda golden: golden.type)
REQUIRED = [(golden, name) for golden in ALL for name in golden.schema["required"]]
OPTIONAL = [
    (golden, name)
    for golden in ALL
    for name in golden.schema["properties"].keys() - golden.schema["required"]
]


def by_field(value: object) -> str:
    return value.type if isinstance(value, Golden) else str(value)


def test_every_event_type_has_one_example() -> None:
    assert sorted(golden.type for golden in ALL) == sorted(load())


@EACH
def test_the_headers_are_an_envelope_that_fits_the_record(golden: Golden) -> None:
    envelope = read_headers([(name, text.encode()) for name, text in golden.headers.items()])
    spec = spec_of(load()[golden.type])

    assert envelope.type == golden.type
    assert envelope.source == spec.topic.owner
    assert envelope.dataschema == spec.dataschema
    assert str(envelope.subject) == golden.key
    assert dict(envelope.headers()) == {n: text.encode() for n, text in golden.headers.items()}


@EACH
def test_the_body_keeps_the_published_schema_and_comes_back_whole(golden: Golden) -> None:
    Draft202012Validator(golden.schema).validate(golden.data)

    event = decode(golden.type, golden.body())

    assert type(event) is load()[golden.type]
    assert json.loads(encode(event)) == golden.data


@EACH
def test_a_field_of_tomorrow_is_passed_over(golden: Golden) -> None:
    newer = golden.body(a_field_of_tomorrow={"deep": [1, None]})

    assert decode(golden.type, newer) == decode(golden.type, golden.body())
    Draft202012Validator(golden.schema).validate(json.loads(newer))


@pytest.mark.parametrize(("golden", "field"), OPTIONAL, ids=by_field)
def test_a_missing_optional_field_is_its_default(golden: Golden, field: str) -> None:
    older = golden.without(field)

    event = decode(golden.type, older)

    assert not getattr(event, field), "the default of an optional field says nothing"
    Draft202012Validator(golden.schema).validate(json.loads(older))


@pytest.mark.parametrize(("golden", "field"), REQUIRED, ids=by_field)
def test_a_missing_required_field_is_refused_by_name(golden: Golden, field: str) -> None:
    torn = golden.without(field)

    with pytest.raises(MalformedRecord, match=field):
        decode(golden.type, torn)
    with pytest.raises(ValidationError, match=field):
        Draft202012Validator(golden.schema).validate(json.loads(torn))


@pytest.mark.parametrize("type_", sorted(load()))
def test_the_schema_is_itself_a_schema(type_: str) -> None:
    Draft202012Validator.check_schema(schema_of(type_))
