"""The built apps as a browser meets them, files and pages, in whatever way it asks."""

import gzip
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest
from starlette.responses import PlainTextResponse

from chassis.telemetry import handled
from gateway.pages.http import Pages, SecurityHeaders
from tests.gateway.pages.build import BR, OFFICE_PAGE, SCRIPT, SHOP_PAGE, build

PAGE = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
SCRIPT_AT = "/assets/office-1a.js"


@pytest.fixture
def dist(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("VITRAZH_WEB_DIST", str(tmp_path))
    return build(tmp_path)


@pytest.fixture
async def client(dist: Path) -> AsyncIterator[httpx.AsyncClient]:
    pages = Pages(PlainTextResponse("a route of the gateway", 418))
    transport = httpx.ASGITransport(SecurityHeaders(pages, secure=False))
    async with httpx.AsyncClient(
        transport=transport, base_url="http://door", headers={"Accept-Encoding": "identity"}
    ) as made:
        yield made


@pytest.mark.parametrize("path", ["/", "/index.html", "/orders/1?folder=draft", "/orders/Л-0417"])
async def test_the_office_opens_at_every_page_of_it(client: httpx.AsyncClient, path: str) -> None:
    page = await client.get(path, headers=PAGE)

    assert page.status_code == 200
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert page.headers["cache-control"] == "no-cache"
    assert SCRIPT_AT in page.text


@pytest.mark.parametrize("path", ["/shop/", "/shop/index.html", "/shop/orders/1"])
async def test_the_workshop_opens_as_it_was_built(client: httpx.AsyncClient, path: str) -> None:
    page = await client.get(path, headers=PAGE)

    assert page.text == SHOP_PAGE
    assert page.headers["cache-control"] == "no-cache"
    assert "nonce" not in page.headers["content-security-policy"]
    assert "style-src 'self';" in page.headers["content-security-policy"]


async def test_the_workshops_address_without_its_slash_leads_there(
    client: httpx.AsyncClient,
) -> None:
    plain, asking = await client.get("/shop"), await client.get("/shop?code=7")

    assert (plain.status_code, plain.headers["location"]) == (307, "/shop/")
    assert asking.headers["location"] == "/shop/?code=7"


@pytest.mark.parametrize("accepted", ["identity", "br, gzip"])
async def test_the_offices_page_is_kept_by_language_and_form(
    client: httpx.AsyncClient, dist: Path, accepted: str
) -> None:
    async def page(**headers: str) -> httpx.Response:
        return await client.get("/", headers={"Accept-Encoding": accepted, **headers})

    russian, english = await page(), await page(**{"Accept-Language": "en"})
    tag = russian.headers["etag"]
    again = await page(**{"If-None-Match": tag})
    other = await page(**{"If-None-Match": tag, "Accept-Language": "en"})
    (dist / "office" / "index.html").write_text(OFFICE_PAGE + "<!-- anew -->")
    anew = await page(**{"If-None-Match": tag})

    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert (other.status_code, other.text) == (200, english.text)
    assert (anew.status_code, anew.text.endswith("<!-- anew -->")) == (200, True)
    assert tag != english.headers["etag"]


async def test_the_offices_page_is_packed_for_whom_takes_it(client: httpx.AsyncClient) -> None:
    plain = await client.get("/", headers={"Accept-Encoding": "br, gzip;q=0"})
    packed = await client.get("/", headers={"Accept-Encoding": "br, gzip"})

    assert "content-encoding" not in plain.headers
    assert packed.headers["content-encoding"] == "gzip"
    assert packed.text == plain.text
    assert int(packed.headers["content-length"]) < len(plain.content)
    assert packed.headers["etag"] != plain.headers["etag"]


@pytest.mark.parametrize(("headers", "language"), [
    ({}, "ru"),
    ({"Accept-Language": "en-GB,en;q=0.9"}, "en"),
    ({"Accept-Language": "en", "Cookie": "vitrazh_language=ru"}, "ru"),
])  # fmt: skip
async def test_the_office_says_its_language(
    client: httpx.AsyncClient, headers: dict[str, str], language: str
) -> None:
    page = await client.get("/", headers=headers)

    assert f'<html lang="{language}">' in page.text
    assert page.headers["content-language"] == language
    assert {"Accept-Language", "Cookie"} <= set(page.headers["vary"].split(", "))


async def test_links_to_the_sandboxes_stand_only_where_they_are_set(
    client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    without = (await client.get("/")).text
    monkeypatch.setenv("VITRAZH_LINK_SMS", "http://127.0.0.1:8026")
    page = (await client.get("/")).text

    assert 'name="vitrazh-links" content="{}"' in without
    assert "{&quot;sms&quot;: &quot;http://127.0.0.1:8026&quot;}" in page


@pytest.mark.parametrize(("path", "media", "kept"), [
    (SCRIPT_AT, "text/javascript; charset=utf-8", "public, max-age=31536000, immutable"),
    ("/assets/office-1a.css", "text/css; charset=utf-8", "public, max-age=31536000, immutable"),
    ("/logo.svg", "image/svg+xml", "no-cache"),
    ("/shop/assets/shop-2b.js", "text/javascript; charset=utf-8",
     "public, max-age=31536000, immutable"),
    ("/shop/sw.js", "text/javascript; charset=utf-8", "no-cache"),
    ("/shop/manifest.webmanifest", "application/manifest+json", "no-cache"),
    ("/shop/icon-192.png", "image/png", "no-cache"),
])  # fmt: skip
async def test_a_file_says_what_it_is_and_how_long_it_is_kept(
    client: httpx.AsyncClient, path: str, media: str, kept: str
) -> None:
    file = await client.get(path)

    assert file.status_code == 200
    assert file.headers["content-type"] == media
    assert file.headers["cache-control"] == kept
    assert file.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("path", [SCRIPT_AT, "/shop/sw.js", "/shop/", "/"])
async def test_what_the_browser_has_is_not_sent_again(client: httpx.AsyncClient, path: str) -> None:
    tag = (await client.get(path)).headers["etag"]

    for known in (tag, f'"other", W/{tag}', "*"):
        again = await client.get(path, headers={"If-None-Match": known})
        assert (again.status_code, again.content) == (304, b""), known
        assert again.headers["etag"] == tag
    assert (await client.get(path, headers={"If-None-Match": '"other"'})).status_code == 200


async def test_a_file_comes_in_the_smallest_form_that_is_taken(client: httpx.AsyncClient) -> None:
    async def body(accepted: str) -> tuple[str | None, bytes]:
        async with client.stream("GET", SCRIPT_AT, headers={"Accept-Encoding": accepted}) as file:
            assert file.headers["vary"] == "Accept-Encoding"
            assert file.headers["content-type"].startswith("text/javascript")
            raw = b"".join([piece async for piece in file.aiter_raw()])
            assert file.headers["content-length"] == str(len(raw))
            return file.headers.get("content-encoding"), raw

    assert await body("gzip, br") == ("br", BR)
    assert await body("br;q=0, gzip") == ("gzip", gzip.compress(SCRIPT.encode()))
    assert await body("zstd") == (None, SCRIPT.encode())
    assert "vary" not in (await client.get("/logo.svg")).headers


@pytest.mark.parametrize("path", [SCRIPT_AT, "/", "/shop/", "/orders/1"])
async def test_a_head_has_the_length_and_no_body(client: httpx.AsyncClient, path: str) -> None:
    whole = await client.get(path, headers=PAGE)
    head = await client.head(path, headers=PAGE)

    assert head.status_code == 200
    assert head.content == b""
    assert head.headers["content-length"] == whole.headers["content-length"]


MISSING = (
    "/assets/gone-3c.js", "/shop/assets/gone-3c.js", "/favicon.png", "/shop/old-sw.js",
    "/assets/office-1a.js.br", "/assets/", "/.env", "/secret.txt", "/office/index.html",
)  # fmt: skip
STRANGE = (
    "/../secret.txt", "/%2e%2e/secret.txt", "/assets/..%2f..%2fsecret.txt", "/shop/../secret.txt",
    "/shop/%2e%2e/%2e%2e/secret.txt", "/a%5c..%5csecret.txt", "/%00", "/a%0d%0ab", "/%ff%fe",
    "//secret.txt", "/x//y", "/%c0%ae%c0%ae/secret.txt", "/" + "x" * 5000 + ".js",
)  # fmt: skip


@pytest.mark.parametrize("path", [*MISSING, *STRANGE], ids=ascii)
async def test_what_is_not_there_is_a_problem_and_no_page(
    client: httpx.AsyncClient, path: str
) -> None:
    answer = await client.request(
        "GET", httpx.URL("http://door", raw_path=path.encode()), headers=PAGE
    )

    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["code"] == "not-found"


async def test_a_script_that_asks_for_a_page_gets_none(client: httpx.AsyncClient) -> None:
    assert (await client.get("/orders/1", headers={"Accept": "*/*"})).status_code == 404
    assert (await client.get("/shop/orders/1", headers={"Accept": "*/*"})).status_code == 404


async def test_pages_are_only_read(client: httpx.AsyncClient) -> None:
    answer = await client.post("/", headers=PAGE)

    assert answer.status_code == 405
    assert answer.json()["code"] == "method-not-allowed"


@pytest.mark.parametrize("path", ["/api/session", "/api", "/health/live", "/favicon.ico"])
async def test_the_gateways_routes_are_left_to_it(client: httpx.AsyncClient, path: str) -> None:
    assert (await client.get(path, headers=PAGE)).status_code == 418


@pytest.mark.parametrize("path", ["/", "/orders/1", "/shop/", "/shop/orders/1"])
@pytest.mark.parametrize(("accepted", "says"), [("ru", "ещё не собраны"), ("en", "not built yet")])
async def test_without_a_build_a_page_says_what_to_run(
    client: httpx.AsyncClient, dist: Path, path: str, accepted: str, says: str
) -> None:
    for app in ("office", "workshop"):
        (dist / app / "index.html").unlink()

    page = await client.get(path, headers={**PAGE, "Accept-Language": accepted})

    assert page.status_code == 503
    assert page.headers["cache-control"] == "no-store"
    assert f'<html lang="{accepted}">' in page.text
    assert says in page.text
    assert "make web" in page.text
    assert (await client.get("/assets/a.js", headers=PAGE)).status_code == 404


async def test_a_new_build_is_served_at_once(client: httpx.AsyncClient, dist: Path) -> None:
    await client.get("/")
    (dist / "office" / "index.html").write_text("built anew")

    assert (await client.get("/")).text == "built anew"


async def test_requests_are_counted(client: httpx.AsyncClient) -> None:
    counted = handled.labels("GET", "pages", 200)
    before = counted._sum.get()

    await client.get("/")

    assert counted._sum.get() > before
