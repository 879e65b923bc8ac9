"""The built web apps: their files, and their first page at every address that is a page of theirs."""

import gzip
import os
import time
from hashlib import sha256
from pathlib import Path
from typing import Final

from anyio.to_thread import run_sync
from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from chassis.errors import DomainError, NotFound
from chassis.http.context import language_of as accepted_language
from chassis.http.problems import MethodNotAllowed, problem
from chassis.telemetry import handled
from gateway.pages.domain.shell import Reader, language_of, links_in
from gateway.pages.domain.site import (
    OFFICE,
    SHELL,
    WORKSHOP,
    App,
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
from gateway.pages.queries import File, find, words

LANGUAGE_COOKIE: Final = "vitrazh_language"
LEAST: Final = 1_000
"""Bytes of a page that are worth packing; less fits into one packet anyway."""
_templates = Environment(
    loader=FileSystemLoader(Path(__file__).parents[1] / "templates"),
    autoescape=select_autoescape(),
    undefined=StrictUndefined,
    trim_blocks=True,
)


class Pages:
    """Pure ASGI: answers what belongs to a web app, passes the rest on to the gateway's routes."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http" or not is_ours(scope["path"]):
            await self._app(scope, receive, send)
            return
        begun = time.perf_counter()
        response = await _Visit(Request(scope)).answer()
        await response(scope, receive, send)
        method = scope["method"] if scope["method"] in {"GET", "HEAD"} else "other"
        handled.labels(method, "pages", response.status_code).observe(time.perf_counter() - begun)


class _Visit:
    """One request for a page or a file."""

    def __init__(self, request: Request) -> None:
        self._request = request
        self._path: str = request.scope["path"]
        self._app: App = app_at(self._path)
        self._folder = build_in(os.environ) / self._app.folder
        self._language = language_of(
            request.cookies.get(LANGUAGE_COOKIE),
            accepted_language(request.headers.get("accept-language", "")),
        )

    async def answer(self) -> Response:
        """Return the answer; a refusal is a problem, never a bare 500."""
        try:
            return await self._answer()
        except DomainError as error:
            return problem(error, self._language, instance=self._path)

    async def _answer(self) -> Response:
        if self._request.method not in {"GET", "HEAD"}:
            raise MethodNotAllowed
        if self._path == WORKSHOP.base.rstrip("/"):
            query = self._request.url.query
            return RedirectResponse(WORKSHOP.base + ("?" + query if query else ""), 307)
        parts = parts_of(self._path, self._app)
        if parts is None:
            raise NotFound
        if parts in {(), (SHELL,)}:
            return await self._shell()
        file = await self._find(parts)
        if file is not None:
            return self._file(parts, file)
        if names_a_file(parts) or not takes_a_page(self._request.headers.get("accept", "")):
            raise NotFound
        return await self._shell()

    async def _find(self, parts: tuple[str, ...]) -> File | None:
        accepted = encodings_in(self._request.headers.get("accept-encoding", ""))
        return await run_sync(find, self._folder, parts, accepted)

    async def _shell(self) -> Response:
        """The app's first page: the office's in this reader's language, the workshop's as built."""
        if self._app is not OFFICE:
            file = await self._find((SHELL,))
            return _absent(self._language) if file is None else self._file((SHELL,), file)
        built = await run_sync(find, self._folder, (SHELL,))
        if built is None:
            return _absent(self._language)
        page = Reader(self._language, links_in(os.environ)).filled(built.content.decode()).encode()
        accepted = encodings_in(self._request.headers.get("accept-encoding", ""))
        packed = "gzip" in accepted and len(page) >= LEAST
        headers = {
            "Cache-Control": "no-cache",
            "Content-Language": self._language,
            "ETag": f'"{sha256(page).hexdigest()[:20]}{"-gzip" if packed else ""}"',
            "Vary": "Accept-Language, Cookie, Accept-Encoding",
        }
        if _has(self._request.headers.get("if-none-match", ""), headers["ETag"]):
            return Response(status_code=304, headers=headers)
        if packed:
            headers["Content-Encoding"] = "gzip"
        return HTMLResponse(gzip.compress(page, mtime=0) if packed else page, headers=headers)

    def _file(self, parts: tuple[str, ...], file: File) -> Response:
        headers = {"Cache-Control": keeping(parts), "ETag": file.tag}
        if file.varies:
            headers["Vary"] = "Accept-Encoding"
        if _has(self._request.headers.get("if-none-match", ""), file.tag):
            return Response(status_code=304, headers=headers)
        if file.encoding is not None:
            headers["Content-Encoding"] = file.encoding
        headers["Content-Type"] = media_of(parts[-1])
        return Response(file.content, headers=headers)


def _has(if_none_match: str, tag: str) -> bool:
    """Whether a browser has the file already."""
    known = {item.strip().removeprefix("W/") for item in if_none_match.split(",")}
    return not known.isdisjoint({tag, "*"})


def _absent(language: str) -> Response:
    """Say what to run: the apps are not built."""
    page = _templates.get_template("absent.html").render(language=language, t=words(language))
    headers = {"Cache-Control": "no-store", "Content-Language": language, "Retry-After": "5"}
    return HTMLResponse(page, 503, headers)
