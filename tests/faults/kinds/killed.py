"""One process or server is killed from outside and started again."""

import asyncio
from typing import Final

from tests.faults.load import Load
from tests.faults.plan import Stage, Trouble, felt, server, while_loaded
from tests.faults.rig.watch import EVERYTHING

NUMBERS: Final = {"postgres": "FM7"}
LONGEST: Final = 25


class Killed(Trouble):
    """`kill -9`; servers keep their data."""

    def __init__(self, victim: str, seed: int) -> None:
        self.victim = victim
        super().__init__(seed)
        self.n = self.chance.randint(1, LONGEST)
        self.fm = NUMBERS.get(victim, "FM1")  # type: ignore[misc] # by its victim
        owner = {"notifications": "messages"}.get(victim, victim)
        self.hit = EVERYTHING if victim in {"gateway", "postgres"} else frozenset({owner})

    def __str__(self) -> str:
        return f"kill -9 {self.victim}"

    @property
    def plan(self) -> str:
        """When it strikes, too."""
        return f"{super().plan}: after {self.n} more answers"

    async def strike(self, stage: Stage, load: Load) -> None:
        """Kill it after some answers; return when it was missed."""
        begun = len(load.log.acks)
        await while_loaded(load, lambda: len(load.log.acks) >= begun + self.n)
        await asyncio.to_thread(server(stage.system, self.victim).kill)
        await felt(load, 10)

    async def heal(self, stage: Stage) -> None:
        """Start it again."""
        if self.victim == "notifications":
            await asyncio.to_thread(stage.gather.lease_ends)
        await asyncio.to_thread(server(stage.system, self.victim).start)
