"""The web apps' door, and the headers that every answer of the gateway carries."""

from gateway.pages.http.headers import SecurityHeaders
from gateway.pages.http.pages import Pages
from gateway.pages.http.static import router

__all__ = ["Pages", "SecurityHeaders", "router"]
