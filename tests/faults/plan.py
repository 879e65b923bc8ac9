"""The stage, what may happen on it, and what comes of a round."""

import random
import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import ClassVar, Final

from chassis.testing import until
from deploy.demo.api import Person
from deploy.demo.walk import Cast
from deploy.embedded.server import Server
from deploy.embedded.service import Service
from deploy.embedded.system import System
from tests.faults.gather import Gather
from tests.faults.load import Load, Numbers
from tests.faults.rig.watch import Calm

FAILPOINT: Final = "VITRAZH_FAILPOINT"
STRIKES_S: Final = 120.0
NOT_MEASURED: Final = Calm(None, None, 0)


@dataclass(slots=True)
class Stage:
    """The running system, its people, and what all rounds of the session have seen."""

    system: System
    cast: Cast
    admin: Person
    gather: Gather
    numbers: Numbers = field(default_factory=Numbers)
    known: set[str] = field(default_factory=set)
    """Breaks of earlier rounds, which stay in the evidence."""
    sent_again: int = 0
    """Records that the topics hold twice by now."""


class Trouble(ABC):
    """One thing that goes wrong on a stage; `seed` decides what chance decides."""

    fm: ClassVar[str] = ""
    """Its row in the matrix of reliability."""
    hit: frozenset[str] = frozenset()
    """Functions (rig.watch) that it may slow; the others are compared."""
    unseen = False
    """People leave orders alone until the alarm of the unseen one."""
    in_quiet = False
    """It is armed before people come; else while they work."""
    files = 0.2
    """Share of orders that get a drawing."""

    def __init__(self, seed: int) -> None:
        self.seed = seed
        self.chance = random.Random(f"{self}/{seed}")
        self.notes: list[str] = []
        """What was measured, for the table."""
        self.found: list[str] = []
        """Breaks that this trouble itself has seen."""

    @property
    def rows(self) -> tuple[str, ...]:
        """Its names in the table: one, if it is one thing."""
        return (str(self),)

    @property
    def short(self) -> str:
        """Its name in the list of tests."""
        return str(self)

    @abstractmethod
    def __str__(self) -> str: ...

    @property
    def plan(self) -> str:
        """What will happen, in words; the seed is in it."""
        return f"{self.fm} {self}, seed {self.seed}"

    async def arm(self, stage: Stage) -> None:  # noqa: B027 - most need nothing
        """Put in what will break: under load, unless `in_quiet`."""

    @abstractmethod
    async def strike(self, stage: Stage, load: Load) -> None:
        """Under load; returns when it has been felt."""

    async def heal(self, stage: Stage) -> None:  # noqa: B027 - most need nothing
        """Take the cause away; returns when what died is ready again."""

    async def tidy(self, stage: Stage) -> None:  # noqa: B027 - most need nothing
        """After the round, whatever came of it."""


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a round."""

    fm: str
    rows: tuple[str, ...]
    seed: int
    ready_s: float
    """From the restart (or the end of the cause) to /health/ready."""
    healed_s: float
    """From the restart to: orders in hand finished, outboxes empty, no lag, every client told."""
    acks: int
    tried_again: int
    sent_again: int
    """Records that the relay sent a second time; everybody absorbed them."""
    breaks: tuple[str, ...]
    calm: Calm = NOT_MEASURED
    notes: tuple[str, ...] = ()


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


def put_failpoint(service: Service, plan: str) -> None:
    """Start a service anew with a failpoint in it; returns at once."""
    service.kill()
    service.told[FAILPOINT] = plan
    service.launch()


async def until_ready(*services: Server) -> None:
    """Wait until all are ready."""

    async def ready() -> bool:
        return all(service.ready() for service in services)

    await until(ready, seconds=STRIKES_S, every=0.1)


async def while_loaded(load: Load, seen: Callable[[], bool], *, seconds: float = STRIKES_S) -> None:
    """Wait for something while people work; raises what one of them met, or TimeoutError."""

    async def enough() -> bool:
        error = load.failed()
        if error is not None:
            raise error
        return seen()

    await until(enough, seconds=seconds)


async def answered(load: Load, more: int, *, seconds: float = STRIKES_S) -> None:
    """Wait until so many more calls are acknowledged."""
    wanted = len(load.log.acks) + more
    await while_loaded(load, lambda: len(load.log.acks) >= wanted, seconds=seconds)


async def felt(load: Load, more: int) -> None:
    """Wait until so many more calls were answered in any way, or failed."""
    log = load.log
    wanted = len(log.acks) + log.trouble.total() + more
    await while_loaded(load, lambda: len(log.acks) + log.trouble.total() >= wanted)


async def passes(load: Load, seconds: float) -> None:
    """Let time pass while people work."""
    over = time.monotonic() + seconds
    await while_loaded(load, lambda: time.monotonic() >= over, seconds=seconds + 30)
