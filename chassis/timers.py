"""The clock's door: durable timers, fired at least once, and loops of the worker.

The row is deleted at the END of the handler's transaction: a request locks the aggregate first
and its timer last, so a timer that locked its own row first would deadlock with it.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from opentelemetry.trace import SpanKind
from sqlalchemy import ARRAY, Text, any_, bindparam, delete, func, select, update

from chassis import clock
from chassis.actor import Actor
from chassis.db import Db, Uow
from chassis.failpoints import failpoint
from chassis.statements import Prepared
from chassis.tables import timers as table
from chassis.telemetry import log, span

TimerHandler = Callable[[str, dict[str, Any], Db], Awaitable[None]]
Loop = Callable[[Uow], Awaitable[bool]]
H = TypeVar("H", bound=TimerHandler)
L = TypeVar("L", bound=Loop)
TICK_S = 1.0
"""Timers speak of minutes: one that is set meanwhile fires at most so much late."""
LONGEST_PAUSE_S = 300
_DUE = Prepared(
    select(table.c.name, table.c.key, table.c.at, table.c.tries)
    .where(
        table.c.at <= bindparam("now"),
        table.c.name == any_(bindparam("names", type_=ARRAY(Text))),
    )
    .order_by(table.c.at)
    .limit(100)
)


@dataclass(frozen=True, slots=True)
class Every:
    """A loop: called again at once while it had work, else after `seconds`."""

    name: str
    seconds: float
    run: Loop
    crew: int = 1
    """So many pieces of work may be in hand at once."""


class Jobs:
    """Timers and loops of one slice."""

    def __init__(self) -> None:
        self.timers: dict[str, TimerHandler] = {}
        self.loops: list[Every] = []

    def timer(self, name: str) -> Callable[[H], H]:
        """Declare what happens when a timer of this name is due."""

        def declare(handler: H) -> H:
            self.timers[name] = handler
            return handler

        return declare

    def every(self, seconds: float, *, name: str, crew: int = 1) -> Callable[[L], L]:
        """Declare a loop; it opens its own short transactions."""

        def declare(run: L) -> L:
            self.loops.append(Every(name, seconds, run, crew))
            return run

        return declare


class TimerGone(RuntimeError):
    """The timer was cancelled, moved or fired by another process meanwhile."""


async def fire(uow: Uow, handlers: dict[str, TimerHandler], name: str, key: str) -> bool:
    """Run one timer now, in one transaction with its end; False = it was gone."""
    actor = Actor.system(uow.service)
    async with uow.read(actor) as source:
        row = await source.row(select(table).where(table.c.name == name, table.c.key == key))
    if row is None:
        return False

    async def end(db: Db) -> None:
        gone = await db.execute(
            delete(table)
            .where(table.c.name == name, table.c.key == key, table.c.at == row["at"])
            .returning(table.c.key)
        )
        if gone.first() is None:
            raise TimerGone

    try:
        with span(f"timer {name}", parent=row["traceparent"], kind=SpanKind.CONSUMER):
            async with uow.write(actor, correlation_id=row["correlationid"]) as db:
                await handlers[name](key, row["payload"], db)
                db.last(end)
                await failpoint("timer.before_commit")
    except TimerGone:
        return False
    return True


async def _postpone(uow: Uow, name: str, key: str, at: datetime, tries: int) -> None:
    async with uow.write(Actor.system(uow.service)) as db:
        pause = min(LONGEST_PAUSE_S, 2**tries)
        await db.execute(
            update(table)
            .where(table.c.name == name, table.c.key == key, table.c.at == at)
            .values(tries=tries + 1, at=func.now() + func.make_interval(0, 0, 0, 0, 0, 0, pause))
        )


async def fire_due(uow: Uow, handlers: dict[str, TimerHandler]) -> int:
    """Fire every timer that is due; one that fails is tried again later. Returns how many."""
    async with uow.read(Actor.system(uow.service)) as db:
        due = await db.ask(_DUE, now=clock.now(), names=list(handlers))
    for row in due:
        try:
            await fire(uow, handlers, row["name"], row["key"])
        except Exception as error:  # noqa: BLE001 - logged and tried again
            log().error("timer failed", timer=row["name"], key=row["key"], why=repr(error))
            await _postpone(uow, row["name"], row["key"], row["at"], row["tries"])
    return len(due)


async def run_timers(uow: Uow, handlers: dict[str, TimerHandler], stopping: asyncio.Event) -> None:
    """Fire timers until the process stops; a database that is down is waited for.

    Nothing is asked where nobody has declared what a timer does.
    """
    while handlers and not stopping.is_set():
        try:
            busy = await fire_due(uow, handlers)
        except Exception as error:  # noqa: BLE001 - logged and tried again
            log().warning("timers wait", why=repr(error))
            busy = 0
        if not busy:
            await _pause(stopping, TICK_S)


class _Lookout:
    """Lets one of a crew look for work: at once after a find, else `seconds` after the last look.

    Were each to look by himself, an idle crew of three would ask three times as often.
    """

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.found = asyncio.Event()
        self.found.set()
        self._one = asyncio.Lock()

    async def turn(self, stopping: asyncio.Event) -> None:
        async with self._one:
            if not self.found.is_set():
                waits = [asyncio.ensure_future(event.wait()) for event in (self.found, stopping)]
                await asyncio.wait(waits, timeout=self.seconds, return_when=asyncio.FIRST_COMPLETED)
                for each in waits:
                    each.cancel()
            self.found.clear()


async def run_loop(uow: Uow, every: Every, stopping: asyncio.Event) -> None:
    """Run a loop until the process stops; an error is logged and tried again."""
    lookout = _Lookout(every.seconds)

    async def member() -> None:
        while not stopping.is_set():
            await lookout.turn(stopping)
            while not stopping.is_set() and await _had_work(uow, every):
                lookout.found.set()

    await asyncio.gather(*(member() for _ in range(every.crew)))


async def _had_work(uow: Uow, every: Every) -> bool:
    try:
        return await every.run(uow)
    except Exception as error:  # noqa: BLE001 - logged and tried again
        log().warning("loop waits", loop=every.name, why=repr(error))
        return False


async def _pause(stopping: asyncio.Event, seconds: float) -> None:
    try:
        await asyncio.wait_for(stopping.wait(), seconds)
    except TimeoutError:
        return
