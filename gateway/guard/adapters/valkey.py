"""Valkey with short patience: when it is down or slow we do without for two seconds, then ask again."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import Any, Final, TypeVar

import redis.asyncio as redis
from limits import RateLimitItemPerMinute
from limits.aio.storage import MemoryStorage, RedisStorage
from limits.aio.strategies import FixedWindowRateLimiter
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import RedisError

from chassis import clock
from chassis.settings import Settings
from chassis.telemetry import log
from gateway.guard.ports import GuardSettings

T = TypeVar("T")
PATIENCE_S: Final = 0.1
PAUSE_S: Final = 2.0
PREFIX: Final = "vitrazh:"
NETWORK_FACTOR: Final = 20
"""An office behind one address has so many people's requests."""


class Patience:
    """A circuit: after a failure nobody asks for two seconds."""

    def __init__(self) -> None:
        self._closed_until = 0.0

    async def ask(self, question: Callable[[], Awaitable[T]]) -> T | None:
        """Return the answer, or None when there is none soon."""
        if time.monotonic() < self._closed_until:
            return None
        try:
            return await question()
        except (RedisError, OSError, TimeoutError) as error:
            self._closed_until = time.monotonic() + PAUSE_S
            log().warning("valkey does not answer", why=type(error).__name__)
            return None


def client(url: str) -> redis.Redis:
    """Return a client that gives up at once instead of trying again."""
    made: redis.Redis = redis.Redis.from_url(
        url,
        socket_timeout=PATIENCE_S,
        socket_connect_timeout=PATIENCE_S,
        retry=Retry(NoBackoff(), 0),
        max_connections=50,
    )
    return made


class ValkeyMemory:
    """The `Memory` of production; without a URL it remembers nothing."""

    def __init__(self, url: str) -> None:
        self._valkey = client(url) if url else None
        self._patience = Patience()

    async def get(self, key: str) -> bytes | None:
        """Return what was put, if it is still there and Valkey answers at once."""
        valkey = self._valkey
        if valkey is None:
            return None
        kept = await self._patience.ask(lambda: valkey.get(f"{PREFIX}badge:{key}"))
        return kept if isinstance(kept, bytes) else None

    async def put(self, key: str, value: bytes, milliseconds: int) -> None:
        """Keep a value for so long at most."""
        valkey = self._valkey
        if valkey is not None and milliseconds > 0:
            await self._patience.ask(
                lambda: valkey.set(f"{PREFIX}badge:{key}", value, px=milliseconds)
            )

    async def close(self) -> None:
        """Close the connections."""
        if self._valkey is not None:
            await self._valkey.aclose()


class ValkeyRates:
    """The `Rates` of production; while Valkey is down each process counts for itself."""

    def __init__(self, url: str, per_minute: int) -> None:
        self._own = RateLimitItemPerMinute(max(per_minute, 1))
        self._networks = RateLimitItemPerMinute(max(per_minute, 1) * NETWORK_FACTOR)
        self._off = per_minute <= 0
        self._patience = Patience()
        self._here = FixedWindowRateLimiter(MemoryStorage())
        self._everywhere: FixedWindowRateLimiter | None = None
        self._valkey: redis.Redis | None = None
        if url:
            self._valkey = client(url)
            pool: Any = self._valkey.connection_pool  # typed too narrowly by limits
            storage = RedisStorage(
                f"async+{url}",
                implementation="redispy",
                key_prefix=f"{PREFIX}rates",
                connection_pool=pool,
            )
            self._everywhere = FixedWindowRateLimiter(storage)

    async def wait(self, client: str, network: str) -> int:
        """Count one request; return the seconds to wait, 0 = go on."""
        if self._off:
            return 0
        waits = await asyncio.gather(
            self._one(self._own, client), self._one(self._networks, network)
        )
        return max(waits)

    async def _one(self, item: RateLimitItemPerMinute, key: str) -> int:
        everywhere = self._everywhere
        if everywhere is not None:
            wait = await self._patience.ask(lambda: _count(everywhere, item, key))
            if wait is not None:
                return wait
        return await _count(self._here, item, key)

    async def close(self) -> None:
        """Close the connections."""
        if self._valkey is not None:
            await self._valkey.aclose()


async def _count(limiter: FixedWindowRateLimiter, item: RateLimitItemPerMinute, key: str) -> int:
    if await limiter.hit(item, key):
        return 0
    window = await limiter.get_window_stats(item, key)
    return max(1, int(window.reset_time - clock.now().timestamp()) + 1)


def rates(settings: Settings) -> ValkeyRates:
    """Return the counters of this process, as it was told to count."""
    return ValkeyRates(settings.valkey_url, GuardSettings().requests_per_minute)
