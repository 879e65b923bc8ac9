"""FM1: processes end themselves at failpoints, several different ones in one round."""

import asyncio
import random
from dataclasses import dataclass
from typing import Final

from chassis.failpoints import KILLED
from tests.faults.load import Load
from tests.faults.plan import (
    FAILPOINT,
    STRIKES_S,
    Stage,
    Trouble,
    put_failpoint,
    until_ready,
    while_loaded,
)
from tests.faults.rig.watch import EVERYTHING

API: Final = ("api.before_commit", "api.after_commit_before_response")
RELAY: Final = ("relay.mid_batch", "relay.after_send_before_mark")
CONSUMER: Final = (
    "consumer.before_commit",
    "consumer.after_commit_before_ack",
    "consumer.after_dead_letter_before_ack",
)
CONTAINS: Final[dict[str, tuple[str, ...]]] = {
    "gateway": API,
    "clients": API,
    "orders": (*API, "file.after_store_before_row"),
    "notifications": API,
    "gateway-worker": RELAY,
    "clients-worker": RELAY,
    "orders-worker": (*RELAY, *CONSUMER, "timer.before_commit"),
    "notifications-worker": (*RELAY, *CONSUMER, "notify.after_claim", "notify.after_provider_ok"),
}
"""Process → failpoints that its work passes."""
MOST: Final = {
    ("orders", API[0]): 20,
    ("orders", API[1]): 20,
    ("orders-worker", RELAY[0]): 6,
    ("orders-worker", RELAY[1]): 6,
    ("orders-worker", CONSUMER[0]): 3,
    ("orders-worker", CONSUMER[1]): 3,
}
"""Passings among which chance chooses the one that kills; 2 where nothing is said."""
ONCE: Final = frozenset({CONSUMER[2], "timer.before_commit", "file.after_store_before_row"})
"""Passed seldom: the first time kills."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A process and the failpoint at which it ends itself with code 137."""

    process: str
    point: str

    def __str__(self) -> str:
        return f"{self.process} dies at {self.point}"

    def passing(self, chance: random.Random) -> int:
        """Choose the passing that kills."""
        if self.point in ONCE:
            return 1
        return chance.randint(1, MOST.get((self.process, self.point), 2))


PAIRS: Final = tuple(Pair(name, point) for name, points in CONTAINS.items() for point in points)


def packs(seed: int) -> list[tuple[Pair, ...]]:
    """Deal all pairs out: in each pack a process stands at most once; the seed shuffles."""
    chance = random.Random(f"packs/{seed}")
    hands = {name: chance.sample(points, len(points)) for name, points in CONTAINS.items()}
    dealt: list[list[Pair]] = [[] for _ in range(max(map(len, hands.values())))]
    for name, points in hands.items():
        smallest = sorted(range(len(dealt)), key=lambda place: (len(dealt[place]), place))
        for place, point in zip(smallest, points, strict=False):
            dealt[place].append(Pair(name, point))
    return [tuple(pack) for pack in dealt]


class Pack(Trouble):
    """Each of several processes dies at its point, when it gets there, and is started again."""

    fm = "FM1"

    def __init__(self, pairs: tuple[Pair, ...], seed: int) -> None:
        self.pairs = pairs
        super().__init__(seed)
        self.passings = {pair: pair.passing(self.chance) for pair in pairs}
        points = {pair.point for pair in pairs}
        self.unseen = "timer.before_commit" in points
        self.poisons = CONSUMER[2] in points
        if "file.after_store_before_row" in points:
            self.files = 1.0
        names = {pair.process for pair in pairs}
        self.hit = EVERYTHING if "gateway" in names else _hit(names)

    @property
    def rows(self) -> tuple[str, ...]:
        """Every pair is a row."""
        return tuple(map(str, self.pairs))

    @property
    def short(self) -> str:
        """Process by process, with the last word of its point."""
        return ",".join(f"{pair.process}:{pair.point.split('.')[1]}" for pair in self.pairs)

    def __str__(self) -> str:
        return "; ".join(map(str, self.pairs))

    @property
    def plan(self) -> str:
        """At which passing each dies."""
        told = "; ".join(f"{pair}, passing {n}" for pair, n in self.passings.items())
        return f"FM1 seed {self.seed}: {told}"

    async def arm(self, stage: Stage) -> None:
        """Put the failpoints in; the processes come up while the load begins."""
        for pair, passing in self.passings.items():
            service = stage.system.services[pair.process]
            await asyncio.to_thread(put_failpoint, service, f"{pair.point}:exit:{passing}")
        await until_ready(stage.system.services["gateway"])

    async def strike(self, stage: Stage, load: Load) -> None:
        """Return when every process has died at its point; each is started again at once."""
        if self.poisons:
            await stage.gather.poison()
        left = set(self.pairs)
        try:
            while left:
                await while_loaded(load, lambda: bool(self._dead(stage, left)), seconds=STRIKES_S)
                for pair in self._dead(stage, left):
                    left.discard(pair)
                    await self._bring_back(stage, pair)
        except TimeoutError:
            self.found += [f"INV10: did not strike: {pair}" for pair in left]

    def _dead(self, stage: Stage, left: set[Pair]) -> list[Pair]:
        return [pair for pair in left if not stage.system.services[pair.process].running()]

    async def _bring_back(self, stage: Stage, pair: Pair) -> None:
        service = stage.system.services[pair.process]
        code = service.child.returncode if service.child else None
        if code != KILLED:
            self.found.append(f"INV10: {pair.process} ended by {code}: {service.last_error()}")
        if pair.process == "notifications-worker":
            await asyncio.to_thread(stage.gather.lease_ends)
        service.told.pop(FAILPOINT, None)
        await asyncio.to_thread(service.launch)

    async def heal(self, stage: Stage) -> None:
        """Take the failpoints out that did not strike; wait until all are ready."""
        for pair in self.pairs:
            service = stage.system.services[pair.process]
            if service.told.pop(FAILPOINT, None) is not None:
                await asyncio.to_thread(service.kill)
                await asyncio.to_thread(service.launch)
        await until_ready(*(stage.system.services[pair.process] for pair in self.pairs))


def _hit(names: set[str]) -> frozenset[str]:
    """Return the functions of the processes that answer people."""
    owners = {"orders": "orders", "clients": "clients", "notifications": "messages"}
    return frozenset(owners[name] for name in names & owners.keys())
