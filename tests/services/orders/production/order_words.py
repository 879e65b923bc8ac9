"""What the model of an order speaks of: the order's lines, what is made of them, one try of a verb."""

from collections.abc import Iterator
from dataclasses import dataclass

WORKSHOP, ART = "workshop", "art-shop"
QUANTITIES = (3, 2)
ROUTES = ((WORKSHOP,), (ART, WORKSHOP))
DRAFT, IN_WORK, READY, ISSUED, CANCELLED = "draft", "in-work", "ready", "issued", "cancelled"
SHOPS = (WORKSHOP, ART)


@dataclass
class Made:
    """What one shop has done of one item."""

    state: str = "queued"
    done: int = 0
    passed: int = 0
    before: tuple[str, int] | None = None
    by: str = ""

    def again(self, pieces: int) -> None:
        """Pieces go back to be made again."""
        self.done -= pieces
        self.passed = min(self.passed, self.done)
        if self.state in {"finished", "passed"}:
            self.state = "queued"
        self.before = None


@dataclass
class Said:
    """One try of a verb: who, where, on what."""

    verb: str
    shop: str = WORKSHOP
    item: int = 0
    pieces: int = 1
    revision: int = 1
    by: str = "one"
    question: int = 0


ON_ITEMS = ("ask", "start", "pause", "take_back")
ON_PIECES = ("finish", "pass_control", "fail_control", "reopen")
OF_SHOP = ("receive", "mark_seen", "accept")
OF_DESK = ("edit", "hand_over", "correct", "bring_back", "issue", "answer", "cancel")
VERBS = (*OF_DESK, *OF_SHOP, *ON_ITEMS, *ON_PIECES)


def tries(revision: int, questions: int) -> Iterator[Said]:
    """Yield every sensible try on the order as it stands."""
    for verb in OF_DESK:
        yield Said(verb, revision=revision)
    yield Said("correct", item=1, revision=revision)
    yield from (Said("answer", question=number, revision=revision) for number in range(questions))
    yield from (Said(verb, shop, revision=revision) for verb in OF_SHOP for shop in SHOPS)
    for item, route in enumerate(ROUTES):
        for shop in route:
            yield from (Said(verb, shop, item, revision=revision) for verb in ON_ITEMS)
            for pieces in range(1, QUANTITIES[item] + 1):
                yield from (Said(verb, shop, item, pieces, revision) for verb in ON_PIECES)
