"""A tap says who acts and when; clocks that lie too much are refused."""

from datetime import timedelta

import pytest

from chassis.actor import Actor
from contracts.rights import Role, Shop
from services.orders.production.domain import shop_of
from services.orders.production.domain.refusals import (
    OperatorMissing,
    ShopMissing,
    TapFromFuture,
    TapTooOld,
)
from tests.services.orders.production.floor import NOW, VOLKOV, a_tap


@pytest.mark.parametrize("age", [timedelta(days=14), timedelta(0), timedelta(minutes=-5)])
def test_tap_within_fourteen_days_and_five_minutes_is_taken(age: timedelta) -> None:
    a_tap(operated_at=NOW - age).require_times()


def test_tap_older_than_fourteen_days_is_refused() -> None:
    with pytest.raises(TapTooOld) as refused:
        a_tap(operated_at=NOW - timedelta(days=14, seconds=1)).require_times()

    assert refused.value.fields[0].loc == ("operated_at",)
    assert refused.value.text("ru") == "Действие старше 14 дней не принимается"


def test_tap_from_a_clock_that_runs_ahead_is_refused() -> None:
    with pytest.raises(TapFromFuture) as refused:
        a_tap(operated_at=NOW + timedelta(minutes=5, seconds=1)).require_times()

    assert "5 min" in refused.value.text("en")


def test_tablet_has_to_name_its_operator() -> None:
    with pytest.raises(OperatorMissing):
        a_tap(operator_id=None).require_operator()


def test_person_signed_in_himself_is_the_operator() -> None:
    a_tap(operator_id=None, device_id=None).require_operator()


def test_step_is_ones_own_only_at_the_same_tablet_by_the_same_hands() -> None:
    tap = a_tap()

    assert tap.is_of(tap.by, VOLKOV)
    assert not tap.is_of(tap.by, None)
    assert not tap.is_of("device:other", VOLKOV)


def test_tablet_acts_for_its_own_shop() -> None:
    tablet = Actor(subject="device:1", roles=frozenset({Role.ART_SHOP}), shop=Shop.ART_SHOP)

    assert shop_of(tablet, None) is Shop.ART_SHOP


def test_named_shop_is_the_one_that_acts() -> None:
    head = Actor(subject="staff:1", roles=frozenset({Role.HEAD_OF_PRODUCTION}))

    assert shop_of(head, Shop.WORKSHOP) is Shop.WORKSHOP


@pytest.mark.parametrize("roles", [{Role.HEAD_OF_PRODUCTION}, {Role.WORKSHOP, Role.ART_SHOP}])
def test_who_works_in_no_shop_or_in_two_has_to_name_one(roles: set[Role]) -> None:
    with pytest.raises(ShopMissing):
        shop_of(Actor(subject="staff:1", roles=frozenset(roles)), None)
