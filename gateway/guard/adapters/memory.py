"""What this process remembers of credentials: in its own memory, so that a request asks nobody."""

import time
from typing import Final, Generic, TypeVar

T = TypeVar("T")
MOST: Final = 10_000
"""Only good credentials are put, so this is far more than there are people and programs."""


class ProcessMemory(Generic[T]):
    """The `Memory` of production. Each process looks a credential up for itself."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._kept: dict[bytes, tuple[float, T]] = {}
        """Oldest first, with the instant (monotonic, s) at which it is forgotten."""

    def get(self, key: bytes) -> T | None:
        """Return what was put, if it is still there."""
        kept = self._kept.get(key)
        if kept is None or kept[0] <= time.monotonic():
            return None
        return kept[1]

    def put(self, key: bytes, value: T, seconds: float) -> None:
        """Keep a value for so long at most; the oldest goes when there are too many."""
        now = time.monotonic()
        self._kept.pop(key, None)
        if seconds > 0:
            self._kept[key] = (now + seconds, value)
        self._forget_oldest(now)

    def _forget_oldest(self, now: float) -> None:
        while self._kept:
            oldest, (until, _) = next(iter(self._kept.items()))
            if until > now and len(self._kept) <= self._most:
                return
            del self._kept[oldest]

    def __len__(self) -> int:
        return len(self._kept)
