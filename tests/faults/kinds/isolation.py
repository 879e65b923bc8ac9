"""FM9: transactions that PostgreSQL cannot put in a row: it undoes one, and somebody tries again."""

import asyncio
from collections import Counter
from typing import Any, Final

import aiohttp

from chassis.testing import until
from tests.faults.bus.judges import one_acts
from tests.faults.evidence import Ack
from tests.faults.load import Caller, Load, Walk
from tests.faults.plan import STRIKES_S, Stage, Trouble, answered, passes

STRICT_S: Final = 15.0
RACERS: Final = 6
RACES: Final = 3
UNAVAILABLE: Final = 503
UNDONE: Final = "could not serialize access"
"""What PostgreSQL writes into its log each time (SQLSTATE 40001)."""
_STRICT = "ALTER DATABASE vitrazh_orders SET default_transaction_isolation = 'serializable'"
_USUAL = "ALTER DATABASE vitrazh_orders RESET default_transaction_isolation"
_ANEW = """
SELECT pg_terminate_backend(pid) FROM pg_stat_activity
WHERE datname = 'vitrazh_orders' AND application_name LIKE 'vitrazh-orders%'
"""
_EVENTS = "SELECT count(*) FROM outbox WHERE aggregateid = %s AND type LIKE '%%handed-over%%'"


class Unserializable(Trouble):
    """Every transaction of orders is SERIALIZABLE for a while, and many want the same row."""

    fm = "FM9"
    hit = frozenset({"orders"})

    def __str__(self) -> str:
        return f"orders' transactions serializable {STRICT_S:.0f} s, {RACERS} at one order ×{RACES}"

    async def strike(self, stage: Stage, load: Load) -> None:
        """Make its connections strict, let people work and race, count what was undone."""
        await answered(load, self.chance.randint(1, 10))
        undone = _undone(stage)
        refused = load.log.trouble[str(UNAVAILABLE)]
        await _begin_anew(stage, _STRICT)
        for _ in range(RACES):
            await self._race(stage, load)
        await passes(load, STRICT_S)
        undone = _undone(stage) - undone
        refused = load.log.trouble[str(UNAVAILABLE)] - refused
        self.notes.append(f"{undone} transactions undone (40001), {refused} answers 503 to people")
        if not undone:
            self.found.append("FM9: no transaction was undone")

    async def heal(self, stage: Stage) -> None:
        """Let transactions be as they usually are."""
        await _begin_anew(stage, _USUAL)

    async def _race(self, stage: Stage, load: Load) -> None:
        """Several hand one order over at once, each under a key of his own, until each knows."""
        walk = Walk(load, Caller(load.log, self.chance))
        while not walk.order:
            await walk._place(load.cast.desks["Л"], load.cast.clients["ivanova"])
        said = await asyncio.gather(*(hand_over(load, walk.order, n) for n in range(RACERS)))
        load.log.acks.append(Ack("hand-over", walk.order["id"]))
        ((events,),) = await asyncio.to_thread(
            stage.gather.rows, "orders", _EVENTS, walk.order["id"]
        )
        self.found += [f"FM9: a race: {line}" for line in one_acts(Counter(said), events)]


async def hand_over(load: Load, order: Any, number: int) -> int:
    """Ask until the answer does not say to come again; return it."""
    desk = load.cast.desks["Л"]
    path = f"{desk.base}/api/work-orders/{order['id']}/hand-over"
    headers = {
        "If-Match": f'"{order["content_version"]}"',
        "Idempotency-Key": f"race-{order['id']}-{number}",
    }

    async def known() -> int | None:
        try:
            async with desk._session.post(path, json={}, headers=headers) as answer:
                come_again = "Retry-After" in answer.headers
                return None if come_again else answer.status
        except (aiohttp.ClientError, OSError):
            return None

    return await until(known, seconds=STRIKES_S, every=0.2) or 0


def _undone(stage: Stage) -> int:
    return stage.system.set.postgres.log.read_text(errors="replace").count(UNDONE)


async def _begin_anew(stage: Stage, statement: str) -> None:
    """Change the database's default and end the connections that have the old one."""
    for one in (statement, _ANEW):
        await asyncio.to_thread(stage.gather.rows, "orders", one)
