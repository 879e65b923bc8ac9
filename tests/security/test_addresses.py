"""No address that somebody writes is ever asked for anything (ASVS V1.3.6, V15.3.2).

There is no field for an address at all, three places that call out, and a canary nobody calls.
"""

import ast
import asyncio
import json
import re
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from chassis.testing import until
from deploy.demo import orders as story
from deploy.demo.api import Refused
from deploy.demo.town import Town
from deploy.embedded import paths
from tests.journeys.office_orders import ask, made
from tests.security.wire import Wire

OPENAPI = paths.REPO / "contracts" / "gen" / "openapi" / "openapi.json"
ADDRESS = re.compile(
    r"ur[il]s?$|href|link|webhook|callback|endpoint|redirect|host|proxy|domain", re.IGNORECASE
)
CALLS = {
    "ClientSession",
    "SMTP",
    "open_connection",
    "create_connection",
    "urlopen",
    "AsyncClient",
    "HTTPSConnection",
    "socket",
}
ALLOWED = {
    "gateway/proxy/adapters/upstream.py": "the services, by VITRAZH_UPSTREAM_…",
    "services/notifications/messages/adapters/sms_http.py": "the SMS provider of the settings",
    "services/notifications/messages/adapters/smtp.py": "the mail server of the settings",
}
URLS = (
    "http://CANARY/", "https://CANARY/", "//CANARY/", "http://127.0.0.1:PORT/", "http://localhost:PORT/",
    "http://0177.0.0.1:PORT/", "http://2130706433:PORT/", "http://0x7f000001:PORT/",
    "http://0x7f.0.0.1:PORT/", "http://127.1:PORT/", "http://127.0.1:PORT/", "http://0:PORT/",
    "http://[::1]:PORT/", "http://[::ffff:127.0.0.1]:PORT/", "http://[::ffff:7f00:1]:PORT/",
    "http://[0:0:0:0:0:ffff:127.0.0.1]:PORT/", "http://①②⑦.⓪.⓪.①:PORT/", "http://127。0。0。1:PORT/",
    "http://user@127.0.0.1:PORT/", "http://glass.example@127.0.0.1:PORT/",
    "http://127.0.0.1:PORT#" + "@glass.example/", "http://127.0.0.1:PORT\\" + "@glass.example/",
    "http://127.0.0.1.nip.io:PORT/", "http://localtest.me:PORT/", "http://169.254.169.254/latest/",
    "http://[fd00:ec2::254]/latest/", "http://metadata.google.internal/", "gopher://127.0.0.1:PORT/_x",
    "dict://127.0.0.1:PORT/x", "ftp://127.0.0.1:PORT/x", "file:///etc/passwd", "ldap://127.0.0.1:PORT/",
    "jar:http://127.0.0.1:PORT!/", "netdoc:///etc/passwd", "tftp://127.0.0.1:PORT/x",
    "http://127.0.0.1:PORT/%0d%0aX:1", "http://127.0.0.1:PORT/?a=http://b", "HTTP://127.0.0.1:PORT/",
    "http:/127.0.0.1:PORT/", "http:\\\\127.0.0.1:PORT\\",
)  # fmt: skip


def fields(schemas: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Every (schema, field) that a caller may fill."""
    for name, schema in schemas.items():
        if name.endswith("Out"):
            continue
        for field, told in schema.get("properties", {}).items():
            yield f"{name}.{field}", str(told.get("format", ""))


def test_no_field_and_no_parameter_is_an_address() -> None:
    told = json.loads(OPENAPI.read_text("utf-8"))
    given = list(fields(told["components"]["schemas"]))
    for path, methods in told["paths"].items():
        for method, route in methods.items():
            for one in route.get("parameters", ()):
                kind = one["schema"].get("format", "")
                given.append((f"{method} {path} {one['name']}", kind))

    assert len(given) > 150
    assert [name for name, kind in given if kind.startswith(("uri", "url", "iri"))] == []
    assert [name for name, _ in given if ADDRESS.search(name.rpartition(".")[2])] == []


def callers(root: Path) -> dict[str, set[str]]:
    """Which files of ours open connections to elsewhere, and by what."""
    found: dict[str, set[str]] = {}
    for folder in ("services", "gateway", "chassis", "contracts"):
        for file in (root / folder).rglob("*.py"):
            name = file.relative_to(root).as_posix()
            if name.startswith("chassis/testing/"):
                continue
            for node in ast.walk(ast.parse(file.read_text("utf-8"))):
                if isinstance(node, ast.Call):
                    called = ast.unparse(node.func).rpartition(".")[2]
                    if called in CALLS:
                        found.setdefault(name, set()).add(called)
    return found


def test_three_places_call_out_and_follow_nobody() -> None:
    found = callers(paths.REPO)

    assert set(found) == set(ALLOWED)
    for name in ALLOWED:
        text = (paths.REPO / name).read_text("utf-8")
        if "ClientSession" in text:
            assert "allow_redirects=False" in text, name


def test_a_fourth_place_would_be_noticed(tmp_path: Path) -> None:
    (tmp_path / "services").mkdir()
    (tmp_path / "services" / "x.py").write_text("import httpx\nhttpx.AsyncClient().get('x')\n")

    assert callers(tmp_path) == {"services/x.py": {"AsyncClient"}}


class Canary:
    """A listener that must never be called."""

    def __init__(self) -> None:
        self.port = 0
        self.called: list[bytes] = []

    async def take(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Note who called."""
        self.called.append(await reader.read(200))
        writer.close()


@pytest_asyncio.fixture
async def canary() -> AsyncIterator[Canary]:
    """Listens on this machine."""
    made_ = Canary()
    server = await asyncio.start_server(made_.take, "127.0.0.1", 0)
    made_.port = server.sockets[0].getsockname()[1]
    async with server:
        yield made_


async def _tried(person: Any, path: str, body: Any) -> bool:
    try:
        await person.post(path, body)
    except Refused:
        return False
    return True


@pytest.mark.journey
@pytest.mark.timeout(600)
async def test_addresses_in_every_text_are_never_called(
    wire: Wire, town: Town, canary: Canary
) -> None:
    urls = [
        url.replace("CANARY", f"127.0.0.1:{canary.port}").replace("PORT", str(canary.port))
        for url in URLS
    ]
    session = await wire.session_of("sokolova")
    order = await made(town, until=story.SENT)
    path = f"/api/work-orders/{order['id']}"
    taken = 0
    for number, url in enumerate(urls):
        client = {
            "name": url,
            "phones": [f"+7 903 {3_000_000 + number:07d}"],
            "channel": "sms",
            "office_id": town.cast.offices["Л"],
        }
        taken += await _tried(town.cast.desks["Л"], "/api/clients", client)
        await ask(town, order, url)
        svg = f'<svg xmlns="http://www.w3.org/2000/svg"><image href="{url}"/></svg>'
        name = "".join(f"%{byte:02X}" for byte in url.encode())[:200]
        await wire.ask(
            "POST",
            f"{path}/attachments?name={name}",
            data=svg.encode(),
            session=session,
            headers={"Content-Type": "application/octet-stream", "Referer": f"http://x.{number}/"},
        )
    client_address = {
        "Location": urls[0],
        "Link": f"<{urls[0]}>; rel=preload",
        "X-Forwarded-Host": urls[0],
    }
    await wire.ask("GET", path, session=session, headers=client_address)

    assert len(URLS) == 40
    assert taken >= 30
    # Whoever would ask an address would do it while storing or showing it: both are done.
    assert (await wire.ask("GET", "/api/clients?q=127", session=session)).status == 200
    assert canary.called == []
    _, writer = await asyncio.open_connection("127.0.0.1", canary.port)
    writer.write(b"here")
    writer.close()

    async def heard() -> bool:
        return canary.called == [b"here"]

    await until(heard)
