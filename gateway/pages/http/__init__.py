"""The pages' door, and the headers that every answer of the gateway carries."""

from gateway.pages.http.headers import SecurityHeaders
from gateway.pages.http.pages import router

__all__ = ["SecurityHeaders", "router"]
