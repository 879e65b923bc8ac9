"""HTTP as it arrives: a request's head is short and comes soon, or the connection is closed.

uvicorn bounds neither for httptools: one client could send headers without end, or hold a thousand
connections with a byte a minute each. Nor does it bound what stands around a body sent in chunks,
and it puts a trailer among the headers of a request that has been judged already. And who is gone
without a word is missed by nobody: the kernel sends again for a quarter of an hour, and to one who
lives and takes nothing for ever.
"""

import asyncio
import socket
from typing import Any, Final

from chassis.http.gather import GatheringProtocol

HEAD_BYTES: Final = 64 * 1024
"""Request line and headers together; browsers send a few KiB."""
HEAD_S: Final = 30.0
"""From the connection, or a request's first byte, to the end of its head."""
FRAME_BYTES: Final = 64 * 1024
"""Around a body: sizes and extensions of its chunks, and trailers."""
FRAME_SHARE: Final = 8
"""So many bytes more for each of the body: chunks of one byte are odd, but no attack."""
RECEIPT_S: Final = 30
"""So long what was sent may stay unconfirmed, or find no room, before the connection is closed."""
REFUSED: Final = (
    b"HTTP/1.1 431 Request Header Fields Too Large\r\n"
    b"content-type: text/plain; charset=utf-8\r\nx-content-type-options: nosniff\r\n"
    b"content-length: 0\r\nconnection: close\r\n\r\n"
)


class BoundedHttp(GatheringProtocol):
    """uvicorn's protocol with an end to every head and every frame; trailers are left out."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._head = self._frame = self._body = 0
        self._in_head = True
        """Also between two requests."""
        self._deadline: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin to wait for the first head."""
        super().connection_made(transport)
        _miss_the_vanished(transport)
        self._wait()

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait no longer."""
        self._stop_waiting()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Count what belongs to a head, or stands around a body; what ends a head is not counted."""
        if self._in_head:
            self._head += len(data)
        else:
            self._frame += len(data)
        super().data_received(data)
        if self.transport.is_closing():
            return
        if self._in_head and self._head > HEAD_BYTES:
            self.transport.write(REFUSED)
            self.transport.close()
        elif self._frame > FRAME_BYTES + FRAME_SHARE * self._body:
            self.transport.close()  # an answer may be on its way already

    def on_message_begin(self) -> None:
        """A head begins."""
        super().on_message_begin()
        self._in_head = True
        self._wait()

    def on_header(self, name: bytes, value: bytes) -> None:
        """Take a header; a trailer is none."""
        if self._in_head:
            super().on_header(name, value)

    def on_headers_complete(self) -> None:
        """A head is whole."""
        self._in_head = False
        self._head = self._frame = self._body = 0
        self._stop_waiting()
        super().on_headers_complete()

    def on_body(self, body: bytes) -> None:
        """Take a piece of the body, which is no frame."""
        self._body += len(body)
        self._frame = max(self._frame - len(body), 0)
        super().on_body(body)

    def on_message_complete(self) -> None:
        """A request is whole."""
        self._in_head = True
        super().on_message_complete()

    def _wait(self) -> None:
        self._stop_waiting()
        self._deadline = self.loop.call_later(HEAD_S, self._give_up)

    def _stop_waiting(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None

    def _give_up(self) -> None:
        if not self.transport.is_closing():
            self.transport.close()


def _miss_the_vanished(transport: asyncio.BaseTransport) -> None:
    line = transport.get_extra_info("socket")
    if line is not None and hasattr(socket, "TCP_USER_TIMEOUT"):  # Linux has it
        line.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, RECEIPT_S * 1000)
