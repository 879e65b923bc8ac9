"""The feed's doors: the stream itself, and what its events look like."""

from gateway.feed.http.schema import router
from gateway.feed.http.stream import Feed

__all__ = ["Feed", "router"]
