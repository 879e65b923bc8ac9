"""Events as JSON: what is written is read, and no bytes are more than a malformed record."""

import json
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chassis.codec import REGISTRY, EventTooLarge, UnknownEventType, decode, encode
from contracts.clients.events import ClientChanged, ClientKind, ContactChannel, Language
from contracts.envelope import MAX_EVENT_BYTES, MalformedRecord, spec_of
from tests.chassis import probe

KEY = UUID(int=5)
TYPE = "clients.client.changed.v1"
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=50)


@given(
    st.builds(
        ClientChanged,
        client_id=st.uuids(),
        kind=st.sampled_from(ClientKind),
        name=TEXT,
        phones=st.lists(TEXT, max_size=3).map(tuple),
        language=st.sampled_from(Language),
        channel=st.sampled_from(ContactChannel),
        email=st.none() | TEXT,
        office_id=st.none() | st.uuids(),
        manager_id=st.none() | st.uuids(),
    )
)
def test_what_is_written_is_read(event: ClientChanged) -> None:
    assert decode(TYPE, encode(event).encode()) == event


@given(st.binary(max_size=200) | st.recursive(st.none() | st.text(), st.lists).map(
    lambda shape: json.dumps(shape).encode()
))  # fmt: skip
def test_no_bytes_are_more_than_a_malformed_record(body: bytes) -> None:
    with pytest.raises(MalformedRecord):
        decode(TYPE, body)


@pytest.mark.parametrize("body", [b"[" * 100_000, b'{"a":' * 50_000, b"9" * 100_000, None])
def test_nor_are_endless_ones_or_none(body: bytes | None) -> None:
    with pytest.raises(MalformedRecord):
        decode(TYPE, body)


def right() -> dict[str, Any]:
    body: dict[str, Any] = json.loads(encode(probe.client(KEY)))
    return body


def test_an_older_event_without_the_newer_optional_fields_is_read() -> None:
    old = {name: value for name, value in right().items() if value is not None}
    assert "email" not in old
    assert decode(TYPE, json.dumps(old).encode()) == probe.client(KEY)


def test_a_newer_event_with_fields_that_we_do_not_know_is_read() -> None:
    assert decode(TYPE, json.dumps(right() | {"mood": "fine"}).encode()) == probe.client(KEY)


def test_what_is_missing_is_named_and_no_value_of_it_is_told() -> None:
    body = right() | {"name": "Иванова"}
    del body["kind"]
    with pytest.raises(MalformedRecord, match=r"kind: Field required") as caught:
        decode(TYPE, json.dumps(body).encode())
    assert "Иванова" not in str(caught.value)


@pytest.mark.parametrize("type_", ["clients.client.sung.v1", "clients.client.changed.v2", ""])
def test_a_type_that_we_do_not_know_is_named(type_: str) -> None:
    with pytest.raises(UnknownEventType, match=repr(type_)):
        decode(type_, b"{}")


def test_the_limit_is_of_bytes_not_of_characters() -> None:
    base = len(encode(probe.client(KEY, "")).encode())
    most = (MAX_EVENT_BYTES - base) // 2
    assert len(encode(probe.client(KEY, "я" * most)).encode()) <= MAX_EVENT_BYTES
    with pytest.raises(EventTooLarge):
        encode(probe.client(KEY, "я" * (most + 1)))


def test_every_declared_event_is_in_the_registry_under_its_own_type() -> None:
    assert len(REGISTRY) > 10
    assert all(spec_of(cls).type == type_ for type_, cls in REGISTRY.items())


def test_an_instant_is_written_in_utc_with_its_offset() -> None:
    event = probe.accepted(KEY)
    at = datetime.fromisoformat(json.loads(encode(event))["at"])
    assert at.tzinfo is not None
    assert at == event.at.astimezone(UTC)
