"""Every answer of the gateway carries what a browser needs to protect its user."""

from collections.abc import Awaitable, Callable
from typing import Any

import httpx
import pytest
from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send

from gateway.pages.http import SecurityHeaders

App = Callable[[Scope, Receive, Send], Awaitable[None]]


async def get(app: App, path: str, *, secure: bool = False) -> httpx.Response:
    wrapped = SecurityHeaders(app, secure=secure)
    transport = httpx.ASGITransport(wrapped)
    async with httpx.AsyncClient(transport=transport, base_url="http://door") as client:
        return await client.get(path)


@pytest.mark.parametrize("path", ["/", "/api/work-orders", "/none"])
async def test_no_foreign_script_no_frame_no_guessing(path: str) -> None:
    answer = await get(PlainTextResponse("x", 404), path)

    csp = answer.headers["content-security-policy"]
    assert "script-src 'self'" in csp
    assert "unsafe" not in csp
    assert "frame-ancestors 'none'" in csp
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["x-frame-options"] == "DENY"
    assert answer.headers["referrer-policy"] == "same-origin"


async def test_an_answers_own_header_stays() -> None:
    answer = await get(
        PlainTextResponse("x", headers={"Content-Security-Policy": "sandbox"}), "/api/files/1"
    )

    assert answer.headers.get_list("content-security-policy") == ["sandbox"]


async def test_answers_of_the_api_are_not_stored() -> None:
    assert (await get(PlainTextResponse("x"), "/api/x")).headers["cache-control"] == "no-store"
    assert "cache-control" not in (await get(PlainTextResponse("x"), "/")).headers


async def test_https_is_kept_only_where_it_is_used() -> None:
    plain = await get(PlainTextResponse("x"), "/")
    secure = await get(PlainTextResponse("x"), "/", secure=True)

    assert "strict-transport-security" not in plain.headers
    assert secure.headers["strict-transport-security"].startswith("max-age=31536000")


async def test_what_is_no_request_passes_untouched() -> None:
    seen: list[str] = []

    async def app(scope: Scope, _receive: Receive, _send: Send) -> None:
        seen.append(scope["type"])

    async def nothing(*_: Any) -> Any:
        return None

    await SecurityHeaders(app, secure=True)({"type": "lifespan"}, nothing, nothing)

    assert seen == ["lifespan"]
