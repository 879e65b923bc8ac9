"""The first pages in both languages, from our own files alone."""

import re
from collections.abc import AsyncIterator

import httpx
import pytest
from fastapi import FastAPI

from chassis.http import install_problems
from gateway.pages.http import SecurityHeaders, router

IDS = re.compile(r'getElementById\("([^"]+)"\)|show\("([^"]+)"')


@pytest.fixture
async def client() -> AsyncIterator[httpx.AsyncClient]:
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    install_problems(app)
    app.include_router(router)
    transport = httpx.ASGITransport(SecurityHeaders(app, secure=False))
    async with httpx.AsyncClient(transport=transport, base_url="http://door") as made:
        yield made


@pytest.mark.parametrize("path", ["/", "/shop/"])
async def test_a_page_loads_only_our_own_files_and_has_no_inline_script(
    client: httpx.AsyncClient, path: str
) -> None:
    page = await client.get(path)

    loaded = re.findall(r'<(?:script|link|img)[^>]*(?:src|href)="([^"]+)"', page.text)
    assert page.status_code == 200
    assert len(loaded) >= 3
    for address in loaded:
        assert address.startswith("/static/")
        assert (await client.get(address)).status_code == 200
    for script in re.findall(r"<script[^>]*>", page.text):
        assert "src=" in script or "application/json" in script
    assert not re.search(r"\son[a-z]+=|javascript:|style=", page.text)


@pytest.mark.parametrize("path", ["/", "/shop/"])
async def test_every_field_has_a_label_and_the_page_its_language(
    client: httpx.AsyncClient, path: str
) -> None:
    page = (await client.get(path)).text

    fields = re.findall(r'<input[^>]*id="([^"]+)"', page)
    assert fields
    for field in fields:
        assert f'<label for="{field}">' in page
    assert '<html lang="ru">' in page
    assert 'role="status"' in page
    assert "<h1" in page


@pytest.mark.parametrize(("path", "scripts"), [
    ("/", ("office.js", "kit.js")), ("/shop/", ("shop.js", "kit.js")),
])  # fmt: skip
async def test_every_place_that_a_script_fills_is_on_its_page(
    client: httpx.AsyncClient, path: str, scripts: tuple[str, ...]
) -> None:
    page = (await client.get(path)).text

    for script in scripts:
        text = (await client.get(f"/static/{script}")).text
        for by_id, shown in IDS.findall(text):
            assert f'id="{by_id or shown}"' in page, (script, by_id or shown)


async def test_the_language_is_switched_and_kept(client: httpx.AsyncClient) -> None:
    turned = await client.get("/?lang=en")
    page = await client.get("/")

    assert turned.status_code == 303
    assert turned.headers["location"] == "/"
    assert "vitrazh_language=en" in turned.headers["set-cookie"]
    assert '<html lang="en">' in page.text
    assert "Sign in" in page.text
    assert 'href="?lang=ru"' in page.text


async def test_links_to_the_sandboxes_stand_only_where_they_are_set(
    client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    without = (await client.get("/")).text
    monkeypatch.setenv("VITRAZH_LINK_SMS", "http://127.0.0.1:8026")
    page = (await client.get("/")).text

    assert "8026" not in without
    assert '<a href="http://127.0.0.1:8026">СМС</a>' in page


async def test_nothing_but_the_pages_files_is_served(client: httpx.AsyncClient) -> None:
    for name in ("..%2Fdomain.py", "pages.py", "%00"):
        assert (await client.get(f"/static/{name}")).status_code == 404
