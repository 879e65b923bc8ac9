"""What stands on a page for one reader, and what his browser may load for it."""

from html.parser import HTMLParser

import orjson
import pytest

from gateway.pages.domain.shell import Reader, csp, language_of, links_in
from tests.gateway.pages.build import OFFICE_PAGE

LINKS = {"mail": 'http://127.0.0.1:8025/?a=1&b="><script>'}


class Metas(HTMLParser):
    """The `meta` elements of a page, by name, and the tags that it opens."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.content: dict[str, str] = {}
        self.tags: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        given = dict(attrs)
        if tag == "meta" and given.get("name"):
            self.content[given["name"] or ""] = given.get("content") or ""


def test_every_place_is_filled() -> None:
    page = Reader("en", "n0nce", {}).filled(OFFICE_PAGE)

    assert "__" not in page
    assert '<html lang="en">' in page
    assert page.count("n0nce") == 2
    assert Metas(page).content["vitrazh-links"] == "{}"


def test_links_come_through_as_they_are_and_add_nothing_to_the_page() -> None:
    metas = Metas(Reader("ru", "n", LINKS).filled(OFFICE_PAGE))

    assert orjson.loads(metas.content["vitrazh-links"]) == LINKS
    assert metas.tags == Metas(OFFICE_PAGE).tags


def test_a_link_is_not_filled_itself() -> None:
    page = Reader("ru", "n", {"mail": "http://x/__NONCE__"}).filled(OFFICE_PAGE)

    assert "http://x/__NONCE__" in page


def test_only_web_addresses_become_links() -> None:
    environment = {
        "VITRAZH_LINK_MAIL": "http://127.0.0.1:8025",
        "VITRAZH_LINK_SMS": "javascript:alert(1)",
        "VITRAZH_LINK_OTHER": "http://x",
    }

    assert links_in(environment) == {"mail": "http://127.0.0.1:8025"}


@pytest.mark.parametrize(
    ("kept", "accepted", "spoken"),
    [(None, "ru", "ru"), ("en", "ru", "en"), ("de", "ru", "ru"), ("<script>", "en", "en")],
)
def test_what_was_chosen_comes_before_the_browsers(
    kept: str | None, accepted: str, spoken: str
) -> None:
    assert language_of(kept, accepted) == spoken


def rules(policy: str) -> dict[str, list[str]]:
    return {name: sources for name, *sources in (item.split() for item in policy.split(";"))}


@pytest.mark.parametrize("nonce", [None, "n0nce"])
def test_nothing_of_another_host_and_no_inline_script(nonce: str | None) -> None:
    policy = rules(csp(nonce))
    allowed = {source for sources in policy.values() for source in sources}

    assert allowed <= {"'self'", "'none'", "data:", "blob:", "'nonce-n0nce'"}
    assert policy["script-src"] == policy["default-src"] == policy["connect-src"] == ["'self'"]
    for name in ("object-src", "base-uri", "frame-ancestors"):
        assert policy[name] == ["'none'"]


def test_a_nonce_allows_styles_and_nothing_else() -> None:
    with_it, without = rules(csp("n0nce")), rules(csp())

    assert with_it.pop("style-src") == ["'self'", "'nonce-n0nce'"]
    assert without.pop("style-src") == ["'self'"]
    assert with_it == without
