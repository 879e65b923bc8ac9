"""Every screen of the office: seen by everybody, in two languages, two themes and any width."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Final

import pytest
import pytest_asyncio
from playwright.async_api import Page, expect

from deploy.demo.town import Town
from tests.browser.axe import axe
from tests.browser.fixtures import Allow, OfficePage
from tests.browser.sizes import LOCALES, SIZES
from tests.journeys.office_orders import Stages, one_in_each_stage
from tests.journeys.office_words import words

pytestmark = [pytest.mark.journey, pytest.mark.timeout(600), pytest.mark.xdist_group("journey")]

WIDTHS: Final = {
    "1440 px": SIZES["office"],
    "320 px": SIZES["narrow"],
    "a zoom of 200 %": (720, 450),
}
SIDEWAYS: Final = "document.scrollingElement.scrollWidth > document.scrollingElement.clientWidth"
ORDERS: Final = ("draft", "asked", "corrected", "ready", "issued", "cancelled", "long")
FOLDERS: Final = ("draft", "in-work", "ready", "issued", "cancelled", "all")
Step = Callable[[Page, dict[str, str]], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Screen:
    """An address, and what is done there before one looks."""

    name: str
    path: str
    step: Step | None = None
    still: bool = True
    """Whether nothing goes on loading there: the gallery shows how loading looks."""


@pytest_asyncio.fixture(scope="session")
async def stages(town: Town) -> Stages:
    """An order in each stage."""
    return await one_in_each_stage(town)


async def three_items(page: Page, _: dict[str, str]) -> None:
    """A client is chosen and three items stand there, one of them open."""
    for preset in ("mirror", "stained-glass", "shower-screen"):
        await page.locator(f"[data-preset={preset}]").click()


async def faults(page: Page, say: dict[str, str]) -> None:
    """Three items, and what is wrong with them is said."""
    await three_items(page, say)
    await page.keyboard.type("1 200,5")
    await page.keyboard.press("Control+Enter")
    await expect(page.get_by_role("alert").first).to_be_visible()


async def palette(page: Page, _: dict[str, str]) -> None:
    """The palette has found something."""
    await page.keyboard.press("Control+k")
    found = page.get_by_role("dialog")
    await found.get_by_role("combobox").fill("Иванова")
    await expect(found.get_by_role("option", name="Иванова").first).to_be_visible()


async def keys(page: Page, _: dict[str, str]) -> None:
    """The list of keys is open."""
    await page.keyboard.press("?")
    await expect(page.get_by_role("dialog")).to_be_visible()


async def pressed(page: Page, name: str) -> None:
    """Press a button and wait for its dialog."""
    await page.get_by_role("button", name=name, exact=True).click()
    await expect(page.get_by_role("dialog")).to_be_visible()


async def issue(page: Page, say: dict[str, str]) -> None:
    """The client is about to sign."""
    await pressed(page, say["order.act.issue"])


async def cancel(page: Page, say: dict[str, str]) -> None:
    """The order is about to be cancelled."""
    await page.get_by_role("button", name=say["order.more"]).click()
    await page.get_by_role("menuitem", name=say["order.act.cancel"]).click()
    await expect(page.get_by_role("dialog")).to_be_visible()


async def new_client(page: Page, say: dict[str, str]) -> None:
    """A client is about to be written down."""
    await pressed(page, say["clients.new"])


async def pairing(page: Page, say: dict[str, str]) -> None:
    """A tablet is about to be paired."""
    await pressed(page, say["devices.pair"])


async def panel(page: Page, _: dict[str, str]) -> None:
    """An order of the board is open beside the list."""
    await page.get_by_role("row").nth(1).get_by_role("gridcell").nth(1).click()
    await expect(page.get_by_role("dialog")).to_be_visible()


async def lost_session(page: Page, _: dict[str, str]) -> None:
    """The session ended meanwhile: one signs in above the page."""
    await page.context.clear_cookies(name="vitrazh_session")
    await page.keyboard.press("Control+k")
    await page.get_by_role("dialog").get_by_role("combobox").fill("Иванова")
    await expect(page.locator("input[type=password]")).to_be_visible()


def of_the_desk(stages: Stages, client: str) -> list[Screen]:
    """Everything that the desk sees, in the order of its day."""
    orders = [Screen(f"order {name}", f"/orders/{getattr(stages, name)}") for name in ORDERS]
    folders = [Screen(f"folder {name}", f"/orders?folder={name}") for name in FOLDERS]
    return [
        Screen("day", "/"),
        *folders,
        Screen("what waits", "/orders?needs=answer"),
        *orders,
        Screen("issue", f"/orders/{stages.ready}", issue),
        Screen("cancel", f"/orders/{stages.asked}", cancel),
        Screen("form, empty", "/orders/new"),
        Screen("form, three items", f"/orders/new?client={client}", three_items),
        Screen("form, faults", f"/orders/new?client={client}", faults),
        Screen("edit of a draft", f"/orders/{stages.draft}/edit"),
        Screen("correction", f"/orders/{stages.asked}/edit"),
        Screen("edit of a closed order", f"/orders/{stages.issued}/edit"),
        Screen("clients", "/clients"),
        Screen("new client", "/clients", new_client),
        Screen("client", f"/clients/{client}"),
        Screen("devices, not his", "/devices"),
        Screen("gallery", "/gallery", still=False),
        Screen("no such page", "/nowhere"),
        Screen("palette", "/clients", palette),
        Screen("keys", "/", keys),
        Screen("session lost", "/clients", lost_session),
    ]


OF_OTHERS: Final = {
    None: [Screen("sign-in", "/")],
    "kuznetsov": [Screen("board", "/board"), Screen("order on the board", "/board", panel)],
    "admin": [Screen("devices", "/devices"), Screen("pairing", "/devices", pairing)],
}


async def settled(page: Page, screen: Screen, language: str) -> None:
    """Wait until the screen has said what it is, and nothing is loading."""
    await expect(page.get_by_role("heading", level=1)).to_be_visible()
    if screen.still:
        await expect(page.locator("[aria-busy=true]")).to_have_count(0)
    if screen.step:
        await screen.step(page, words(language))


async def wrong_with(page: Page, screen: Screen, language: str) -> list[str]:
    """Give what is wrong with the screen, in every theme and width."""
    found = []
    await settled(page, screen, language)
    if await page.evaluate("document.documentElement.lang") != language:
        found.append("lang")
    await page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    found += [f"dark: {line}" for line in await axe(page)]
    await page.emulate_media(color_scheme="light", reduced_motion="reduce")
    found += [f"light: {line}" for line in await axe(page)]
    for what, (width, height) in WIDTHS.items():
        await page.set_viewport_size({"width": width, "height": height})
        if await page.evaluate(SIDEWAYS):
            found.append(f"sideways scroll at {what}")
    await page.set_viewport_size({"width": SIZES["office"][0], "height": SIZES["office"][1]})
    return found


async def wrong_with_each(page: Page, base: str, screens: list[Screen], language: str) -> list[str]:
    """Look at one screen after the other; what hinders one does not hide the rest."""
    found = []
    for screen in screens:
        await page.goto(base + screen.path)
        try:
            wrong = await wrong_with(page, screen, language)
        except AssertionError as error:
            wrong = [str(error)]
        found += [f"{screen.name}: {line}" for line in wrong]
    return found


@pytest.mark.parametrize("language", LOCALES)
async def test_every_screen_of_the_desk(
    office_page: OfficePage, town: Town, stages: Stages, allow: Allow, language: str
) -> None:
    allow(r"401 \(Unauthorized\)")
    page = await office_page(language=language)
    screens = of_the_desk(stages, town.cast.clients["long"])

    found = await wrong_with_each(page, town.base, screens, language)

    assert not found, "\n".join(found)


@pytest.mark.usefixtures("stages")
@pytest.mark.parametrize("language", LOCALES)
@pytest.mark.parametrize("who", OF_OTHERS)
async def test_every_screen_of_the_others(
    office_page: OfficePage, town: Town, who: str | None, language: str
) -> None:
    page = await office_page(who, language=language)

    found = await wrong_with_each(page, town.base, OF_OTHERS[who], language)

    assert not found, "\n".join(found)


async def test_what_is_wrong_is_found(office_page: OfficePage) -> None:
    page = await office_page(path="/clients")
    screen = Screen("spoilt", "/clients")
    await settled(page, screen, "ru")
    await page.evaluate(
        """document.querySelector("main").insertAdjacentHTML(
          "beforeend", "<img src='/logo.svg'><p class='wide'>x</p>")"""
    )
    await page.evaluate("document.querySelector('.wide').style.width = '1600px'")
    await page.evaluate("document.documentElement.lang = 'en'")

    found = await wrong_with(page, screen, "ru")

    assert "lang" in found
    assert "sideways scroll at 1440 px" in found
    assert any(line.startswith("light: image-alt") for line in found)
    assert any(line.startswith("dark: image-alt") for line in found)
