"""What stands on a page for one reader, and what his browser may load for it."""

from html.parser import HTMLParser

import orjson
import pytest

from gateway.pages.domain.shell import CSP, Reader, language_of, links_in
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
    page = Reader("en", {}).filled(OFFICE_PAGE)

    assert "__" not in page
    assert '<html lang="en">' in page
    assert Metas(page).content["vitrazh-links"] == "{}"


def test_links_come_through_as_they_are_and_add_nothing_to_the_page() -> None:
    metas = Metas(Reader("ru", LINKS).filled(OFFICE_PAGE))

    assert orjson.loads(metas.content["vitrazh-links"]) == LINKS
    assert metas.tags == Metas(OFFICE_PAGE).tags


def test_a_link_is_not_filled_itself() -> None:
    page = Reader("ru", {"mail": "http://x/__LANG__"}).filled(OFFICE_PAGE)

    assert "http://x/__LANG__" in page


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


def test_nothing_of_another_host_and_nothing_that_stands_in_the_page() -> None:
    policy = rules(CSP)
    allowed = {source for sources in policy.values() for source in sources}

    assert allowed <= {"'self'", "'none'", "data:", "blob:"}
    for name in ("default-src", "script-src", "style-src", "connect-src"):
        assert policy[name] == ["'self'"]
    for name in ("object-src", "base-uri", "frame-ancestors"):
        assert policy[name] == ["'none'"]
