"""Parts of the office's pages that several journeys take hold of, by role and Russian label."""

import re
from typing import Final

from playwright.async_api import Locator, Page, expect

SIZE: Final = "Размер, ширина × высота, мм"
HANDED: Final = re.compile("передан в цех")
ORDER_PAGE: Final = re.compile(r"/orders/[0-9a-f-]{36}$")


async def opened(page: Page, heading: str | re.Pattern[str]) -> None:
    """Wait for a page by its heading."""
    await expect(page.get_by_role("heading", level=1, name=heading)).to_be_visible()


def button(page: Page, name: str | re.Pattern[str]) -> Locator:
    """Give a button by its words."""
    return page.get_by_role("button", name=name)


def hand_over(page: Page) -> Locator:
    """Give the button that hands the order over."""
    return button(page, re.compile("^Передать в цех"))


def preset(page: Page, name: str) -> Locator:
    """Give the tile of what is ordered."""
    tiles = page.get_by_role("region", name="Добавить позицию")
    return tiles.get_by_role("button", name=re.compile(rf"^{name}( \d)?$"))


def client_field(page: Page) -> Locator:
    """Give the field in which the client is found."""
    return page.get_by_role("combobox", name=re.compile("^Клиент"))


async def focused(field: Locator) -> None:
    """Wait until the keyboard is there: then one may type."""
    await expect(field).to_be_focused()


async def handed_over(page: Page) -> str:
    """Wait for the page of the order that was handed over; gives its id."""
    await expect(page).to_have_url(ORDER_PAGE)
    await expect(page.get_by_text("В работе", exact=True).first).to_be_visible()
    return page.url.rpartition("/")[2]


async def typed_mirror(page: Page, size: str = "800x1200") -> None:
    """Type what a typical mirror needs into a form whose client is known."""
    await preset(page, "Зеркало").click()
    await focused(page.get_by_label(SIZE))
    await page.keyboard.type(size)


async def sign(page: Page) -> None:
    """Draw a signature with the pointer."""
    pad = page.get_by_role("img", name=re.compile("^Подпись клиента"))
    await pad.scroll_into_view_if_needed()
    box = await pad.bounding_box()
    assert box is not None
    await page.mouse.move(box["x"] + 40, box["y"] + box["height"] / 2)
    await page.mouse.down()
    for step in range(1, 12):
        way = 30 if step % 2 else -30
        await page.mouse.move(box["x"] + 40 + step * 20, box["y"] + box["height"] / 2 + way)
    await page.mouse.up()
