"""In a real browser the main screens and the reader of the API never break their own policy."""

import pytest

from deploy.demo.town import Town
from tests.browser.fixtures import Allow, OfficePage, TabletPage
from tests.security.quiet import Quiet

pytestmark = [pytest.mark.journey, pytest.mark.timeout(600)]

LISTEN = """
window.__seen = [];
document.addEventListener("securitypolicyviolation", e => window.__seen.push(
  `${e.violatedDirective} ${e.blockedURI} ${e.sourceFile}:${e.lineNumber}`));
"""
PATIENCE_MS = 60_000
SCREENS = {
    "sokolova": ("/", "/orders", "/orders/new", "/clients", "/gallery"),
    "kuznetsov": ("/board",),
    "admin": ("/devices", "/api/docs"),
}


@pytest.mark.parametrize("login", SCREENS)
async def test_no_screen_breaks_its_policy(
    office_page: OfficePage, town: Town, allow: Allow, login: str
) -> None:
    allow("favicon")
    page = await office_page(login, "/")
    await page.context.add_init_script(LISTEN)
    outside: list[str] = []
    page.context.on(
        "request",
        lambda r: (
            None if r.url.startswith((town.base, "data:", "blob:")) else outside.append(r.url)
        ),
    )
    quiet = Quiet(page.context)
    for path in SCREENS[login]:
        await page.goto(town.base + path)
        await page.wait_for_load_state("load")
        await page.locator("h1, h2, .swagger-ui .info").first.wait_for(timeout=PATIENCE_MS)
        await quiet.rest(page)
        assert await page.evaluate("window.__seen") == [], path
    assert outside == []


async def test_the_tablet_keeps_to_its_policy(tablet_page: TabletPage) -> None:
    page = await tablet_page()
    await page.context.add_init_script(LISTEN)
    await page.reload()
    await page.get_by_label("Код подключения").wait_for()

    assert await page.evaluate("window.__seen") == []


async def test_a_breach_would_be_heard(office_page: OfficePage, allow: Allow) -> None:
    allow("Content Security Policy", "Refused to")
    page = await office_page("sokolova", "/")
    await page.context.add_init_script(LISTEN)
    await page.reload()
    await page.evaluate(
        "() => { const tag = document.createElement('script');"
        " tag.textContent = 'window.__ran = 1'; document.body.append(tag); }"
    )
    await page.wait_for_function("window.__seen.length > 0")

    assert await page.evaluate("typeof window.__ran") == "undefined"
