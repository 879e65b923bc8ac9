"""FM22: readers of the feed that take nothing, or a byte now and then; the heartbeat of the rest."""

import asyncio
import socket
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from urllib.parse import urlsplit

import psutil
import pytest

from chassis.testing import until
from deploy.demo.api import Person
from tests.faults.bus.place import PATIENCE_S, Place
from tests.fuzz.bus.kinds import right

pytestmark = [pytest.mark.fault, pytest.mark.timeout(900), pytest.mark.xdist_group("bus")]
FLOOD = 6_000
"""Facts of about a kilobyte: more than a queue and both sockets' buffers hold."""
SEEN = "orders.work-order.seen.v1"
ROOM_MIB = 60
"""The gateway may grow by so much while three readers take nothing of the flood."""


@asynccontextmanager
async def raw(place: Place, token: str, last_id: str = "") -> AsyncIterator[socket.socket]:
    """Open a stream on a socket that holds next to nothing and reads nothing by itself."""
    address = urlsplit(place.system.gateway_url)
    line = socket.socket()
    line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2_048)
    line.setblocking(False)
    loop = asyncio.get_running_loop()
    await loop.sock_connect(line, (address.hostname, address.port))
    resume = f"Last-Event-ID: {last_id}\r\n" if last_id else ""
    await loop.sock_sendall(
        line,
        f"GET /api/feed HTTP/1.1\r\nHost: {address.netloc}\r\n{resume}"
        f"Authorization: Bearer {token}\r\nConnection: close\r\n\r\n".encode(),
    )
    try:
        yield line
    finally:
        line.close()


async def readers(place: Place) -> int:
    """Ask the gateway how many streams it holds."""
    return int((await metrics(place))["vitrazh_feed_readers"])


async def metrics(place: Place) -> dict[str, float]:
    """Return the gateway's figures."""
    async with Person(place.system.gateway_url) as nobody:
        url = f"{place.system.gateway_url}/metrics"
        async with nobody._session.get(url) as answer:
            lines = (await answer.text()).splitlines()
    pairs = (line.rsplit(" ", 1) for line in lines if not line.startswith("#"))
    return {name: float(value) for name, value in pairs}


async def flood(place: Place, name: str, count: int = FLOOD) -> str:
    """Let the bus say so many times that an order was seen; return the order's id."""
    record = right(SEEN, name)
    told = []
    for number in range(count):
        headers = [(key, _numbered(key, value, name, number)) for key, value in record.headers]
        told.append(type(record)(record.topic, -1, -1, record.key, record.value, headers))
    await place.produce(told)
    return (record.key or b"").decode()


def _numbered(key: str, value: bytes, name: str, number: int) -> bytes:
    if key == "ce_sequence":
        return str(number + 1).encode()
    if key == "ce_id":
        return f"{abs(hash(name)) % 2**32:08x}-0000-7000-8000-{number:012x}".encode()
    return value


async def test_readers_that_take_nothing_are_cut_and_cost_no_memory(place: Place) -> None:
    gateway = psutil.Process(place.system.services["gateway"].pid)
    async with place.feed(place.desk_token) as quick:
        before = await readers(place)
        async with (
            raw(place, place.desk_token),
            raw(place, place.desk_token),
            raw(place, place.tablets[0]) as dripping,
        ):
            await until(lambda: _are(place, before + 3), seconds=PATIENCE_S)
            rss = gateway.memory_info().rss
            drip = asyncio.create_task(_drip(dripping))
            order_id = await flood(place, "flood")
            await quick.saw(order_id, "seen", seconds=PATIENCE_S)
            await until(lambda: _all(quick.applied, order_id), seconds=PATIENCE_S)

            await until(lambda: _are(place, before), seconds=PATIENCE_S)
            grown = (gateway.memory_info().rss - rss) / 2**20
            drip.cancel()
            await asyncio.gather(drip, return_exceptions=True)
        place.figures["slow readers, MiB that the gateway grew"] = f"{grown:.0f}"
        assert grown < ROOM_MIB
        assert quick.sequences(order_id) == list(range(1, FLOOD + 1))
        assert quick.resets == 0


async def test_a_quiet_stream_beats_and_moves_its_cursor(place: Place) -> None:
    async with raw(place, place.desk_token) as line:
        begun = time.monotonic()
        text = ""

        async def beaten() -> bool:
            nonlocal text
            text += await _some(line)
            return text.count("event: beat") >= 2

        await until(beaten, seconds=PATIENCE_S)
        place.figures["heartbeat, s for two"] = f"{time.monotonic() - begun:.1f}"
        beats = [frame for frame in text.split("\n\n") if "event: beat" in frame]
        assert all("id: " in frame for frame in beats)


async def _are(place: Place, count: int) -> bool:
    return await readers(place) == count


async def _all(applied: dict[str, int], order_id: str) -> bool:
    return applied.get(order_id) == FLOOD


async def _some(line: socket.socket, most: int = 65_536) -> str:
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(0.5):
            return (await loop.sock_recv(line, most)).decode(errors="replace")
    except TimeoutError:
        return ""


async def _drip(line: socket.socket) -> None:
    """Take one byte now and then."""

    async def byte() -> bool:
        await _some(line, 1)
        return False

    await until(byte, seconds=PATIENCE_S, every=1)
