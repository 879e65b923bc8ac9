"""What no consumer would act on is shown to no screen either."""

from dataclasses import replace
from typing import Any

import pytest

from contracts.envelope import MalformedRecord
from contracts.topics import CLIENTS
from gateway.feed.queries.press import Unknown, press
from tests.gateway.feed.facts import record


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
        press(replace(record(0), **wrong))


def test_a_type_that_nobody_knows_is_told_apart() -> None:
    with pytest.raises(Unknown):
        press(replace(record(0), headers=headed("ce_type", b"orders.work-order.sung.v1")))


def test_a_right_record_under_a_prefix_is_printed() -> None:
    fact = record(3)
    envelope, _, body = press(replace(fact, topic=f"gw0.{fact.topic}"))
    assert envelope.sequence == 4
    assert b"event: orders.work-order.seen.v1\n" in body
