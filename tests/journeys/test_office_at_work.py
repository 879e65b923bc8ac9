"""A day of the order desk, told in pictures: they are the tutorial's."""

import re
from typing import Any, Final

import pytest
from playwright.async_api import Page, expect

from deploy.demo import orders as story
from deploy.demo import people
from deploy.demo.town import Town
from deploy.demo.walk import QUESTION, Walk, place
from tests.browser.fixtures import OfficePage, Shoot
from tests.journeys import office_parts
from tests.journeys.office_orders import ask_with_photo, hand_off_of, now_of
from tests.journeys.office_parts import SIZE, button, focused, preset

pytestmark = [pytest.mark.journey, pytest.mark.timeout(180), pytest.mark.xdist_group("journey")]

BEFORE: Final = story.ORDERS[:16]
"""What was ordered before this day."""


async def the_shop_takes_it(town: Town, order: dict[str, Any]) -> None:
    """The workshop sees the order, accepts it and asks."""
    path = f"/api/work-orders/{order['id']}"
    shop = town.cast.shops["workshop"]
    tap = {"revision": order["revision"], "shop": "workshop"}
    for verb in ("receive", "mark-seen", "accept"):
        await shop.post(f"{path}/{verb}", tap)
    await ask_with_photo(town, order, QUESTION)


async def the_shop_makes_it(town: Town, order: dict[str, Any]) -> None:
    """The corrected order is accepted, made, controlled and brought to the office."""
    path = f"/api/work-orders/{order['id']}"
    shop, head = town.cast.shops["workshop"], town.cast.head
    tap = {"revision": order["revision"], "shop": "workshop"}
    item = tap | {"item_id": order["items"][0]["id"]}
    await shop.post(f"{path}/accept", tap)
    await shop.post(f"{path}/start", item)
    await shop.post(f"{path}/finish", item | {"quantity": 1})
    await head.post(f"{path}/pass-control", item | {"quantity": 1})
    await town.cast.desks["Л"].post(f"{path}/mark-back-at-office")


async def shown(page: Page, shoot: Shoot, name: str) -> None:
    """Take a picture from the top of the page, the pointer out of the way."""
    await page.mouse.move(5, 600)
    await page.evaluate("window.scrollTo(0, 0)")
    await shoot(page, name)


async def sign_in(page: Page, shoot: Shoot) -> None:
    """Anna comes in the morning."""
    await page.get_by_label("Логин").fill("sokolova")
    await page.get_by_label("Пароль").fill(people.PASSWORD)
    await shown(page, shoot, "sign-in")
    await button(page, "Войти").click()
    await office_parts.opened(page, "Мой день")
    await expect(page.get_by_text("Цех ждёт ответа")).to_be_visible()
    await expect(page.get_by_text("На связи").first).to_be_visible()
    await shown(page, shoot, "day")


async def look_around(page: Page, shoot: Shoot) -> None:
    """She looks at what is in work, and at who rings."""
    await page.get_by_role("link", name="Заказы", exact=True).click()
    await expect(page.get_by_role("link", name=re.compile("^[ЛП]-")).first).to_be_visible()
    await shown(page, shoot, "orders")
    await page.keyboard.press("Control+k")
    finder = page.get_by_role("dialog", name="Найти")
    await finder.get_by_role("combobox").fill("Иванова")
    await expect(finder.get_by_role("option", name=re.compile("555.12.34"))).to_be_visible()
    await shown(page, shoot, "palette")
    await page.keyboard.press("Escape")
    await expect(finder).to_have_count(0)


async def take_an_order(page: Page, shoot: Shoot) -> str:
    """A mirror with a facet, 800 by 1200; gives the id of the order."""
    await page.keyboard.press("n")
    await focused(office_parts.client_field(page))
    await page.keyboard.type("555-12-34")
    await expect(page.get_by_role("option", name=re.compile("Иванова")).first).to_be_visible()
    await page.keyboard.press("Enter")
    await focused(preset(page, "Зеркало"))
    await page.keyboard.press("2")
    await focused(page.get_by_label(SIZE))
    await page.keyboard.type("800x1200")
    await page.get_by_label("Цена").fill("6 200")
    await expect(page.get_by_role("img", name=re.compile("800.×.1200"))).to_be_visible()
    await shown(page, shoot, "order-form")
    await page.keyboard.press("Control+Enter")
    order = await office_parts.handed_over(page)
    await expect(page.get_by_role("list", name="Цех")).to_be_visible()
    await shown(page, shoot, "order-handed-over")
    return order


async def correct(page: Page, shoot: Shoot) -> None:
    """The client wants it a little narrower."""
    await page.keyboard.press("e")
    await page.get_by_label(SIZE).fill("780x1200")
    await page.keyboard.press("Control+Enter")
    dialog = page.get_by_role("dialog", name="Исправление заказа")
    await expect(dialog.get_by_role("row").filter(has_text="780")).to_be_visible()
    await shown(page, shoot, "order-correction")
    await page.keyboard.press("Enter")
    await expect(page.get_by_text("правка 2").first).to_be_visible()


async def issue(page: Page, shoot: Shoot) -> None:
    """The client signs and takes it."""
    await button(page, "Выдать").click()
    await office_parts.sign(page)
    notices = page.get_by_role("region", name="Уведомления")
    await notices.get_by_role("button").evaluate_all("all => all.forEach(one => one.click())")
    await shown(page, shoot, "order-issue")
    await page.get_by_role("dialog").get_by_role("button", name="Выдать", exact=True).click()
    await expect(page.get_by_text("Заказ закрыт")).to_be_visible()


async def test_a_day_of_the_order_desk(office_page: OfficePage, town: Town, shoot: Shoot) -> None:
    for told in BEFORE:
        await Walk(town.cast, told, await place(town.cast, told)).go()
    page = await office_page(None)
    await sign_in(page, shoot)
    await look_around(page, shoot)
    order = await now_of(town, await take_an_order(page, shoot))

    await the_shop_takes_it(town, order)
    await expect(page.get_by_text(QUESTION)).to_be_visible()
    await shown(page, shoot, "order-question")
    await page.get_by_label("Ответ цеху").fill("Да, лицевая — к покупателю.")
    await page.keyboard.press("Control+Enter")
    await expect(page.get_by_label("Ответ цеху")).to_have_count(0)
    await correct(page, shoot)
    board = await office_page("kuznetsov", "/board")
    await expect(board.get_by_role("grid").get_by_role("link").first).to_be_visible()
    await shown(board, shoot, "board")

    await the_shop_makes_it(town, await now_of(town, order["id"]))
    await issue(page, shoot)
    done = await now_of(town, order["id"])
    assert done["stage"] == "issued"
    assert done["summary"] == "Зеркало 780×1200"
    [question] = (await hand_off_of(town, order["id"]))["questions"]
    assert question["answer_text"] == "Да, лицевая — к покупателю."
