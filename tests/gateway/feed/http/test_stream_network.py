"""The feed over a real socket: a reader who takes nothing costs one bounded queue and goes."""

import asyncio
import socket
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
import uvicorn

from chassis.testing import until
from contracts.topics import WORK_ORDERS
from gateway.feed.http import Feed
from gateway.feed.queries import Hub
from tests.gateway.feed.facts import MemoryLog, Record, Stream, record, seen
from tests.gateway.feed.http.browser import Door

REQUEST = b"GET /api/feed HTTP/1.1\r\nHost: door\r\n\r\n"


@pytest.fixture
def hub() -> Hub:
    made = Hub([WORK_ORDERS])
    made.begin("cluster", (0,) * WORK_ORDERS.partitions)
    made.link(up=True)
    return made


@pytest.fixture
async def port(hub: Hub) -> AsyncIterator[int]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        free: int = probe.getsockname()[1]
    feed = Feed(hub, MemoryLog(hub.slots), Door())
    config = uvicorn.Config(feed, port=free, log_level="critical", lifespan="off")
    server = uvicorn.Server(config)
    serving = asyncio.create_task(server.serve())

    async def started() -> bool:
        return server.started

    await until(started)
    yield free
    server.should_exit = server.force_exit = True
    await serving


def big(offset: int) -> Record:
    """A fact of a quarter of a megabyte: a socket's buffers do not hold many of them."""
    return record(offset, replace(seen(), number="9" * 250_000))


async def test_a_reader_who_takes_nothing_is_cut_and_the_other_gets_all(
    hub: Hub, port: int
) -> None:
    _, deaf = await asyncio.open_connection("127.0.0.1", port, limit=1)
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    deaf.write(REQUEST)
    writer.write(REQUEST)

    async def both() -> bool:
        return len(hub) == 2

    await until(both)
    stream = Stream()
    await reader.readuntil(b"\r\n\r\n")
    for offset in range(160):
        hub.accept(big(offset))
        while len(stream.sequences) <= offset:
            size = int(await reader.readline(), 16)
            stream.feed(await reader.readexactly(size))
            await reader.readexactly(2)

    async def one() -> bool:
        return len(hub) == 1

    await until(one)
    assert stream.sequences == list(range(1, 161))
    deaf.close()
    writer.close()


async def test_a_reader_who_leaves_is_forgotten(hub: Hub, port: int) -> None:
    _, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(REQUEST)

    async def there() -> bool:
        return len(hub) == 1

    await until(there)
    writer.close()

    async def gone() -> bool:
        return len(hub) == 0

    assert await until(gone)
