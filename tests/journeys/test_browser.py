"""The browser of the journeys is a real one: text is painted, a page's complaints are heard."""

import io
import re

import pytest
from PIL import Image
from playwright.async_api import expect

from tests.browser import shots, start
from tests.browser.axe import axe
from tests.browser.fixtures import Allow, OfficePage, OpenContext, Shoot, TabletPage, Town
from tests.browser.watch import Watch

pytestmark = [pytest.mark.journey, pytest.mark.xdist_group("journey")]


async def test_the_first_page_paints_text(office_page: OfficePage, shoot: Shoot) -> None:
    page = await office_page(None)
    await expect(page.locator("body")).to_contain_text("Витраж")
    await shoot(page, "smoke-first-page")

    # Text has soft edges: dozens of colours; a blank page has one.
    assert shots.colours(await shots.photograph(page)) > 10


async def test_the_workshop_page_paints_text(tablet_page: TabletPage, shoot: Shoot) -> None:
    page = await tablet_page()
    await expect(page.locator("body")).to_contain_text(re.compile("[а-яё]"))
    await shoot(page, "smoke-workshop")

    assert shots.colours(await shots.photograph(page)) > 10


async def test_complaints_of_a_page_are_kept(
    open_context: OpenContext, watch: Watch, allow: Allow, town: Town
) -> None:
    allow("an expected complaint", "/api/nowhere", "thrown", "favicon")
    page = await (await open_context("office")).new_page()
    await page.goto(f"{town.base}/health/ready")
    before = len(watch.lines)
    await page.evaluate("console.error('an expected complaint')")
    await page.evaluate("fetch('/api/nowhere').catch(() => null)")
    async with page.context.expect_event("weberror"):
        await page.evaluate("setTimeout(() => { throw new Error('thrown') })")

    kept = watch.lines[before:]
    assert [line.split(":")[0] for line in kept].count("console") >= 2
    assert any(line.startswith("exception:") and "thrown" in line for line in kept)


async def test_axe_finds_what_is_wrong_under_the_strictest_policy(
    open_context: OpenContext, allow: Allow
) -> None:
    allow("Content Security Policy")
    page = await (await open_context("office")).new_page()
    body = "<html lang=ru><title>т</title><main><h1>т</h1><img src='data:,'></main></html>"
    headers = {"Content-Type": "text/html", "Content-Security-Policy": "default-src 'none'"}
    await page.route("**/strict", lambda route: route.fulfill(body=body, headers=headers))
    await page.goto("http://glass.example/strict")

    found = await axe(page)

    assert [line for line in found if line.startswith("image-alt (critical)")]
    assert await axe(page) == found


def test_a_picture_of_the_docs_is_small_and_looks_the_same() -> None:
    picture = Image.effect_noise((200, 200), 40).convert("RGB")
    picture.paste((255, 0, 0), (0, 0, 200, 100))
    out = io.BytesIO()
    picture.save(out, "PNG")

    small = shots.smaller(out.getvalue())

    assert len(small) < len(out.getvalue()) / 1.5
    assert shots.colours(small) <= shots.COLOURS
    with Image.open(io.BytesIO(small)).convert("RGB") as stored:
        assert stored.getpixel((10, 10)) == (255, 0, 0)


@pytest.mark.parametrize("name", ["../up", "Day", "day.png", "", "заказ"])
async def test_a_picture_has_a_plain_name(open_context: OpenContext, name: str) -> None:
    page = await (await open_context("office")).new_page()

    with pytest.raises(ValueError, match="is no name of a picture"):
        await shots.store(page, name)


INK, BOX, NOTHING = "1" * 100 + "0" * 200, "01" * 150, "0" * 300


@pytest.mark.parametrize(
    ("painted", "told"),
    [
        ((NOTHING, NOTHING, NOTHING), "no font: Ж is not painted"),
        ((INK, NOTHING, BOX), "no font: ₽ is not painted"),
        ((INK, BOX, BOX), "the fonts have no ₽"),
        ((INK, INK, BOX), "look the same"),
    ],
)
def test_letters_that_are_not_painted_stop_the_suite(
    painted: tuple[str, str, str], told: str
) -> None:
    with pytest.raises(start.Unpainted, match=told):
        start.check(list(painted))


def test_letters_that_are_painted_let_it_begin() -> None:
    start.check([INK, INK[::-1], BOX])
