"""Everybody's feed, kept word for word while the story is told."""

import asyncio
from types import TracebackType
from typing import Self

import aiohttp

from chassis.testing import until
from contracts.rights import Permission
from tests.rights.stage.caller import Caller
from tests.rights.stage.people import EVERYBODY, reach

PATIENCE_S = 120
LISTENERS = tuple(
    who for who in EVERYBODY if who.known and reach(who, Permission.FEED_READ) is not None
)


class Ears:
    """Listens for everybody who may."""

    def __init__(self, http: aiohttp.ClientSession, callers: dict[str, Caller]) -> None:
        self._http = http
        self._callers = [callers[who.name] for who in LISTENERS]
        self._said: dict[str, bytearray] = {}
        self._tasks: list[asyncio.Task[None]] = []

    async def __aenter__(self) -> Self:
        for caller in self._callers:
            self._said[caller.who.name] = bytearray()
            self._tasks.append(asyncio.create_task(self._listen(caller)))

        async def greeted() -> bool:
            return all(b"hello" in said for said in self._said.values())

        await until(greeted, seconds=PATIENCE_S)
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _listen(self, caller: Caller) -> None:
        url = f"{caller.base}/api/feed"
        timeout = aiohttp.ClientTimeout(total=None)
        async with self._http.get(url, headers=caller.proof, timeout=timeout) as answer:
            answer.raise_for_status()
            async for piece in answer.content.iter_any():
                self._said[caller.who.name] += piece

    async def heard(self, last: str) -> dict[str, bytes]:
        """Wait until everybody has heard of the last order; return what each feed said."""

        async def all_heard() -> bool:
            for task in self._tasks:
                if task.done():
                    task.result()
            return all(last.encode() in said for said in self._said.values())

        await until(all_heard, seconds=PATIENCE_S)
        return {name: bytes(said) for name, said in self._said.items()}
