"""The gateway put together: which part answers what, and what stands around all of them."""

import asyncio
import socket
import time
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest
import uvicorn

from chassis.run import compose
from chassis.service import Runtime
from chassis.testing import World, until
from contracts.rights import Role
from tests.gateway.pages.build import build
from tests.gateway.people import Door, sign_in


@pytest.fixture
def address() -> str:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{probe.getsockname()[1]}"


@pytest.fixture
def runtime(
    world: World,
    address: str,
    key_pair: tuple[str, str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Runtime:
    monkeypatch.setenv("VITRAZH_WEB_DIST", str(build(tmp_path / "dist")))
    key = tmp_path / "key.pem"
    key.write_text(key_pair[0])
    settings = world.settings.model_copy(
        update={"signing_private_key_file": key, "public_url": address}
    )
    return Runtime(service=world.service, settings=settings, uow=world.uow)


@pytest.fixture
async def browser(runtime: Runtime, address: str) -> AsyncIterator[httpx.AsyncClient]:
    """A browser at the composed gateway on a real port, with its background work."""
    app = compose(runtime.service, runtime, api=True)
    port = int(address.rsplit(":", 1)[1])
    server = uvicorn.Server(uvicorn.Config(app, port=port, log_level="critical", lifespan="off"))
    tasks = [asyncio.ensure_future(run()) for run in runtime.tasks]
    serving = asyncio.create_task(server.serve())

    async def started() -> bool:
        return server.started

    await until(started)
    async with httpx.AsyncClient(base_url=address, headers={"Origin": address}) as client:
        yield client
    runtime.stopping.set()
    server.should_exit = True
    async with asyncio.timeout(10):
        await serving
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


ANSWERS = {
    "/": (200, "text/html"),
    "/orders/1": (200, "text/html"),
    "/assets/office-1a.js": (200, "text/javascript"),
    "/assets/none.js": (404, "application/problem+json"),
    "/shop/": (200, "text/html"),
    "/shop/sw.js": (200, "text/javascript"),
    "/static/logo.svg": (200, "image/svg+xml"),
    "/api/docs": (200, "text/html"),
    "/api/openapi.json": (200, "application/json"),
    "/api/feed": (401, "application/problem+json"),
    "/api/feed/schema": (401, "application/problem+json"),
    "/api/work-orders": (401, "application/problem+json"),
    "/api/session": (401, "application/problem+json"),
    "/api/none": (404, "application/problem+json"),
    "/api": (404, "application/problem+json"),
    "/health/live": (200, "application/json"),
    "/version": (200, "application/json"),
    "/metrics": (200, "text/plain"),
}


async def test_every_address_has_one_part_that_answers(browser: httpx.AsyncClient) -> None:
    for path, (status, media) in ANSWERS.items():
        answer = await browser.get(path, headers={"Accept": "text/html,*/*"})

        assert answer.status_code == status, path
        assert answer.headers["content-type"].startswith(media), path
        assert answer.headers["x-content-type-options"] == "nosniff", path
        assert "content-security-policy" in answer.headers, path


async def test_another_sites_page_changes_nothing_anywhere(browser: httpx.AsyncClient) -> None:
    foreign = {"Origin": "http://evil.example", "Cookie": "vitrazh_session=x"}
    for path in ("/api/work-orders", "/api/session", "/api/sms-reports"):
        assert (await browser.post(path, json={}, headers=foreign)).status_code == 403


async def test_a_service_that_is_away_is_said_so_to_who_is_signed_in(
    world: World, browser: httpx.AsyncClient
) -> None:
    await Door(world).person("kontrol", Role.QUALITY)
    await sign_in(browser, "kontrol")

    answer = await browser.get("/api/work-orders")

    assert answer.status_code == 503
    assert answer.json()["code"] == "service-away"


async def test_a_signed_out_persons_stream_ends_within_five_seconds(
    world: World, browser: httpx.AsyncClient
) -> None:
    await Door(world).person("kontrol", Role.QUALITY)
    await sign_in(browser, "kontrol")
    async with browser.stream("GET", "/api/feed", timeout=20) as stream:
        lines = stream.aiter_lines()
        first = [await anext(lines) for _ in range(4)]
        await browser.delete("/api/session")
        begun = time.monotonic()
        rest = [line async for line in lines]

    assert first[2] == "event: hello"
    assert time.monotonic() - begun < 5
    assert not [line for line in rest if line.startswith("event: orders")]


async def test_a_process_that_stops_is_not_held_by_its_streams(
    world: World, browser: httpx.AsyncClient, runtime: Runtime
) -> None:
    await Door(world).person("kontrol", Role.QUALITY)
    await sign_in(browser, "kontrol")
    async with browser.stream("GET", "/api/feed", timeout=20) as stream:
        lines = stream.aiter_lines()
        await anext(lines)
        runtime.stopping.set()
        rest = [line async for line in lines]

    assert "event: hello" in rest
