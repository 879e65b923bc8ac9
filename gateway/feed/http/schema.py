"""The feed as the reference shows it: the stream, and every event as JSON Schema."""

from typing import Annotated, Any

from fastapi import Header
from starlette.responses import Response

from chassis.actor import Actor
from chassis.errors import Unavailable
from chassis.http import Routes, needs
from contracts.rights import Permission
from gateway.feed.queries import schema
from gateway.feed.schemas import FeedSchema

router = Routes(prefix="/api/feed", tags=["feed"])

EVENT: dict[str, Any] = {
    "type": "object",
    "description": "One server-sent event; what stands in `data` is told by /api/feed/schema",
    "properties": {
        "id": {"type": "string", "description": "Where the reader stands after it"},
        "event": {"type": "string", "description": "`hello`, `reset`, or the event's type"},
        "data": {"type": "string", "description": "JSON"},
        "retry": {"type": "integer", "description": "Milliseconds before a new try"},
    },
}
STREAM: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "Server-sent events",
        "content": {"text/event-stream": {"schema": EVENT}},
    }
}


class EventStream(Response):
    """Server-sent events."""

    media_type = "text/event-stream"


@router.get("", response_class=EventStream, responses=STREAM)
async def read_feed(
    actor: Annotated[Actor, needs(Permission.FEED_READ)],  # noqa: ARG001 - for the reference
    last_event_id: Annotated[  # noqa: ARG001 - for the reference
        str | None, Header(description="The `id` of the last event that was taken")
    ] = None,
) -> Response:
    """What happens, as it happens. The raw endpoint (`stream.py`) answers before this one.

    Open it without `Last-Event-ID`; after `hello` take the snapshot (`/api/work-orders` or
    `/api/queue`); then apply every event whose `sequence` is higher than what you have of its
    `subject`. After a cut send the last `id` again; after `reset` take the snapshot again.
    Nothing for 40 s (the server beats every 15 s): connect again.
    """
    raise Unavailable


@router.get("/schema")
async def read_schema(
    actor: Annotated[Actor, needs(Permission.FEED_READ)],  # noqa: ARG001 - asked only to be checked
) -> FeedSchema:
    """What may come down the feed, and who sees it."""
    return schema.feed_schema()
