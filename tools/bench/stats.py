"""Figures of a series of durations."""

import math
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Series:
    """Durations in seconds of one kind of work."""

    name: str
    seconds: Sequence[float]
    wall: float = 0.0
    """Seconds the whole series took; 0 = one after the other."""

    def percentile(self, share: float) -> float:
        """Return the duration, ms, that `share` of the series stay under."""
        ordered = sorted(self.seconds)
        return ordered[min(len(ordered) - 1, math.ceil(share * len(ordered)) - 1)] * 1000

    @property
    def p50(self) -> float:
        """Median, ms."""
        return self.percentile(0.50)

    @property
    def p99(self) -> float:
        """99th percentile, ms."""
        return self.percentile(0.99)

    @property
    def rate(self) -> float:
        """Pieces of work a second."""
        return len(self.seconds) / (self.wall or sum(self.seconds))
