"""What the guard may lean on, and does without when it is down."""

from ipaddress import ip_network
from typing import Any, Protocol

from pydantic_settings import BaseSettings, SettingsConfigDict

from gateway.guard.domain import Network


class GuardSettings(BaseSettings):
    """What the guard is told from outside."""

    model_config = SettingsConfigDict(env_prefix="VITRAZH_", extra="ignore")

    requests_per_minute: int = 1200
    """Of one session, token or tablet (20 times that of one network); 0 = not counted."""
    trusted_proxies: str = ""
    """Networks of our own reverse proxies, e.g. `10.0.0.0/8, ::1`; their `X-Forwarded-For` counts."""

    @property
    def trusted(self) -> tuple[Network, ...]:
        """Return the networks.

        Raises:
            ValueError: one of them is none.
        """
        names = (name.strip() for name in self.trusted_proxies.split(","))
        return tuple(ip_network(name) for name in names if name)


class Memory(Protocol):
    """Remembers for less than 5 s who a credential was; may forget at any moment."""

    def get(self, key: bytes) -> Any | None:
        """Return what was put, if it is still there."""
        ...

    def put(self, key: bytes, value: Any, seconds: float) -> None:
        """Keep a value for so long at most."""
        ...


class Rates(Protocol):
    """Counts requests of the last minute."""

    def wait(self, client: str, network: str) -> int:
        """Count one request; return the seconds to wait, 0 = go on."""
        ...
