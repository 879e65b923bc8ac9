"""What the feed needs from the world: the log of facts, and who is asking."""

from collections.abc import (
    AsyncIterator,
    Awaitable,
    Callable,
    MutableMapping,
    Sequence,
)
from typing import Any, Protocol

from chassis.actor import Actor
from gateway.feed.domain import Position

STOP_S = 2.0
"""So long a client of the log may take to stop, before it is closed by force."""


class LogRecord(Protocol):
    """One record of the log, as a Kafka client hands it over."""

    @property
    def topic(self) -> str:
        """Full name, with the prefix of this set-up."""

    @property
    def partition(self) -> int:
        """Number within the topic."""

    @property
    def offset(self) -> int:
        """Place in the partition."""

    @property
    def key(self) -> bytes | None:
        """Aggregate id that the event is about."""

    @property
    def value(self) -> bytes | None:
        """Body of the event; None in a tombstone."""

    @property
    def headers(self) -> Sequence[tuple[str, bytes]]:
        """Attributes of the event."""


class TooOld(LookupError):
    """The log no longer holds what was asked for."""


class BusLost(ConnectionError):
    """The broker does not answer; it will."""


class Log(Protocol):
    """The past of the tailed topics."""

    async def ends(self) -> Position:
        """Return the position after the newest record.

        Raises:
            BusLost: the broker does not answer.
        """

    def read(self, start: Position, end: Position) -> AsyncIterator[LogRecord]:
        """Yield every record from `start` up to, not including, `end`.

        Raises:
            TooOld: retention has taken some of them.
            BusLost: the broker does not answer.
        """


Authenticate = Callable[[MutableMapping[str, Any]], Awaitable[Actor]]
"""ASGI scope → who asks; raises `chassis.errors.Unauthorized`. Asked again every 5 s of a stream,
so it must not count as the person's own activity."""
