"""A record's place, and its key as text that an indexed column holds, and back."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chassis.clock import now
from chassis.ids import new_id
from chassis.record import check_origin, check_place, key_bytes, key_text
from contracts.envelope import Envelope, MalformedRecord
from contracts.orders.events import WorkOrderSeen
from contracts.topics import CLIENTS, WORK_ORDERS

NOTE = Envelope(
    id=new_id(),
    source="orders",
    type="orders.work-order.seen.v1",
    time=now(),
    subject=new_id(),
    sequence=1,
    actor="system:orders",
    correlation_id="click",
)
KEY = str(NOTE.subject).encode()


@given(st.binary(max_size=200) | st.text(max_size=50).map(lambda t: t.encode(errors="replace")))
def test_a_key_comes_back_from_its_text(key: bytes) -> None:
    text = key_text(key)
    assert "\x00" not in text
    assert key_bytes(text) == key


@given(st.binary(min_size=0, max_size=300), st.binary(min_size=0, max_size=300))
def test_two_keys_never_share_a_text(one: bytes, other: bytes) -> None:
    assert (key_text(one) == key_text(other)) is (one == other)


def test_a_key_too_long_for_an_index_stands_by_its_sum() -> None:
    assert len(key_text(b"x" * 100_000)) == len("sum:") + 64


def test_our_own_marks_are_no_way_to_another_key() -> None:
    assert key_text(b"hex:6162") == "hex:" + b"hex:6162".hex()
    assert key_text(None) == ""


def test_an_event_in_its_own_place_passes() -> None:
    check_origin(WORK_ORDERS.name, KEY, NOTE, WorkOrderSeen)


@pytest.mark.parametrize(
    "wrong",
    [
        {"topic": CLIENTS.name},
        {"topic": f"x.{WORK_ORDERS.name}"},
        {"key": None},
        {"key": KEY.upper() + b" "},
        {"note": replace(NOTE, source="clients")},
        {"note": replace(NOTE, subject=new_id())},
    ],
    ids=["another topic", "a longer name", "no key", "another key", "a stranger", "a subject"],
)
def test_an_event_that_its_owner_did_not_put_there_is_refused(wrong: dict[str, Any]) -> None:
    told: dict[str, Any] = {"topic": WORK_ORDERS.name, "key": KEY, "note": NOTE} | wrong

    with pytest.raises(MalformedRecord):
        check_origin(**told, cls=WorkOrderSeen)


def test_the_place_alone_says_nothing_of_the_type() -> None:
    check_place(WORK_ORDERS.name, KEY, replace(NOTE, type="orders.work-order.sung.v1"))
