"""FM22: readers of the feed that take nothing, little, or are gone; the heartbeat of the rest."""

import asyncio
import socket
import time

import psutil
import pytest

from chassis.testing import until
from deploy.demo.api import Person
from tests.faults.bus.judges import read_on, stayed_small
from tests.faults.bus.place import PATIENCE_S, Place
from tests.faults.rig.sse import Reading, raw, vanish
from tests.fuzz.bus.kinds import right

pytestmark = [pytest.mark.fault, pytest.mark.timeout(900), pytest.mark.xdist_group("bus")]
FLOOD = 6_000
"""Facts of about a kilobyte: more than a queue and both sockets' buffers hold."""
SEEN = "orders.work-order.seen.v1"
WITHIN_REACH = 3_000
"""Facts that the gateway still replays; further back it says `reset`."""
ORDINARY = 65_536
"""Bytes that a reader's socket holds who reads on."""
LET_GO_S = 100.0
"""Beat, half a minute without a receipt, and time for a machine that does everything at once."""


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
            raw(place.system.gateway_url, place.desk_token),
            raw(place.system.gateway_url, place.desk_token),
            raw(place.system.gateway_url, place.tablets[0]) as dripping,
        ):
            await until(lambda: _are(place, before + 3), seconds=PATIENCE_S)
            rss = gateway.memory_info().rss
            drip = asyncio.create_task(_drip(dripping))
            order_id = await flood(place, "flood")
            await quick.saw(order_id, "seen", seconds=PATIENCE_S)
            await until(lambda: _all(quick.applied, order_id, FLOOD), seconds=PATIENCE_S)

            await until(lambda: _are(place, before), seconds=PATIENCE_S)
            grown = (gateway.memory_info().rss - rss) / 2**20
            drip.cancel()
            await asyncio.gather(drip, return_exceptions=True)
        place.figures["slow readers, MiB that the gateway grew"] = f"{grown:.0f}"
        assert stayed_small(grown) == []
        assert read_on(quick.sequences(order_id), FLOOD) == []
        assert quick.resets == 0


async def test_a_reader_cut_as_slow_reads_on_from_where_he_stood(place: Place) -> None:
    base, token = place.system.gateway_url, place.desk_token
    async with place.feed(token) as quick:
        before = await readers(place)
        async with raw(base, token) as line:
            slow = Reading(line)
            await until(lambda: _are(place, before + 1), seconds=PATIENCE_S)
            await until(lambda: _greeted(slow), seconds=PATIENCE_S)
            order_id = await flood(place, "slow, then back", WITHIN_REACH)
            await until(lambda: _are(place, before), seconds=PATIENCE_S)
            await until(slow.some, seconds=PATIENCE_S, every=0)
        await until(lambda: _all(quick.applied, order_id, WITHIN_REACH), seconds=PATIENCE_S)

        taken = slow.sequences(order_id)
        assert read_on(taken, len(taken)) == []
        assert len(taken) < WITHIN_REACH
        async with raw(base, token, slow.last_id, room=ORDINARY) as line:
            back = Reading(line)

            async def whole() -> bool:
                return await back.some() or WITHIN_REACH in back.sequences(order_id)[-1:]

            await until(whole, seconds=PATIENCE_S, every=0)
        place.figures["slow reader, events until the cut"] = str(len(taken))
        assert read_on([*taken, *back.sequences(order_id)], WITHIN_REACH) == []
        assert {frame.event for frame in back.frames}.isdisjoint({"reset"})


async def test_a_reader_that_vanished_without_a_word_is_let_go(place: Place) -> None:
    """Half-open: he confirms nothing and ends nothing, as a tablet out of the radio's reach."""
    before = await readers(place)
    async with raw(place.system.gateway_url, place.tablets[0]) as line:
        await until(lambda: _are(place, before + 1), seconds=PATIENCE_S)
        port = line.getsockname()[1]
        assert _held(place, port)
        vanish(line)
        begun = time.monotonic()
        await until(lambda: _are(place, before), seconds=LET_GO_S, every=0.5)
        place.figures["vanished reader let go after, s"] = f"{time.monotonic() - begun:.0f}"
        assert not _held(place, port)


async def test_a_quiet_stream_beats_and_moves_its_cursor(place: Place) -> None:
    async with raw(place.system.gateway_url, place.desk_token) as line:
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


async def _all(applied: dict[str, int], order_id: str, last: int) -> bool:
    return applied.get(order_id) == last


async def _greeted(reader: Reading) -> bool:
    await reader.some()
    return bool(reader.last_id)


def _held(place: Place, port: int) -> bool:
    """Tell whether the gateway's process has a connection from this port of ours."""
    gateway = psutil.Process(place.system.services["gateway"].pid)
    return any(c.raddr and c.raddr.port == port for c in gateway.net_connections("tcp"))


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
