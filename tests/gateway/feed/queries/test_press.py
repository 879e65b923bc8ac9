"""What no consumer would act on is shown to no screen either."""

import json
from dataclasses import replace
from typing import Any

import pytest

from contracts.envelope import Envelope, MalformedRecord
from contracts.topics import CLIENTS
from gateway.feed.domain import Routing
from gateway.feed.queries.press import Unknown, press
from tests.gateway.feed.facts import Record, record


def press_at(fact: Record) -> tuple[Envelope, Routing, bytes]:
    """Print a record that came on the topic it names."""
    return press(fact, fact.topic)


def headed(name: str, value: bytes) -> tuple[tuple[str, bytes], ...]:
    headers = dict(record(0).headers) | {name: value}
    return tuple(headers.items())


@pytest.mark.parametrize(
    "wrong",
    [
        {"value": None},
        {"value": b""},
        {"value": b"{"},
        {"value": b"[]"},
        {"value": b"{}"},
        {"value": b'{"shops": [[7]]}'},
        {"key": None},
        {"key": b"another"},
        {"topic": CLIENTS.name},
        {"headers": ()},
        {"headers": headed("ce_source", b"clients")},
        {"headers": headed("ce_sequence", b"0")},
    ],
    ids=lambda wrong: str(wrong)[:40],
)
def test_a_record_that_consumers_refuse_is_not_printed(wrong: dict[str, Any]) -> None:
    with pytest.raises(MalformedRecord):
        press_at(replace(record(0), **wrong))


def test_a_type_that_nobody_knows_is_told_apart() -> None:
    with pytest.raises(Unknown):
        press_at(replace(record(0), headers=headed("ce_type", b"orders.work-order.sung.v1")))


def test_a_right_record_is_printed_as_it_was_written() -> None:
    fact = record(3)
    envelope, _, body = press_at(fact)
    assert envelope.sequence == 4
    assert b"event: orders.work-order.seen.v1\n" in body
    assert json.loads(body.partition(b"data: ")[2])["data"] == json.loads(fact.value or b"")


def test_a_field_that_nobody_here_knows_is_shown_to_nobody() -> None:
    """A newer service may have put money there, and no audience of ours was made for it."""
    fact = record(0)
    grown = json.loads(fact.value or b"") | {"deposit": "5000.00"}
    _, _, body = press_at(replace(fact, value=json.dumps(grown).encode()))
    assert b"deposit" not in body


def test_line_ends_between_the_words_of_a_record_do_not_end_its_event() -> None:
    fact = record(0)
    spread = json.dumps(json.loads(fact.value or b""), indent=1).encode()
    _, _, body = press_at(replace(fact, value=spread))
    assert body.count(b"\n") == 3
