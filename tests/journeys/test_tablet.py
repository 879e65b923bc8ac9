"""The tablet in a real browser beside the office: at once, once, in order, with gloves."""

import re
from functools import partial

import pytest
from playwright.async_api import expect

from chassis.testing import until
from deploy.demo.pieces import DICTATED
from deploy.demo.town import Town
from tests.browser.fixtures import OfficePage, PairingCode, Shoot, TabletPage
from tests.journeys.tablet import at_work, handed_over, pass_control, placed, steps_of

pytestmark = [pytest.mark.journey, pytest.mark.timeout(300), pytest.mark.xdist_group("journey")]


async def test_an_order_goes_from_the_desk_over_the_tablet_to_ready(
    town: Town,
    office_page: OfficePage,
    tablet_page: TabletPage,
    pairing_code: PairingCode,
    shoot: Shoot,
) -> None:
    tablet = await at_work(tablet_page, pairing_code)
    order = await placed(town.cast, DICTATED[1])
    number = order["number"]
    desk = await office_page("sokolova", f"/orders/{order['id']}")
    await desk.get_by_role("button", name="Передать в цех").first.click()

    await expect(tablet.card(number)).to_be_visible()
    await shoot(tablet.page, "tablet-queue")
    delivered = desk.get_by_role("listitem").filter(has_text="Доставлен").first
    await expect(delivered).to_contain_text(re.compile(r"\d\d:\d\d"))
    await tablet.open(number)
    await shoot(tablet.page, "tablet-order")
    await tablet.step("Принял", "Начать")
    await tablet.step("Начать", "Закончил")
    await shoot(tablet.page, "tablet-in-hand")
    await expect(desk.get_by_text("Делают", exact=True).first).to_be_visible()
    await shoot(desk, "order-in-hand")
    tablet.taps.clear()
    await tablet.step("Закончил", "Контроль")
    await expect(tablet.button("Вернуть")).to_be_visible()
    assert tablet.taps == ["Закончил"], "finishing is one tap"
    await shoot(tablet.page, "tablet-undo")

    await expect(desk.get_by_text("На контроле", exact=True).first).to_be_visible()
    await pass_control(tablet)
    await expect(desk.get_by_text("Готов", exact=True).first).to_be_visible()
    assert await steps_of(town, order["id"]) == [
        "accepted",
        "work-started",
        "work-finished",
        "control-passed",
    ]


async def test_a_step_can_be_taken_back_for_ten_seconds(
    town: Town, tablet_page: TabletPage, pairing_code: PairingCode
) -> None:
    order = await handed_over(town.cast)
    tablet = await at_work(tablet_page, pairing_code)
    await tablet.open(order["number"])
    await tablet.step("Принял", "Начать")
    await tablet.step("Начать", "Вернуть")
    await tablet.step("Вернуть", "Начать")

    await expect(tablet.button("Начать")).to_be_visible()
    await until(partial(queued, town, order["id"]), seconds=20)


async def test_a_defect_takes_three_taps(
    town: Town, tablet_page: TabletPage, pairing_code: PairingCode, shoot: Shoot
) -> None:
    order = await handed_over(town.cast)
    tablet = await at_work(tablet_page, pairing_code)
    await tablet.open(order["number"])
    await tablet.step("Принял", "Начать")
    await tablet.step("Начать", "Закончил")
    await tablet.step("Закончил", "Контроль")
    tablet.taps.clear()
    await tablet.step("Брак", "Скол")
    await shoot(tablet.page, "tablet-defect")
    await tablet.step("Скол", "Отправить")
    await tablet.step("Отправить", "Начать")

    assert len(tablet.taps) == 3
    await expect(tablet.button("Начать")).to_be_visible()
    await until(partial(control_failed, town, order["id"]), seconds=20)


async def queued(town: Town, order_id: str) -> bool:
    """Whether the item waits in the workshop, after a start that was taken back."""
    hand_off = await town.cast.desks["Л"].get(f"/api/work-orders/{order_id}/hand-off")
    taken_back = "taken-back" in await steps_of(town, order_id)
    return taken_back and hand_off["items"][0]["shops"][0]["state"] == "queued"


async def control_failed(town: Town, order_id: str) -> bool:
    """Whether the server has the defect."""
    return "control-failed" in await steps_of(town, order_id)
