"""A head or a frame without end, or a head that never comes, is given up; all else passes."""

import asyncio
import socket
from collections.abc import AsyncIterator
from typing import Any

import pytest
import pytest_asyncio
import uvicorn

from chassis import wire
from chassis.testing import until

MUCH = 32 * 1024 * 1024
LEFT: list[str] = []
"""Paths whose clients were gone before the end."""


async def _app(scope: Any, receive: Any, send: Any) -> None:
    taken = 0
    if scope["path"] == "/much":
        await _much(scope, receive, send)
        return
    while True:
        message = await receive()
        taken += len(message.get("body", b""))
        if not message.get("more_body", False):
            break
    names = b" ".join(name for name, _ in scope["headers"] if name.startswith(b"x-"))
    body = f"{scope['path']} {taken}".encode() + names
    head = [(b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": 200, "headers": head})
    await send({"type": "http.response.body", "body": body})


async def _much(scope: Any, receive: Any, send: Any) -> None:
    """Answer more than a connection holds, then wait until the client is gone."""
    await receive()
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": bytes(MUCH), "more_body": True})
    while (await receive())["type"] != "http.disconnect":
        pass
    LEFT.append(scope["path"])


@pytest_asyncio.fixture
async def port() -> AsyncIterator[int]:
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    config = uvicorn.Config(
        _app, http=wire.BoundedHttp, ws="none", lifespan="off", log_config=None, access_log=False
    )
    server = uvicorn.Server(config)
    serving = asyncio.create_task(server.serve([listening]))

    async def started() -> bool:
        return server.started

    await until(started)
    yield listening.getsockname()[1]
    server.should_exit = True
    await serving


async def talk(port: int, *pieces: bytes) -> bytes:
    """Send, then read to the end."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        for piece in pieces:
            writer.write(piece)
            await writer.drain()
        return await asyncio.wait_for(reader.read(), 20)
    except ConnectionError:
        return b"cut"
    finally:
        writer.close()


GET = b"GET /x HTTP/1.1\r\nhost: glass\r\n"


async def test_an_ordinary_request_passes(port: int) -> None:
    answer = await talk(port, GET + b"connection: close\r\n\r\n")

    assert answer.startswith(b"HTTP/1.1 200")


async def test_two_requests_on_one_connection_pass(port: int) -> None:
    answer = await talk(port, GET + b"\r\n", GET + b"connection: close\r\n\r\n")

    assert answer.count(b"/x 0") == 2


async def test_a_big_body_is_no_head(port: int) -> None:
    head = GET.replace(b"GET", b"POST") + b"content-length: 300000\r\nconnection: close\r\n\r\n"

    answer = await talk(port, head, *[b"y" * 30_000] * 10)

    assert answer.endswith(b"/x 300000")


@pytest.mark.parametrize(
    "pieces",
    [
        [b"a: " + b"b" * 1000 + b"\r\n"] * 200,
        [b"a: " + b"b" * 200_000],
        [b"a" * 200_000],
    ],
    ids=["many headers", "a long value", "a long name"],
)
async def test_a_head_without_end_is_refused(port: int, pieces: list[bytes]) -> None:
    answer = await talk(port, GET, *pieces)

    assert answer == b"cut" or answer.startswith(b"HTTP/1.1 4")


async def test_an_address_without_end_is_refused(port: int) -> None:
    answer = await talk(port, b"GET /", *[b"x" * 30_000] * 10)

    assert answer == b"cut" or answer.startswith(b"HTTP/1.1 4")


@pytest.mark.parametrize("begun", [b"", b"GET /x HTT", GET], ids=["nothing", "a word", "a header"])
async def test_a_head_that_does_not_come_is_given_up(
    port: int, begun: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wire, "HEAD_S", 0.2)

    assert await talk(port, begun) == b""


async def test_the_second_head_of_a_connection_has_its_time_too(
    port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wire, "HEAD_S", 0.2)

    answer = await talk(port, GET + b"\r\n", b"GET /second")

    assert answer.count(b"HTTP/1.1 200") == 1


async def test_a_slow_body_is_not_the_heads_matter(
    port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wire, "HEAD_S", 0.05)
    head = GET.replace(b"GET", b"POST") + b"content-length: 2\r\nconnection: close\r\n\r\n"
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(head + b"y")
    reading = asyncio.create_task(reader.read())
    await asyncio.wait([reading], timeout=0.3)
    writer.write(b"y")
    rest = await asyncio.wait_for(reading, 10)
    writer.close()

    assert rest.endswith(b"/x 2")


CHUNKED = GET.replace(b"GET", b"POST") + b"transfer-encoding: chunked\r\n"
CLOSING = b"connection: close\r\n\r\n"
PAD = b"p" * 30_000


@pytest.mark.parametrize(
    "pieces",
    [
        [b"1;", *[PAD] * 10, b"\r\ny\r\n0\r\n\r\n"],
        [*[b"1;a=" + b"p" * 300 + b"\r\ny\r\n"] * 1_000, b"0\r\n\r\n"],
        [b"0\r\nx-end: ", *[PAD] * 10, b"\r\n\r\n"],
        [b"0\r\n", *[b"x-end: " + b"p" * 300 + b"\r\n"] * 1_000, b"\r\n"],
        [b"0\r\n", b"".join(b"x-%d: p\r\n" % number for number in range(20_000)), b"\r\n"],
    ],
    ids=["an extension", "many extensions", "a trailer", "many trailers", "many small trailers"],
)
async def test_a_frame_without_end_is_cut(port: int, pieces: list[bytes]) -> None:
    answer = await talk(port, CHUNKED + CLOSING, *pieces)

    assert b"HTTP/1.1 200" not in answer


async def test_chunks_of_a_byte_pass(port: int) -> None:
    answer = await talk(port, CHUNKED + CLOSING, b"1\r\ny\r\n" * 40_000, b"0\r\n\r\n")

    assert answer.endswith(b"/x 40000")


async def test_an_extension_and_a_trailer_are_passed_over(port: int) -> None:
    told = b"2;a=b\r\nyy\r\n0\r\nx-operator: another\r\n\r\n"

    answer = await talk(port, CHUNKED + b"x-own: mine\r\n" + CLOSING, told)

    assert answer.endswith(b"/x 2x-own")


async def test_a_trailer_told_before_the_body_is_read_is_no_header(port: int) -> None:
    """Whoever looks at the headers only after the body must not find another caller there."""
    first = CHUNKED + b"\r\n1\r\ny\r\n0\r\nx-operator: another\r\n\r\n"

    answer = await talk(port, first + GET + b"x-own: mine\r\n" + CLOSING)

    assert b"x-operator" not in answer
    assert answer.endswith(b"/x 0x-own")


async def test_the_frame_of_each_request_is_counted_for_itself(port: int) -> None:
    request = CHUNKED + b"\r\n1;" + PAD + b"\r\ny\r\n0\r\n\r\n"

    answer = await talk(port, *[request] * 5, GET + CLOSING)

    assert answer.count(b"/x 1") == 5
    assert answer.endswith(b"/x 0")


async def test_who_takes_nothing_of_his_answer_is_let_go(
    port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wire, "RECEIPT_S", 1)
    LEFT.clear()
    line = socket.socket()
    line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2_048)
    line.setblocking(False)
    loop = asyncio.get_running_loop()
    try:
        await loop.sock_connect(line, ("127.0.0.1", port))
        await loop.sock_sendall(line, b"GET /much HTTP/1.1\r\nhost: x\r\n\r\n")
        await until(_left, seconds=30)
    finally:
        line.close()


async def _left() -> bool:
    return LEFT == ["/much"]
