"""What each test of the bus demands of what it has seen; every break is named, none = it holds."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from chassis.inbox import Outcome

GOOD: Final = {Outcome.DONE, Outcome.SKIPPED}
MOST_MIB: Final = 400.0
"""A consumer works off any backlog in so much memory."""
ROOM_MIB: Final = 60.0
"""The gateway may grow by so much while readers take nothing of a flood."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """FM12, FM13: what became of telling one client."""

    state: str
    sent: int
    """Pieces that the provider has under the message's name."""
    names: int
    """Names under which it has them."""
    said: tuple[str, ...]
    """What the order says of it, in order."""
    reason: str = ""
    doubled: int = 0
    """Pieces about the same order under other names."""


def told_as_promised(found: Delivery, promised: Delivery) -> list[str]:
    """FM12, FM13: state, what the provider has, and what the order claims are as promised."""
    words = {
        "state": (found.state, promised.state),
        "reason": (found.reason, promised.reason),
        "pieces sent": (found.sent, promised.sent),
        "names": (found.names, promised.names),
        "pieces under other names": (found.doubled, promised.doubled),
        "the order says": (found.said, promised.said),
    }
    return [f"{what}: {seen}, not {due}" for what, (seen, due) in words.items() if seen != due]


def taken_well(outcomes: Collection[Outcome]) -> list[str]:
    """FM16: an event of another version is acted on, or none of the reader's business."""
    if not outcomes:
        return ["nobody reads this topic"]
    return [f"an event came to be {one.value}" for one in outcomes if one not in GOOD]


@dataclass(frozen=True, slots=True)
class Backlog:
    """FM18: what a service knows after its backlog."""

    cards: int
    oldest: int
    """Sequence of the card that is furthest behind."""
    newest: int
    mib: float
    """Most resident memory meanwhile."""


def worked_off(found: Backlog, cards: int, last: int) -> list[str]:
    """FM18: every card is at its last change, and memory stayed small."""
    broken = []
    if found.cards != cards:
        broken.append(f"{found.cards} cards of {cards}")
    if (found.oldest, found.newest) != (last, last):
        broken.append(f"cards stand at {found.oldest}-{found.newest}, not at {last}")
    if found.mib >= MOST_MIB:
        broken.append(f"{found.mib:.0f} MiB")
    return broken


def read_on(sequences: Sequence[int], last: int) -> list[str]:
    """FM22: a reader had every event up to the last, in order, once."""
    broken = []
    if missed := set(range(1, last + 1)) - set(sequences):
        broken.append(f"{len(missed)} events missed, the first {min(missed)}")
    if twice := len(sequences) - len(set(sequences)):
        broken.append(f"{twice} events came twice")
    if list(sequences) != sorted(sequences):
        broken.append("events overtook each other")
    return broken


def stayed_small(grown_mib: float) -> list[str]:
    """FM22: who takes nothing costs the gateway no memory."""
    return [f"the gateway grew by {grown_mib:.0f} MiB"] if grown_mib >= ROOM_MIB else []


@dataclass(frozen=True, slots=True)
class Contest:
    """FM28: many people edited one version at once."""

    people: int
    version: int
    """Of the order before."""
    statuses: Mapping[int, int]
    """Status → how many got it."""
    now: int
    """Version of the order afterwards."""
    kept: str
    """Size that the order has now."""
    won: str
    """Size that the winner asked for."""
    shown: frozenset[int] = field(default_factory=frozenset)
    """Versions that the losers were shown."""


def one_wins(found: Contest) -> list[str]:
    """FM28: one is taken, every other is refused with what is now, nothing is lost."""
    broken = []
    if Counter(found.statuses) != Counter({200: 1, 412: found.people - 1}):
        broken.append(f"answers {dict(found.statuses)}")
    if found.now != found.version + 1:
        broken.append(f"version {found.version} became {found.now}")
    if found.kept != found.won:
        broken.append(f"the order has {found.kept}, its winner asked for {found.won}")
    if found.shown != {found.version + 1}:
        broken.append(f"losers were shown versions {sorted(found.shown)}")
    return broken


def told_of_each(edits: int, audited: int, sequences: Sequence[int]) -> list[str]:
    """FM28: every edit that won left one line of audit and one event, numbered without a gap."""
    broken = []
    if audited != edits:
        broken.append(f"{audited} lines of audit of {edits} changes")
    if list(sequences) != list(range(1, edits + 1)):
        broken.append(f"events {list(sequences)} of {edits} changes")
    return broken


def one_acts(statuses: Mapping[int, int], events: int) -> list[str]:
    """FM28: of one step asked for by many, one is done; the others are refused."""
    broken = []
    if statuses.get(200, 0) != 1 or not set(statuses) <= {200, 409, 412}:
        broken.append(f"answers {dict(statuses)}")
    if events != 1:
        broken.append(f"{events} events")
    return broken
