"""A link fails in the ways that are asked of it, and loses nothing otherwise."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager

import pytest

from deploy.embedded.ports import HOST
from tests.faults.rig.link import Link

QUIET_S = 0.3


@asynccontextmanager
async def echo() -> AsyncIterator[tuple[int, list[bytes]]]:
    got: list[bytes] = []

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while line := await reader.readline():
            got.append(line)
            writer.write(line)
        writer.close()

    server = await asyncio.start_server(answer, HOST, 0)
    try:
        yield server.sockets[0].getsockname()[1], got
    finally:
        server.close()


class LinkToEcho(Link):
    """Leads to the port that is written on it."""

    to = 0

    def __init__(self) -> None:
        super().__init__(lambda: self.to)


@pytest.fixture
def link() -> Iterator[LinkToEcho]:
    link = LinkToEcho()
    link.start()
    yield link
    link.stop()


@asynccontextmanager
async def through(
    link: LinkToEcho,
) -> AsyncIterator[tuple[asyncio.StreamReader, asyncio.StreamWriter, list[bytes]]]:
    async with echo() as (port, got):
        link.to = port
        reader, writer = await asyncio.open_connection(HOST, link.port)
        writer.write(b"first\n")
        assert await asyncio.wait_for(reader.readline(), 5) == b"first\n"
        yield reader, writer, got
        writer.transport.abort()


async def test_what_was_held_arrives_later(link: LinkToEcho) -> None:
    async with through(link) as (reader, writer, got):
        link.hold()
        writer.write(b"held\n")
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(reader.readline(), QUIET_S)
        assert got == [b"first\n"]
        link.let_pass()
        assert await asyncio.wait_for(reader.readline(), 5) == b"held\n"


async def test_a_mute_link_does_the_work_and_hides_the_answer(link: LinkToEcho) -> None:
    async with through(link) as (reader, writer, got):
        link.mute()
        writer.write(b"done\n")
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(reader.readline(), QUIET_S)
        assert got == [b"first\n", b"done\n"]


async def test_a_cut_link_resets_old_and_new_connections(link: LinkToEcho) -> None:
    async with through(link) as (reader, _, _):
        link.cut()
        with pytest.raises(ConnectionResetError):
            await asyncio.wait_for(reader.readline(), 5)
        with pytest.raises(ConnectionResetError):
            await _asked(link)
        link.let_pass()
        assert await _asked(link) == b"again\n"


async def _asked(link: LinkToEcho) -> bytes:
    reader, writer = await asyncio.open_connection(HOST, link.port)
    try:
        writer.write(b"again\n")
        return await asyncio.wait_for(reader.readline(), 5)
    finally:
        writer.transport.abort()


async def test_a_slow_link_takes_its_time(link: LinkToEcho) -> None:
    async with through(link) as (reader, writer, _):
        link.slow(2 * QUIET_S)
        writer.write(b"slow\n")
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(reader.readline(), QUIET_S)
        assert await asyncio.wait_for(reader.readline(), 5) == b"slow\n"
