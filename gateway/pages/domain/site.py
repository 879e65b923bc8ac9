"""Addresses of the two web apps, and what a file of them tells the browser."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

BUILD: Final = Path(__file__).parents[3] / "web" / "dist"
OURS_NOT: Final = frozenset({"api", "favicon.ico", "health", "metrics", "static", "version"})
"""First parts of the addresses that the gateway's own routes answer."""
SHELL: Final = "index.html"
ASSETS: Final = "assets"
ENCODINGS: Final = {"br": ".br", "gzip": ".gz"}
"""Ways in which the build may have compressed a file beforehand, the smallest first."""
FOR_EVER: Final = "public, max-age=31536000, immutable"
ASK_FIRST: Final = "no-cache"
_REFUSED: Final = re.compile(r"q\s*=\s*0(\.0*)?")
MEDIA: Final = {
    "css": "text/css; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "ico": "image/x-icon",
    "jpg": "image/jpeg",
    "js": "text/javascript; charset=utf-8",
    "json": "application/json",
    "m4a": "audio/mp4",
    "mp3": "audio/mpeg",
    "ogg": "audio/ogg",
    "png": "image/png",
    "svg": "image/svg+xml",
    "txt": "text/plain; charset=utf-8",
    "wav": "audio/wav",
    "webmanifest": "application/manifest+json",
    "webp": "image/webp",
    "woff2": "font/woff2",
}
"""By ending; a table of ours, since the system's differs from machine to machine."""


@dataclass(frozen=True, slots=True)
class App:
    """One web app: its folder in the build, and the address under which it lives."""

    folder: str
    base: str


OFFICE: Final = App("office", "/")
WORKSHOP: Final = App("workshop", "/shop/")


def build_in(environment: Mapping[str, str]) -> Path:
    """Return the folder of the built apps: `VITRAZH_WEB_DIST`, or the repository's own."""
    named = environment.get("VITRAZH_WEB_DIST", "")
    return Path(named) if named else BUILD


def is_ours(path: str) -> bool:
    """Whether a web app answers this address, and no route of the gateway."""
    return path.startswith("/") and path[1:].partition("/")[0] not in OURS_NOT


def app_at(path: str) -> App:
    """Return the app that lives at this address."""
    return WORKSHOP if path.startswith(WORKSHOP.base) else OFFICE


def parts_of(path: str, app: App) -> tuple[str, ...] | None:
    """Return the names between the slashes, below the app's own address.

    None: no page or file of ours can be called so (`..`, a hidden file, `//`, a control character,
    bytes that are no text).
    """
    below = path.removeprefix(app.base)
    if below == "":
        return ()
    parts = tuple(below.removesuffix("/").split("/"))
    return parts if all(map(_is_plain, parts)) else None


def _is_plain(part: str) -> bool:
    odd = not part.isprintable() or "\\" in part or "\ufffd" in part
    return part != "" and not odd and not part.startswith(".")


def names_a_file(parts: tuple[str, ...]) -> bool:
    """Whether a file is meant: if it is not there, no page of the app takes its place."""
    return parts != () and (parts[0] == ASSETS or "." in parts[-1])


def media_of(name: str) -> str:
    """Return what a file of this name is."""
    return MEDIA.get(name.rpartition(".")[2].lower(), "application/octet-stream")


def keeping(parts: tuple[str, ...]) -> str:
    """Return how long a browser may keep a file: names in `assets` change with their content."""
    return FOR_EVER if parts[0] == ASSETS else ASK_FIRST


def encodings_in(accepted: str) -> tuple[str, ...]:
    """Return which of our encodings an Accept-Encoding header takes, the smallest first."""
    takes: dict[str, bool] = {}
    for item in accepted.lower().split(","):
        name, _, parameter = item.partition(";")
        takes[name.strip()] = not _REFUSED.fullmatch(parameter.strip())
    return tuple(name for name in ENCODINGS if takes.get(name, takes.get("*", False)))


def takes_a_page(accept: str) -> bool:
    """Whether a person goes to an address: scripts and pictures do not ask for HTML."""
    return "text/html" in accept.lower()
