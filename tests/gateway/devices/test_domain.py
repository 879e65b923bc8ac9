import json
from datetime import UTC, datetime, timedelta

import pytest

from chassis.codec import encode
from chassis.ids import new_id
from contracts.rights import Role, Shop
from gateway.devices.domain import (
    CODE_SIGNS,
    Device,
    DeviceRevoked,
    OperatedTooLongAgo,
    OperatorLife,
    PairingCode,
    check_operated_at,
    code_of,
    works_in,
)
from tests.gateway.people import example

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def tablet() -> Device:
    return Device.pair(
        new_id(), name="Планшет у стола резки", shop=Shop.WORKSHOP, token_hash=b"x", at=NOON
    )


def test_paired_tablet_is_told_as_the_contract_shows() -> None:
    device = tablet()

    said = json.loads(encode(device.recorded[0]))
    assert said == example("gateway.device.changed.v1") | {"device_id": str(device.id)}


def test_new_name_is_told_and_the_same_name_is_not() -> None:
    device = tablet()
    device.drain()
    device.rename("Планшет у печи")
    device.rename("Планшет у печи")

    assert device.recorded == [device.state()]
    assert device.sequence == 2


def test_tablet_is_revoked_once_and_for_good() -> None:
    device = tablet()
    device.revoke(NOON)
    device.drain()
    device.revoke(NOON + MINUTE)

    assert device.revoked_at == NOON
    assert device.recorded == []
    assert device.state().active is False
    with pytest.raises(DeviceRevoked):
        device.rename("Планшет у печи")


def test_code_lives_ten_minutes() -> None:
    assert PairingCode(NOON).fits(NOON + 10 * MINUTE - timedelta(seconds=1))
    assert not PairingCode(NOON).fits(NOON + 10 * MINUTE)


def test_code_is_used_once() -> None:
    assert not PairingCode(NOON, used_at=NOON).fits(NOON + MINUTE)


def test_code_is_read_however_it_was_typed() -> None:
    assert code_of(" abcd-efgh ") == "ABCDEFGH"


def test_signs_of_a_code_cannot_be_mistaken() -> None:
    assert len(set(CODE_SIGNS)) == 32
    assert not set("01IO") & set(CODE_SIGNS)


def test_pin_holds_a_quarter_of_an_hour_without_a_touch() -> None:
    life = OperatorLife(NOON, NOON + 5 * MINUTE)
    assert life.holds(NOON + 20 * MINUTE - timedelta(seconds=1))
    assert not life.holds(NOON + 20 * MINUTE)


def test_pin_holds_a_shift_at_most() -> None:
    late = NOON + timedelta(hours=12)
    assert not OperatorLife(NOON, late - MINUTE).holds(late)


@pytest.mark.parametrize("ago", [timedelta(), timedelta(days=14), -5 * MINUTE])
def test_action_of_the_last_fourteen_days_is_judged(ago: timedelta) -> None:
    check_operated_at(NOON - ago, NOON)


@pytest.mark.parametrize("ago", [timedelta(days=14, seconds=1), -6 * MINUTE])
def test_older_action_or_one_of_the_future_is_not(ago: timedelta) -> None:
    with pytest.raises(OperatedTooLongAgo):
        check_operated_at(NOON - ago, NOON)


def test_people_stand_at_the_tablets_of_their_shop() -> None:
    assert works_in(Shop.WORKSHOP, frozenset({Role.WORKSHOP}))
    assert works_in(Shop.ART_SHOP, frozenset({Role.HEAD_OF_PRODUCTION}))
    assert not works_in(Shop.ART_SHOP, frozenset({Role.WORKSHOP, Role.DESK}))
