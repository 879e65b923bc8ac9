"""Which app an address belongs to, what may be called so, and how long a browser keeps it."""

from pathlib import Path

import pytest

from gateway.pages.domain.site import (
    BUILD,
    MEDIA,
    OFFICE,
    WORKSHOP,
    app_at,
    build_in,
    encodings_in,
    is_ours,
    keeping,
    media_of,
    names_a_file,
    parts_of,
    takes_a_page,
)


@pytest.mark.parametrize("path", ["/", "/orders/1", "/shop", "/apis", "/healthy", "/assets/a.js"])
def test_pages_and_files_are_answered_by_the_apps(path: str) -> None:
    assert is_ours(path)


@pytest.mark.parametrize(
    "path",
    [
        "/api",
        "/api/",
        "/api/none",
        "/health/live",
        "/static/logo.svg",
        "/favicon.ico",
        "/metrics",
        "/version",
        "*",
    ],
)
def test_what_the_gateway_answers_itself_is_left_to_it(path: str) -> None:
    assert not is_ours(path)


def test_the_workshop_lives_under_its_own_address() -> None:
    assert app_at("/shop/") is app_at("/shop/orders/1") is WORKSHOP
    assert app_at("/") is app_at("/shopping") is OFFICE


@pytest.mark.parametrize(("path", "parts"), [
    ("/", ()),
    ("/orders/1", ("orders", "1")),
    ("/orders/", ("orders",)),
    ("/orders/Л-0417", ("orders", "Л-0417")),
])  # fmt: skip
def test_an_address_is_names_between_slashes(path: str, parts: tuple[str, ...]) -> None:
    assert parts_of(path, OFFICE) == parts


def test_an_address_of_the_workshop_is_read_below_its_own() -> None:
    assert parts_of("/shop/", WORKSHOP) == ()
    assert parts_of("/shop/assets/a.js", WORKSHOP) == ("assets", "a.js")


@pytest.mark.parametrize(
    "path",
    [
        "//", "//evil.example", "/a//b", "/..", "/../x", "/a/../../x", "/.env", "/a/.git/config",
        "/a\\..\\x", "/a\0b", "/a\nb", "/\x7f", "/\ufffd", "/\u202e", "/" + chr(0xD800),
    ],
)  # fmt: skip
def test_what_nothing_of_ours_is_called_is_no_address(path: str) -> None:
    assert parts_of(path, OFFICE) is None


@pytest.mark.parametrize("path", ["/", "/orders/1", "/v1.2/orders"])
def test_a_page_is_no_file(path: str) -> None:
    assert not names_a_file(parts_of(path, OFFICE) or ())


@pytest.mark.parametrize("path", ["/sw.js", "/assets", "/assets/deep/page"])
def test_a_file_is_no_page(path: str) -> None:
    assert names_a_file(parts_of(path, OFFICE) or ())


def test_only_files_named_after_their_content_are_kept_for_ever() -> None:
    assert "immutable" in keeping(("assets", "a-1.js"))
    assert keeping(("sw.js",)) == keeping(("icons", "assets.png")) == "no-cache"


def test_a_browser_is_told_what_a_file_is() -> None:
    assert media_of("sw.js").startswith("text/javascript")
    assert media_of("manifest.webmanifest") == "application/manifest+json"
    assert media_of("LOGO.SVG") == "image/svg+xml"
    assert media_of("a.exe") == media_of("noname") == "application/octet-stream"
    assert all(kind.isascii() and "/" in kind for kind in MEDIA.values())


@pytest.mark.parametrize(("accepted", "taken"), [
    ("", ()),
    ("gzip, deflate, br, zstd", ("br", "gzip")),
    ("gzip", ("gzip",)),
    ("GZIP;q=0.5, BR;q=0", ("gzip",)),
    ("br;q=0.0, *", ("gzip",)),
    ("*;q=0", ()),
    ("identity", ()),
    ("br;q=0.001", ("br",)),
])  # fmt: skip
def test_a_browser_gets_what_it_can_unpack(accepted: str, taken: tuple[str, ...]) -> None:
    assert encodings_in(accepted) == taken


def test_only_who_goes_to_an_address_takes_a_page() -> None:
    assert takes_a_page("text/html,application/xhtml+xml;q=0.9,*/*;q=0.8")
    assert not takes_a_page("*/*")
    assert not takes_a_page("")


def test_the_build_is_where_the_setting_says_or_in_the_repository(tmp_path: Path) -> None:
    assert build_in({"VITRAZH_WEB_DIST": str(tmp_path)}) == tmp_path
    assert build_in({}) == build_in({"VITRAZH_WEB_DIST": ""}) == BUILD
    assert BUILD.parts[-2:] == ("web", "dist")
    assert (BUILD.parents[1] / "gateway").is_dir()
