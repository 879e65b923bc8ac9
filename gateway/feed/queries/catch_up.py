"""How a reader begins: at the log's end, or from where he stood, without a gap or a double."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator
from dataclasses import dataclass, field

from contracts.envelope import MalformedRecord
from gateway.feed.domain import (
    Anew,
    ForeignCursor,
    FromLog,
    FromRing,
    Position,
    Recent,
    after,
    plan,
    read_cursor,
    with_cursor,
    write_cursor,
)
from gateway.feed.ports import BusLost, Log, TooOld
from gateway.feed.queries.hub import Hub, Reader
from gateway.feed.queries.press import press

PIECE_BYTES = 64 * 1024
RETRY_S = 1.0


@dataclass(slots=True)
class _Return:
    """A reader who comes back: where he stands, as what was missed is sent to him."""

    hub: Hub
    log: Log
    reader: Reader
    stood: Position
    name: str
    recent: Recent = field(default_factory=Recent)

    async def plan(self, start: Position) -> FromRing | FromLog | Anew:
        """Say how he catches up with `start`.

        Another gateway may have taken him further than this one is; nobody is ahead of the log.
        """
        if any(his > ours for his, ours in zip(self.stood, start, strict=True)):
            self.reader.floor = self.stood
            ends = await self.log.ends()
            if any(his > end for his, end in zip(self.stood, ends, strict=True)):
                return Anew("foreign-cursor")
        return plan(self.stood, start, self.hub.rings)

    def printed(self, slot: int, offset: int, body: bytes) -> bytes:
        """Return an event with the reader's own cursor after it."""
        self.stood = after(self.stood, slot, offset)
        return with_cursor(write_cursor(self.name, self.stood), body)

    def from_ring(self, missed: FromRing) -> bytes:
        """Return what he sees of the frames in memory."""
        seen = [frame for frame in missed.frames if self.reader.sees(frame.routing)]
        return b"".join(self.printed(frame.slot, frame.offset, frame.body) for frame in seen)

    async def from_log(self, missed: FromLog) -> AsyncIterator[bytes]:
        """Yield what he sees of the log, in pieces; goes on where it was when the broker fails."""
        piece = bytearray()
        async for record in self.log.read(self.stood, missed.end):
            slot = self.hub.slot_of[record.topic, record.partition]
            try:
                envelope, routing, body = press(record, self.hub.topic_of[slot])
            except MalformedRecord:
                continue
            if self.recent.is_new(envelope.id) and self.reader.sees(routing):
                piece += self.printed(slot, record.offset, body)
            if len(piece) > PIECE_BYTES:
                yield bytes(piece)
                piece.clear()
        if piece:
            yield bytes(piece)


async def opening(
    hub: Hub, log: Log, reader: Reader, start: Position, cursor: str | None
) -> AsyncGenerator[bytes, None]:
    """Yield what a reader gets before the live frames, which are queued from `start` on.

    The reader must have joined the hub already: `start` is the hub's position at that moment.
    While the broker does not answer, he is told so every second.
    """
    if cursor is None:
        yield hub.hello_event(write_cursor(hub.name, start), resumed=False)
        return
    try:
        stood = read_cursor(cursor, hub.name, len(hub.slots))
    except ForeignCursor:
        hub.restart(reader, "foreign-cursor")
        return
    back = _Return(hub, log, reader, stood, hub.name)
    greeted = False
    while True:
        try:
            missed = await back.plan(start)
            if isinstance(missed, Anew):
                hub.restart(reader, missed.reason)
                return
            if not greeted:
                greeted = True
                yield hub.hello_event(cursor, resumed=True)
            if isinstance(missed, FromRing):
                yield back.from_ring(missed)
                return
            async for piece in back.from_log(missed):
                yield piece
        except TooOld:
            hub.restart(reader, "too-old")
        except BusLost:
            yield hub.link_event(up=False)
            await asyncio.sleep(RETRY_S)
            continue
        return
