"""What is written in one turn arrives in one piece, and nothing is lost at the end."""

import asyncio
from typing import Any, cast

import uvicorn

from chassis.http.gather import MUCH, Gathered, GatheringProtocol


class Wire:
    """A transport that notes what is sent."""

    def __init__(self) -> None:
        self.sent: list[bytes] = []
        self.closed = False

    def write(self, data: bytes) -> None:
        assert not self.closed
        self.sent.append(data)

    def close(self) -> None:
        self.closed = True

    def get_extra_info(self, name: str) -> str:
        return name


def gathered() -> tuple[Gathered, Wire]:
    wire = Wire()
    loop = asyncio.get_running_loop()
    return Gathered(cast("asyncio.Transport", wire), loop), wire


async def test_what_is_written_in_one_turn_is_sent_together() -> None:
    transport, wire = gathered()
    for piece in (b"head", b"", b"body"):
        transport.write(piece)
    before = list(wire.sent)
    await asyncio.sleep(0)
    transport.write(b"next")
    await asyncio.sleep(0)

    assert (before, wire.sent) == ([], [b"headbody", b"next"])


async def test_much_is_not_kept_back() -> None:
    transport, wire = gathered()
    transport.write(b"head")
    transport.write(b"x" * MUCH)
    at_once = [len(piece) for piece in wire.sent]
    await asyncio.sleep(0)

    assert at_once == [MUCH + 4]
    assert len(wire.sent) == 1


async def test_the_end_loses_nothing() -> None:
    transport, wire = gathered()
    transport.write(b"last words")
    transport.close()
    await asyncio.sleep(0)

    assert (wire.sent, wire.closed) == ([b"last words"], True)


async def test_everything_else_is_the_transports_own() -> None:
    transport, _ = gathered()
    assert transport.get_extra_info("peername") == "peername"


async def test_a_server_answers_in_one_piece_again_and_again() -> None:
    async def app(_scope: Any, receive: Any, send: Any) -> None:
        await receive()
        await send({"type": "http.response.start", "status": 200, "headers": [(b"n", b"1")]})
        await send({"type": "http.response.body", "body": b"first", "more_body": True})
        await send({"type": "http.response.body", "body": b"last"})

    config = uvicorn.Config(
        app, port=0, http=GatheringProtocol, lifespan="off", log_config=None, access_log=False
    )
    config.load()
    server = await asyncio.get_running_loop().create_server(
        lambda: GatheringProtocol(config, uvicorn.server.ServerState(), {}), "127.0.0.1", 0
    )
    async with server:
        port = server.sockets[0].getsockname()[1]
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        answers = []
        for _ in range(2):
            writer.write(b"GET / HTTP/1.1\r\nhost: x\r\n\r\n")
            answers.append(await reader.read(65_536))
        writer.close()

    for answer in answers:
        assert answer.startswith(b"HTTP/1.1 200 OK\r\n")
        assert answer.endswith(b"5\r\nfirst\r\n4\r\nlast\r\n0\r\n\r\n")
