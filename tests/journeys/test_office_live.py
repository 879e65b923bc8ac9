"""Desks and the head of production side by side: what one does the others see, and what is lost heals."""

import asyncio
import re
from typing import Final

import pytest
from playwright.async_api import Locator, Page, expect

from deploy.demo import orders as story
from deploy.demo.town import Town
from tests.browser.fixtures import Allow, OfficePage, Shoot
from tests.journeys import office_parts
from tests.journeys.office_orders import ask, ask_with_photo, hand_off_of, made, now_of
from tests.journeys.office_parts import SIZE, button

pytestmark = [pytest.mark.journey, pytest.mark.timeout(120), pytest.mark.xdist_group("journey")]

LIVE: Final = "На связи"
LOST: Final = re.compile("^Нет связи с")
CUT: Final = r"net::ERR_"
STALE: Final = "412"
HEALS_MS: Final = 30_000


async def linked(page: Page) -> None:
    """Wait until the page hears what happens; from then on it is never loaded anew."""
    await expect(page.locator("[data-link=live]")).to_be_visible(timeout=HEALS_MS)
    await page.evaluate("window.__same = true")


async def never_reloaded(page: Page) -> bool:
    """Tell whether the page is still the one that was linked."""
    return bool(await page.evaluate("window.__same === true"))


def row_of(board: Page, number: str) -> Locator:
    """Give the row of an order on the board."""
    return board.get_by_role("row").filter(has_text=number)


async def test_a_question_and_its_answer_go_over_without_a_reload(
    office_page: OfficePage, town: Town
) -> None:
    order = await made(town, until=story.ACCEPTED)
    desk = await office_page(path=f"/orders/{order['id']}")
    board = await office_page("kuznetsov", "/board?asking=true")
    await linked(desk)
    await linked(board)
    await ask_with_photo(town, order, "Держатели хром или золото?")

    await expect(desk.get_by_text("Держатели хром или золото?")).to_be_visible()
    await expect(button(desk, "Открыть фото крупно: Фото к вопросу")).to_be_visible()
    await expect(row_of(board, order["number"]).get_by_text("Есть вопрос")).to_be_visible()
    await desk.get_by_label("Ответ цеху").fill("Хром")
    await button(desk, "Ответить").click()

    await expect(desk.get_by_label("Ответ цеху")).to_have_count(0)
    await expect(row_of(board, order["number"]).get_by_text("Есть вопрос")).to_have_count(0)
    [question] = (await hand_off_of(town, order["id"]))["questions"]
    assert question["answer_text"] == "Хром"
    assert await never_reloaded(desk)
    assert await never_reloaded(board)


async def price_form(page: Page, price: str) -> None:
    """Begin to change the price, but do not save it."""
    await button(page, re.compile("^Изменить цену")).click()
    await page.get_by_label("Цена в рублях").fill(price)


@pytest.mark.parametrize(
    ("chosen", "kept"),
    [("Взять её", "7000.00"), ("Оставить мою", "6000.00")],
    ids=["theirs", "mine"],
)
async def test_a_price_that_two_change_says_who_and_when(
    office_page: OfficePage, town: Town, allow: Allow, chosen: str, kept: str
) -> None:
    allow(STALE)
    order = await made(town, until=story.SENT)
    anna = await office_page(path=f"/orders/{order['id']}")
    pavel = await office_page("lebedev", f"/orders/{order['id']}")
    await price_form(anna, "6000")
    await price_form(pavel, "7000")
    await button(pavel, "Записать").click()
    await expect(pavel.get_by_text("Цена записана")).to_be_visible()
    await button(anna, "Записать").click()

    told = anna.get_by_role("alert").filter(has_text="изменил")
    await expect(told).to_contain_text(re.compile(r"Лебедев Павел .*\d\d:\d\d"))
    await expect(told).to_contain_text(re.compile(r"было 5\s400.* стало 7\s000"))
    await button(anna, chosen).click()
    await expect(told).to_have_count(0)
    shown = "7" if kept.startswith("7") else "6"
    price = button(anna, re.compile(rf"^Изменить цену: {shown}\s000"))
    await expect(price).to_be_visible()
    assert (await now_of(town, order["id"]))["price"] == kept


@pytest.mark.parametrize(
    ("chosen", "size"),
    [("Взять её", "900×900"), ("Оставить мою", "640×480")],
    ids=["theirs", "mine"],
)
async def test_a_draft_that_two_edit_says_who_and_when(
    office_page: OfficePage, town: Town, chosen: str, size: str
) -> None:
    order = await made(town, until=story.DRAFT)
    anna = await office_page(path=f"/orders/{order['id']}/edit")
    pavel = await office_page("lebedev", f"/orders/{order['id']}/edit")
    await anna.get_by_label(SIZE).fill("640x480")
    await pavel.get_by_label(SIZE).fill("900x900")
    await pavel.keyboard.press("Control+s")
    await expect(pavel.get_by_text(re.compile("Черновик .* сохранён"))).to_be_visible()

    stale = anna.get_by_role("alert", name="Пока вы правили, заказ изменили")
    await expect(stale).to_contain_text(re.compile("Лебедев Павел"))
    await expect(stale.get_by_role("row").filter(has_text="900")).to_have_count(2)
    await expect(stale.get_by_role("row").filter(has_text=re.compile("640|480"))).to_have_count(2)
    await stale.get_by_role("button", name=chosen).click()
    await expect(stale).to_have_count(0)
    await expect(anna.get_by_label(SIZE)).to_have_value(re.compile(size.replace("×", "[×x]")))
    await anna.keyboard.press("Control+Enter")
    await office_parts.handed_over(anna)
    assert (await now_of(town, order["id"]))["summary"] == f"Зеркало {size}"


async def test_a_correction_shows_old_and_new_and_the_other_desk_sees_it(
    office_page: OfficePage, town: Town
) -> None:
    order = await made(town, until=story.ACCEPTED)
    other = await office_page("lebedev", f"/orders/{order['id']}")
    await linked(other)
    page = await office_page(path=f"/orders/{order['id']}/edit")
    await page.get_by_label(SIZE).fill("780x1200")
    await page.keyboard.press("Control+Enter")
    dialog = page.get_by_role("dialog", name="Исправление заказа")
    changed = dialog.get_by_role("row").filter(has_text="780")
    await expect(changed).to_contain_text("800")
    await dialog.get_by_role("button", name="Отправить исправление").click()

    for desk in (page, other):
        await expect(desk.get_by_text("правка 2").first).to_be_visible()
        await expect(desk.get_by_text(re.compile(r"780\s?×\s?1\s?200")).first).to_be_visible()
    assert await never_reloaded(other)
    assert (await hand_off_of(town, order["id"]))["revision"] == 2


async def test_a_link_that_is_lost_is_shown_and_heals(
    office_page: OfficePage, town: Town, allow: Allow, shoot: Shoot
) -> None:
    allow(CUT)
    order = await made(town, until=story.ACCEPTED)
    page = await office_page(path=f"/orders/{order['id']}")
    await linked(page)
    gateway = town.system.services["gateway"]
    await asyncio.to_thread(gateway.kill)
    await expect(page.get_by_text(LOST).first).to_be_visible(timeout=HEALS_MS)
    await shoot(page, "link-lost")
    await asyncio.to_thread(gateway.start)
    await linked(page)
    await ask(town, order, "Слышно меня?")

    await expect(page.get_by_text("Слышно меня?")).to_be_visible()


async def test_what_happened_while_the_network_was_away_is_there_when_it_is_back(
    office_page: OfficePage, town: Town, allow: Allow
) -> None:
    allow(CUT)
    order = await made(town, until=story.ACCEPTED)
    page = await office_page(path=f"/orders/{order['id']}")
    await linked(page)
    await page.context.set_offline(True)
    await ask(town, order, "Пока вас не было")
    await page.context.set_offline(False)

    await expect(page.get_by_text("Пока вас не было")).to_be_visible(timeout=HEALS_MS)
    await linked(page)


async def test_when_the_tab_that_reads_is_closed_the_other_goes_on(
    office_page: OfficePage, town: Town
) -> None:
    order = await made(town, until=story.ACCEPTED)
    reading = await office_page()
    await linked(reading)
    page = await reading.context.new_page()
    await page.goto(f"{town.base}/orders/{order['id']}")
    await linked(page)
    await ask(town, order, "Слышат обе вкладки?")
    await expect(page.get_by_text("Слышат обе вкладки?")).to_be_visible()
    await reading.close()
    await ask(town, order, "А теперь одна?")

    await expect(page.get_by_text("А теперь одна?")).to_be_visible()
    await linked(page)
