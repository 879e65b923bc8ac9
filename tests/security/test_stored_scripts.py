"""Texts and files of strangers are shown as they are and run nowhere (ASVS V1.2, V1.3, V5)."""

import base64
import email
import email.policy
import json
import re
from collections.abc import AsyncIterator
from xml.etree import ElementTree as ET

import aiohttp
import psycopg
import pytest
import pytest_asyncio
from playwright.async_api import BrowserContext, Page, expect

from chassis.testing import until
from deploy.demo import orders as story
from deploy.demo.pieces import DICTATED
from deploy.demo.town import Town
from deploy.demo.walk import Walk
from tests.browser.fixtures import Allow, OfficePage, PairingCode, TabletPage
from tests.journeys.tablet import Tablet
from tests.security.payloads import CANARY, RUN, SCRIPTS
from tests.security.quiet import Quiet
from tests.security.story import Laid, lay
from tests.security.wire import Wire

pytestmark = [pytest.mark.journey, pytest.mark.timeout(900)]

LISTEN = """
window.__seen = [];
document.addEventListener("securitypolicyviolation", e => window.__seen.push(
  e.violatedDirective + " " + e.blockedURI + " " + e.sourceFile));
"""
RAN = "typeof window.__xss"
MOST_CLIENTS = 12


@pytest_asyncio.fixture(scope="session")
async def laid(town: Town) -> AsyncIterator[Laid]:
    """Everything stored, once."""
    async with Wire(town.base) as wire:
        yield await lay(town, wire)


class Guarded:
    """Listens to a browser: dialogs, requests to elsewhere, reports of the policy."""

    def __init__(self, context: BrowserContext, base: str) -> None:
        self.base = base
        self.quiet = Quiet(context)
        self.heard: list[str] = []
        context.on("dialog", lambda dialog: self.heard.append(f"dialog: {dialog.message}"))
        context.on("request", lambda request: self._asked(request.url))

    def _asked(self, url: str) -> None:
        if not url.startswith((self.base, "data:", "blob:")):
            self.heard.append(f"request: {url}")

    async def check(self, page: Page, where: str) -> None:
        """Nothing has run on this page; raises AssertionError."""
        assert await page.evaluate(RAN) == "undefined", where
        assert await page.evaluate("window.__seen") == [], where
        assert self.heard == [], where


async def guarded(page: Page, base: str) -> Guarded:
    """Listen from now on."""
    await page.context.add_init_script(LISTEN)
    await page.reload()
    return Guarded(page.context, base)


async def settled(page: Page, guard: Guarded) -> str:
    """Wait until the page shows what it has read; its text."""
    await expect(page.locator("h1").first).to_be_visible()
    await page.wait_for_load_state("load")
    await guard.quiet.rest(page)
    return await page.locator("body").inner_text()


def plain(text: str) -> str:
    """A text without what a browser folds."""
    return re.sub(r"\s+", " ", text)


async def test_the_corpus_is_stored(laid: Laid) -> None:
    assert len(laid.texts) >= 60, laid.refused
    assert len(laid.orders) >= 5
    assert len(laid.clients) >= 60, laid.refused


async def test_the_corpus_runs_where_nothing_guards(office_page: OfficePage, allow: Allow) -> None:
    """The texts are live ones: in a bare page many of them run, and the checker hears of it."""
    allow(".*")
    page = await office_page(None)
    listener = Guarded(page.context, "http://bare.example")
    await page.route("**/*", lambda r: r.abort())
    await page.route(
        "http://bare.example/**", lambda r: r.fulfill(body="", content_type="text/html")
    )
    ran = 0
    for text in SCRIPTS:
        await page.goto("http://bare.example/")
        await page.evaluate("t => document.write('<title>x</title><p>' + t)", text)
        await listener.quiet.rest(page)
        ran += await page.evaluate(RAN) != "undefined"

    assert ran >= 15
    assert any(CANARY in line for line in listener.heard)


async def test_nothing_runs_on_the_screens_of_a_manager(
    laid: Laid, office_page: OfficePage, town: Town
) -> None:
    page = await office_page("sokolova", "/")
    guard = await guarded(page, town.base)
    seen = ""
    places = ["/", "/orders", "/clients", *(f"/orders/{order['id']}" for order in laid.orders)]
    places += [f"/orders/{laid.orders[0]['id']}/edit", "/orders?folder=cancelled"]
    places += [f"/clients/{client}" for client in laid.clients[:MOST_CLIENTS]]
    for place in places:
        await page.goto(town.base + place)
        seen += await settled(page, guard)
        await guard.check(page, place)
    shown = [text for text in SCRIPTS if plain(text) in plain(seen)]
    assert len(shown) >= 50, "the texts are not on the screens, so nothing was proved"


async def test_nothing_runs_on_the_screens_of_the_head_and_the_administrator(
    laid: Laid, office_page: OfficePage, town: Town
) -> None:
    for login, place in (("kuznetsov", "/board"), ("admin", "/devices")):
        page = await office_page(login, "/")
        guard = await guarded(page, town.base)
        await page.goto(town.base + place)
        text = plain(await settled(page, guard))
        await guard.check(page, place)
        if place == "/devices":
            assert sum(plain(one)[:100] in text for one in SCRIPTS[40:]) > 20


async def test_nothing_runs_in_print(laid: Laid, office_page: OfficePage, town: Town) -> None:
    page = await office_page("sokolova", "/")
    guard = await guarded(page, town.base)
    for order in laid.orders[:3]:
        await page.goto(f"{town.base}/orders/{order['id']}")
        await settled(page, guard)
        await page.emulate_media(media="print")
        printed = await page.pdf()
        assert printed.startswith(b"%PDF")
        await guard.check(page, "print")
        await page.emulate_media(media="screen")


async def test_nothing_runs_on_the_tablet(
    laid: Laid, tablet_page: TabletPage, pairing_code: PairingCode, town: Town
) -> None:
    page = await tablet_page()
    guard = await guarded(page, town.base)
    tablet = Tablet(page)
    await tablet.pair(await pairing_code(), name=SCRIPTS[0])
    await page.get_by_role("button", name="Волков").wait_for()
    tiles = plain(await page.locator("body").inner_text())
    await guard.check(page, "tiles")
    await tablet.sign_in()
    number = laid.orders[0]["number"]
    await tablet.open(number)
    await guard.quiet.rest(page)
    await guard.check(page, "order")
    shown = plain(await page.locator("body").inner_text())

    assert tiles.count(RUN) > 20
    assert sum(plain(text) in shown for text in SCRIPTS) >= 2


async def test_drawings_hold_text_and_nothing_that_runs(laid: Laid, wire: Wire) -> None:
    session = await wire.session_of("sokolova")
    for order in laid.orders:
        for item in order["items"]:
            path = f"/api/work-orders/{order['id']}/items/{item['id']}/drawing"
            drawn = await wire.ask("GET", path, session=session)
            assert drawn.status == 200
            tree = ET.fromstring(drawn.body)  # noqa: S314 - our own answer, and parsed to be judged
            tags = {element.tag.rpartition("}")[2].lower() for element in tree.iter()}
            names = {name.lower() for element in tree.iter() for name in element.attrib}
            assert not tags & {"script", "foreignobject", "image", "use", "a", "iframe", "animate"}
            assert not [name for name in names if name.startswith("on") or name.endswith("href")]


async def test_files_of_strangers_are_saved_and_never_opened(
    laid: Laid, office_page: OfficePage, town: Town, allow: Allow
) -> None:
    allow("ERR_ABORTED", "Download is starting", "frame because")
    page = await office_page("sokolova", "/")
    guard = await guarded(page, town.base)
    for name, path in laid.files.items():
        for way in (path, f"{path}/preview"):
            async with page.expect_download() as saving:
                await page.evaluate("url => { location.href = url }", town.base + way)
            saved = await saving.value
            assert (await saved.path()).exists(), name
            await guard.check(page, name)
    assert laid.files, "no file of the list was taken, so nothing was proved"


async def test_a_letter_is_plain_text_whatever_an_office_is_called(laid: Laid, town: Town) -> None:
    told = story.Told("sergeeva", (DICTATED[23],), "1850.00", story.READY)
    desk = town.cast.desks["Л"]
    body = {
        "client_id": town.cast.clients["sergeeva"],
        "pickup_office_id": town.cast.offices["Х"],
        "items": [DICTATED[23]],
    }
    placed = await desk.post("/api/work-orders", body)
    await Walk(town.cast, told, placed).go()
    box = town.system.set.mail_ui_url

    async def came() -> list[dict[str, str]]:
        await _hurry(town)
        return [row for row in await _letters(box) if placed["number"] in row["subject"]]

    row = (await until(came, seconds=120, every=1))[0]
    raw = base64.b64decode(row["raw_base64"])
    letter = email.message_from_bytes(raw, policy=email.policy.default)

    assert letter.get_content_type() == "text/plain"
    assert not letter.is_multipart()
    text = letter.get_content()
    assert SCRIPTS[0] in text
    assert RUN in text


async def _hurry(town: Town) -> None:
    """Let the minute pass in which a message may still be withdrawn."""
    dsn = town.system.wiring.databases["notifications"].owner_url.replace("+asyncpg", "")
    async with await psycopg.AsyncConnection.connect(dsn) as database:
        await database.execute("UPDATE messages SET due_at = now() WHERE state = 'queued'")


async def _letters(box: str) -> list[dict[str, str]]:
    async with aiohttp.ClientSession() as client, client.get(f"{box}/api/mails") as answer:
        rows: list[dict[str, str]] = json.loads(await answer.read())["items"]
    return rows
