import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from urllib.parse import urlsplit

import pytest
import pytest_asyncio

from chassis.settings import Settings
from chassis.testing import until
from gateway.guard.adapters import valkey
from gateway.guard.adapters.valkey import ValkeyMemory, ValkeyRates


class Line:
    """A line to the real Valkey that can be cut, or go silent, and mended."""

    def __init__(self, url: str) -> None:
        self._parts = urlsplit(url)
        self.host, self.port = self._parts.hostname, self._parts.port
        self.address = 0
        self.silent = False
        self._server: asyncio.Server | None = None
        self._open: set[asyncio.StreamWriter] = set()

    @property
    def url(self) -> str:
        """The same Valkey at this end of the line."""
        secret = f":{self._parts.password}@" if self._parts.password else ""
        return f"redis://{secret}127.0.0.1:{self.address}{self._parts.path}"

    async def mend(self) -> None:
        self._server = await asyncio.start_server(self._join, "127.0.0.1", self.address)
        self.address = self._server.sockets[0].getsockname()[1]

    async def cut(self) -> None:
        assert self._server is not None
        self._server.close()
        for writer in list(self._open):
            writer.close()
        await self._server.wait_closed()

    async def _join(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        far_reader, far_writer = await asyncio.open_connection(self.host, self.port)
        self._open |= {writer, far_writer}
        await asyncio.gather(self._carry(reader, far_writer), self._carry(far_reader, writer))

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while data := await reader.read(65536):
                if not self.silent:
                    writer.write(data)
                    await writer.drain()
        except OSError:
            return
        finally:
            writer.close()
            self._open.discard(writer)


@pytest_asyncio.fixture
async def line(settings: Settings) -> AsyncIterator[Line]:
    made = Line(settings.valkey_url)
    await made.mend()
    yield made
    await made.cut()


@asynccontextmanager
async def memory_at(line: Line) -> AsyncIterator[ValkeyMemory]:
    memory = ValkeyMemory(line.url)
    try:
        yield memory
    finally:
        await memory.close()


async def test_what_was_put_is_there_until_its_time_is_over(line: Line) -> None:
    async with memory_at(line) as memory:
        await memory.put("anna", b"here", 300)
        kept = await memory.get("anna")

        async def gone() -> bool:
            return await memory.get("anna") is None

        assert kept == b"here"
        assert await until(gone, seconds=2)


async def test_nothing_is_put_for_no_time(line: Line) -> None:
    async with memory_at(line) as memory:
        await memory.put("boris", b"here", 0)
        assert await memory.get("boris") is None


async def test_cut_line_costs_nothing_but_the_memory(
    line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(valkey, "PAUSE_S", 0.3)
    async with memory_at(line) as memory:
        await memory.put("anna", b"here", 60_000)
        await line.cut()
        begun = time.perf_counter()
        lost = [await memory.get("anna") for _ in range(100)]
        seconds = time.perf_counter() - begun
        await line.mend()

        async def back() -> bool:
            return await memory.get("anna") == b"here"

        assert lost == [None] * 100
        assert seconds < 0.5
        assert await until(back, seconds=5)


async def test_silent_valkey_is_asked_once_and_then_left_alone(line: Line) -> None:
    async with memory_at(line) as memory:
        await memory.put("anna", b"here", 60_000)
        line.silent = True
        begun = time.perf_counter()
        lost = [await memory.get("anna") for _ in range(100)]
        seconds = time.perf_counter() - begun
        line.silent = False

    assert lost == [None] * 100
    assert seconds < 0.5


async def test_no_valkey_remembers_nothing() -> None:
    memory = ValkeyMemory("")
    await memory.put("anna", b"here", 1000)
    assert await memory.get("anna") is None
    await memory.close()


async def test_two_processes_count_together(settings: Settings) -> None:
    first = ValkeyRates(settings.valkey_url, per_minute=4)
    second = ValkeyRates(settings.valkey_url, per_minute=4)
    waits = [await rates.wait("together", "net") for _ in range(3) for rates in (first, second)]
    await first.close()
    await second.close()

    assert [bool(wait) for wait in waits] == [False] * 4 + [True] * 2
    assert all(wait <= 61 for wait in waits)


async def test_each_process_counts_for_itself_while_valkey_is_away(line: Line) -> None:
    rates = ValkeyRates(line.url, per_minute=3)
    await line.cut()
    waits = [await rates.wait("alone", "net") for _ in range(4)]
    await rates.close()
    await line.mend()

    assert [bool(wait) for wait in waits] == [False, False, False, True]


async def test_zero_counts_nobody() -> None:
    rates = ValkeyRates("", per_minute=0)
    assert [await rates.wait("anna", "net") for _ in range(50)] == [0] * 50
    await rates.close()
