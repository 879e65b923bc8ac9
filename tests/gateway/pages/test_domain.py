"""The page's language, and its links."""

import pytest

from gateway.pages.domain import Link, language_of, links_of, other_language


@pytest.mark.parametrize(
    ("kept", "accepted", "spoken"),
    [(None, "ru", "ru"), ("en", "ru", "en"), ("de", "ru", "ru"), ("<script>", "en", "en")],
)
def test_what_was_chosen_comes_before_the_browsers(
    kept: str | None, accepted: str, spoken: str
) -> None:
    assert language_of(kept, accepted) == spoken


def test_the_switch_offers_the_other_language() -> None:
    assert (other_language("ru"), other_language("en")) == ("en", "ru")


def test_only_web_addresses_become_links() -> None:
    environment = {
        "VITRAZH_LINK_MAIL": "http://127.0.0.1:8025",
        "VITRAZH_LINK_SMS": "javascript:alert(1)",
        "VITRAZH_LINK_OTHER": "http://x",
    }

    assert links_of(environment) == (Link("mail", "http://127.0.0.1:8025"),)
