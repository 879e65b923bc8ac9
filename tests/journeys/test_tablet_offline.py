"""The tablet without network while the broker is dead: nothing lost, doubled or reordered."""

import asyncio
from functools import partial

import pytest
from playwright.async_api import expect

from chassis.testing import until
from deploy.demo.pieces import DICTATED, HALLWAY
from deploy.demo.town import Town
from tests.browser.fixtures import Allow, PairingCode, Shoot, TabletPage
from tests.journeys.tablet import Tablet, at_work, handed_over, placed, steps_of

pytestmark = [pytest.mark.journey, pytest.mark.timeout(300), pytest.mark.xdist_group("journey")]

LOST = ("ERR_INTERNET_DISCONNECTED", "ERR_FAILED", "ERR_NETWORK_CHANGED", "Failed to fetch")


async def test_a_minute_without_network_and_without_broker(
    town: Town, tablet_page: TabletPage, pairing_code: PairingCode, shoot: Shoot, allow: Allow
) -> None:
    allow(*LOST)
    first, second = await handed_over(town.cast), await handed_over(town.cast, DICTATED[5])
    tablet = await at_work(tablet_page, pairing_code)
    await expect(tablet.card(first["number"])).to_be_visible()
    await expect(tablet.card(second["number"])).to_be_visible()
    kafka = town.system.set.kafka
    await tablet.page.context.set_offline(offline=True)
    await asyncio.to_thread(kafka.kill)

    await work_through(tablet, first["number"])
    await shoot(tablet.page, "tablet-offline")
    await tablet.page.reload()
    await tablet.back()
    await work_through(tablet, second["number"])
    late = await placed(town.cast, HALLWAY)
    await town.cast.desks["Л"].post(f"/api/work-orders/{late['id']}/hand-over", If_Match='"1"')

    await tablet.page.context.set_offline(offline=False)
    for order in (first, second):
        await until(partial(did, town, order["id"], 3), seconds=60, every=0.5)
    await asyncio.to_thread(kafka.start)
    await tablet.back()
    await expect(tablet.card(late["number"])).to_be_visible(timeout=60_000)
    for order in (first, second):
        assert await steps_of(town, order["id"]) == ["accepted", "work-started", "work-finished"]


async def work_through(tablet: Tablet, number: str) -> None:
    """Take it, start, finish: three taps, each waiting on the tablet."""
    await tablet.open(number)
    await tablet.step("Принял", "Начать")
    await tablet.step("Начать", "Закончил")
    await tablet.step("Закончил", "Контроль")


async def did(town: Town, order_id: str, steps: int) -> bool:
    """Whether the server has so many steps of the shop."""
    return len(await steps_of(town, order_id)) >= steps


async def test_what_the_office_changed_meanwhile_is_shown_beside_what_was_done(
    town: Town, tablet_page: TabletPage, pairing_code: PairingCode, shoot: Shoot, allow: Allow
) -> None:
    allow(*LOST, "409")
    order = await handed_over(town.cast)
    tablet = await at_work(tablet_page, pairing_code)
    await tablet.open(order["number"])
    await tablet.tap("Принял")
    await until(partial(did, town, order["id"], 1), seconds=20)
    await tablet.page.context.set_offline(offline=True)
    await tablet.step("Начать", "Закончил")
    await correct(town, order)
    await tablet.page.context.set_offline(offline=False)

    await expect(tablet.page.get_by_text("Офис изменил заказ").first).to_be_visible(timeout=40_000)
    await expect(tablet.page.get_by_text("Ваше действие").first).to_be_visible()
    await shoot(tablet.page, "tablet-conflict")
    await tablet.page.reload()
    await expect(tablet.page.get_by_text("Ваше действие").first).to_be_visible()
    await tablet.tap("Понятно")
    await expect(tablet.button("Принял изменения")).to_be_visible()
    assert await steps_of(town, order["id"]) == ["accepted"]


async def correct(town: Town, order: dict[str, object]) -> None:
    """The client wants it narrower."""
    desk = town.cast.desks["Л"]
    now = await desk.get(f"/api/work-orders/{order['id']}")
    shape = {"size": "780×1200"}
    piece = HALLWAY["piece"] | {"shape": shape}
    body = {
        "client_id": now["client"]["id"],
        "promised_on": now["promised_on"],
        "items": [{"id": now["items"][0]["id"], "quantity": 1, "piece": piece}],
    }
    version = now["content_version"]
    await desk.post(f"/api/work-orders/{order['id']}/correct", body, If_Match=f'"{version}"')
