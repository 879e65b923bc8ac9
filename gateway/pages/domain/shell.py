"""What the first page of an app is filled with for one reader, and what it may load."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import Final

LANGUAGES: Final = ("ru", "en")
LINKS: Final = ("mail", "sms", "traces")
LANGUAGE_HERE: Final = "__LANG__"
LINKS_HERE: Final = "__LINKS__"


CSP: Final = (
    "default-src 'self'; script-src 'self'; style-src 'self'; "
    "img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; "
    "manifest-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'"
)
"""The policy of our pages: own files alone, no script or style that stands in the page itself."""


def links_in(environment: Mapping[str, str]) -> dict[str, str]:
    """Return the pages beside ours by `VITRAZH_LINK_MAIL`, `…_SMS` and `…_TRACES`."""
    found = ((name, environment.get(f"VITRAZH_LINK_{name.upper()}", "")) for name in LINKS)
    return {name: address for name, address in found if address.startswith(("http://", "https://"))}


def language_of(kept: str | None, accepted: str) -> str:
    """Return the page's language: the one chosen before, or the browser's."""
    return kept if kept in LANGUAGES else accepted


@dataclass(frozen=True, slots=True)
class Reader:
    """For whom a page is made: his language, and the demo's links."""

    language: str
    links: Mapping[str, str]

    def filled(self, page: str) -> str:
        """Return the built page with his values in their places."""
        links = escape(json.dumps(dict(self.links)))
        return page.replace(LANGUAGE_HERE, self.language).replace(LINKS_HERE, links)
