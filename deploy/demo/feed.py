"""A client of the feed that keeps the protocol: hello, snapshot, apply newer, resume by id."""

import asyncio
import json
import time
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

import aiohttp

from chassis.testing import until


@dataclass(frozen=True, slots=True)
class Told:
    """One event of the feed."""

    id: str
    type: str
    data: Any

    @property
    def subject(self) -> str:
        """The order it is about."""
        subject: str = self.data["subject"]
        return subject

    @property
    def short(self) -> str:
        """Its type in one word: `handed-over`."""
        return self.type.split(".")[-2]


class FeedClient:
    """Reads /api/feed; `cut` and `resume` stand for a lost link."""

    def __init__(self, base: str, headers: dict[str, str]) -> None:
        self.base = base
        self.headers = headers
        self.events: list[Told] = []
        self.hellos: list[Any] = []
        self.applied: dict[str, int] = {}
        self.repeats = 0
        self.resets = 0
        self.last_id = ""
        self._task: asyncio.Task[None] | None = None
        self._session = aiohttp.ClientSession()
        self._expected: dict[tuple[str, str], asyncio.Future[float]] = {}

    async def __aenter__(self) -> Self:
        await self.resume()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.cut()
        await self._session.close()

    async def resume(self) -> None:
        """Connect (again), from where we were; returns when the server has said hello."""
        before = len(self.hellos)
        self._task = asyncio.create_task(self._keep())

        async def greeted() -> bool:
            return len(self.hellos) > before

        await until(greeted, seconds=30)

    async def cut(self) -> None:
        """Lose the link."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
            self._task = None

    async def _keep(self) -> None:
        while True:
            try:
                await self._read()
            except (aiohttp.ClientError, OSError, TimeoutError):
                await asyncio.sleep(0.1)

    async def _read(self) -> None:
        headers = dict(self.headers)
        if self.last_id:
            headers["Last-Event-ID"] = self.last_id
        timeout = aiohttp.ClientTimeout(total=None, sock_read=40)
        url = f"{self.base}/api/feed"
        async with self._session.get(url, headers=headers, timeout=timeout) as answer:
            answer.raise_for_status()
            frame: dict[str, str] = {}
            async for raw in answer.content:
                line = raw.decode().rstrip("\n")
                if line:
                    name, _, value = line.partition(":")
                    frame[name] = value.removeprefix(" ")
                elif frame:
                    self._take(frame)
                    frame = {}

    def _take(self, frame: dict[str, str]) -> None:
        kind = frame.get("event", "")
        if not kind:
            return
        data = json.loads(frame.get("data", "null"))
        if frame.get("id"):
            self.last_id = frame["id"]
        if kind == "hello":
            self.hellos.append(data)
        elif kind == "reset":
            self.resets += 1
            self.last_id = ""
        elif "subject" in (data or {}):
            self._arrived(Told(frame.get("id", ""), kind, data))

    def _arrived(self, told: Told) -> None:
        sequence = told.data["sequence"]
        if sequence <= self.applied.get(told.subject, 0):
            self.repeats += 1  # the log holds a re-sent batch twice; who applies newer is not hurt
            return
        self.applied[told.subject] = sequence
        self.events.append(told)
        waiting = self._expected.pop((told.subject, told.short), None)
        if waiting is not None and not waiting.done():
            waiting.set_result(time.perf_counter())

    def expect(self, order_id: str, what: str) -> "asyncio.Future[float]":
        """Return what will be the instant (perf_counter, s) at which the event arrives."""
        waiting = asyncio.get_running_loop().create_future()
        self._expected[order_id, what] = waiting
        return waiting

    def of(self, order_id: str) -> list[str]:
        """Return the short types of an order's events, as they came."""
        return [told.short for told in self.events if told.subject == order_id]

    def sequences(self, order_id: str) -> list[int]:
        """Return the sequences of an order's events, as they came."""
        return [told.data["sequence"] for told in self.events if told.subject == order_id]

    async def saw(self, order_id: str, what: str, *, seconds: float = 20) -> Told:
        """Wait for an event of the order.

        Raises:
            TimeoutError: it did not come.
        """

        async def found() -> list[Told]:
            return [t for t in self.events if (t.subject, t.short) == (order_id, what)]

        return (await until(found, seconds=seconds))[0]
