"""The faults: what is broken, how, and until when."""

import asyncio
import os
import random
import signal
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from chassis.failpoints import KILLED
from chassis.testing import until
from deploy.embedded.server import Server
from deploy.embedded.service import Service
from deploy.embedded.system import System
from tests.faults.load import Load

FAILPOINT: Final = "VITRAZH_FAILPOINT"
STRIKES_S: Final = 90.0
STOPPED_S: Final = 12.0
MOST: Final = {
    "api.before_commit": 20,
    "api.after_commit_before_response": 20,
    "relay.after_send_before_mark": 6,
    "relay.mid_batch": 6,
    "consumer.before_commit": 3,
    "consumer.after_commit_before_ack": 4,
    "timer.before_commit": 2,
    "notify.after_claim": 2,
    "notify.after_provider_ok": 2,
}
"""Passings among which chance chooses the one that kills."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that happens to one process, named as in the table of docs/faults.md."""

    victim: str
    point: str = ""
    """Where it ends itself with code 137; empty = it is killed from outside."""
    stopped: bool = False
    """It is not killed but stands still for a while (SIGSTOP)."""

    def __str__(self) -> str:
        if self.point:
            return f"{self.victim} dies at {self.point}"
        return (
            f"{self.victim} stands still {STOPPED_S:.0f} s"
            if self.stopped
            else f"kill -9 {self.victim}"
        )

    def plan(self, seed: int) -> "Plan":
        """Choose by chance when it strikes."""
        chance = random.Random(f"{self}/{seed}")
        return Plan(self, seed, chance.randint(1, MOST.get(self.point, 25)))


def _all() -> Iterator[Fault]:
    for point in MOST:
        if not point.startswith("notify."):
            yield Fault("orders", point)
    for point in MOST:
        if point.startswith(("notify.", "consumer.")):
            yield Fault("notifications", point)
    for name in ("gateway", "orders", "clients", "notifications", "postgres", "kafka", "valkey"):
        yield Fault(name)
    yield Fault("kafka", stopped=True)


@dataclass(slots=True)
class Plan:
    """One fault of one seed; `n` is the passing that kills, or the acknowledgement it waits for."""

    fault: Fault
    seed: int
    n: int

    def __str__(self) -> str:
        when = f"at passing {self.n}" if self.fault.point else f"after {self.n} more answers"
        return f"{self.fault}, seed {self.seed}: {when}"

    def arm(self, system: System) -> None:
        """Before the load: put the failpoint in; the service comes up while the load begins."""
        if self.fault.point:
            service = system.services[self.fault.victim]
            service.kill()
            service.told[FAILPOINT] = f"{self.fault.point}:exit:{self.n}"
            service.launch()

    async def strike(self, system: System, load: Load) -> None:
        """Under load: return when the process is gone, or has stood still, and was missed."""
        victim = server(system, self.fault.victim)
        if self.fault.point:
            await self._dies_by_itself(victim, load)
            return
        begun = len(load.log.acks)
        await while_loaded(load, lambda: len(load.log.acks) >= begun + self.n)
        if self.fault.stopped:
            await _stand_still(victim)
            return
        await asyncio.to_thread(victim.kill)
        seen = len(load.log.acks) + load.log.trouble.total()
        await while_loaded(load, lambda: len(load.log.acks) + load.log.trouble.total() >= seen + 10)

    async def _dies_by_itself(self, victim: Server, load: Load) -> None:
        await while_loaded(load, lambda: not victim.running())
        code = victim.child.returncode if victim.child else None
        assert code == KILLED, f"{victim.name} ended by {code}: {victim.last_error()}"

    def heal(self, system: System) -> None:
        """Start again what is gone, without the failpoint; waits until it is ready."""
        for service in system.services.values():
            service.told.pop(FAILPOINT, None)
        server(system, self.fault.victim).start()


FAULTS: Final = tuple(_all())


def server(system: System, name: str) -> Server:
    """Return a server or a service by its name."""
    return next(one for one in system.everything if one.name == name)


def revive(system: System) -> list[str]:
    """Start whatever does not run, servers first; returns its names."""
    gone = [one for one in system.everything if not one.running()]
    for one in gone:
        if isinstance(one, Service):
            one.told.pop(FAILPOINT, None)
        one.start()
    return [one.name for one in gone]


async def while_loaded(load: Load, seen: Callable[[], bool]) -> None:
    """Wait for something while people work; raises what one of them met, or TimeoutError."""

    async def enough() -> bool:
        error = load.failed()
        if error is not None:
            raise error
        return seen()

    await until(enough, seconds=STRIKES_S)


async def _stand_still(victim: Server) -> None:
    pid = victim.pid
    assert pid is not None
    begun = time.monotonic()

    async def long_enough() -> bool:
        return time.monotonic() - begun >= STOPPED_S

    os.kill(pid, signal.SIGSTOP)
    try:
        await until(long_enough, seconds=STOPPED_S + 5)
    finally:
        os.kill(pid, signal.SIGCONT)
