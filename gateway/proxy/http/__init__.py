"""The proxy's doors: everything that belongs to a service, and what their addresses mean."""

from gateway.proxy.http.door import Proxy
from gateway.proxy.http.reference import router
from gateway.proxy.http.switch import Switch

__all__ = ["Proxy", "Switch", "router"]
