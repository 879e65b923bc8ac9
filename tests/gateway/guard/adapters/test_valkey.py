import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
import pytest_asyncio

from chassis import clock
from chassis.settings import Settings
from chassis.testing import until
from gateway.guard.adapters import valkey
from gateway.guard.adapters.valkey import ValkeyRates

minute = clock.now().replace(second=5, microsecond=0)


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
async def rates_at(url: str, per_minute: int) -> AsyncIterator[ValkeyRates]:
    rates = ValkeyRates(url, per_minute=per_minute)
    try:
        yield rates
    finally:
        await rates.close()


def waits(rates: ValkeyRates, client: str, times: int) -> list[bool]:
    return [rates.wait(client, f"network of {client}") > 0 for _ in range(times)]


@pytest.fixture(autouse=True)
def early_in_a_window(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test may fall on the edge between two minutes; each has a minute of its own."""
    global minute  # noqa: PLW0603 - windows already used at the shared Valkey
    minute += timedelta(minutes=2)
    monkeypatch.setattr(clock, "now", lambda: minute)


async def test_gateways_learn_of_each_others_requests(settings: Settings) -> None:
    url = settings.valkey_url
    async with rates_at(url, 4) as first, rates_at(url, 4) as second:
        here = waits(first, "together", 3)
        await first.share()
        there = waits(second, "together", 1)
        await second.share()
        late = waits(second, "together", 1)
        await first.share()
        here += waits(first, "together", 1)
        await first.share()
        here += waits(first, "together", 1)

    assert (here, there, late) == ([False, False, False, False, True], [False], [True])


async def test_counts_are_shared_for_as_long_as_the_process_runs(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(valkey, "SHARE_S", 0.01)
    url = settings.valkey_url
    async with rates_at(url, 100) as first, rates_at(url, 100) as second:
        running = [asyncio.create_task(rates.run()) for rates in (first, second)]
        waits(first, "everywhere", 100)

        async def known_there() -> bool:
            return waits(second, "everywhere", 1) == [True]

        assert await until(known_there, seconds=5)
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)


async def test_a_process_counts_for_itself_while_valkey_is_away_and_tells_later(
    line: Line, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(valkey, "PAUSE_S", 0.0)
    async with rates_at(line.url, 3) as rates, rates_at(settings.valkey_url, 3) as other:
        await line.cut()
        alone = waits(rates, "alone", 4)
        await rates.share()
        unknown = waits(other, "alone", 1)
        await line.mend()
        await rates.share()
        await other.share()

        assert alone == [False, False, False, True]
        assert unknown == [False]
        assert waits(other, "alone", 1) == [True]


async def test_a_connection_that_closed_under_a_write_is_valkey_away(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def written_too_late(*_: object) -> list[int]:
        raise RuntimeError("unable to perform operation on <TCPTransport closed=True>")

    async with rates_at(settings.valkey_url, 3) as rates:
        with monkeypatch.context() as closed:
            closed.setattr(valkey, "_add", written_too_late)
            closed.setattr(valkey, "PAUSE_S", 0.0)
            waits(rates, "late", 2)
            await rates.share()
        await rates.share()
        async with rates_at(settings.valkey_url, 3) as other:
            waits(other, "late", 1)
            await other.share()
            assert waits(other, "late", 1) == [True]


async def test_silent_valkey_is_asked_once_and_then_left_alone(line: Line) -> None:
    async with rates_at(line.url, 3) as rates:
        line.silent = True
        begun = time.perf_counter()
        for _ in range(100):
            rates.wait("anna", "net")
            await rates.share()
        seconds = time.perf_counter() - begun
        line.silent = False

    assert seconds < 5  # a hundred times its patience would be ten


def test_next_minute_begins_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    rates = ValkeyRates("", per_minute=2)
    first = waits(rates, "anna", 3)
    seconds = rates.wait("anna", "net")
    later = clock.now() + timedelta(seconds=seconds)
    monkeypatch.setattr(clock, "now", lambda: later)

    assert first == [False, False, True]
    assert 1 <= seconds <= 61
    assert waits(rates, "anna", 3) == [False, False, True]


def test_zero_counts_nobody() -> None:
    rates = ValkeyRates("", per_minute=0)
    assert [rates.wait("anna", "net") for _ in range(50)] == [0] * 50
