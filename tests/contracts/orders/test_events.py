"""Golden examples: the producer says exactly this, and every consumer can read it."""

import json
from typing import Any

import pytest

from chassis.codec import decode, encode
from contracts.envelope import Audience, read_headers, spec_of
from contracts.orders import events
from contracts.registry import load
from tests.contracts.orders.life import EXAMPLES, examples, life

TYPES = sorted(name for name in load() if name.startswith("orders."))
PRIVATE = {"client_id", "price", "told_at", "told_by", "channel"}


def stored(type_: str) -> dict[str, Any]:
    record: dict[str, Any] = json.loads((EXAMPLES / f"{type_}.json").read_text())
    return record


@pytest.mark.parametrize("type_", TYPES)
def test_the_domain_says_exactly_the_golden_example(type_: str) -> None:
    assert examples()[type_] == stored(type_)


@pytest.mark.parametrize("type_", TYPES)
def test_a_consumer_reads_the_golden_example_whole(type_: str) -> None:
    record = stored(type_)

    event = decode(type_, json.dumps(record["data"]).encode())
    envelope = read_headers([(k, v.encode()) for k, v in record["headers"].items()])

    assert json.loads(encode(event)) == record["data"]
    assert str(envelope.subject) == record["key"] == record["data"]["work_order_id"]


def test_every_example_is_of_an_event_that_we_have() -> None:
    assert sorted(path.stem for path in EXAMPLES.glob("*.json")) == TYPES


def test_a_life_is_one_gapless_sequence() -> None:
    steps = [t.sequence for t in life() if t.event.number == "Л-0417/26"][:-1]

    assert steps == list(range(1, len(steps) + 1))


@pytest.mark.parametrize("type_", TYPES)
def test_shops_never_see_client_money_or_whether_he_was_told(type_: str) -> None:
    cls = load()[type_]

    if Audience.SHOP in spec_of(cls).audience:
        assert not PRIVATE & set(getattr(cls, "__dataclass_fields__", {}))


def test_money_is_for_the_office_alone() -> None:
    money = [cls for cls in load().values() if "price" in getattr(cls, "__dataclass_fields__", {})]

    assert money == [events.WorkOrderPriced]
    assert spec_of(events.WorkOrderPriced).audience == {Audience.OFFICE}


def test_a_draft_is_routed_to_no_shop() -> None:
    drafted = [told for told in life() if told.event.revision == 0]

    assert drafted
    assert all(told.event.shops == () for told in drafted)
