"""Rubbish in every field, and everything that people and machines do at a wrong moment."""

import asyncio
import re
from typing import Final

import pytest
from playwright.async_api import Page, Route, expect

from deploy.demo import orders as story
from deploy.demo.town import Town
from tests.browser.fixtures import OfficePage
from tests.journeys import office_parts
from tests.journeys.office_orders import client_called, made, orders_of
from tests.journeys.office_parts import SIZE, hand_over, preset
from tests.journeys.office_rubbish import NOTHING_RAN, RUBBISH

pytestmark = [pytest.mark.journey, pytest.mark.timeout(120), pytest.mark.xdist_group("journey")]

SIDEWAYS: Final = "document.scrollingElement.scrollWidth > document.scrollingElement.clientWidth"
TEXTS: Final = (
    "main input:not([type=checkbox], [type=radio], [type=file], [type=date]), main textarea"
)
PARTS: Final = (
    "Одно отверстие",
    "Розетка",
    "Матирование",
    "Указать крепление",
    "Это витраж",
    "Часть набора",
)
SEARCHES: Final = {
    "Заказы": "Искать в заказах",
    "Клиенты": "Найти клиента",
    "": "Что найти",
}
NO_QUESTION: Final = "no width"
MOST_ASKED: Final = 100
# As the browser itself does it, but into all of them at once.
PASTE: Final = """(fields, text) => {
  for (const field of fields) {
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value").set.call(field, text);
    field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
  }
}"""
FAULTS: Final = re.compile(r"^Исправьте \d+ мест")


async def form_for(office_page: OfficePage, town: Town, client: str) -> Page:
    """Open the form of a new order for a client."""
    page = await office_page(path=f"/orders/new?client={client}")
    await office_parts.opened(page, "Новый заказ")
    return page


async def unfolded(page: Page) -> None:
    """Have every part of an item on the screen."""
    await preset(page, "Зеркало").click()
    folded = page.locator(".of-section-head[aria-expanded=false]")
    while await folded.count():
        await folded.first.click()
    for part in PARTS:
        await page.get_by_role("button", name=part, exact=True).click()


async def test_rubbish_in_every_field_is_told_at_its_place_and_sent_nowhere(
    office_page: OfficePage, town: Town
) -> None:
    client = await client_called(town, "Мусорный Пётр")
    page = await form_for(office_page, town, client)
    ran: list[str] = []
    page.on("dialog", lambda dialog: ran.append(dialog.message))
    await unfolded(page)
    fields = page.locator(TEXTS)
    assert await fields.count() > 25

    for what, rubbish in RUBBISH.items():
        await fields.evaluate_all(PASTE, rubbish)
        await page.keyboard.press("Control+Enter")
        await expect(page.get_by_role("heading", name=FAULTS)).to_be_visible()
        assert await page.get_by_label(SIZE).input_value() == rubbish, f"{what}: is not kept"
        assert not await page.evaluate(SIDEWAYS), f"{what}: the page is wider than the screen"

    assert await page.evaluate(NOTHING_RAN) == "undefined"
    assert ran == []
    assert await orders_of(town, client) == []


async def test_rubbish_where_one_searches_breaks_nothing(office_page: OfficePage) -> None:
    page = await office_page(path="/orders")
    found = page.get_by_text("Иванова Мария Петровна").first
    for section, label in SEARCHES.items():
        if section:
            await page.get_by_role("link", name=section, exact=True).click()
        else:
            await page.keyboard.press("Control+k")
        field = page.get_by_label(label)
        for what, rubbish in RUBBISH.items():
            await field.fill("Иванова")
            await expect(found).to_be_visible()
            if what == NO_QUESTION or len(rubbish) > MOST_ASKED:
                await field.fill(rubbish)
            else:
                async with page.expect_response(re.compile("[?&]q=")) as answer:
                    await field.fill(rubbish)
                assert (await answer.value).ok, f"{section}: {what}"
            assert not await page.evaluate(SIDEWAYS), f"{section}: {what}"
    assert await page.evaluate(NOTHING_RAN) == "undefined"


async def test_numbers_as_people_write_them(office_page: OfficePage, town: Town) -> None:
    page = await form_for(office_page, town, town.cast.clients["petrov"])
    await preset(page, "Зеркало").click()
    size = page.get_by_label(SIZE)
    for wrong, told in {
        "1 200,5": "Размер — целые миллиметры, без запятой",
        "1200x70,5": "Размер — целые миллиметры, без запятой",
        "120 см": "Размер пишут в миллиметрах",
        "99999x10": "Длина — от 1 до 6000 мм",
        "0x0": "Длина — от 1 до 6000 мм",
        "много": "Размер пишется так: 800×1200 (ширина × высота, мм)",
    }.items():
        await size.fill(wrong)
        await size.blur()
        await expect(size).to_have_accessible_description(re.compile(re.escape(told)))
        await expect(size).to_have_attribute("aria-invalid", "true")

    for right in ("1200x700", "1200Х700", "1 200 × 700 мм", "1200 на 700", "1200*700"):
        await size.fill(right)
        await size.blur()
        await expect(page.get_by_role("img", name=re.compile(r"1\s?200\s×\s700"))).to_be_visible()
        await expect(size).not_to_have_attribute("aria-invalid", "true")


async def test_a_double_click_places_and_hands_over_once(
    office_page: OfficePage, town: Town
) -> None:
    client = await client_called(town, "Двойной Щелчок")
    page = await form_for(office_page, town, client)
    await office_parts.typed_mirror(page)
    await hand_over(page).dblclick()
    await office_parts.handed_over(page)
    assert len(await orders_of(town, client)) == 1

    draft = await made(town, until=story.DRAFT)
    await page.goto(f"{town.base}/orders/{draft['id']}")
    await hand_over(page).dblclick()
    await office_parts.handed_over(page)
    told = await town.cast.desks["Л"].get(f"/api/work-orders/{draft['id']}/revisions")
    assert len(told) == 1


async def test_back_in_the_middle_loses_nothing(office_page: OfficePage, town: Town) -> None:
    client = await client_called(town, "Назад Семён")
    page = await form_for(office_page, town, client)
    await page.goto(f"{town.base}/clients/{client}")
    await page.get_by_role("main").get_by_role("link", name="Новый заказ").click()
    await office_parts.typed_mirror(page, "640x480")
    await page.go_back()
    await office_parts.opened(page, "Назад Семён")
    await page.go_forward()
    await expect(page.get_by_text("Показано то, что вы не закончили")).to_be_visible()
    await expect(page.get_by_text(re.compile(r"640\s×\s480")).first).to_be_visible()

    await page.keyboard.press("Control+Enter")
    order = await office_parts.handed_over(page)
    await page.go_back()
    await office_parts.opened(page, "Назад Семён")
    assert [one["id"] for one in await orders_of(town, client)] == [order]


async def test_back_while_it_is_being_sent_makes_one_order(
    office_page: OfficePage, town: Town
) -> None:
    client = await client_called(town, "Нетерпеливый Илья")
    page = await office_page(path=f"/clients/{client}")
    await page.get_by_role("main").get_by_role("link", name="Новый заказ").click()
    await office_parts.typed_mirror(page)
    let_go = asyncio.Event()

    async def hold(route: Route) -> None:
        await let_go.wait()
        await route.continue_()

    await page.route("**/api/work-orders", hold)
    await page.keyboard.press("Control+Enter")
    await expect(page.get_by_text("Записываем заказ")).to_be_visible()
    await page.go_back()
    await office_parts.opened(page, "Нетерпеливый Илья")
    let_go.set()

    await expect(page.get_by_text(office_parts.HANDED)).to_be_visible()
    [order] = await orders_of(town, client)
    assert order["stage"] == "in-work"


async def test_two_tabs_have_two_forms(office_page: OfficePage, town: Town) -> None:
    client = await client_called(town, "Две Вкладки")
    one = await form_for(office_page, town, client)
    two = await one.context.new_page()
    await two.goto(f"{town.base}/orders/new?client={client}")
    await office_parts.typed_mirror(one, "640x480")
    await office_parts.typed_mirror(two, "300x200")
    await one.reload()
    await expect(one.get_by_text("Показано то, что вы не закончили")).to_be_visible()
    for page in (one, two):
        await page.keyboard.press("Control+Enter")
        await office_parts.handed_over(page)

    sizes = {order["summary"] for order in await orders_of(town, client)}
    assert sizes == {"Зеркало 640×480", "Зеркало 300×200"}
