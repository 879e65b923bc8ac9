"""Around every request: a forged or too frequent one is refused before anybody looks at it."""

import hashlib
from collections.abc import Sequence
from typing import Final
from urllib.parse import urlsplit

from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Receive, Scope, Send

from chassis.errors import DomainError
from chassis.http.context import language_of
from chassis.http.problems import problem
from gateway.guard.domain import (
    AskedTooOften,
    CrossSite,
    Network,
    credential_of,
    is_cross_site,
    visitor_of,
)
from gateway.guard.ports import Rates
from gateway.throttle.domain import network_of

COUNTED: Final = "/api/"


class Guard:
    """Pure ASGI middleware: same-origin check of changes, and request rates."""

    def __init__(
        self, app: ASGIApp, rates: Rates, public_url: str, trusted: Sequence[Network] = ()
    ) -> None:
        self._app = app
        self._rates = rates
        self._public_host = urlsplit(public_url).netloc
        self._trusted = trusted

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the request through, or answer with the refusal."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        scope = self._seen_from_outside(scope)
        refusal = self._refusal(HTTPConnection(scope))
        if refusal is None:
            await self._app(scope, receive, send)
            return
        language = language_of(HTTPConnection(scope).headers.get("accept-language", ""))
        answer = problem(refusal, language, instance=scope["path"])
        await answer(scope, receive, send)

    def _seen_from_outside(self, scope: Scope) -> Scope:
        """Return the scope with the visitor's address where our own proxy's stood."""
        if not self._trusted:
            return scope
        peer, port = scope.get("client") or ("", 0)
        forwarded = HTTPConnection(scope).headers.get("x-forwarded-for", "")
        if not forwarded:
            return scope
        return {**scope, "client": (visitor_of(peer, forwarded, self._trusted), port)}

    def _refusal(self, request: HTTPConnection) -> DomainError | None:
        if is_cross_site(
            request.scope["method"],
            request.headers,
            request.cookies,
            public_host=self._public_host,
        ):
            return CrossSite()
        if not request.scope["path"].startswith(COUNTED):
            return None
        network = network_of(request.client.host if request.client else "")
        seconds = self._rates.wait(_client(request, network), network)
        return AskedTooOften(seconds=seconds) if seconds else None


def _client(request: HTTPConnection, network: str) -> str:
    """Return who is counted: a credential (hashed), or a network that brings none."""
    credential = credential_of(request.headers.get("authorization"), request.cookies)
    if credential is None:
        return f"nobody {network}"
    return hashlib.sha256(credential.secret.encode()).hexdigest()
