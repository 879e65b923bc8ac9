"""Whatever two shops, a desk and a clock do to an order, its rules hold (a state machine)."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from chassis.domain import Recorded
from chassis.errors import DomainError
from contracts.orders.events import ControlPassed, WorkOrderReady, WorkOrderReopened
from contracts.orders.items import Item
from contracts.orders.words import CancelReason, Stage
from contracts.orders.work import Defect, WorkState
from contracts.rights import Shop
from services.orders.production.domain import TRANSITIONS, Production, Tap
from tests.services.orders.production.floor import (
    ANOTHER_WORKER,
    BOTH,
    MIRROR,
    NOW,
    PANEL,
    SHELVES,
    VOLKOV,
    a_content,
    a_draft,
    a_tap,
    an_item,
)

SHOPS = st.sampled_from(Shop)
ITEMS = st.sampled_from([MIRROR, SHELVES, PANEL])
PIECES = st.integers(min_value=1, max_value=4)
QUANTITY = {MIRROR: 1, SHELVES: 3, PANEL: 1}
ROUTE = {MIRROR: (Shop.WORKSHOP,), SHELVES: BOTH, PANEL: (Shop.ART_SHOP,)}


class Life(RuleBasedStateMachine):
    """One order with three lines, two shops that tap at random, a desk that corrects."""

    def __init__(self) -> None:
        super().__init__()
        self.now: datetime = NOW
        self.widths = {MIRROR: 800, SHELVES: 600, PANEL: 400}
        self.order = a_draft(*self.lines(QUANTITY))
        self.order.hand_over(at=NOW)
        self.floor = Production(id=self.order.id)
        self.told: list[Recorded] = self.order.drain()

    def lines(self, ids: Iterable[UUID]) -> list[Item]:
        return [
            an_item(id_, width=self.widths[id_], quantity=QUANTITY[id_], route=ROUTE[id_])
            for id_ in ids
        ]

    def standing(self) -> dict[tuple[UUID, Shop], WorkState]:
        return {
            (item.id, shop): self.floor.work_of(item, shop).state
            for item in self.order.items
            for shop in item.route
        }

    def pieces(self) -> list[tuple[WorkState, int, int]]:
        works = [self.floor.work_of(item, shop) for item in self.order.items for shop in item.route]
        return [(work.state, work.done, work.passed) for work in works]

    def tap(self, shop: Shop, worker: UUID) -> Tap:
        return a_tap(shop=shop, revision=self.order.revision, at=self.now, operator_id=worker)

    def attempt(self, verb: Callable[[], object]) -> bool:
        """Do it; a refusal leaves no fact behind and no piece moved."""
        before = self.pieces()
        try:
            verb()
        except DomainError:
            assert self.order.drain() == []
            assert self.pieces() == before
            return False
        self.told += self.order.drain()
        return True

    def step(self, verb: Callable[[], object]) -> None:
        """Do it; the items move only along the table."""
        before = self.standing()
        self.attempt(verb)
        for place, state in self.standing().items():
            assert state is before[place] or state in TRANSITIONS[before[place]]

    @rule(seconds=st.integers(min_value=1, max_value=20))
    def time_passes(self, seconds: int) -> None:
        self.now += timedelta(seconds=seconds)

    @rule(shop=SHOPS)
    def receive(self, shop: Shop) -> None:
        self.step(lambda: self.floor.receive(self.order, self.tap(shop, VOLKOV)))

    @rule(shop=SHOPS)
    def mark_seen(self, shop: Shop) -> None:
        self.step(lambda: self.floor.mark_seen(self.order, self.tap(shop, VOLKOV)))

    @rule(shop=SHOPS)
    def accept(self, shop: Shop) -> None:
        self.step(lambda: self.floor.accept(self.order, self.tap(shop, VOLKOV)))

    @rule(shop=SHOPS, item=ITEMS)
    def ask(self, shop: Shop, item: UUID) -> None:
        tap = self.tap(shop, VOLKOV)
        self.step(lambda: self.floor.ask(self.order, tap, uuid4(), "?", item_id=item))

    @precondition(lambda self: any(q.is_open for q in self.floor.questions))
    @rule()
    def answer(self) -> None:
        question = next(q for q in self.floor.questions if q.is_open)
        self.step(
            lambda: self.floor.answer(self.order, question.id, "Да", by="staff:1", at=self.now)
        )

    @rule(shop=SHOPS, item=ITEMS)
    def start(self, shop: Shop, item: UUID) -> None:
        self.step(lambda: self.floor.start(self.order, self.tap(shop, VOLKOV), item))

    @rule(shop=SHOPS, item=ITEMS)
    def pause(self, shop: Shop, item: UUID) -> None:
        self.step(lambda: self.floor.pause(self.order, self.tap(shop, VOLKOV), item))

    @rule(shop=SHOPS, item=ITEMS, pieces=PIECES)
    def finish(self, shop: Shop, item: UUID, pieces: int) -> None:
        tap = self.tap(shop, VOLKOV)
        self.step(lambda: self.floor.finish(self.order, tap, item, pieces))

    @rule(shop=SHOPS, item=ITEMS, worker=st.sampled_from([VOLKOV, ANOTHER_WORKER]))
    def take_back(self, shop: Shop, item: UUID, worker: UUID) -> None:
        done = self.attempt(lambda: self.floor.take_back(self.order, self.tap(shop, worker), item))
        assert not (done and worker == ANOTHER_WORKER)

    @rule(shop=SHOPS, item=ITEMS, pieces=PIECES)
    def pass_control(self, shop: Shop, item: UUID, pieces: int) -> None:
        tap = self.tap(shop, VOLKOV)
        self.step(lambda: self.floor.pass_control(self.order, tap, item, pieces))

    @rule(shop=SHOPS, item=ITEMS, pieces=PIECES)
    def fail_control(self, shop: Shop, item: UUID, pieces: int) -> None:
        tap = self.tap(shop, VOLKOV)
        self.step(lambda: self.floor.fail_control(self.order, tap, item, pieces, Defect.CHIP))

    @rule(shop=SHOPS, item=ITEMS)
    def reopen(self, shop: Shop, item: UUID) -> None:
        self.step(lambda: self.floor.reopen(self.order, self.tap(shop, VOLKOV), item, "Скол"))

    @rule(item=ITEMS)
    def shop_makes_an_item_to_the_end(self, item: UUID) -> None:
        """Long paths are rare at random, and ready is at the end of one."""
        for shop in ROUTE[item]:
            self.accept_and_make(self.tap(shop, VOLKOV), item, QUANTITY[item])

    def accept_and_make(self, tap: Tap, item: UUID, pieces: int) -> None:
        self.step(lambda: self.floor.accept(self.order, tap))
        self.step(lambda: self.floor.start(self.order, tap, item))
        self.step(lambda: self.floor.finish(self.order, tap, item, pieces))
        self.step(lambda: self.floor.pass_control(self.order, tap, item, pieces))

    @rule(item=ITEMS, without=st.booleans())
    def desk_corrects(self, item: UUID, *, without: bool) -> None:
        former = dict(self.widths)
        self.widths[item] += 1
        ids = [id_ for id_ in QUANTITY if not (without and id_ == item)]
        if not self.attempt(lambda: self.order.correct(a_content(*self.lines(ids)))):
            self.widths = former
            return
        assert all(self.floor.shop_order(self.order, shop) is None for shop in Shop)
        for line in self.order.items:
            if line.id == item:
                assert all(
                    self.floor.work_of(line, shop).state is WorkState.QUEUED for shop in line.route
                )

    @precondition(lambda self: len(self.told) > 40)
    @rule()
    def desk_cancels(self) -> None:
        self.attempt(lambda: self.order.cancel(CancelReason.MISTAKE, at=self.now))

    @rule(shop=SHOPS)
    def clock_alarms(self, shop: Shop) -> None:
        self.attempt(
            lambda: self.floor.alarm_unseen(
                self.order, shop, self.order.revision, since=NOW, at=self.now
            )
        )

    @invariant()
    def the_sequence_has_no_gap(self) -> None:
        assert [fact.sequence for fact in self.told] == list(range(1, len(self.told) + 1))

    @invariant()
    def a_ready_order_has_passed_every_control(self) -> None:
        if self.order.stage is Stage.READY:
            assert set(self.standing().values()) == {WorkState.PASSED}

    @invariant()
    def an_order_in_work_has_something_left_or_waits_for_an_acceptance(self) -> None:
        if self.order.is_in_work and self.floor.items_left(self.order) == 0:
            assert self.order.revision > 1
            current = [self.floor.shop_order(self.order, shop) for shop in self.order.shops]
            assert any(known is None or known.accepted_at is None for known in current)

    @invariant()
    def ready_follows_a_passed_control_or_an_acceptance_at_once(self) -> None:
        for before, fact in zip(self.told, self.told[1:], strict=False):
            if isinstance(fact.event, WorkOrderReady):
                assert getattr(before.event, "items_left", 0) == 0

    @invariant()
    def ready_and_reopened_take_turns(self) -> None:
        turns = [
            type(fact.event)
            for fact in self.told
            if isinstance(fact.event, WorkOrderReady | WorkOrderReopened)
        ]
        assert all(kind is WorkOrderReady for kind in turns[::2])
        assert all(kind is WorkOrderReopened for kind in turns[1::2])

    @invariant()
    def pieces_add_up(self) -> None:
        for item in self.order.items:
            for shop in item.route:
                work = self.floor.work_of(item, shop)
                assert 0 <= work.passed <= work.done <= item.quantity
                assert (work.state is WorkState.PASSED) == (work.passed == item.quantity)
                if work.state is WorkState.FINISHED:
                    assert work.done == item.quantity

    @invariant()
    def no_piece_passes_the_final_control_before_the_earlier_step_made_it(self) -> None:
        for item in self.order.items:
            if item.route == BOTH:
                earlier, final = (self.floor.work_of(item, shop) for shop in BOTH)
                assert final.passed <= earlier.done

    @invariant()
    def told_pieces_are_what_stands(self) -> None:
        for fact in self.told:
            if isinstance(fact.event, ControlPassed):
                assert fact.event.quantity_passed <= fact.event.quantity_done


TestLife = Life.TestCase
TestLife.settings = settings(max_examples=25, stateful_step_count=50, deadline=None)
