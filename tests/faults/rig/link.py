"""A TCP link between two parts that can be slow, dumb, one-way or broken, in a thread of its own."""

import asyncio
import contextlib
import socket
import struct
import threading
from collections.abc import Callable, Coroutine
from concurrent.futures import Future
from typing import Any, Final, Self

from deploy.embedded.ports import HOST

PIECE: Final = 65_536
RESET: Final = struct.pack("ii", 1, 0)
"""SO_LINGER of 0 s: closing sends a reset, not an orderly end."""


class Link:
    """Forwards connections to `target()`; nothing is ever lost of a connection that lives on.

    `hold` stops both ways as a network that swallows packets does: connections stay, new ones are
    taken and say nothing, and what was sent arrives once the link passes again.
    """

    def __init__(self, target: Callable[[], int]) -> None:
        self.port = 0
        self.seen = 0
        """Connections taken so far."""
        self._target = target
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._there = asyncio.Event()
        self._back = asyncio.Event()
        self._delay_s = 0.0
        self._broken = False
        self._never: asyncio.Future[None] = self._loop.create_future()
        self._open: set[asyncio.StreamWriter] = set()
        self._server: asyncio.Server | None = None

    def start(self) -> Self:
        """Listen on a free port."""
        self._thread.start()
        self._do(self._listen()).result(timeout=10)
        self.let_pass()
        return self

    def stop(self) -> None:
        """Cut everything and end the thread."""
        self._do(self._end()).result(timeout=10)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(timeout=10)
        self._loop.close()

    def let_pass(self) -> None:
        """Work as a link should."""
        self._set(there=True, back=True)

    def hold(self) -> None:
        """Let nothing through, either way."""
        self._set(there=False, back=False)

    def mute(self) -> None:
        """Let requests through and no answers: nobody knows what was done."""
        self._set(there=True, back=False)

    def slow(self, delay_s: float) -> None:
        """Let every piece wait so many seconds, each way half of them."""
        self._set(there=True, back=True, delay_s=delay_s / 2)

    def cut(self) -> None:
        """Reset every connection, old and new."""
        self._set(there=True, back=True, broken=True)

    def _set(self, *, there: bool, back: bool, delay_s: float = 0.0, broken: bool = False) -> None:
        async def change() -> None:
            self._delay_s, self._broken = delay_s, broken
            for gate, is_open in ((self._there, there), (self._back, back)):
                if is_open:
                    gate.set()
                else:
                    gate.clear()
            if broken:
                for writer in [*self._open]:
                    _reset(writer)

        self._do(change()).result(timeout=10)

    def _do(self, work: Coroutine[Any, Any, None]) -> "Future[None]":
        return asyncio.run_coroutine_threadsafe(work, self._loop)

    async def _listen(self) -> None:
        self._server = await asyncio.start_server(self._taken, HOST, 0)
        self.port = self._server.sockets[0].getsockname()[1]

    async def _end(self) -> None:
        if self._server is not None:
            self._server.close()
        for writer in [*self._open]:
            _reset(writer)
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)

    async def _taken(self, near: asyncio.StreamReader, near_out: asyncio.StreamWriter) -> None:
        self.seen += 1
        self._open.add(near_out)
        try:
            if self._broken:
                _reset(near_out)
                return
            await self._there.wait()
            far, far_out = await asyncio.open_connection(HOST, self._target())
        except OSError:
            _reset(near_out)
            return
        finally:
            self._open.discard(near_out)
        self._open |= {near_out, far_out}
        try:
            await asyncio.gather(
                self._pump(near, far_out, self._there), self._pump(far, near_out, self._back)
            )
        finally:
            self._open -= {near_out, far_out}
            near_out.close()
            far_out.close()

    async def _pump(
        self, source: asyncio.StreamReader, sink: asyncio.StreamWriter, gate: asyncio.Event
    ) -> None:
        with contextlib.suppress(OSError):
            while piece := await source.read(PIECE):
                await gate.wait()
                if self._delay_s:
                    await asyncio.wait({self._never}, timeout=self._delay_s)
                sink.write(piece)
                await sink.drain()
        await gate.wait()
        with contextlib.suppress(OSError, RuntimeError):
            if sink.can_write_eof():
                sink.write_eof()


def _reset(writer: asyncio.StreamWriter) -> None:
    sock: socket.socket | None = writer.get_extra_info("socket")
    if sock is not None:
        with contextlib.suppress(OSError):
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
    writer.transport.abort()
