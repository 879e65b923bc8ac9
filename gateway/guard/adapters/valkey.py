"""Requests of a minute, counted here and told to the other gateways through Valkey once a second.

A request thus waits for nobody. What is lost: two gateways know of each other's requests a second
late, so together they let a few more through than one would.
"""

import asyncio
import time
from typing import Final

import redis.asyncio as redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import RedisError

from chassis import clock
from chassis.settings import Settings
from chassis.telemetry import log
from gateway.guard.domain import WINDOW_S, Tally
from gateway.guard.ports import GuardSettings

PATIENCE_S: Final = 0.1
PAUSE_S: Final = 2.0
SHARE_S: Final = 1.0
PREFIX: Final = "vitrazh:rates"
NETWORK_FACTOR: Final = 20
"""An office behind one address has so many people's requests."""


def client(url: str) -> redis.Redis:
    """Return a client that gives up at once instead of trying again."""
    made: redis.Redis = redis.Redis.from_url(
        url,
        socket_timeout=PATIENCE_S,
        socket_connect_timeout=PATIENCE_S,
        retry=Retry(NoBackoff(), 0),
        max_connections=1,
    )
    return made


class ValkeyRates:
    """The `Rates` of production; while Valkey is down each process counts for itself."""

    def __init__(self, url: str, per_minute: int) -> None:
        self._most = max(per_minute, 1)
        self._off = per_minute <= 0
        self._alone_until = 0.0
        """Monotonic, s: after a failure nobody asks Valkey for two seconds."""
        self._valkey = client(url) if url else None
        self._tally = Tally(0)

    def wait(self, client: str, network: str) -> int:
        """Count one request; return the seconds to wait, 0 = go on."""
        if self._off:
            return 0
        now = int(clock.now().timestamp())
        tally = self._present(now)
        own = tally.count(client)
        everybody = tally.count(network)
        if own <= self._most and everybody <= self._most * NETWORK_FACTOR:
            return 0
        return tally.seconds_left(now)

    async def run(self) -> None:
        """Share the counts for as long as the process lives."""
        while self._valkey is not None and not self._off:
            await asyncio.sleep(SHARE_S)
            await self.share()

    async def share(self) -> None:
        """Tell what was counted here since the last time, and learn what others have counted."""
        valkey, tally = self._valkey, self._present(int(clock.now().timestamp()))
        fresh = tally.untold()
        if valkey is None or not fresh or time.monotonic() < self._alone_until:
            return
        try:
            totals = await _add(valkey, tally.window, fresh)
        except (RedisError, OSError, RuntimeError) as error:  # uvloop's word for a closed transport
            self._alone_until = time.monotonic() + PAUSE_S
            log().warning("valkey does not answer", why=type(error).__name__)
            return
        tally.learn(fresh, totals)

    async def close(self) -> None:
        """Close the connections."""
        if self._valkey is not None:
            await self._valkey.aclose()

    def _present(self, now: int) -> Tally:
        window = now // WINDOW_S
        if self._tally.window != window:
            self._tally = Tally(window)
        return self._tally


async def _add(valkey: redis.Redis, window: int, fresh: dict[str, int]) -> list[int]:
    """Add to the common counts of this window and return them, in one round trip."""
    async with valkey.pipeline(transaction=False) as pipe:
        for key, count in fresh.items():
            pipe.incrby(f"{PREFIX}:{window}:{key}", count)
            pipe.expire(f"{PREFIX}:{window}:{key}", 2 * WINDOW_S)
        answers: list[int] = await pipe.execute()
    return answers[::2]


def rates(settings: Settings) -> ValkeyRates:
    """Return the counters of this process, as it was told to count."""
    return ValkeyRates(settings.valkey_url, GuardSettings().requests_per_minute)
