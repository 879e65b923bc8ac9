"""What the proxy needs: a service's answer, who is asking, and a signature."""

from collections.abc import AsyncIterator, Awaitable, Callable, MutableMapping
from contextlib import AbstractAsyncContextManager
from typing import Any, Protocol

from chassis.actor import Actor
from gateway.proxy.domain import HeaderList

Authenticate = Callable[[MutableMapping[str, Any]], Awaitable[Actor]]
"""ASGI scope → who asks; raises `chassis.errors.Unauthorized`."""


class Signs(Protocol):
    """Says who asks, to one service, for a minute."""

    def sign(self, actor: Actor, audience: str) -> str:
        """Return the internal token."""


class Answer(Protocol):
    """A service's answer; its body has not been read yet."""

    @property
    def status(self) -> int:
        """HTTP status."""

    @property
    def headers(self) -> HeaderList:
        """Headers as the service sent them."""

    def pieces(self) -> AsyncIterator[bytes]:
        """Yield the body as it comes."""


class Upstream(Protocol):
    """The services."""

    def ask(
        self,
        service: str,
        method: str,
        target: str,
        headers: HeaderList,
        body: bytes | AsyncIterator[bytes],
    ) -> AbstractAsyncContextManager[Answer]:
        """Send a request and return the answer's head.

        Raises:
            ServiceAway: it does not answer, or did not in time.
        """
