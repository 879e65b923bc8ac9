"""Readers of the feed that we hold by their socket: they dawdle, drop out, or vanish without a word."""

import asyncio
import ctypes
import json
import socket
import struct
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlsplit

import h11

SMALL: Final = 2_048
"""Bytes that a dawdler's socket holds."""
ATTACH_FILTER: Final = 26
"""SO_ATTACH_FILTER of Linux."""
DROP_ALL: Final = struct.pack("HBBI", 0x06, 0, 0, 0)
"""A socket filter of one instruction: take 0 bytes of every packet."""
PIECE: Final = 65_536


@dataclass(frozen=True, slots=True)
class Frame:
    """One event of the stream that came whole."""

    id: str
    event: str
    data: Any


@asynccontextmanager
async def raw(
    url: str, token: str, last_id: str = "", *, room: int = SMALL
) -> AsyncIterator[socket.socket]:
    """Open a stream on a socket that reads nothing by itself; `room`: bytes that it holds."""
    address = urlsplit(url)
    line = socket.socket()
    line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, room)
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


def vanish(line: socket.socket) -> None:
    """Be gone as a machine without current is: no packet is received or confirmed from now on.

    The kernel drops what arrives before it looks at it, so that the other side hears nothing at
    all: neither a receipt nor a reset.
    """
    program = ctypes.create_string_buffer(DROP_ALL)
    told = struct.pack("HxxxxxxP", 1, ctypes.addressof(program))
    line.setsockopt(socket.SOL_SOCKET, ATTACH_FILTER, told)


class Reading:
    """Takes the frames off a stream's bytes; a frame that was cut through is not there."""

    def __init__(self, line: socket.socket) -> None:
        self.frames: list[Frame] = []
        self.over = False
        self._line = line
        self._left = b""
        self._http = h11.Connection(h11.CLIENT)
        asked = h11.Request(method="GET", target="/", headers=[("Host", "of the stream")])
        self._http.send(asked)
        self._http.send(h11.EndOfMessage())

    async def some(self, seconds: float = 0.5) -> bool:
        """Take what is there, waiting for it so long; true when the stream is at its end."""
        loop = asyncio.get_running_loop()
        try:
            async with asyncio.timeout(seconds):
                piece = await loop.sock_recv(self._line, PIECE)
        except TimeoutError:
            return self.over
        except OSError:
            piece = b""
        self.over = not piece
        if piece:
            self._http.receive_data(piece)
            self._unwrap()
        return self.over

    def _unwrap(self) -> None:
        while isinstance(event := self._http.next_event(), h11.Response | h11.Data):
            if isinstance(event, h11.Data):
                self._left += bytes(event.data)
        self.over = self.over or isinstance(event, h11.EndOfMessage)
        *whole, self._left = self._left.split(b"\n\n")
        self.frames += map(_frame, whole)

    @property
    def last_id(self) -> str:
        """Where this reader stands."""
        return next((frame.id for frame in reversed(self.frames) if frame.id), "")

    def sequences(self, order_id: str) -> list[int]:
        """Return the sequences of an order's events, as they came."""
        return [
            frame.data["sequence"]
            for frame in self.frames
            if isinstance(frame.data, dict) and frame.data.get("subject") == order_id
        ]


def _frame(text: bytes) -> Frame:
    lines = [line.partition(":") for line in text.decode().splitlines()]
    told = {name: value.removeprefix(" ") for name, _, value in lines}
    return Frame(told.get("id", ""), told.get("event", ""), json.loads(told.get("data") or "null"))
