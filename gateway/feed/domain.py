"""What a feed reader may see, and from where in the log he reads on.

A position is one number per slot (topic, partition) of the tailed topics: the offset of the next
record. A cursor is a position as text, with the name of the log it belongs to: offsets of
another log (a broker set up anew, other topics) mean nothing here.
"""

import base64
import binascii
import json
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import chain
from operator import attrgetter
from typing import Final
from uuid import UUID

from chassis.actor import Actor
from chassis.errors import Forbidden
from contracts.envelope import Audience
from contracts.rights import Permission, Role, Scope, Shop

Slot = tuple[str, int]
Position = tuple[int, ...]
RING_FRAMES: Final = 2_000
REPLAY_RECORDS: Final = 5_000
RECENT_EVENTS: Final = 10_000
QUEUE_FRAMES: Final = 100
MAX_CURSOR: Final = 4_096
MANAGEMENT: Final = frozenset({Role.HEAD_OF_PRODUCTION, Role.DIRECTOR, Role.DEPUTY})


class ForeignCursor(ValueError):
    """A cursor that was not made for this log: garbage, or another log's."""


def log_name(slots: Sequence[Slot], cluster: str) -> str:
    """Return a short name of this log, the same in every gateway that tails it."""
    return sha256(json.dumps([cluster, list(slots)]).encode()).hexdigest()[:8]


def write_cursor(name: str, position: Position) -> str:
    """Return the position as the `id` of an SSE event."""
    text = json.dumps([name, *position], separators=(",", ":"))
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def read_cursor(text: str, name: str, slots: int) -> Position:
    """Read a position back; total: any text may come from outside.

    Raises:
        ForeignCursor: no cursor of ours, or of another log.
    """
    if len(text) > MAX_CURSOR or not text.isascii():
        raise ForeignCursor
    try:
        raw = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
        parts = json.loads(raw)
    except (binascii.Error, ValueError, RecursionError) as error:
        raise ForeignCursor from error
    if not isinstance(parts, list) or len(parts) != slots + 1 or parts[0] != name:
        raise ForeignCursor
    offsets = parts[1:]
    if not all(type(offset) is int and 0 <= offset < 2**63 for offset in offsets):
        raise ForeignCursor
    return tuple(offsets)


def after(position: Position, slot: int, offset: int) -> Position:
    """Return the position once the record at `offset` of `slot` was taken; never goes back."""
    moved = max(position[slot], offset + 1)
    return (*position[:slot], moved, *position[slot + 1 :])


def furthest(one: Position, other: Position) -> Position:
    """Return the position that has seen what either has seen."""
    return tuple(map(max, one, other))


@dataclass(frozen=True, slots=True)
class Routing:
    """Whom an event concerns: its class's audience, and the offices and shops it names."""

    audience: frozenset[Audience]
    offices: frozenset[str] = frozenset()
    shops: frozenset[str] = frozenset()
    priced: bool = False
    """Carries money; then only those who may read prices see it, whatever the audience says."""

    @classmethod
    def of(cls, audience: frozenset[Audience], event: object, *, priced: bool) -> "Routing":
        """Read the offices and shops out of an event; what is not there concerns nobody."""
        named = (getattr(event, "office_id", None), getattr(event, "pickup_office_id", None))
        return cls(
            audience,
            frozenset(str(office) for office in named if office is not None),
            frozenset(shop.value for shop in getattr(event, "shops", ())),
            priced,
        )


Sees = Callable[[Routing], bool]


def reader_of(actor: Actor) -> Sees:
    """Return what this actor sees of the feed.

    Raises:
        Forbidden: no role of his reads the feed.
    """
    reach = actor.scope(Permission.FEED_READ)
    if reach is None or actor.is_system:
        raise Forbidden(permission=Permission.FEED_READ.value)
    prices = actor.may(Permission.ORDERS_PRICE_READ)
    if reach is Scope.OWN_SHOP:
        return _shop_reader(actor.own_shops, prices=prices)
    return _office_reader(
        actor.office_id, prices=prices, management=not actor.roles.isdisjoint(MANAGEMENT)
    )


def _shop_reader(own: frozenset[Shop], *, prices: bool) -> Sees:
    shops = frozenset(shop.value for shop in own)

    def sees(event: Routing) -> bool:
        return (
            Audience.SHOP in event.audience
            and not event.shops.isdisjoint(shops)
            and (prices or not event.priced)
        )

    return sees


def _office_reader(office: UUID | None, *, prices: bool, management: bool) -> Sees:
    own = str(office)

    def sees(event: Routing) -> bool:
        if event.priced and not prices:
            return False
        return (
            Audience.OFFICE in event.audience
            or (Audience.OWN_OFFICE in event.audience and own in event.offices)
            or (management and Audience.MANAGEMENT in event.audience)
        )

    return sees


@dataclass(frozen=True, slots=True)
class Frame:
    """One event, serialised once for all its readers."""

    turn: int
    """Its place in the order in which this gateway saw events."""
    slot: int
    offset: int
    routing: Routing
    body: bytes
    """The SSE event without its `id` line."""
    wire: bytes
    """The SSE event with the id of this gateway's position after it."""


def with_cursor(cursor: str, body: bytes) -> bytes:
    """Return an SSE event with its id."""
    return b"id: " + cursor.encode() + b"\n" + body


@dataclass(slots=True)
class Ring:
    """The newest frames of one slot, and the offset from which none is missing."""

    covered_from: int
    limit: int = RING_FRAMES
    frames: deque[Frame] = field(default_factory=deque)

    def add(self, frame: Frame) -> None:
        """Keep the frame; the oldest goes when the ring is full."""
        self.frames.append(frame)
        if len(self.frames) > self.limit:
            self.covered_from = self.frames.popleft().offset + 1

    def between(self, start: int, end: int) -> Iterable[Frame]:
        """Return the frames from `start` up to, not including, `end`, oldest first."""
        return (frame for frame in self.frames if start <= frame.offset < end)


class Recent:
    """Events seen lately: a relay that lost its database just after the send sends again."""

    def __init__(self, limit: int = RECENT_EVENTS) -> None:
        self._limit = limit
        self._seen: dict[UUID, None] = {}

    def is_new(self, event_id: UUID) -> bool:
        """Remember the event; tell whether it comes for the first time."""
        if event_id in self._seen:
            return False
        self._seen[event_id] = None
        if len(self._seen) > self._limit:
            del self._seen[next(iter(self._seen))]
        return True


@dataclass(frozen=True, slots=True)
class FromRing:
    """Everything missed is in memory."""

    frames: tuple[Frame, ...]


@dataclass(frozen=True, slots=True)
class FromLog:
    """Something missed is only in the log: read every slot from `start` up to `end`."""

    start: Position
    end: Position


@dataclass(frozen=True, slots=True)
class Anew:
    """Too much was missed: the reader takes a new snapshot."""

    reason: str


def plan(cursor: Position, position: Position, rings: Sequence[Ring]) -> FromRing | FromLog | Anew:
    """Say how a reader who stood at `cursor` catches up with `position`."""
    missed = [slot for slot, offset in enumerate(cursor) if offset < position[slot]]
    if all(cursor[slot] >= rings[slot].covered_from for slot in missed):
        frames = chain.from_iterable(
            rings[slot].between(cursor[slot], position[slot]) for slot in missed
        )
        return FromRing(tuple(sorted(frames, key=attrgetter("turn"))))
    if sum(position[slot] - cursor[slot] for slot in missed) > REPLAY_RECORDS:
        return Anew("too-old")
    return FromLog(cursor, furthest(cursor, position))
