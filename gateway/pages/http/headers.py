"""Headers by which a browser helps: no foreign script, no frame, no guessing of types."""

from typing import Final

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from gateway.pages.domain.shell import CSP

HEADERS: Final = (
    (b"content-security-policy", CSP.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(self), geolocation=(), microphone=(), payment=()"),
)
API_HEADERS: Final = ((b"cache-control", b"no-store"),)
HSTS: Final = (b"strict-transport-security", b"max-age=31536000; includeSubDomains")


class SecurityHeaders:
    """Pure ASGI middleware around the whole gateway; an answer's own header of a name stays."""

    def __init__(self, app: ASGIApp, *, secure: bool) -> None:
        self._app = app
        self._always = (*HEADERS, HSTS) if secure else HEADERS

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve the request; add what is missing to the head of the answer."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        wanted = self._always
        if scope["path"].startswith("/api/"):
            wanted = (*wanted, *API_HEADERS)

        async def completed(message: Message) -> None:
            if message["type"] == "http.response.start":
                given = list(message.get("headers", ()))
                names = {name.lower() for name, _ in given}
                message["headers"] = [*given, *(item for item in wanted if item[0] not in names)]
            await send(message)

        await self._app(scope, receive, completed)
