"""The gateway's own few files, and nothing beside them."""

from collections.abc import AsyncIterator

import httpx
import pytest
from fastapi import FastAPI

from chassis.http import install_problems
from gateway.pages.http import router


@pytest.fixture
async def client() -> AsyncIterator[httpx.AsyncClient]:
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    install_problems(app)
    app.include_router(router)
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://door") as made:
        yield made


async def test_the_logo_is_served_and_asked_for_anew(client: httpx.AsyncClient) -> None:
    logo = await client.get("/static/logo.svg")

    assert logo.status_code == 200
    assert logo.headers["content-type"] == "image/svg+xml"
    assert logo.headers["cache-control"] == "no-cache"


async def test_a_browser_finds_the_icon_where_it_looks_for_one(client: httpx.AsyncClient) -> None:
    icon = await client.get("/favicon.ico")

    assert icon.status_code == 200
    assert icon.headers["content-type"] == "image/svg+xml"
    assert icon.content == (await client.get("/static/logo.svg")).content


async def test_nothing_but_these_files_is_served(client: httpx.AsyncClient) -> None:
    for name in ("..%2Fqueries%2Ffiles.py", "static.py", "%00", "office.js"):
        assert (await client.get(f"/static/{name}")).status_code == 404
