"""FM7, FM9: the database is stopped mid transaction, is slow, is locked up, ends a deadlock."""

import asyncio
import os
import signal
import time
from collections import Counter
from typing import Any, Final

import aiohttp
import psycopg
from psycopg.conninfo import make_conninfo

from chassis.testing import until
from tests.faults.evidence import Doubt
from tests.faults.load import LONGEST_S, Caller, Load, Walk
from tests.faults.plan import (
    FAILPOINT,
    STRIKES_S,
    Stage,
    Trouble,
    answered,
    felt,
    passes,
    put_failpoint,
    until_ready,
    while_loaded,
)
from tests.faults.rig.topology import DATABASE, Staged
from tests.faults.rig.watch import EVERYTHING, OK

SLOW_S, DELAY_S, LOCKED_S = 20.0, 2.0, 9.0
CROWD: Final = 30
MOST_CONNECTIONS: Final = 2 * (10 + 10 + 1) + 1
"""Of orders' api and worker: two pools each, the relay, a second for a relay that begins anew."""
DEADLOCKS: Final = 3
UNAVAILABLE: Final = 503
_HALF_DONE = """
SELECT pid FROM pg_stat_activity
WHERE datname = 'vitrazh_orders' AND application_name = 'vitrazh-orders'
  AND state = 'idle in transaction' AND now() - state_change > interval '300 milliseconds'
"""
_BLOCKED = """
SELECT 1 FROM pg_stat_activity WHERE %s = ANY(pg_blocking_pids(pid))
"""


class MidTransaction(Trouble):
    """PostgreSQL is stopped at once (`immediate`) while a call stands before its commit."""

    fm = "FM7"
    hit = EVERYTHING

    def __str__(self) -> str:
        return "postgres stopped immediately mid transaction"

    async def arm(self, stage: Stage) -> None:
        """Let orders stand still for five seconds before a commit."""
        orders = stage.system.services["orders"]
        n = self.chance.randint(1, 20)
        await asyncio.to_thread(put_failpoint, orders, f"api.before_commit:sleep:{n}")

    async def strike(self, stage: Stage, load: Load) -> None:
        """Wait for the half-done transaction, then stop the server."""
        await half_done(stage, load)
        postgres = stage.system.set.postgres
        assert postgres.pid is not None
        os.kill(postgres.pid, signal.SIGQUIT)
        await while_loaded(load, lambda: not postgres.running())
        await felt(load, 10)

    async def heal(self, stage: Stage) -> None:
        """Start the database; then orders without its failpoint."""
        await asyncio.to_thread(stage.system.set.postgres.start)
        stage.system.services["orders"].told.pop(FAILPOINT, None)
        await until_ready(stage.system.services["orders"])


class Slow(Trouble):
    """Two seconds on every round trip between orders and its database."""

    fm = "FM9"
    hit = frozenset({"orders"})

    def __str__(self) -> str:
        return f"orders' database answers {DELAY_S:.0f} s later, {SLOW_S:.0f} s long"

    async def strike(self, stage: Stage, load: Load) -> None:
        """Slow the link down, with a crowd before the door."""
        await answered(load, self.chance.randint(1, 10))
        _link(stage).slow(DELAY_S)
        try:
            crowd = asyncio.create_task(ask_at_once(stage, CROWD))
            await passes(load, SLOW_S)
            answers = await crowd
        finally:
            _link(stage).let_pass()
        self.notes.append(f"{CROWD} readers at once: {told(answers)}")
        self.found += hung(answers)

    async def tidy(self, stage: Stage) -> None:
        """Look for connections that were left behind."""
        self.found += await leaked(stage, self)


class Locked(Trouble):
    """Somebody holds the orders' table: calls wait for locks, then for the pool, then get 503."""

    fm = "FM9"
    hit = frozenset({"orders"})

    def __str__(self) -> str:
        return f"orders' table locked {LOCKED_S:.0f} s, pool exhausted"

    async def strike(self, stage: Stage, load: Load) -> None:
        """Lock, send a crowd larger than the pool, let go."""
        await answered(load, self.chance.randint(1, 10))
        holder = await asyncio.to_thread(_session, stage)
        try:
            await asyncio.to_thread(holder.execute, "LOCK TABLE work_orders")
            crowd = asyncio.create_task(ask_at_once(stage, CROWD))
            await passes(load, LOCKED_S)
        finally:
            await asyncio.to_thread(holder.close)
        answers = await crowd
        self.notes.append(f"{CROWD} readers at once: {told(answers)}")
        self.found += hung(answers)
        if not any(text.startswith("503") for text in answers):
            self.found.append("INV12: nobody was told to come again: the pool was not exhausted")

    async def tidy(self, stage: Stage) -> None:
        """Look for connections that were left behind."""
        self.found += await leaked(stage, self)


class Deadlocked(Trouble):
    """A hand-over and another session wait for each other; PostgreSQL ends the hand-over."""

    fm = "FM9"
    hit = frozenset({"orders"})

    def __str__(self) -> str:
        return f"deadlock with a hand-over ×{DEADLOCKS}"

    async def strike(self, stage: Stage, load: Load) -> None:
        """Do it a few times, with calls that are tried again like all others."""
        ended = Counter(load.log.trouble)
        for _ in range(DEADLOCKS):
            await self._once(stage, load)
        refused = load.log.trouble["503"] - ended["503"]
        self.notes.append(f"{refused} answers 503 with Retry-After, each call done afterwards")
        if not refused:
            self.found.append("FM9: no deadlock came about")

    async def _once(self, stage: Stage, load: Load) -> None:
        walk = Walk(load, Caller(load.log, self.chance))
        desk = load.cast.desks["Л"]
        while not walk.order:
            await walk._place(desk, load.cast.clients["ivanova"])
        id_, version = walk.order["id"], walk.order["content_version"]
        other = await asyncio.to_thread(_session, stage)
        try:
            await asyncio.to_thread(_hold_its_timer, other, id_)
            headers = {"If-Match": f'"{version}"'}
            path = f"/api/work-orders/{id_}/hand-over"
            asked = Doubt("hand-over", id_)
            call = asyncio.create_task(walk.caller.post(desk, path, {}, asked, **headers))
            mine = other.info.backend_pid

            async def waits() -> bool:
                return bool(await asyncio.to_thread(stage.gather.rows, "orders", _BLOCKED, mine))

            await until(waits, seconds=STRIKES_S, every=0.02)
            await asyncio.to_thread(_want_the_order, other, id_)
        finally:
            await asyncio.to_thread(other.close)
        await call


async def half_done(stage: Stage, load: Load) -> None:
    """Wait until a transaction of orders stands still before its commit."""
    error: BaseException | None = None

    async def stands() -> bool:
        nonlocal error
        error = load.failed()
        if error is not None:
            raise error
        return bool(await asyncio.to_thread(stage.gather.rows, "orders", _HALF_DONE))

    await until(stands, seconds=STRIKES_S)


async def ask_at_once(stage: Stage, count: int) -> list[str]:
    """Send many reads of the board at once; return what each got, and in how many seconds."""
    desk = stage.cast.desks["Л"]
    timeout = aiohttp.ClientTimeout(total=2 * LONGEST_S)

    async def ask() -> str:
        begun = time.monotonic()
        try:
            session = desk._session
            path = f"{desk.base}/api/work-orders?limit=5"
            async with session.get(path, timeout=timeout) as answer:
                await answer.read()
                later = " Retry-After" if "Retry-After" in answer.headers else ""
                word = f"{answer.status}{later}"
        except (aiohttp.ClientError, OSError, TimeoutError) as error:
            word = type(error).__name__
        return f"{word} {time.monotonic() - begun:.0f}"

    return await asyncio.gather(*(ask() for _ in range(count)))


def told(answers: list[str]) -> str:
    """Count answers by kind, with the longest wait in s."""
    kinds = Counter(answer.rsplit(" ", 1)[0] for answer in answers)
    longest = max(int(answer.rsplit(" ", 1)[1]) for answer in answers)
    words = ", ".join(f"{n} × {kind}" for kind, n in sorted(kinds.items()))
    return f"{words}, none later than {longest} s"


def hung(answers: list[str]) -> list[str]:
    """Name answers that are neither data nor an honest 503."""
    fair = (f"{OK} ", f"{UNAVAILABLE} Retry-After ")
    return [f"INV12: a reader got {text} s" for text in answers if not text.startswith(fair)]


async def leaked(stage: Stage, trouble: Trouble) -> list[str]:
    """Name connections beyond the pools."""
    count = await asyncio.to_thread(stage.gather.connections, "orders")
    trouble.notes.append(f"{count} connections of orders afterwards")
    return [f"FM9: orders holds {count} connections"] if count > MOST_CONNECTIONS else []


def _link(stage: Stage) -> Any:
    assert isinstance(stage.system, Staged)
    return stage.system.links[DATABASE]


def _session(stage: Stage) -> "psycopg.Connection[tuple[Any, ...]]":
    dsn = make_conninfo(stage.system.set.pg_dsn_super, dbname="vitrazh_orders")
    session = psycopg.connect(dsn, connect_timeout=5)
    session.execute("SET deadlock_timeout = '60s'")  # so that the other side is the victim
    return session


def _hold_its_timer(session: "psycopg.Connection[tuple[Any, ...]]", order_id: str) -> None:
    """Take the key of the timer that the hand-over will set, and do not commit."""
    session.execute(
        "INSERT INTO timers (name, key, at, payload, correlationid) "
        "VALUES ('unseen-alarm', %s, now() + interval '1 day', '{}', 'a stranger')",
        [f"{order_id}:1:workshop"],
    )


def _want_the_order(session: "psycopg.Connection[tuple[Any, ...]]", order_id: str) -> None:
    """Wait for the order that the hand-over holds: now each waits for the other."""
    session.execute("SELECT 1 FROM work_orders WHERE id = %s FOR UPDATE", [order_id])
