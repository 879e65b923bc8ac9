"""The only place that asks what time it is. Instants are UTC and aware."""

from datetime import UTC, datetime


def now() -> datetime:
    """Return the present instant, UTC."""
    return datetime.now(UTC)
