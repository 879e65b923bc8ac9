"""Every place of the tablet: big enough for gloves, readable by machines, one thing to press."""

import json
from typing import Any, Final

import pytest
from playwright.async_api import expect

from deploy.demo.pieces import DICTATED
from deploy.demo.town import Town
from deploy.embedded import paths
from tests.browser.axe import axe
from tests.browser.fixtures import PairingCode, TabletPage
from tests.journeys.tablet import Tablet, handed_over

pytestmark = [pytest.mark.journey, pytest.mark.timeout(300), pytest.mark.xdist_group("journey")]

WORDS: Final = paths.REPO / "web" / "apps" / "workshop" / "src" / "screens"


@pytest.mark.parametrize("size", ["tablet", "small-tablet"])
@pytest.mark.parametrize("language", ["ru", "en"])
async def test_a_glove_hits_everything_and_axe_finds_nothing(
    town: Town,
    tablet_page: TabletPage,
    pairing_code: PairingCode,
    size: Any,
    language: str,
) -> None:
    order = await handed_over(town.cast, DICTATED[16], DICTATED[7])
    page = await tablet_page(size=size, language=language)
    seen: list[str] = []
    async for name in walk(page, await pairing_code(), order["number"], language):
        misfits = await Tablet(page).misfits()
        seen += [f"{name}: {one}" for one in [*misfits, *await axe(page)]]
        assert len(await Tablet(page).mains()) <= 1, f"{name}: one thing to press"

    assert seen == []


async def walk(page: Any, code: str, number: str, language: str) -> Any:
    """Go through every place of the tablet, in either language."""
    said = json.loads((WORDS / f"words.{language}.json").read_text(encoding="utf-8"))
    await page.get_by_label(said["pairing.code"]).fill(code)
    await page.get_by_label(said["pairing.name"]).fill("Стол")
    yield "pairing"
    await page.get_by_role("button", name=said["pairing.pair"]).click()
    await expect(page.get_by_role("button", name="Волков")).to_be_visible()
    yield "who"
    await page.get_by_role("button", name="Волков").click()
    await expect(page.get_by_role("button", name="5", exact=True)).to_be_visible()
    yield "pin"
    for digit in "2468":
        await page.get_by_role("button", name=digit, exact=True).click()
    await page.get_by_role("button", name=said["pin.enter"], exact=True).click()
    card = page.get_by_role("listitem").filter(has_text=number)
    await expect(card).to_be_visible()
    yield "queue"
    await card.get_by_role("button").first.click()
    await expect(page.get_by_role("heading", name=number)).to_be_visible()
    yield "order"
    await page.get_by_role("button", name=said["ticket.accept"]).first.click()
    await expect(page.get_by_role("button", name=said["ticket.start"]).first).to_be_visible()
    yield "accepted"
    await page.get_by_role("button", name=said["ticket.ask"]).first.click()
    await page.get_by_role("button", name=said["ask.size"]).click()
    await expect(page.get_by_role("button", name=said["ask.send"], exact=True)).to_be_visible()
    yield "question"
    await page.get_by_role("button", name=said["shop.cancel"], exact=True).click()
    await page.get_by_role("button", name=said["bar.live"]).click()
    await expect(page.get_by_text(said["link.version"]).first).to_be_visible()
    yield "link"
