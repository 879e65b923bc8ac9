"""`GET /api/feed`: the stream of events, as a raw ASGI endpoint."""

import asyncio
from collections.abc import Awaitable, Callable, MutableMapping
from random import random
from typing import Any
from urllib.parse import parse_qs

from starlette.datastructures import Headers
from starlette.responses import Response

from chassis.actor import Actor
from chassis.errors import DomainError, Unavailable
from chassis.http.context import language_of
from chassis.http.problems import MethodNotAllowed, database_refusal, problem
from chassis.telemetry import log as logger
from gateway.feed.domain import reader_of
from gateway.feed.ports import Authenticate, Log
from gateway.feed.queries import Hub, Reader, opening

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]

BEAT_S = 15.0
CHECK_S = 4.0
GRID = 16
"""Checks of all streams fall on so many instants of a `CHECK_S`."""
SEND_S = 20.0
UNCHECKED_S = 60.0
"""How long a stream lives when sessions cannot be looked up (then nobody can revoke one either)."""
MAX_READERS = 2_000
HEADERS = [
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"cache-control", b"no-store"),
    (b"x-accel-buffering", b"no"),
]


class FeedFull(Unavailable):
    """This gateway holds as many streams as it can."""

    code = "feed-full"
    ru = "Слишком много подключений, повторите через несколько секунд"
    en = "Too many open streams, try again in a few seconds"


class Feed:
    """The endpoint. `authenticate` is asked at the start and every few seconds."""

    def __init__(self, hub: Hub, log: Log, authenticate: Authenticate) -> None:
        self._hub = hub
        self._log = log
        self._authenticate = authenticate
        self.beat_s = BEAT_S
        self.check_s = CHECK_S

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one stream until the reader leaves, is cut off or loses his rights."""
        try:
            actor, reader = await self._admit(scope)
        except Exception as error:  # noqa: BLE001 - a mistake of ours is raised again inside
            await refusal(scope, error)(scope, receive, send)
            return
        await send({"type": "http.response.start", "status": 200, "headers": HEADERS})
        stream = asyncio.create_task(self._stream(send, reader, _cursor(scope)))
        watchers = {
            asyncio.create_task(_gone(receive)),
            asyncio.create_task(self._watch(scope, actor, reader)),
            asyncio.create_task(reader.ended()),
        }
        try:
            await asyncio.wait({stream, *watchers}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            await _cancel({stream, *watchers})
        await _finish(send)

    async def _admit(self, scope: Scope) -> tuple[Actor, Reader]:
        if scope["method"] != "GET":
            raise MethodNotAllowed
        actor = await self._authenticate(scope)
        reader = Reader(reader_of(actor))
        if self._hub.stopping or len(self._hub) >= MAX_READERS:
            raise FeedFull
        return actor, reader

    async def _stream(self, send: Send, reader: Reader, cursor: str | None) -> None:
        while not await self._hub.standing(self.beat_s):
            await _send(send, self._hub.link_event(up=False))
        with self._hub.join(reader) as start:
            async for piece in opening(self._hub, self._log, reader, start, cursor):
                await _send(send, piece)
            if not self._hub.linked:
                await _send(send, self._hub.link_event(up=False))
            await reader.wait(self.beat_s)
            while reader.over is None:  # a beat after the end would move him past what was dropped
                await _send(send, reader.take() or self._hub.beat_event(reader.floor))
                await reader.wait(self.beat_s)

    def _to_next_check(self) -> float:
        """Return the seconds to this stream's next check: spread, but on a grid.

        Streams that meet on one point of the grid are looked up by one query; with each at an
        instant of its own, 300 idle streams cost 14 % of a core.
        """
        now, grid = asyncio.get_running_loop().time(), self.check_s / GRID
        latest = now + self.check_s * (1 - random() / 4)  # noqa: S311 - spreads them only
        return max(latest // grid * grid - now, 0.0)

    async def _watch(self, scope: Scope, actor: Actor, reader: Reader) -> None:
        """End the stream when the session or device was revoked, or its rights changed."""
        unchecked = 0.0
        while unchecked < UNCHECKED_S:
            await asyncio.sleep(self._to_next_check())
            try:
                now = await self._authenticate(scope)
            except DomainError as error:
                if isinstance(error, Unavailable):
                    unchecked += self.check_s
                    continue
                reader.end("revoked")
                return
            except Exception as error:  # noqa: BLE001 - a lost database must not cut all at once
                unchecked += self.check_s
                logger().warning("feed-session-unchecked", error=type(error).__name__)
                continue
            unchecked = 0.0
            if _rights(now) != _rights(actor):
                reader.end("rights-changed")
                return
        reader.end("unchecked")


def refusal(scope: Scope, error: Exception) -> Response:
    """Return the problem that answers this request.

    Raises:
        Exception: it is no refusal and no lost database but a mistake of ours.
    """
    known = error if isinstance(error, DomainError) else database_refusal(error)
    if known is None:
        raise error
    language = language_of(Headers(scope=scope).get("accept-language", ""))
    return problem(known, language, instance=scope["path"])


def _rights(actor: Actor) -> tuple[object, ...]:
    return actor.subject, actor.roles, actor.grants, actor.office_id, actor.shop


def _cursor(scope: Scope) -> str | None:
    """Where the reader stood: the browser's header, or the query for clients that cannot set it."""
    for name, value in scope["headers"]:
        if name == b"last-event-id":
            return str(value, "latin-1")
    asked = parse_qs(str(scope.get("query_string", b""), "latin-1")).get("last_event_id")
    return asked[0] if asked else None


async def _send(send: Send, body: bytes) -> None:
    if body:
        async with asyncio.timeout(SEND_S):
            await send({"type": "http.response.body", "body": body, "more_body": True})


async def _gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


async def _cancel(tasks: set[asyncio.Task[None]]) -> None:
    for task in tasks:
        task.cancel()
    for outcome in await asyncio.gather(*tasks, return_exceptions=True):
        if isinstance(outcome, Exception) and not isinstance(outcome, TimeoutError | OSError):
            logger().error("feed-stream-failed", exc_info=outcome)


async def _finish(send: Send) -> None:
    """End the response; a reader who takes nothing any more is left to the server to drop."""
    try:
        async with asyncio.timeout(1):
            await send({"type": "http.response.body", "body": b"", "more_body": False})
    except (TimeoutError, OSError):
        return
