"""The rules of an order's life, written anew from the shop's words: what is refused, what changes.

It shares no code with the service: where the two differ, one of them is wrong.
"""

from dataclasses import dataclass, field

from tests.services.orders.production.order_words import (
    CANCELLED,
    DRAFT,
    IN_WORK,
    ISSUED,
    QUANTITIES,
    READY,
    ROUTES,
    Made,
    Said,
)


@dataclass
class Model:
    """An order of two items: three mirrors of the workshop, two panes of both shops."""

    stage: str = DRAFT
    revision: int = 0
    content: int = 1
    facts: int = 1
    """Events told so far; placing was the first."""
    back: bool = False
    accepted: set[tuple[int, str]] = field(default_factory=set)
    seen: set[tuple[int, str]] = field(default_factory=set)
    received: set[tuple[int, str]] = field(default_factory=set)
    questions: list[tuple[int, bool]] = field(default_factory=list)
    """(item, answered)."""
    made: dict[tuple[int, str], Made] = field(
        default_factory=lambda: {(i, s): Made() for i, r in enumerate(ROUTES) for s in r}
    )

    def refusal(self, said: Said) -> str:
        """Return the code of the refusal; empty = it is allowed."""
        known: str = getattr(self, f"_no_{said.verb}")(said)
        return known

    def take(self, said: Said) -> None:
        """Do what is allowed."""
        getattr(self, f"_do_{said.verb}")(said)

    # --- the desk
    def _no_edit(self, _: Said) -> str:
        return "" if self.stage == DRAFT else "work-order-not-draft"

    def _do_edit(self, _: Said) -> None:
        self.content += 1
        self.facts += 1

    _no_hand_over = _no_edit

    def _do_hand_over(self, _: Said) -> None:
        self.stage, self.revision = IN_WORK, 1
        self.facts += 1

    def _no_correct(self, _: Said) -> str:
        return "" if self.stage == IN_WORK else "work-order-not-in-work"

    def _do_correct(self, said: Said) -> None:
        self.revision += 1
        self.content += 1
        self.facts += 1
        for shop in ROUTES[said.item]:
            self.made[said.item, shop] = Made()

    def _no_cancel(self, _: Said) -> str:
        return "work-order-closed" if self.stage in {ISSUED, CANCELLED} else ""

    def _do_cancel(self, _: Said) -> None:
        self.stage = CANCELLED
        self.facts += 1

    def _no_bring_back(self, _: Said) -> str:
        if self.stage != READY:
            return "work-order-not-ready"
        return "work-order-already-at-office" if self.back else ""

    def _do_bring_back(self, _: Said) -> None:
        self.back = True
        self.facts += 1

    def _no_issue(self, _: Said) -> str:
        return "" if self.stage == READY else "work-order-not-ready"

    def _do_issue(self, _: Said) -> None:
        self.stage = ISSUED
        self.facts += 1 if self.back else 2
        self.back = True

    def _no_answer(self, said: Said) -> str:
        if said.question >= len(self.questions):
            return "question-unknown"
        return "question-already-answered" if self.questions[said.question][1] else ""

    def _do_answer(self, said: Said) -> None:
        self.questions[said.question] = (self.questions[said.question][0], True)
        self.facts += 1

    # --- the shops
    def _current(self, said: Said) -> str:
        return "" if said.revision == self.revision else "revision-superseded"

    def _working(self, said: Said) -> str:
        return self._current(said) or ("" if self.stage == IN_WORK else "work-order-not-in-work")

    def _on_item(self, said: Said, *, accepted: bool) -> str:
        if wrong := self._working(said):
            return wrong
        if said.shop not in ROUTES[said.item]:
            return "item-not-for-shop"
        if accepted and (self.revision, said.shop) not in self.accepted:
            return "revision-not-accepted"
        return ""

    def _place(self, said: Said) -> tuple[int, str]:
        return self.revision, said.shop

    def _no_receive(self, said: Said) -> str:
        done = self._place(said) in self.received
        return self._current(said) if done else self._working(said)

    def _do_receive(self, said: Said) -> None:
        self.facts += self._place(said) not in self.received
        self.received.add(self._place(said))

    def _no_mark_seen(self, said: Said) -> str:
        done = self._place(said) in self.seen
        return self._current(said) if done else self._working(said)

    def _do_mark_seen(self, said: Said) -> None:
        self.facts += self._place(said) not in self.seen
        self._see(said)

    def _see(self, said: Said) -> None:
        self.seen.add(self._place(said))
        self.received.add(self._place(said))

    def _no_accept(self, said: Said) -> str:
        already = self._place(said) in self.accepted
        return self._working(said) or ("revision-already-accepted" if already else "")

    def _do_accept(self, said: Said) -> None:
        self.accepted.add(self._place(said))
        self._see(said)
        self.facts += 1

    def _no_ask(self, said: Said) -> str:
        return self._on_item(said, accepted=False)

    def _do_ask(self, said: Said) -> None:
        self.questions.append((said.item, False))
        self._see(said)
        self.facts += 1

    def _no_start(self, said: Said) -> str:
        no = {"started": "work-already-started", "finished": "work-already-finished"}
        no["passed"] = "work-already-passed"
        return self._on_item(said, accepted=True) or no.get(self._of(said).state, "")

    def _do_start(self, said: Said) -> None:
        self._step(said, "started", 0)

    def _no_pause(self, said: Said) -> str:
        return self._on_item(said, accepted=False) or self._not_in_hand(said)

    def _do_pause(self, said: Said) -> None:
        self._step(said, "paused", 0)

    def _not_in_hand(self, said: Said) -> str:
        no = {"queued": "work-not-started", "paused": "work-resting"}
        no |= {"finished": "work-already-finished", "passed": "work-already-passed"}
        return no.get(self._of(said).state, "")

    def _no_finish(self, said: Said) -> str:
        if wrong := self._on_item(said, accepted=True):
            return wrong
        if (said.item, False) in self.questions:
            return "question-open"
        left = QUANTITIES[said.item] - self._of(said).done
        return self._not_in_hand(said) or ("too-many-pieces" if said.pieces > left else "")

    def _do_finish(self, said: Said) -> None:
        whole = self._of(said).done + said.pieces == QUANTITIES[said.item]
        self._step(said, "finished" if whole else "started", said.pieces)

    def _no_take_back(self, said: Said) -> str:
        if wrong := self._on_item(said, accepted=False):
            return wrong
        work = self._of(said)
        left = work.done if work.before is None else work.before[1]
        if self._later_passed(said) > left:
            return "final-control-passed"
        if work.before is None:
            return "nothing-to-take-back"
        return "" if work.by == said.by else "not-your-step"

    def _do_take_back(self, said: Said) -> None:
        work = self._of(said)
        assert work.before is not None
        work.state, work.done = work.before
        work.before = None
        self.facts += 1

    def _no_pass_control(self, said: Said) -> str:
        if wrong := self._on_item(said, accepted=True):
            return wrong
        before = ROUTES[said.item][: ROUTES[said.item].index(said.shop)]
        if any(self.made[said.item, s].state not in {"finished", "passed"} for s in before):
            return "art-step-first"
        work = self._of(said)
        if work.state == "passed":
            return "work-already-passed"
        return "too-many-pieces" if said.pieces > work.done - work.passed else ""

    def _do_pass_control(self, said: Said) -> None:
        work = self._of(said)
        work.passed += said.pieces
        work.before = None
        if work.passed == QUANTITIES[said.item]:
            work.state = "passed"
        self.facts += 1
        if self.all_passed:
            self.stage = READY
            self.facts += 1

    def _no_fail_control(self, said: Said) -> str:
        if wrong := self._on_item(said, accepted=False):
            return wrong
        if self._later_passed(said) > max(self._of(said).done - said.pieces, 0):
            return "final-control-passed"
        return "too-many-pieces" if said.pieces > self._of(said).done else ""

    def _do_fail_control(self, said: Said) -> None:
        self._of(said).again(said.pieces)
        self.facts += 1

    def _no_reopen(self, said: Said) -> str:
        if wrong := self._current(said):
            return wrong
        if self.stage != READY:
            return "work-order-not-ready"
        if said.shop not in ROUTES[said.item]:
            return "item-not-for-shop"
        if self._later_passed(said) > max(self._of(said).done - said.pieces, 0):
            return "final-control-passed"
        if self._of(said).state != "passed":
            return "item-not-passed"
        return "too-many-pieces" if said.pieces > self._of(said).done else ""

    def _do_reopen(self, said: Said) -> None:
        self._of(said).again(said.pieces)
        self.stage, self.back = IN_WORK, False
        self.facts += 1

    # --- what they stand on
    def _of(self, said: Said) -> Made:
        return self.made[said.item, said.shop]

    def _later_passed(self, said: Said) -> int:
        route = ROUTES[said.item]
        later = route[route.index(said.shop) + 1 :]
        return max((self.made[said.item, shop].passed for shop in later), default=0)

    def _step(self, said: Said, state: str, pieces: int) -> None:
        work = self._of(said)
        work.before, work.by = (work.state, work.done), said.by
        work.state, work.done = state, work.done + pieces
        self.facts += 1

    @property
    def all_passed(self) -> bool:
        """Whether every shop of every item has passed every piece."""
        return all(work.state == "passed" for work in self.made.values())
