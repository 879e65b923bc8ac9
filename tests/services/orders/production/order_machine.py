"""The machine: tries verbs on a service and on the model, and compares the two after every step."""

from dataclasses import replace
from typing import Any, ClassVar, Protocol

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tests.services.orders.production.order_model import Model
from tests.services.orders.production.order_words import (
    QUANTITIES,
    READY,
    ROUTES,
    SHOPS,
    VERBS,
    Made,
    Said,
    tries,
)

ANY = st.builds(
    Said,
    verb=st.sampled_from(VERBS),
    shop=st.sampled_from(SHOPS),
    item=st.integers(0, len(ROUTES) - 1),
    pieces=st.integers(1, 4),
    by=st.sampled_from(("one", "other")),
    question=st.integers(0, 3),
)

FORWARD = (
    "hand_over", "accept", "answer", "pass_control", "finish", "start", "bring_back", "issue"
)  # fmt: skip
"""What comes next, the first that is allowed."""


class Driver(Protocol):
    """The real thing: an order of its own, on which verbs are tried."""

    def begin(self) -> None:
        """Place the order."""

    def do(self, said: Said) -> str:
        """Try a verb; return the code of the refusal, empty when it was done."""

    def seen(self) -> dict[str, Any]:
        """Return where the order stands: stage, revision, content, facts, made."""


class OrderMachine(RuleBasedStateMachine):
    """All verbs of the order, the forbidden ones too."""

    driver: ClassVar[Driver]
    met: ClassVar[set[str]] = set()
    """Refusals and verbs that this session has met."""

    @initialize(done=st.sampled_from((0, 3, 8, 13, 14, 15, 16)), item=st.integers(0, 1))
    def place(self, done: int, item: int) -> None:
        """Every example has an order of its own, at the desk, in the shops, or nearly ready."""
        self.model = Model()
        self.driver.begin()
        for _ in range(done):
            self._forward(item)

    @rule(
        how=st.sampled_from(("forward", "forward", "allowed", "allowed", "refused")),
        item=st.integers(0, 1),
        data=st.data(),
    )
    def step(self, how: str, item: int, data: st.DataObject) -> None:
        """Do what a quick shop would do next; or anything allowed; or what is refused for cause."""
        if how == "forward":
            self._forward(item)
            return
        steps = [
            said
            for said in tries(self.model.revision, len(self.model.questions))
            if said.verb != "cancel" and self._is(how, self.model.refusal(said))
        ]
        if steps:
            verb = data.draw(st.sampled_from(sorted({said.verb for said in steps})))
            self._try(data.draw(st.sampled_from([s for s in steps if s.verb == verb])))

    @staticmethod
    def _is(how: str, refusal: str) -> bool:
        """Leave out what the order's folder alone refuses: it teaches little."""
        return not refusal if how == "allowed" else bool(refusal) and "work-order" not in refusal

    def _forward(self, item: int) -> None:
        steps = list(tries(self.model.revision, len(self.model.questions)))
        for verb in FORWARD:
            free = [said for said in steps if said.verb == verb and not self.model.refusal(said)]
            of_item = [said for said in free if said.item == item] or free
            if of_item:
                self._try(of_item[-1])
                return

    @rule(said=ANY, off=st.sampled_from((0, 0, 0, -1, 1)))
    def anything(self, said: Said, off: int) -> None:
        """Try whatever comes to mind, on an old revision too."""
        if said.verb != "cancel":
            self._try(replace(said, revision=max(1, self.model.revision + off)))

    @precondition(lambda self: self.model.stage == READY)
    @rule(item=st.integers(0, 1))
    def ready_is_not_the_end(self, item: int) -> None:
        """Take the last shop's pieces back: what was ready is made again."""
        self._try(Said("reopen", ROUTES[item][-1], item, 1, self.model.revision))

    @rule(chance=st.integers(0, 15))
    def cancel(self, chance: int) -> None:
        """Now and then an order is cancelled."""
        if chance == 0:
            self._try(Said("cancel", revision=self.model.revision))

    def _try(self, said: Said) -> None:
        expected = self.model.refusal(said)
        answer = self.driver.do(said)
        assert answer == expected, (said, self.model)
        self.met.add(expected or said.verb)
        if not expected:
            self.model.take(said)

    @invariant()
    def both_stand_alike(self) -> None:
        """Service and model say the same of the order; pieces are counted, ready is all passed."""
        if not hasattr(self, "model"):
            return
        model, seen = self.model, self.driver.seen()
        assert seen["stage"] == model.stage
        assert seen["revision"] == model.revision
        assert seen["content"] == model.content
        assert seen["facts"] == list(range(1, model.facts + 1))
        for place, work in model.made.items():
            assert seen["made"].get(place, ("queued", 0, 0)) == _of(work), place
        for (item, _), (state, done, passed) in seen["made"].items():
            assert 0 <= passed <= done <= QUANTITIES[item]
            assert (state == "passed") == (passed == QUANTITIES[item])
        if seen["stage"] in {"ready", "issued"}:
            assert self.model.all_passed


def _of(work: Made) -> tuple[str, int, int]:
    return work.state, work.done, work.passed
