"""What the processes of a system use: CPU by process, memory, and the CPU of doing nothing."""

import asyncio
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

import psutil

from deploy.embedded.system import System

OURS: Final = ("gateway", "clients", "orders", "notifications")
STEADY: Final = 0.9
"""A window that took more than so much of the one before: it falls no more."""
PATIENCE: Final = 6
"""How many times the length of the measurement is waited for that, at most."""


@dataclass(frozen=True, slots=True)
class Spent:
    """CPU seconds by process since a moment."""

    seconds: Mapping[str, float]

    def per(self, count: int, *names: str) -> float:
        """Return the CPU milliseconds of these processes for each of so many requests."""
        return sum(self.seconds[name] for name in names or self.seconds) * 1000 / count


class Meter:
    """Counts from its making on; a process that was started anew meanwhile counts from there."""

    def __init__(self, system: System) -> None:
        self.system = system
        self._before = _cpu(system)

    def spent(self) -> Spent:
        """Return what was used since the making."""
        now = _cpu(self.system)
        return Spent({name: now[name][1] - self._since(name, now[name][0]) for name in now})

    def _since(self, name: str, pid: int) -> float:
        known = self._before.get(name)
        return known[1] if known is not None and known[0] == pid else 0.0


def _cpu(system: System) -> dict[str, tuple[int, float]]:
    return {
        name: (trunk.pid, sum(_seconds(process) for process in _tree(trunk)))
        for name, trunk in _trunks(system)
    }


def _trunks(system: System) -> Iterator[tuple[str, psutil.Process]]:
    for part in system.everything:
        if part.pid:
            yield part.name, psutil.Process(part.pid)


def _tree(trunk: psutil.Process) -> list[psutil.Process]:
    return [trunk, *trunk.children(recursive=True)]


def _seconds(process: psutil.Process) -> float:
    try:
        used = process.cpu_times()
    except psutil.NoSuchProcess:  # a connection's backend that ended between list and look
        return 0.0
    # What ended backends used is counted with those who waited for them.
    return float(used.user + used.system + used.children_user + used.children_system)


def memory(system: System) -> dict[str, float]:
    """Return each process's own memory (PSS with its children), MiB."""
    found = {}
    for name, trunk in _trunks(system):
        found[name] = sum(p.memory_full_info().pss for p in _tree(trunk)) / 2**20
    return found


def rss(system: System, name: str) -> float:
    """Return the resident memory of one of our processes, MiB."""
    pid = system.services[name].pid
    return float(psutil.Process(pid).memory_info().rss) / 2**20 if pid else 0.0


@dataclass(frozen=True, slots=True)
class Idle:
    """What the system uses while nobody asks, percent of one core by process."""

    shares: Mapping[str, float]
    settled_s: float
    """How long after the start it used less and less."""

    @property
    def whole(self) -> float:
        """Return the sum of all processes."""
        return sum(self.shares.values())


async def idle(system: System, seconds: float) -> Idle:
    """Measure the CPU of doing nothing, once the work of starting has died down.

    A start leaves work behind: code is compiled, caches are filled, new tables are analysed.
    """
    half = seconds / 2
    before, now = float("inf"), sum((await _shares(system, half)).values())
    waited = half
    while now < before * STEADY and waited < PATIENCE * seconds:
        before, now = now, sum((await _shares(system, half)).values())
        waited += half
    return Idle(await _shares(system, seconds), waited)


async def _shares(system: System, seconds: float) -> dict[str, float]:
    meter, begun = Meter(system), time.monotonic()
    await asyncio.sleep(seconds)
    spent, took = meter.spent().seconds, time.monotonic() - begun
    return {name: used / took * 100 for name, used in spent.items()}
