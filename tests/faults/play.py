"""One round: load, fault, heal, liveness, checkers."""

import asyncio
import math
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Final

import psycopg
from aiokafka.errors import KafkaError

from chassis.testing import until
from deploy.demo.walk import Cast
from deploy.embedded.system import System
from tests.faults.checks import HEAL_S, breaks
from tests.faults.faults import Plan, revive, while_loaded
from tests.faults.gather import Gather
from tests.faults.load import Load, Numbers

AFTERWARDS: Final = 24
"""Calls that are answered after the heal before people go home."""
EYES_S: Final = 20.0
"""So long the last events may still travel to the feed clients."""


@dataclass(slots=True)
class Stage:
    """The running system, its people, and what all rounds of the session have seen."""

    system: System
    cast: Cast
    gather: Gather
    numbers: Numbers = field(default_factory=Numbers)
    known: set[str] = field(default_factory=set)
    """Breaks of earlier rounds, which stay in the evidence."""
    sent_again: int = 0
    """Records that the topics hold twice by now."""


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a round."""

    plan: Plan
    ready_s: float
    """From the restart (or SIGCONT) to /health/ready."""
    healed_s: float
    """From the restart to: orders in hand finished, outboxes empty, no lag, every client told."""
    acks: int
    tried_again: int
    sent_again: int
    """Records that the relay sent a second time; everybody absorbed them."""
    breaks: tuple[str, ...]


async def play(stage: Stage, plan: Plan) -> Result:
    """Run one round; every process runs again afterwards, whatever happened.

    A fault that did not strike and a system that did not heal are breaks like any other.
    """
    print(plan, flush=True)
    log = stage.gather.log
    before = len(log.acks), log.trouble.total()
    load = Load(
        stage.cast,
        log,
        stage.numbers,
        str(plan),
        stage.gather.desk,
        wait_unseen=plan.fault.point.startswith("timer."),
    )
    ready_s = healed_s = math.inf
    found = []
    try:
        async with _time_passes(stage.gather):
            ready_s, healed_s = await _storm(stage, plan, load)
    except Exception as error:  # noqa: BLE001 - told as a break, with the evidence around it
        found.append(f"INV10: {error!r}")
    finally:
        await load.abandon()
        gone = await asyncio.to_thread(revive, stage.system)
    found += [f"INV10: {name} died, and was not meant to" for name in gone]
    if healed_s > HEAL_S:
        found.append(f"INV10: not healed in {HEAL_S:.0f} s")
    twice = stage.sent_again
    found = await _judged(stage, found)
    result = Result(
        plan,
        ready_s,
        healed_s,
        len(log.acks) - before[0],
        log.trouble.total() - before[1],
        stage.sent_again - twice,
        tuple(found),
    )
    words = f"{result.acks} acks, {result.tried_again} tried again, {result.sent_again} sent again"
    times = f"ready {ready_s:.1f} s, healed {healed_s:.1f} s"
    print(f"  {words}, {times}", *found, sep="\n  ", flush=True)
    return result


async def _storm(stage: Stage, plan: Plan, load: Load) -> tuple[float, float]:
    await asyncio.to_thread(plan.arm, stage.system)
    load.begin()
    await plan.strike(stage.system, load)
    if plan.fault.victim == "notifications":
        await asyncio.to_thread(stage.gather.lease_ends)
    begun, acks = time.monotonic(), len(load.log.acks)
    await asyncio.to_thread(plan.heal, stage.system)
    ready = time.monotonic()
    await while_loaded(load, lambda: len(load.log.acks) >= acks + AFTERWARDS)
    await asyncio.wait_for(load.ended(), HEAL_S)
    await until(lambda: _settled(stage.gather), seconds=HEAL_S, every=0.5)
    return ready - begun, time.monotonic() - begun


async def _settled(gather: Gather) -> bool:
    try:
        waiting = await asyncio.to_thread(gather.outbox)
        untold = await asyncio.to_thread(gather.untold)
        if untold or any(waiting.values()):
            return False
        return not any((await gather.lag()).values())
    except (psycopg.Error, KafkaError):
        return False


async def _judged(stage: Stage, found: list[str]) -> list[str]:
    """Return what is broken and stays broken; what is on its way may arrive."""
    deadline = time.monotonic() + EYES_S
    while True:
        evidence = await stage.gather.evidence()
        stage.sent_again = len(evidence.facts) - len({fact.id for fact in evidence.facts})
        now = breaks(evidence)
        fresh = [*found, *(line for line in now if line not in stage.known)]
        if not fresh or time.monotonic() > deadline:
            stage.known.update(now)
            return fresh


@asynccontextmanager
async def _time_passes(gather: Gather) -> AsyncIterator[None]:
    """Minutes of waiting pass in a second: alarms of unseen orders, the hold of messages."""
    over = asyncio.Event()

    async def pass_() -> None:
        while not over.is_set():
            await asyncio.to_thread(gather.hurry)
            await asyncio.wait({asyncio.ensure_future(over.wait())}, timeout=1)

    passing = asyncio.create_task(pass_())
    try:
        yield
    finally:
        over.set()
        await passing
