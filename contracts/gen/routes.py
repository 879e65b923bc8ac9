"""Path prefix → service that answers there. Written by `make gen`; do not edit."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

ROUTES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "/api/board": "orders",
        "/api/clients": "clients",
        "/api/day": "orders",
        "/api/messages": "notifications",
        "/api/queue": "orders",
        "/api/sms-reports": "notifications",
        "/api/work-orders": "orders",
    }
)
