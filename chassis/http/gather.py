"""An answer leaves in one piece: its head and its body are one system call, and one arrival.

uvicorn writes them one after the other and uvloop sends each at once, so whoever reads is woken
twice (measured: 0.1 ms of CPU for an answer of 3 KiB that passes the gateway).
"""

import asyncio
from typing import Any, Final, cast

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

MUCH: Final = 64 * 1024
"""Bytes that are not kept back: they fill packets by themselves."""


class Gathered:
    """A transport that sends what was written in one turn of the event loop together."""

    def __init__(self, transport: asyncio.Transport, loop: asyncio.AbstractEventLoop) -> None:
        self._transport = transport
        self._loop = loop
        self._kept: list[bytes] = []
        self._size = 0

    def write(self, data: bytes) -> None:
        """Send at the end of this turn, or now if it is much."""
        if not data:
            return
        if not self._kept:
            self._loop.call_soon(self.flush)
        self._kept.append(data)
        self._size += len(data)
        if self._size >= MUCH:
            self.flush()

    def flush(self) -> None:
        """Send what is kept."""
        if self._kept:
            data = self._kept[0] if len(self._kept) == 1 else b"".join(self._kept)
            self._kept, self._size = [], 0
            self._transport.write(data)

    def close(self) -> None:
        """Send what is kept and close."""
        self.flush()
        self._transport.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._transport, name)


class GatheringProtocol(HttpToolsProtocol):
    """uvicorn's protocol over such a transport."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin to serve a connection."""
        gathered = Gathered(cast("asyncio.Transport", transport), self.loop)
        super().connection_made(cast("asyncio.Transport", gathered))
