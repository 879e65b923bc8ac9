"""Which language a page speaks, and where its links lead."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

LANGUAGES: Final = ("ru", "en")
LINKS: Final = ("mail", "sms", "traces")


@dataclass(frozen=True, slots=True)
class Link:
    """A page beside ours: the mail sandbox, the SMS emulator, the traces."""

    name: str
    address: str


def links_of(environment: Mapping[str, str]) -> tuple[Link, ...]:
    """Return the links that `VITRAZH_LINK_MAIL`, `…_SMS` and `…_TRACES` name."""
    found = ((name, environment.get(f"VITRAZH_LINK_{name.upper()}", "")) for name in LINKS)
    return tuple(
        Link(name, address)
        for name, address in found
        if address.startswith(("http://", "https://"))
    )


def language_of(kept: str | None, accepted: str) -> str:
    """Return the page's language: the one chosen before, or the browser's."""
    return kept if kept in LANGUAGES else accepted


def other_language(language: str) -> str:
    """Return the one that the switch offers."""
    return next(other for other in LANGUAGES if other != language)
