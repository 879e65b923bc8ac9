"""The hub: one reader of the log for all who follow the feed of this gateway."""

import asyncio
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from opentelemetry.trace import SpanKind
from prometheus_client import Counter, Gauge

from chassis import clock
from chassis.telemetry import log, span
from contracts.envelope import MalformedRecord
from contracts.registry import load
from contracts.topics import Topic
from gateway.feed.domain import (
    QUEUE_FRAMES,
    RING_FRAMES,
    Frame,
    Position,
    Recent,
    Ring,
    Sees,
    Slot,
    after,
    furthest,
    log_name,
    with_cursor,
    write_cursor,
)
from gateway.feed.ports import LogRecord
from gateway.feed.queries.press import Unknown, press, sse

readers_now = Gauge("vitrazh_feed_readers", "Open feed streams")
readers_cut = Counter("vitrazh_feed_cut_total", "Feed streams closed by us", ["reason"])
events_seen = Counter("vitrazh_feed_events_total", "Records of the feed's topics", ["outcome"])
deliveries = Counter("vitrazh_feed_deliveries_total", "Events put into readers' queues")


class Reader:
    """One open stream: what waits to be sent to it, and whether it goes on."""

    def __init__(self, sees: Sees) -> None:
        self.sees = sees
        self.over: str | None = None
        """Why the stream ends; None while it lives."""
        self.floor: Position | None = None
        """Where he stood when another gateway had taken him further than this hub is."""
        self._queue: deque[bytes] = deque()
        self._wake = asyncio.Event()
        self._ended = asyncio.Event()

    def offer(self, frame: Frame, name: str, position: Position) -> bool:
        """Queue the frame if the reader sees it and has not had it; say whether."""
        if not self.sees(frame.routing):
            return False
        wire = frame.wire
        if self.floor is not None:
            if frame.offset < self.floor[frame.slot]:
                return False
            cursor = furthest(position, self.floor)
            wire = with_cursor(write_cursor(name, cursor), frame.body)
        self.put(wire)
        return True

    def put(self, wire: bytes) -> None:
        """Queue bytes; a reader who does not keep up is cut off, and resumes by his cursor."""
        if len(self._queue) >= QUEUE_FRAMES:
            self.end("slow")
            return
        self._queue.append(wire)
        self._wake.set()

    def restart(self, wire: bytes) -> None:
        """Forget what waits: it means nothing any more."""
        self._queue.clear()
        self.floor = None
        self.put(wire)

    def end(self, reason: str) -> None:
        """End the stream; what waits is dropped, the reader's cursor still stands before it."""
        if self.over is None:
            self.over = reason
            readers_cut.labels(reason).inc()
        self._queue.clear()
        self._wake.set()
        self._ended.set()

    async def ended(self) -> None:
        """Return when the stream is over."""
        await self._ended.wait()

    def take(self) -> bytes:
        """Return all that waits as one piece; empty if nothing does."""
        taken = b"".join(self._queue)
        self._queue.clear()
        self._wake.clear()
        return taken

    async def wait(self, seconds: float) -> None:
        """Return when something waits, the stream is over, or the time has passed."""
        try:
            async with asyncio.timeout(seconds):
                await self._wake.wait()
        except TimeoutError:
            return


class Hub:
    """Where this gateway stands in the log, the newest frames, and the open streams."""

    def __init__(
        self, topics: Sequence[Topic], *, prefix: str = "", ring: int = RING_FRAMES
    ) -> None:
        load()  # so that every event type of the topics is known
        self.slots: tuple[Slot, ...] = tuple(
            (prefix + topic.name, partition)
            for topic in topics
            for partition in range(topic.partitions)
        )
        self.topic_of = tuple(name.removeprefix(prefix) for name, _ in self.slots)
        """Topic of each slot, without the prefix."""
        self.slot_of = {slot: number for number, slot in enumerate(self.slots)}
        self.position: Position | None = None
        self.name = ""
        self.linked = False
        self.stopping = False
        self.rings: list[Ring] = []
        self._ring = ring
        self._turn = 0
        self._recent = Recent()
        self._readers: set[Reader] = set()
        self._stands = asyncio.Event()

    @property
    def cursor(self) -> str:
        """Cursor of the hub's present position."""
        return write_cursor(self.name, self.position or ())

    def begin(self, cluster: str, ends: Position) -> Position:
        """Stand in the log: where we stood before, or at its end; return where to read on.

        Another cluster, or a log shorter than our position (a topic made anew), is another log:
        every reader starts again.
        """
        name = log_name(self.slots, cluster)
        here = self.position
        if here is not None and name == self.name and furthest(here, ends) == ends:
            return here
        self.name, self.position = name, ends
        self.rings = [Ring(end, self._ring) for end in ends]
        self._stands.set()
        if here is not None:
            log().warning("feed-log-replaced", readers=len(self._readers))
            for reader in tuple(self._readers):
                self.restart(reader, "log-replaced")
        return ends

    def forget(self) -> None:
        """Our position is no longer in the log; `begin` will stand at its end again."""
        self.name = ""

    def accept(self, record: LogRecord) -> None:
        """Take the next record of a slot and pass it to those who see it; never fails."""
        slot = self.slot_of.get((record.topic, record.partition))
        if slot is None or self.position is None or record.offset < self.position[slot]:
            return
        self.position = after(self.position, slot, record.offset)
        try:
            envelope, routing, body = press(record, self.topic_of[slot])
        except Unknown:
            events_seen.labels("unknown").inc()
        except MalformedRecord:
            events_seen.labels("malformed").inc()
        else:
            if not self._recent.is_new(envelope.id):
                events_seen.labels("repeated").inc()
                return
            self._turn += 1
            wire = with_cursor(self.cursor, body)
            frame = Frame(self._turn, slot, record.offset, routing, body, wire)
            with span(
                f"feed {envelope.type}",
                parent=envelope.traceparent,
                kind=SpanKind.CONSUMER,
                attributes={"messaging.destination.name": record.topic},
            ) as current:
                reached = self._push(frame, self.position)
                current.set_attribute("vitrazh.feed.readers", reached)

    def _push(self, frame: Frame, position: Position) -> int:
        if frame.routing.audience:
            self.rings[frame.slot].add(frame)
        reached = sum([reader.offer(frame, self.name, position) for reader in tuple(self._readers)])
        events_seen.labels("pushed").inc()
        deliveries.inc(reached)
        return reached

    def link(self, *, up: bool) -> None:
        """Tell every reader when the broker is lost, and when it is back."""
        if up == self.linked:
            return
        self.linked = up
        for reader in tuple(self._readers):
            reader.put(self.link_event(up=up))

    def link_event(self, *, up: bool) -> bytes:
        """Return the event that says whether facts reach this gateway."""
        return sse("link", {"bus": "back" if up else "lost", "time": clock.now()})

    def hello_event(self, cursor: str, *, resumed: bool) -> bytes:
        """Return a stream's first event: the reader's place in the log, and the server's time."""
        body = sse("hello", {"time": clock.now(), "resumed": resumed})
        return b"retry: 2000\n" + with_cursor(cursor, body)

    def restart(self, reader: Reader, reason: str) -> None:
        """Send a reader for a new snapshot; from here on he follows live."""
        body = sse("reset", {"time": clock.now(), "reason": reason})
        reader.restart(b"retry: 2000\n" + with_cursor(self.cursor, body))

    def beat_event(self, floor: Position | None) -> bytes:
        """Return a heartbeat; it also moves on the cursor of a reader to whom nothing came."""
        body = sse("beat", {"time": clock.now()})
        if self.position is None:
            return body
        position = self.position if floor is None else furthest(self.position, floor)
        return with_cursor(write_cursor(self.name, position), body)

    async def standing(self, seconds: float) -> bool:
        """Wait until the hub stands in the log; False if it does not yet."""
        try:
            async with asyncio.timeout(seconds):
                await self._stands.wait()
        except TimeoutError:
            return False
        return True

    @contextmanager
    def join(self, reader: Reader) -> Iterator[Position]:
        """Follow the hub while inside; yields the position from which frames are queued."""
        if self.position is None:
            raise RuntimeError("the hub does not stand in the log yet")
        self._readers.add(reader)
        readers_now.set(len(self._readers))
        try:
            yield self.position
        finally:
            self._readers.discard(reader)
            readers_now.set(len(self._readers))

    async def end_when(self, stopping: asyncio.Event) -> None:
        """End every stream when the process stops; readers come back to another one."""
        await stopping.wait()
        self.stopping = True
        for reader in tuple(self._readers):
            reader.end("stopping")

    def __len__(self) -> int:
        return len(self._readers)
