"""FM11: Valkey is emptied, killed and away for a while."""

import asyncio
from typing import Final

import redis

from tests.faults.load import Load
from tests.faults.plan import Stage, Trouble, answered

FLUSHES: Final = 3


class Forgets(Trouble):
    """FLUSHALL under load, then killed and away: keys, sessions and rights are the databases'."""

    fm = "FM11"

    def __str__(self) -> str:
        return f"valkey emptied ×{FLUSHES}, then down"

    async def strike(self, stage: Stage, load: Load) -> None:
        """Empty it again and again, kill it, let people work without it."""
        valkey = stage.system.set.valkey
        for _ in range(FLUSHES):
            await answered(load, self.chance.randint(1, 8))
            await asyncio.to_thread(_flush, valkey.url)
        await answered(load, self.chance.randint(1, 8))
        begun, refused = len(load.log.acks), load.log.trouble["503"]
        await asyncio.to_thread(valkey.kill)
        await answered(load, 20)
        worse = load.log.trouble["503"] - refused
        acks = len(load.log.acks) - begun
        self.notes.append(f"{acks} calls acknowledged without it, {worse} answers 503")

    async def heal(self, stage: Stage) -> None:
        """Start it."""
        await asyncio.to_thread(stage.system.set.valkey.start)


def _flush(url: str) -> None:
    client = redis.Redis.from_url(url, socket_timeout=5)
    try:
        client.flushall()
    finally:
        client.close()
