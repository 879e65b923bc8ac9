"""What the messages' service says became of telling the client."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from contracts.orders.words import ToldState

TOLD: Final = frozenset({ToldState.TOLD, ToldState.DELIVERED})
"""He knows, as far as anybody can say; in the other states the office has to act."""


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What became of a message, when (UTC), by which channel; `reason` of a failure.

    Ids of messages grow with time (UUIDv7), so an older message is known by its id.
    """

    message_id: UUID
    state: ToldState
    at: datetime
    channel: str | None = None
    reason: str | None = None
