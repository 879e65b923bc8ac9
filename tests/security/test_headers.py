"""Every kind of answer carries what a browser needs to protect its user (ASVS V3.4, V14.3.2)."""

import json
import re
from collections.abc import Mapping
from typing import Any

import aiohttp
import pytest
from multidict import CIMultiDict, CIMultiDictProxy

from deploy.demo import orders as story
from deploy.demo.town import Town
from tests.journeys.office_orders import made, photo
from tests.security.wire import Answer, Wire

pytestmark = [pytest.mark.journey, pytest.mark.timeout(600)]

ALWAYS = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(self), geolocation=(), microphone=(), payment=()",
}
TELL_TALES = ("server", "x-powered-by", "x-aspnet-version", "via")
CORS = "access-control-allow-origin"
HTML = {"Accept": "text/html"}
PLACES: Mapping[str, tuple[str, str, dict[str, str], int]] = {
    "office": ("GET", "/", HTML, 200),
    "office's page": ("GET", "/orders", HTML, 200),
    "workshop": ("GET", "/shop/", HTML, 200),
    "redirect": ("GET", "/shop", HTML, 307),
    "worker": ("GET", "/shop/sw.js", {}, 200),
    "logo": ("GET", "/static/logo.svg", {}, 200),
    "docs": ("GET", "/api/docs", HTML, 200),
    "docs' script": ("GET", "/api/docs/start.js", {}, 200),
    "docs' style": ("GET", "/api/docs/swagger-ui.css", {}, 200),
    "description": ("GET", "/api/openapi.json", {}, 200),
    "live": ("GET", "/health/live", {}, 200),
    "version": ("GET", "/version", {}, 200),
    "nobody known": ("GET", "/api/work-orders", {}, 401),
    "nobody known at the feed": ("GET", "/api/feed", {}, 401),
    "no such file": ("GET", "/assets/none.js", {}, 404),
    "no such address": ("GET", "/api/none", {}, 404),
    "climbing": ("GET", "/api/work-orders/%2e%2e/x", {}, 404),
    "no such method": ("DELETE", "/", {}, 405),
    "trace": ("TRACE", "/api/session", {}, 405),
    "options": ("OPTIONS", "/api/session", {"Origin": "https://evil.example"}, 405),
    "foreign page": ("POST", "/api/session", {"Origin": "https://evil.example"}, 403),
}


def policy(answer: Answer) -> dict[str, str]:
    """The content security policy, by directive."""
    told = answer.headers.getall("Content-Security-Policy")
    assert len(told) == 1
    parts = (part.strip().partition(" ") for part in told[0].split(";"))
    return {name: value for name, _, value in parts}


def faults(answer: Answer, *, api: bool) -> list[str]:
    """Say what is missing or too much in the head of an answer."""
    headers = answer.headers
    csp = policy(answer)
    wrong = [name for name, value in ALWAYS.items() if headers.getall(name, []) != [value]]
    wrong += [f"{name} tells of us" for name in TELL_TALES if name in headers]
    if CORS in headers:
        wrong.append("lets foreign pages read")
    if "sandbox" not in csp and csp.get("frame-ancestors") != "'none'":
        wrong.append("may be framed")
    if csp.get("default-src") not in {"'self'", "'none'"}:
        wrong.append("loads from anywhere")
    scripts = csp.get("script-src", csp["default-src"])
    if re.search(r"unsafe|\*|data:|blob:|https?:", scripts):
        wrong.append(f"scripts from {scripts}")
    if "sandbox" not in csp and csp.get("form-action") not in {"'self'", "'none'"}:
        wrong.append("forms go anywhere")
    if "sandbox" not in csp and csp.get("base-uri") != "'none'":
        wrong.append("base may be set")
    if api and not re.search(r"no-store|private|max-age=86400", headers.get("Cache-Control", "")):
        wrong.append("may be kept by anybody")
    kind = headers.get("Content-Type", "")
    if answer.body and not kind:
        wrong.append("of no type")
    if kind.startswith("text/") and "charset" not in kind:
        wrong.append("of no charset")
    return wrong


@pytest.mark.parametrize("place", PLACES)
async def test_every_answer_is_guarded(wire: Wire, place: str) -> None:
    method, path, headers, status = PLACES[place]

    answer = await wire.ask(method, path, headers=headers)

    assert answer.status == status, answer.text
    assert faults(answer, api=path.startswith("/api/")) == []


async def test_every_answer_to_a_person_is_guarded(wire: Wire, town: Town) -> None:
    session = await wire.session_of("sokolova")
    order = await made(town, until=story.SENT)
    path = f"/api/work-orders/{order['id']}"
    png = await wire.ask(
        "POST", f"{path}/attachments?name=sketch.jpg&kind=photo", data=photo(), session=session
    )
    file = f"{path}/attachments/{json.loads(png.body)['attachments'][0]['id']}"
    item = order["items"][0]["id"]
    asked: dict[str, tuple[str, str, Any]] = {
        "list": ("GET", "/api/work-orders", None),
        "order": ("GET", path, None),
        "clients": ("GET", "/api/clients?q=%D0%98%D0%B2", None),
        "messages": ("GET", f"/api/messages?work_order_id={order['id']}", None),
        "created": ("POST", "/api/work-orders", {"items": []}),
        "conflict": ("POST", f"{path}/hand-over", None),
        "ill-formed": ("POST", "/api/work-orders", {"items": 1}),
        "forbidden": ("GET", "/api/tokens", None),
        "missing": ("GET", f"{path[:-1]}{'0' if path[-1] != '0' else '1'}", None),
        "drawing": ("GET", f"{path}/items/{item}/drawing", None),
        "file": ("GET", file, None),
        "preview": ("GET", f"{file}/preview", None),
    }

    answers = {
        what: await wire.ask(method, target, body=body, session=session)
        for what, (method, target, body) in asked.items()
    }
    wrong = {what: bad for what, one in answers.items() if (bad := faults(one, api=True))}

    assert wrong == {}
    assert all(answer.status < 500 for answer in answers.values())
    assert answers["file"].headers["Content-Disposition"].startswith("attachment")
    assert "sandbox" in policy(answers["preview"])


async def test_a_file_too_large_is_refused_with_all_headers(wire: Wire) -> None:
    session = await wire.session_of("sokolova")

    answer = await wire.ask("POST", "/api/work-orders", data=b"x" * 1_100_000, session=session)

    assert answer.status == 413
    assert faults(answer, api=True) == []


async def test_the_open_stream_is_guarded(wire: Wire, town: Town) -> None:
    session = await wire.session_of("sokolova")
    headers = {"Cookie": f"vitrazh_session={session}"}
    async with (
        aiohttp.ClientSession(headers=headers) as client,
        client.get(f"{town.base}/api/feed") as answer,
    ):
        head = Answer(answer.status, answer.headers, b"")

    assert head.status == 200
    assert faults(head, api=True) == []


def test_a_bare_answer_would_be_noticed() -> None:
    bare = CIMultiDict(
        {
            "Content-Security-Policy": "default-src *",
            "Server": "x",
            CORS: "*",
            "X-Frame-Options": "x",
        }
    )
    found = faults(Answer(200, CIMultiDictProxy(bare), b"x"), api=True)

    assert len(found) == len(ALWAYS) + 9
