"""A provider of SMS in trouble, and its reports."""

import pytest

from chassis.testing import until
from services.notifications.messages.domain import ATTEMPTS, State
from tests.services.notifications.conftest import (
    Sandbox,
    Telling,
    kept_sms,
    reopened,
)


@pytest.mark.parametrize("fault", ["5xx", "429"])
async def test_a_provider_in_trouble_is_tried_again_later(
    telling: Telling, sms: Sandbox, fault: str
) -> None:
    await sms.mode(fault)
    message = await telling.due()

    await telling.send()
    assert (await telling.message())["state"] is State.QUEUED
    await telling.send()
    assert (await telling.message())["attempts"] == 1  # not before the pause is over

    telling.watch.forward(seconds=6)
    await telling.send()
    (kept,) = await kept_sms(sms, message["id"])
    assert kept["attempts"] == 1
    assert (await telling.message())["attempts"] == 2


async def test_a_provider_that_stays_down_ends_in_failure_and_tells_so(
    telling: Telling, sms: Sandbox
) -> None:
    await sms.mode("5xx", times=50)
    await telling.due()

    for _ in range(ATTEMPTS):
        await telling.send()
        telling.watch.forward(minutes=31)

    assert (await telling.message())["attempts"] == ATTEMPTS
    assert await telling.told() == [("failed", "unreachable")]


async def test_an_order_reopened_while_its_message_is_in_trouble_is_not_told_of(
    telling: Telling, sms: Sandbox
) -> None:
    await sms.mode("5xx", times=3)
    event = await telling.ready(await telling.know())
    telling.watch.forward(seconds=61)
    await telling.send()

    await telling.world.deliver(reopened(event), sequence=2)
    telling.watch.forward(minutes=31)
    await telling.send()

    message = await telling.message()
    assert await kept_sms(sms, message["id"]) == []
    assert await telling.told() == [("withdrawn", "reopened")]


async def test_the_provider_s_reports_come_back_and_twice_is_once(
    telling: Telling, sms: Sandbox, reports: None
) -> None:
    await sms.mode("double-report")
    message = await telling.due()

    await telling.send()
    await until(lambda: _reported(sms, message["id"], 2))

    assert (await telling.message())["state"] is State.DELIVERED
    assert await telling.told() == [("accepted", None), ("delivered", None)]


async def test_what_the_network_could_not_deliver_is_told_to_the_desk(
    telling: Telling, sms: Sandbox, reports: None
) -> None:
    await sms.mode("undeliverable")
    message = await telling.due()

    await telling.send()
    await until(lambda: _reported(sms, message["id"], 1))

    assert (await telling.told())[-1] == ("failed", "not-delivered")
    assert (await telling.message())["told_at"] is None


async def _reported(sms: Sandbox, key: object, times: int) -> bool:
    return any(row["reports"] >= times for row in await kept_sms(sms, key))
