"""A reader held by its socket: whole frames alone count, and who vanishes is silent."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from chassis.testing import until
from deploy.embedded.ports import HOST
from tests.faults.rig.sse import Frame, Reading, raw, vanish

QUIET_S = 0.3
BEGIN = b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n"


def chunk(data: bytes) -> bytes:
    return f"{len(data):x}\r\n".encode() + data + b"\r\n"


@asynccontextmanager
async def serving() -> AsyncIterator[tuple[str, "asyncio.Queue[asyncio.StreamWriter]"]]:
    """Take connections, read the request's head, and let the test write what it likes."""
    taken: asyncio.Queue[asyncio.StreamWriter] = asyncio.Queue()

    async def take(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        taken.put_nowait(writer)

    server = await asyncio.start_server(take, HOST, 0)
    try:
        yield f"http://{HOST}:{server.sockets[0].getsockname()[1]}", taken
    finally:
        server.close()


async def test_frames_are_taken_off_chunks_however_they_are_cut() -> None:
    text = 'id: 7\nevent: told\ndata: {"subject": "о", "sequence": 3}\n\n'.encode()
    async with serving() as (url, taken), raw(url, "token") as line:
        reading = Reading(line)
        writer = await taken.get()
        whole = BEGIN + chunk(text[:50]) + chunk(text[50:] + b"id: 8\nevent: half")
        for at in range(len(whole)):
            writer.write(whole[at : at + 1])
            await writer.drain()
        writer.close()
        await until(reading.some)

    assert reading.frames == [Frame("7", "told", {"subject": "о", "sequence": 3})]
    assert (reading.last_id, reading.sequences("о"), reading.sequences("x")) == ("7", [3], [])


async def test_who_has_vanished_takes_nothing_and_says_nothing() -> None:
    async with serving() as (url, taken), raw(url, "token") as line:
        reading = Reading(line)
        writer = await taken.get()
        writer.write(BEGIN + chunk(b"id: 1\n\n"))
        await until(lambda: _has(reading, "1"))
        vanish(line)
        writer.write(chunk(b"id: 2\n\n"))
        assert not await reading.some(QUIET_S)
        assert reading.last_id == "1"
        sock: socket.socket = writer.get_extra_info("socket")
        unconfirmed = sock.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, 104)[24:28]
        assert int.from_bytes(unconfirmed, "little") >= 1
        writer.transport.abort()


async def _has(reading: Reading, last_id: str) -> bool:
    await reading.some(QUIET_S)
    return reading.last_id == last_id
