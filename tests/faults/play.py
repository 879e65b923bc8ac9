"""One round: load, fault, heal, liveness, checkers."""

import asyncio
import math
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final

import psycopg
from aiokafka.errors import KafkaError

from chassis.testing import until
from tests.faults.checks import HEAL_S, breaks
from tests.faults.gather import Gather
from tests.faults.load import Load
from tests.faults.plan import Result, Stage, Trouble, answered, revive, while_loaded
from tests.faults.rig.watch import Watch

BEFOREHAND: Final = 12
"""Calls that are answered before anything breaks."""
AFTERWARDS: Final = 24
"""Calls that are answered after the heal before people go home."""
EYES_S: Final = 20.0
"""So long the last events may still travel to the feed clients."""


async def play(stage: Stage, trouble: Trouble) -> Result:
    """Run one round; every process runs again afterwards, whatever happened.

    A fault that did not strike and a system that did not heal are breaks like any other.
    """
    print(trouble.plan, flush=True)
    log = stage.gather.log
    before, begun = (len(log.acks), log.trouble.total()), time.monotonic()
    round_ = Round(stage, trouble)
    try:
        async with _time_passes(stage.gather):
            await round_.run()
    except Exception as error:  # noqa: BLE001 - told as a break, with the evidence around it
        trouble.found.append(f"INV10: {error!r}")
    finally:
        await round_.load.abandon()
        await round_.watch.end()
        await trouble.tidy(stage)
        gone = await asyncio.to_thread(revive, stage.system)
    trouble.found += [f"INV10: {name} died, and was not meant to" for name in gone]
    if round_.healed_s > HEAL_S:
        trouble.found.append(f"INV10: not healed in {HEAL_S:.0f} s")
    twice = stage.sent_again
    found = await _judged(stage, trouble.found)
    result = Result(
        trouble.fm,
        trouble.rows,
        trouble.seed,
        round_.ready_s,
        round_.healed_s,
        len(log.acks) - before[0],
        log.trouble.total() - before[1],
        stage.sent_again - twice,
        tuple(found),
        round_.watch.calm(trouble.hit, round_.struck, round_.over),
        tuple(trouble.notes),
    )
    _say(result, time.monotonic() - begun)
    return result


def _say(result: Result, whole_s: float) -> None:
    words = f"{result.acks} acks, {result.tried_again} tried again, {result.sent_again} sent again"
    times = f"ready {result.ready_s:.1f} s, healed {result.healed_s:.1f} s, whole {whole_s:.0f} s"
    lines = [f"{words}, {times}; others: {result.calm}", *result.notes, *result.breaks]
    print(*lines, sep="\n  ", flush=True)


class Round:
    """Load, fault, heal, liveness, with the clock beside it."""

    def __init__(self, stage: Stage, trouble: Trouble) -> None:
        self.stage = stage
        self.trouble = trouble
        self.load = Load(
            stage.cast,
            stage.admin,
            stage.gather.log,
            stage.numbers,
            trouble.plan,
            stage.gather.desk,
            wait_unseen=trouble.unseen,
            files=trouble.files,
        )
        self.watch = Watch(stage.cast.desks["Л"])
        self.struck = self.over = time.monotonic()
        self.ready_s = self.healed_s = math.inf

    async def run(self) -> None:
        """Play it; raises what went wrong."""
        load, trouble, stage = self.load, self.trouble, self.stage
        if trouble.in_quiet:
            await trouble.arm(stage)
        self.watch.begin()
        load.begin()
        await answered(load, BEFOREHAND)
        await while_loaded(load, lambda: self.watch.measured(trouble.hit))
        self.struck = time.monotonic()
        if not trouble.in_quiet:
            await trouble.arm(stage)
        await trouble.strike(stage, load)
        begun, acks = time.monotonic(), len(load.log.acks)
        await trouble.heal(stage)
        self.over = time.monotonic()
        await while_loaded(load, lambda: len(load.log.acks) >= acks + AFTERWARDS)
        await asyncio.wait_for(load.ended(), HEAL_S)
        await until(lambda: _settled(stage.gather), seconds=HEAL_S, every=0.5)
        self.ready_s = self.over - begun
        self.healed_s = time.monotonic() - begun


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
