"""Whatever anybody does to an order, in whatever order: each verb has its folders, the rest is refused."""

from collections.abc import Callable
from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from chassis.errors import DomainError
from contracts.orders.words import AttachmentKind, CancelReason, Stage, ToldState, Urgency
from services.orders.workorders.domain import TRANSITIONS, WorkOrder
from services.orders.workorders.domain.refusals import (
    OrderClosed,
    OrderNotDraft,
    OrderNotInWork,
    OrderNotReady,
)
from tests.services.orders.workorders.story import (
    MIRROR,
    NOW,
    SIGNATURE,
    a_content,
    a_draft,
    a_file,
    a_line,
    in_work,
    issued,
    news,
    ready,
)

VERBS: dict[str, tuple[Callable[[WorkOrder], object], type[DomainError], set[Stage]]] = {
    "edit": (lambda o: o.edit(a_content()), OrderNotDraft, {Stage.DRAFT}),
    "hand_over": (lambda o: o.hand_over(at=NOW), OrderNotDraft, {Stage.DRAFT}),
    "correct": (
        lambda o: o.correct(a_content(urgency=Urgency.URGENT)),
        OrderNotInWork,
        {Stage.IN_WORK},
    ),
    "mark_ready": (lambda o: o.mark_ready(at=NOW), OrderNotInWork, {Stage.IN_WORK}),
    "reopen": (lambda o: o.reopen((MIRROR,), "скол", at=NOW), OrderNotReady, {Stage.READY}),
    "mark_back_at_office": (
        lambda o: o.mark_back_at_office(at=NOW),
        OrderNotReady,
        {Stage.READY},
    ),
    "cancel": (
        lambda o: o.cancel(CancelReason.MISTAKE, at=NOW),
        OrderClosed,
        {Stage.DRAFT, Stage.IN_WORK, Stage.READY},
    ),
    "set_price": (
        lambda o: o.set_price(Decimal(1)),
        OrderClosed,
        {Stage.DRAFT, Stage.IN_WORK, Stage.READY},
    ),
    "attach": (
        lambda o: o.attach(a_file()),
        OrderClosed,
        {Stage.DRAFT, Stage.IN_WORK, Stage.READY},
    ),
}


def cancelled() -> WorkOrder:
    order = a_draft()
    order.cancel(CancelReason.MISTAKE, at=NOW)
    return order


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("make", [a_draft, in_work, ready, issued, cancelled])
def test_a_verb_has_its_folders_and_elsewhere_is_refused_without_a_trace(
    verb: str, make: Callable[[], WorkOrder]
) -> None:
    act, refusal, folders = VERBS[verb]
    order = make()
    before = (order.stage, order.sequence, order.content_version, order.revision)

    if order.stage in folders:
        act(order)
        assert order.sequence > before[1]
    else:
        with pytest.raises(refusal):
            act(order)
        assert (order.stage, order.sequence, order.content_version, order.revision) == before


class Life(RuleBasedStateMachine):
    """Whatever anybody does in whatever order: the table, the numbers and the sequence hold."""

    def __init__(self) -> None:
        super().__init__()
        self.order = a_draft()
        self.order.attach(a_file(SIGNATURE, AttachmentKind.SIGNATURE))
        self.stage = self.order.stage
        self.seen = 0
        self.revision = 0

    def attempt(self, act: Callable[[WorkOrder], object]) -> None:
        before = (self.order.stage, self.order.sequence, self.order.revision)
        try:
            act(self.order)
        except DomainError:
            after = (self.order.stage, self.order.sequence, self.order.revision)
            assert after == before

    @rule(verb=st.sampled_from(sorted(VERBS)))
    def use(self, verb: str) -> None:
        if verb != "attach":
            self.attempt(VERBS[verb][0])

    @rule(quantity=st.integers(0, 3), urgency=st.sampled_from(Urgency))
    def say(self, quantity: int, urgency: Urgency) -> None:
        content = a_content(a_line(quantity=quantity), urgency=urgency)
        self.attempt(lambda order: order.edit(content))
        self.attempt(lambda order: order.correct(content))

    @rule()
    def issue(self) -> None:
        self.attempt(lambda order: order.issue(SIGNATURE, by="staff:1", at=NOW))

    @rule(message=st.uuids(), state=st.sampled_from(ToldState))
    def tell(self, message: UUID, state: ToldState) -> None:
        self.attempt(lambda order: order.hear(news(state, message_id=message)))

    @invariant()
    def folders_change_by_the_table(self) -> None:
        if self.order.stage is not self.stage:
            assert self.order.stage in TRANSITIONS[self.stage]
        self.stage = self.order.stage

    @invariant()
    def every_event_has_the_next_number(self) -> None:
        numbers = [item.sequence for item in self.order.drain()]
        assert numbers == list(range(self.seen + 1, self.order.sequence + 1))
        self.seen = self.order.sequence

    @invariant()
    def revisions_only_grow_and_drafts_have_none(self) -> None:
        assert self.order.revision >= self.revision
        assert (self.order.revision == 0) == (self.order.handed_over_at is None)
        self.revision = self.order.revision

    @invariant()
    def what_is_ready_or_issued_says_since_when(self) -> None:
        assert (self.order.stage is Stage.ISSUED) == (self.order.issued_at is not None)
        if self.order.stage in {Stage.READY, Stage.ISSUED}:
            assert self.order.ready_at is not None


Life.TestCase.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)
TestLife = Life.TestCase
