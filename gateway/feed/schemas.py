"""The feed's own messages as they stand on the wire; an event's `data` is its contract's."""

from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from pydantic import Field

from chassis.http.schemas import Out
from contracts.envelope import Audience


class Event(Out):
    """One fact: apply it if its `sequence` is higher than what you have of the `subject`."""

    id: UUID
    type: str
    subject: UUID
    sequence: int
    time: datetime
    actor: str
    correlation_id: str
    trace: str | None
    """The click's `traceparent`; send it back with the receipt."""
    data: dict[str, Any]


class Hello(Out):
    """A stream begins. Not resumed: take the snapshot now, then apply what came meanwhile."""

    time: datetime
    resumed: bool


class Reset(Out):
    """Too much was missed, or the cursor is none of this log: take a new snapshot."""

    time: datetime
    reason: Literal["foreign-cursor", "too-old", "log-replaced"]


class Link(Out):
    """Whether facts reach this gateway: the broker is lost, or back."""

    time: datetime
    bus: Literal["lost", "back"]


class Beat(Out):
    """Every 15 s of silence; its id moves the cursor on. Nothing for 40 s = connect again."""

    time: datetime


class EventSchema(Out):
    """One event class of the feed."""

    audience: tuple[Audience, ...]
    priced: bool = Field(description="Carries money: only for those who read prices")
    schema_: dict[str, Any] = Field(serialization_alias="schema")


class FeedSchema(Out):
    """The SSE events of the feed by name: its own, and the facts."""

    messages: dict[str, dict[str, Any]]
    event: dict[str, Any]
    events: dict[str, EventSchema]
