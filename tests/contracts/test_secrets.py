"""What may not be said: persons outside their own topics, money beside the price, both to shops."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from decimal import Decimal
from typing import Any, get_args, get_type_hints

import pytest

from contracts.clients.events import ClientChanged
from contracts.envelope import Audience, spec_of
from contracts.gateway.events import OfficeChanged, StaffChanged
from contracts.orders.events import WorkOrderPriced
from contracts.registry import load
from tests.contracts.golden import everything

PERSONAL = {"name", "phone", "phones", "email", "emails", "address"}
THINGS = {
    "contracts.gateway.events.OfficeChanged": {"name", "address", "phone"},
    "contracts.gateway.events.DeviceChanged": {"name"},
}
"""Names of things that are no persons: an office's own, and the place where a tablet hangs."""
NEVER_IN_A_SHOP = {"client_id", "client", "price", "old_price", "told_at", "told_by"}
EVENTS = list(load().values())
EACH = pytest.mark.parametrize("cls", EVENTS, ids=lambda cls: cls.__name__)
CANARIES = ("Иванова", "555-12-34", "9215551234", "ivanova@")


def parts(kind: Any) -> Iterator[type]:
    """Yield every class that an annotation is made of."""
    if isinstance(kind, type) and not get_args(kind):
        yield kind
    for inner in get_args(kind):
        yield from parts(inner)


def said(cls: Any, seen: frozenset[type] = frozenset()) -> Iterator[tuple[type, str, set[type]]]:
    """Yield (class, field, classes of its value) of an event, its nested values included."""
    for name, kind in get_type_hints(cls).items():
        if name not in {field.name for field in fields(cls)}:
            continue
        made_of = set(parts(kind))
        yield cls, name, made_of
        for inner in made_of - seen:
            if is_dataclass(inner):
                yield from said(inner, seen | {inner})


def names(cls: type) -> set[str]:
    """Every field name of an event, its nested values included."""
    return {name for _, name, _ in said(cls)}


@EACH
def test_a_person_is_named_in_the_personal_topics_alone(cls: type) -> None:
    allowed = THINGS.get(f"{cls.__module__}.{cls.__name__}", set())

    assert spec_of(cls).topic.personal or not (names(cls) & PERSONAL) - allowed


def test_the_personal_topics_are_those_of_clients_and_staff() -> None:
    assert {cls for cls in EVENTS if spec_of(cls).topic.personal} == {ClientChanged, StaffChanged}
    assert all(spec_of(cls).topic.compacted for cls in (ClientChanged, StaffChanged, OfficeChanged))


@EACH
def test_what_is_personal_is_nobodys_feed(cls: type) -> None:
    spec = spec_of(cls)

    assert not (spec.topic.personal and (spec.audience or spec.topic.feed))


@pytest.mark.parametrize("canary", CANARIES)
def test_no_example_outside_the_personal_topics_holds_the_client(canary: str) -> None:
    told = {golden.type for golden in everything() if canary in str(golden.data)}

    assert told <= {"clients.client.changed.v1"}


def test_money_is_in_the_price_alone() -> None:
    money = {cls for cls in EVENTS for _, _, made_of in said(cls) if Decimal in made_of}

    assert money == {WorkOrderPriced}
    assert spec_of(WorkOrderPriced).audience == {Audience.OFFICE}


@EACH
def test_no_event_holds_a_float(cls: type) -> None:
    assert not {name for _, name, made_of in said(cls) if float in made_of}


@EACH
def test_a_shop_is_told_of_no_client_no_money_and_no_message(cls: type) -> None:
    assert Audience.SHOP not in spec_of(cls).audience or not names(cls) & NEVER_IN_A_SHOP
