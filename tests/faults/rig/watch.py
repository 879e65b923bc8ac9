"""How slow functions are meanwhile that the fault does not concern (INV11)."""

import asyncio
import time
from dataclasses import dataclass, field
from typing import Final

import aiohttp

from deploy.demo.api import Person

FUNCTIONS: Final = {
    "orders": "/api/work-orders?limit=20",
    "clients": "/api/clients?q=ива",
    "messages": "/api/messages?state=failed",
    "offices": "/api/offices",
}
"""What a desk reads all day; each is answered by one process behind the gateway."""
EVERYTHING: Final = frozenset(FUNCTIONS)
EVERY_S, LONGEST_S = 0.4, 20.0
OK: Final = 200
ENOUGH: Final = 5
"""Fewer samples give no figure."""
BEFORE: Final = 20
"""So many are taken before anything breaks."""
FAST_MS, TIMES = 150.0, 2.0
"""INV11: reads are fast below the goal of reads under load (reliability.md, 4), and not disturbed
as long as they take no more than twice what they took before."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One answer, or none (`ok` is false) after `seconds`."""

    function: str
    at: float
    """When it was asked, by time.monotonic."""
    seconds: float
    ok: bool


@dataclass(frozen=True, slots=True)
class Calm:
    """The 95th percentile of unaffected functions, ms, and how many of their calls failed."""

    before_ms: float | None
    meanwhile_ms: float | None
    failed: int

    @property
    def holds(self) -> bool | None:
        """Judge INV11; None: too little was measured."""
        if self.before_ms is None or self.meanwhile_ms is None:
            return None
        return not self.failed and self.meanwhile_ms <= max(FAST_MS, TIMES * self.before_ms)

    def __str__(self) -> str:
        if self.holds is None:
            return "—"
        words = f"{self.before_ms:.0f} → {self.meanwhile_ms:.0f}"
        words += f", {self.failed} failed" if self.failed else ""
        return f"{words}: {'holds' if self.holds else 'SLOWER'}"


@dataclass(slots=True)
class Watch:
    """Asks for each function again and again until `end`."""

    desk: Person
    samples: list[Sample] = field(default_factory=list)
    _over: asyncio.Event = field(default_factory=asyncio.Event)
    _tasks: list[asyncio.Task[None]] = field(default_factory=list)

    def begin(self) -> None:
        """Start asking."""
        self._tasks = [asyncio.create_task(self._ask(*one)) for one in FUNCTIONS.items()]

    async def end(self) -> None:
        """Stop asking."""
        self._over.set()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _ask(self, function: str, path: str) -> None:
        timeout = aiohttp.ClientTimeout(total=LONGEST_S)
        over = asyncio.ensure_future(self._over.wait())
        while not self._over.is_set():
            begun = time.monotonic()
            try:
                session = self.desk._session
                async with session.get(self.desk.base + path, timeout=timeout) as answer:
                    await answer.read()
                    ok = answer.status == OK
            except (aiohttp.ClientError, OSError, TimeoutError):
                ok = False
            self.samples.append(Sample(function, begun, time.monotonic() - begun, ok))
            await asyncio.wait({over}, timeout=EVERY_S)

    def measured(self, hit: frozenset[str]) -> bool:
        """Tell whether enough is known of the functions that are not hit, if there are any."""
        mine = [one for one in self.samples if one.function not in hit]
        return hit == EVERYTHING or len(mine) >= BEFORE

    def calm(self, hit: frozenset[str], struck: float, over: float) -> Calm:
        """Compare the functions that are not hit: before the fault, and until it was over."""
        mine = [one for one in self.samples if one.function not in hit]
        before = [one.seconds for one in mine if one.at < struck]
        during = [one for one in mine if struck <= one.at < over]
        failed = sum(not one.ok for one in during)
        return Calm(p95_ms(before), p95_ms([one.seconds for one in during]), failed)


def p95_ms(seconds: list[float]) -> float | None:
    """Return the 95th percentile in ms; None of too few."""
    if len(seconds) < ENOUGH:
        return None
    return sorted(seconds)[min(len(seconds) - 1, int(len(seconds) * 0.95))] * 1000
