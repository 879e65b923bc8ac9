"""A browser at the feed, without a network: one ASGI request and what came down it."""

import asyncio
from collections.abc import AsyncIterator, MutableMapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from chassis.actor import Actor
from chassis.errors import Unauthorized
from gateway.feed.http import Feed
from gateway.feed.queries import Hub
from tests.gateway.feed.facts import ANNA, MemoryLog, Stream


@dataclass
class Door:
    """Who the gateway says is asking; may change its mind."""

    actor: Actor | None = ANNA
    failure: Exception | None = None
    asked: int = 0

    async def __call__(self, _scope: MutableMapping[str, Any]) -> Actor:
        self.asked += 1
        if self.failure is not None:
            raise self.failure
        if self.actor is None:
            raise Unauthorized
        return self.actor


@dataclass
class Client:
    """The other end of one ASGI request."""

    status: int = 0
    headers: dict[bytes, bytes] = field(default_factory=dict)
    stream: Stream = field(default_factory=Stream)
    body: bytes = b""
    finished: bool = False
    stuck: asyncio.Event | None = None
    """Set: takes nothing more until it is set."""
    left: asyncio.Event = field(default_factory=asyncio.Event)
    task: asyncio.Task[None] | None = None
    _news: asyncio.Event = field(default_factory=asyncio.Event)

    async def send(self, message: MutableMapping[str, Any]) -> None:
        if self.stuck is not None:
            await self.stuck.wait()
        if message["type"] == "http.response.start":
            self.status, self.headers = message["status"], dict(message["headers"])
        else:
            self.body += message["body"]
            self.stream.feed(message["body"])
            self.finished = not message.get("more_body")
        self._news.set()

    async def receive(self) -> dict[str, Any]:
        await self.left.wait()
        return {"type": "http.disconnect"}

    async def until(self, count: int) -> None:
        """Wait until that many events came."""
        async with asyncio.timeout(5):
            while len(self.stream.events) < count:
                self._news.clear()
                await self._news.wait()

    async def ended(self) -> None:
        assert self.task is not None
        async with asyncio.timeout(5):
            await self.task


@dataclass
class Scene:
    hub: Hub
    log: MemoryLog
    door: Door
    feed: Feed

    @asynccontextmanager
    async def client(
        self, *, last_id: str | None = None, query: str | None = None, method: str = "GET"
    ) -> AsyncIterator[Client]:
        client = Client()
        scope = {
            "type": "http",
            "method": method,
            "path": "/api/feed",
            "query_string": f"last_event_id={query}".encode() if query else b"",
            "headers": [(b"last-event-id", last_id.encode())] if last_id else [],
        }
        client.task = asyncio.create_task(self.feed(scope, client.receive, client.send))
        yield client
        client.left.set()
        if client.stuck is not None:
            client.stuck.set()
        await client.ended()
