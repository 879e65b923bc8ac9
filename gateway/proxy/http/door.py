"""A raw ASGI reverse proxy: streams both ways, signs who asks, and trusts no header of a caller."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, MutableMapping
from dataclasses import replace
from typing import Any

from opentelemetry import propagate
from opentelemetry.trace import SpanKind
from starlette.responses import Response

from chassis.actor import Actor
from chassis.errors import DomainError, TooLarge
from chassis.http.context import CORRELATION, language_of
from chassis.http.problems import MethodNotAllowed, database_refusal, problem
from chassis.ids import new_id
from chassis.telemetry import handled, log, span
from gateway.proxy.domain import (
    MAX_JSON,
    METHODS,
    HeaderList,
    body_limit,
    plain_path,
    returned,
    sent_on,
    service_of,
)
from gateway.proxy.ports import Answer, Authenticate, Signs, Upstream
from gateway.proxy.queries import PUBLIC, UPLOADS, route_table

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
BODY_PIECE_S = 30.0


class BodyTooSlow(DomainError):
    """The request's body stopped coming."""

    status = 408
    code = "body-too-slow"
    ru = "Запрос передаётся слишком медленно"
    en = "The request comes too slowly"


class Gone(Exception):
    """The caller left before his request was whole; there is nobody to answer."""


class Body:
    """A request's body, counted as it comes."""

    def __init__(self, receive: Receive, limit: int) -> None:
        self._receive = receive
        self._limit = limit
        self.failure: Exception | None = None
        """Why it could not be read to its end."""

    async def pieces(self) -> AsyncIterator[bytes]:
        """Yield the body as it comes.

        Raises:
            TooLarge: it grew over the limit.
            BodyTooSlow: nothing came for half a minute.
            Gone: the caller left.
        """
        taken = 0
        while True:
            message = await self._next()
            piece: bytes = message.get("body", b"")
            taken += len(piece)
            if taken > self._limit:
                raise self._fail(TooLarge(limit=self._limit))
            if piece:
                yield piece
            if not message.get("more_body", False):
                return

    async def content(
        self, headers: Mapping[bytes, bytes]
    ) -> tuple[HeaderList, bytes | AsyncIterator[bytes]]:
        """Return the length, if known, and the body: read whole if small, else to be streamed.

        A service thus never waits for a slow caller of ours.

        Raises:
            TooLarge: it says, or is, over the limit.
        """
        told = headers.get(b"content-length", b"")
        if told.isdigit() and int(told) > self._limit:
            raise TooLarge(limit=self._limit)
        if self._limit == MAX_JSON:
            content = b"".join([piece async for piece in self.pieces()])
            return [(b"content-length", str(len(content)).encode())], content
        return [(b"content-length", told)] if told.isdigit() else [], self.pieces()

    async def _next(self) -> MutableMapping[str, Any]:
        try:
            async with asyncio.timeout(BODY_PIECE_S):
                message = await self._receive()
        except TimeoutError as error:
            raise self._fail(BodyTooSlow()) from error
        if message["type"] == "http.disconnect":
            raise self._fail(Gone())
        return message

    def _fail(self, failure: Exception) -> Exception:
        self.failure = failure
        return failure


class Proxy:
    """Sends on what belongs to a service; `owns` tells what does."""

    def __init__(
        self,
        upstream: Upstream,
        signer: Signs,
        authenticate: Authenticate,
        routes: Mapping[str, str] | None = None,
    ) -> None:
        self._upstream = upstream
        self._signer = signer
        self._authenticate = authenticate
        self._routes = route_table() if routes is None else routes

    def owns(self, path: str) -> bool:
        """Whether an address belongs to a service."""
        return service_of(path, self._routes) is not None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request; what goes wrong on the way is a problem, never a bare 500."""
        headers = dict(scope["headers"])
        begun = time.perf_counter()
        service = service_of(scope["path"], self._routes)
        with span(
            f"{scope['method']} {service}",
            parent=headers.get(b"traceparent", b"").decode("latin-1") or None,
            kind=SpanKind.SERVER,
            attributes={"http.request.method": scope["method"], "url.path": scope["path"]},
        ) as current:
            try:
                status = await self._pass(scope, receive, send, headers)
            except Gone:
                return
            except Exception as error:  # noqa: BLE001 - a mistake of ours is raised again inside
                response = refusal(scope, error)
                status = response.status_code
                await response(scope, receive, send)
            current.set_attribute("http.response.status_code", status)
            handled.labels(scope["method"], f"proxy {service}", status).observe(
                time.perf_counter() - begun
            )

    async def _pass(
        self, scope: Scope, receive: Receive, send: Send, headers: Mapping[bytes, bytes]
    ) -> int:
        method, path = scope["method"], scope["path"]
        if method not in METHODS:
            raise MethodNotAllowed
        target = plain_path(scope.get("raw_path") or path.encode()).decode()
        if scope.get("query_string"):
            target += "?" + scope["query_string"].decode("latin-1")
        service = service_of(path, self._routes) or ""
        own, correlation = await self._own_headers(scope, service, headers)
        body = Body(receive, body_limit(path, method, UPLOADS))
        length, content = await body.content(headers)
        sent = [*sent_on(scope["headers"]), *own, *length]
        try:
            async with self._upstream.ask(service, method, target, sent, content) as answer:
                await self._return(answer, correlation, send)
                return answer.status
        except DomainError as error:
            raise (body.failure or error) from error

    async def _own_headers(
        self, scope: Scope, service: str, headers: Mapping[bytes, bytes]
    ) -> tuple[HeaderList, str]:
        own: dict[str, str] = {}
        propagate.inject(own)
        own["accept-language"] = headers.get(b"accept-language", b"").decode("latin-1")
        correlation = str(new_id())
        if service_of(scope["path"], PUBLIC) is None:
            actor: Actor = await self._authenticate(scope)
            correlation = actor.correlation_id or correlation
            actor = replace(actor, correlation_id=None)
            own["authorization"] = "Bearer " + self._signer.sign(actor, service)
            own["accept-language"] = own["accept-language"] or actor.language
        own[CORRELATION] = correlation
        given = [(name.encode(), value.encode("latin-1")) for name, value in own.items() if value]
        return given, correlation

    @staticmethod
    async def _return(answer: Answer, correlation: str, send: Send) -> None:
        headers = [*returned(answer.headers), (b"x-correlation-id", correlation.encode())]
        await send({"type": "http.response.start", "status": answer.status, "headers": headers})
        try:
            async for piece in answer.pieces():
                await send({"type": "http.response.body", "body": piece, "more_body": True})
        except Exception as error:  # noqa: BLE001 - the head is out: only a torn body is honest
            log().warning("proxy-answer-torn", error=type(error).__name__)
            return
        await send({"type": "http.response.body", "body": b"", "more_body": False})


def refusal(scope: Scope, error: Exception) -> Response:
    """Return the problem that answers this request.

    Raises:
        Exception: it is no refusal and no lost database but a mistake of ours.
    """
    known = error if isinstance(error, DomainError) else database_refusal(error)
    if known is None:
        raise error
    accepted = dict(scope["headers"]).get(b"accept-language", b"").decode("latin-1")
    return problem(known, language_of(accepted), instance=scope["path"])
