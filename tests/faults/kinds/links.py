"""FM24: two parts do not reach each other, as networks fail: nothing, no answers, resets."""

from typing import Final

from tests.faults.load import Load
from tests.faults.plan import Stage, Trouble, answered, passes
from tests.faults.rig.link import Link
from tests.faults.rig.topology import BUS, DATABASE, FEED, UPSTREAM, Staged

MUTE_S, CUT_S = 4.0, 3.0
HOLD_S: Final = {DATABASE: 24.0, BUS: 10.0, FEED: 10.0, UPSTREAM: 10.0}
"""For the database longer than a statement may take (20 s); other seeds hold any link so long."""
LONG_HOLD_S: Final = 34.0
"""Longer than the gateway waits for a service (30 s)."""
BETWEEN: Final = {DATABASE: "orders ↔ postgres", BUS: "orders ↔ kafka", FEED: "gateway ↔ kafka"} | {
    UPSTREAM: "gateway ↔ orders"
}
CONCERNS: Final = {DATABASE, UPSTREAM}
"""Links without which orders cannot answer; without the others people work on."""


class Partition(Trouble):
    """One link swallows everything, then swallows the answers, then resets, in a chance order."""

    fm = "FM24"

    def __init__(self, link: str, seed: int) -> None:
        self.link = link
        super().__init__(seed)
        self.hit = frozenset({"orders"}) if link in CONCERNS else frozenset()
        held = HOLD_S[link] if seed == 1 else self.chance.choice((HOLD_S[link], LONG_HOLD_S))
        ways = {
            "hold": (Link.hold, held),
            "mute": (Link.mute, MUTE_S),
            "cut": (Link.cut, CUT_S),
        }
        order = self.chance.sample(sorted(ways), len(ways))
        self.ways = [(name, *ways[name]) for name in order]

    def __str__(self) -> str:
        return f"{BETWEEN[self.link]}: nothing, no answers, resets"

    @property
    def plan(self) -> str:
        """In which order."""
        return f"{super().plan}: " + ", ".join(f"{name} {s:.0f} s" for name, _, s in self.ways)

    async def strike(self, stage: Stage, load: Load) -> None:
        """Break it in each way; people get a few answers in between."""
        assert isinstance(stage.system, Staged)
        link = stage.system.links[self.link]
        try:
            for name, way, seconds in self.ways:
                await answered(load, self.chance.randint(1, 8))
                begun, ends = len(load.log.acks), load.log.trouble.total()
                way(link)
                await passes(load, seconds)
                link.let_pass()
                acks = len(load.log.acks) - begun
                tried = load.log.trouble.total() - ends
                self.notes.append(
                    f"{name} {seconds:.0f} s: {acks} acknowledged, {tried} tried again"
                )
                if self.link not in CONCERNS and not acks:
                    self.found.append(f"INV12: nothing was acknowledged while {self} ({name})")
        finally:
            link.let_pass()
