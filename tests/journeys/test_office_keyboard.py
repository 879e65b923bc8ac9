"""How much a person has to do: clicks, fields and keys of each flow, counted by the page."""

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Final

import pytest
from playwright.async_api import Page, expect

from deploy.demo import orders as story
from deploy.demo.town import Town
from tests.browser.effort import Effort, count_effort, effort
from tests.browser.fixtures import OpenContext, sign_in
from tests.journeys import office_orders, office_parts
from tests.journeys.office_parts import SIZE, button, focused, hand_over, preset

pytestmark = [pytest.mark.journey, pytest.mark.timeout(120), pytest.mark.xdist_group("journey")]


@dataclass(slots=True)
class Desk:
    """The page of a desk, and the city around it."""

    town: Town
    page: Page

    async def at(self, path: str, heading: str | re.Pattern[str]) -> None:
        """Stand at a page before the counting begins."""
        await self.page.goto(self.town.base + path)
        await office_parts.opened(self.page, heading)


async def mirror_by_keys(desk: Desk) -> None:
    """A client by the end of his phone, a mirror, its size, its price; no mouse."""
    page = desk.page
    await desk.at("/", "Мой день")
    await page.keyboard.press("n")
    await focused(office_parts.client_field(page))
    await page.keyboard.type("12-34")
    await expect(page.get_by_role("option", name=re.compile("Иванова")).first).to_be_visible()
    await page.keyboard.press("Enter")
    await focused(preset(page, "Зеркало"))
    await page.keyboard.press("1")
    await focused(page.get_by_label(SIZE))
    await page.keyboard.type("800x1200")
    await page.keyboard.press("Control+Enter")
    await office_parts.handed_over(page)


async def mirror_by_mouse(desk: Desk) -> None:
    """From the card of the client; the price is typed too."""
    page = desk.page
    await desk.at(f"/clients/{desk.town.cast.clients['ivanova']}", re.compile("Иванова"))
    await page.get_by_role("main").get_by_role("link", name="Новый заказ").click()
    await office_parts.typed_mirror(page)
    await page.get_by_label("Цена").click()
    await page.keyboard.type("5 400")
    await hand_over(page).click()
    await office_parts.handed_over(page)


async def repeat(desk: Desk) -> None:
    """An old order once more, as it was."""
    old = await office_orders.made(desk.town, until=story.ISSUED)
    await desk.at(f"/orders/{old['id']}", old["number"])
    await button(desk.page, "Повторить").click()
    await hand_over(desk.page).click()
    again = await office_parts.handed_over(desk.page)
    assert again != old["id"]


async def hand_over_a_draft(desk: Desk) -> None:
    """A draft of the list goes to the shops."""
    draft = await office_orders.made(desk.town, until=story.DRAFT)
    await desk.at("/orders?folder=draft", "Заказы")
    await desk.page.get_by_role("link", name=draft["number"]).click()
    await hand_over(desk.page).click()
    await office_parts.handed_over(desk.page)


async def issue(desk: Desk) -> None:
    """The client stands at the desk, signs and takes it."""
    ready = await office_orders.made(desk.town, until=story.BACK)
    await desk.at("/orders?folder=ready", "Заказы")
    page = desk.page
    await page.get_by_role("link", name=ready["number"]).click()
    await button(page, "Выдать").click()
    await office_parts.sign(page)
    await page.get_by_role("dialog").get_by_role("button", name="Выдать", exact=True).click()
    await expect(page.get_by_text("Заказ закрыт")).to_be_visible()


async def number_to_document(desk: Desk) -> None:
    """A number of the day opens its list, its row the order."""
    await office_orders.made(desk.town, until=story.ASKED)
    await desk.at("/", "Мой день")
    await desk.page.get_by_role("link", name=re.compile("ждут ответа")).click()
    await office_parts.opened(desk.page, "Заказы")
    await desk.page.get_by_role("link", name=re.compile(r"^Л-\d")).first.click()
    await expect(desk.page.get_by_label("Ответ цеху").first).to_be_visible()


async def answer(desk: Desk) -> None:
    """A question of the day is answered by keys."""
    asked = await office_orders.made(desk.town, until=story.ASKED)
    await desk.at(f"/orders/{asked['id']}", asked["number"])
    field = desk.page.get_by_label("Ответ цеху")
    await expect(field).to_be_visible()
    await desk.page.keyboard.press("q")
    await focused(field)
    await desk.page.keyboard.type("Да")
    await desk.page.keyboard.press("Control+Enter")
    await expect(field).to_have_count(0)


async def call_client(desk: Desk) -> None:
    """The card of a client by the end of his phone: the phone is a link there."""
    page = desk.page
    await desk.at("/", "Мой день")
    await page.keyboard.press("Control+k")
    finder = page.get_by_role("dialog", name="Найти")
    await focused(finder.get_by_role("combobox"))
    await page.keyboard.type("5551234")
    await expect(finder.get_by_role("option").first).to_have_text(re.compile("Иванова.*555.12.34"))
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("link", name=re.compile("555.12.34"))).to_be_visible()


async def open_by_number(desk: Desk) -> None:
    """An order by the digits of its number."""
    page = desk.page
    draft = await office_orders.made(desk.town, until=story.DRAFT)
    await desk.at("/", "Мой день")
    await page.keyboard.press("Control+k")
    await focused(page.get_by_role("dialog", name="Найти").get_by_role("combobox"))
    await page.keyboard.type(draft["number"][2:6])
    await page.keyboard.press("Enter")
    await office_parts.opened(page, draft["number"])


@dataclass(frozen=True, slots=True)
class Flow:
    """What is done, and the most that it may take (design/ui.md, section 2)."""

    go: Callable[[Desk], Awaitable[None]]
    most: Effort
    signature: bool = False


FLOWS: Final = {
    "new order, keys": Flow(mirror_by_keys, Effort(clicks=0, keys=18, fields=8)),
    "new order, mouse": Flow(mirror_by_mouse, Effort(clicks=6, keys=13, fields=8)),
    "repeat": Flow(repeat, Effort(clicks=2, keys=0, fields=0)),
    "hand over": Flow(hand_over_a_draft, Effort(clicks=2, keys=0, fields=0)),
    "issue": Flow(issue, Effort(clicks=3, keys=0, fields=0), signature=True),
    "number to document": Flow(number_to_document, Effort(clicks=2, keys=0, fields=0)),
    "answer": Flow(answer, Effort(clicks=0, keys=4, fields=1)),
    # Ctrl+K, the end of the phone, Enter: three actions, the digits being one.
    "call a client": Flow(call_client, Effort(clicks=0, keys=2 + 7, fields=1)),
    "open an order": Flow(open_by_number, Effort(clicks=0, keys=2 + 4, fields=1)),
}


@pytest.mark.parametrize("name", FLOWS)
async def test_a_flow_takes_no_more_than_it_may(
    open_context: OpenContext, town: Town, name: str
) -> None:
    flow = FLOWS[name]
    context = await open_context("office")
    await count_effort(context)
    await sign_in(context, town.base, "sokolova")
    desk = Desk(town, await context.new_page())

    await flow.go(desk)

    done = await effort(desk.page)
    if flow.signature:
        done -= Effort(clicks=1, keys=0, fields=0)
    assert done.clicks <= flow.most.clicks, done
    assert done.fields <= flow.most.fields, done
    assert done.keys <= flow.most.keys, done
