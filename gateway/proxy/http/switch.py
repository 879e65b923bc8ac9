"""Which part of the gateway answers: the feed, a service behind it, or the gateway itself."""

from collections.abc import Mapping

from starlette.types import ASGIApp, Receive, Scope, Send

from gateway.proxy.http.door import Proxy


class Switch:
    """Pure ASGI: exact addresses first, then what belongs to a service, then the application."""

    def __init__(self, app: ASGIApp, exact: Mapping[str, ASGIApp], proxy: Proxy) -> None:
        self._app = app
        self._exact = exact
        self._proxy = proxy

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        exact = self._exact.get(scope["path"])
        if exact is not None:
            await exact(scope, receive, send)
        elif self._proxy.owns(scope["path"]):
            await self._proxy(scope, receive, send)
        else:
            await self._app(scope, receive, send)
