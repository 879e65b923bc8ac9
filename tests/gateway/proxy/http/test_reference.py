"""The API's reference is served from our own files."""

import re
from collections.abc import AsyncIterator

import httpx
import pytest
from fastapi import FastAPI

from chassis.http import install_problems
from gateway.proxy.http import router


@pytest.fixture
async def client() -> AsyncIterator[httpx.AsyncClient]:
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    install_problems(app)
    app.include_router(router)
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(app), base_url="http://door"
    ) as made:
        yield made


async def test_the_page_asks_no_other_host_and_runs_no_inline_script(
    client: httpx.AsyncClient,
) -> None:
    page = await client.get("/api/docs")

    links = re.findall(r'(?:src|href)="([^"]+)"', page.text)
    assert "script-src 'self'" in page.headers["content-security-policy"]
    assert "<script>" not in page.text
    assert links
    for link in links:
        if link == "/static/logo.svg":
            continue  # the pages' own
        assert link.startswith("/api/docs/")
        assert (await client.get(link)).status_code == 200


async def test_the_description_is_one_openapi_document(client: httpx.AsyncClient) -> None:
    description = (await client.get("/api/openapi.json")).json()

    assert description["openapi"].startswith("3.1")
    assert "paths" in description


async def test_nothing_else_of_the_package_is_served(client: httpx.AsyncClient) -> None:
    assert (await client.get("/api/docs/__init__.py")).status_code == 404
    assert (await client.get("/api/docs/..%2Fmain.py")).status_code == 404
