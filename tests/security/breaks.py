"""The breaks themselves: each takes one guard out of a process that has not begun yet.

Some guards are taken over by name when a module is read, so a break imports no more than it breaks.
"""
# ruff: noqa: PLC0415

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

AGES = timedelta(days=3650)
WITHOUT_END = 1 << 40


def fixation() -> None:
    """Whoever signs in goes on under the session that his browser brought."""
    from sqlalchemy import update

    from chassis.db import Db
    from gateway.access import tables
    from gateway.access.commands import sessions
    from gateway.access.domain.proof import digest

    honest, ids = sessions._open_session, tables.sessions.c

    async def adopting(db: Db, staff_id: UUID, visitor: sessions.Visitor) -> sessions.SignedIn:
        made = await honest(db, staff_id, visitor)
        if visitor.session is None:
            return made
        mine = update(tables.sessions).where(ids.token_hash == digest(made.session))
        await db.execute(mine.values(token_hash=digest(visitor.session)))
        return replace(made, session=visitor.session)

    sessions._open_session = adopting


def sign_out_ends_nothing() -> None:
    """The cookie goes, the session stays."""
    from gateway.access.commands import sessions

    sessions.sign_out = _nothing


def nobody_is_signed_out() -> None:
    """A new password or role, or leaving, ends no session."""
    from gateway.access.commands import staff

    staff.end_sessions = _nothing


def ageless() -> None:
    """Sessions last."""
    from gateway.access.domain import proof

    proof.SESSION_IDLE = proof.SESSION_LONGEST = AGES  # type: ignore[misc]


def long_memory() -> None:
    """The door believes for ten minutes what it once looked up."""
    from gateway.guard import commands

    commands.REMEMBERED_S = 600.0  # type: ignore[misc]


def deaf_streams() -> None:
    """An open stream is never asked again whether it may go on."""
    from gateway.feed.http import stream

    stream.CHECK_S = 600.0


def open_cookies() -> None:
    """Scripts read every cookie."""
    from starlette.responses import Response

    honest = Response.set_cookie

    def readable(self: Response, *words: Any, **more: Any) -> None:
        honest(self, *words, **(more | {"httponly": False}))

    Response.set_cookie = readable  # type: ignore[method-assign]


def plain_secrets() -> None:
    """What is stored of a secret is the secret."""
    from gateway.access.domain import proof

    proof.digest = str.encode  # type: ignore[assignment]


def any_body() -> None:
    """Bodies are as long as one likes."""
    from chassis import service
    from gateway.proxy import domain

    service.MAX_JSON_BYTES = WITHOUT_END
    domain.MAX_JSON = WITHOUT_END  # type: ignore[misc]


def any_page() -> None:
    """Pages are as long as one likes."""
    from chassis.http import paging

    paging._page_params.__annotations__["limit"] = int


def any_head() -> None:
    """Heads are as long as one likes."""
    from chassis import wire

    wire.HEAD_BYTES = WITHOUT_END  # type: ignore[misc]


def every_mistake() -> None:
    """Each of a hundred thousand mistakes in a body is told."""
    from chassis.http import problems

    problems.MOST_ERRORS = WITHOUT_END


def echoed_host() -> None:
    """Answers repeat by which name they were asked."""
    from starlette.responses import Response
    from starlette.types import Receive, Scope, Send

    honest = Response.__call__

    async def telling(self: Response, scope: Scope, receive: Receive, send: Send) -> None:
        asked = dict(scope["headers"]).get(b"host", b"")
        self.raw_headers.append((b"content-location", b"http://" + asked + b"/"))
        await honest(self, scope, receive, send)

    Response.__call__ = telling  # type: ignore[method-assign]


def two_readings() -> None:
    """A body measured twice is taken; what is read as a second request shifts the next answer."""
    from yarl import URL

    from chassis.wire import BoundedHttp
    from gateway.proxy import domain
    from gateway.proxy.adapters.upstream import HttpUpstream

    honest, asked = BoundedHttp.__init__, HttpUpstream._first_answer
    smuggled: list[bool] = []

    def lenient(self: BoundedHttp, *words: Any, **more: Any) -> None:
        honest(self, *words, **more)
        self.parser.set_dangerous_leniencies(lenient_headers=True, lenient_chunked_length=True)

    async def shifted(self: HttpUpstream, method: str, url: URL, headers: Any, body: Any) -> Any:
        if headers.pop("transfer-encoding", None):
            smuggled.append(True)
        elif smuggled and smuggled.pop():
            url = url.with_path("/api/work-orders/smuggled")
        return await asked(self, method, url, headers, body)

    BoundedHttp.__init__ = lenient  # type: ignore[method-assign]
    HttpUpstream._first_answer = shifted  # type: ignore[method-assign]
    domain._NOT_SENT -= {b"transfer-encoding"}  # type: ignore[misc]


async def _nothing(*_: object, **__: object) -> None:
    return
