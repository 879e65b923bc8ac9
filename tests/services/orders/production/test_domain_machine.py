"""Any run of verbs on the domain of the order does what the model says, refusals included."""

import os
from typing import Any, ClassVar
from uuid import UUID

from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from chassis.errors import DomainError
from contracts.orders.words import CancelReason
from contracts.orders.work import Defect
from contracts.rights import Shop
from services.orders.production.domain import Production, Tap
from services.orders.workorders.domain import WorkOrder
from tests.services.orders.production.floor import (
    ANOTHER_WORKER,
    BOTH,
    NOW,
    PANEL,
    PHOTO,
    SHELVES,
    VOLKOV,
    WORKSHOP,
    a_content,
    a_draft,
    a_photo,
    a_tap,
    an_item,
)
from tests.services.orders.production.order_machine import OrderMachine
from tests.services.orders.production.order_words import QUANTITIES, VERBS, Said

EXAMPLES = int(os.environ.get("VITRAZH_MACHINE_EXAMPLES", "0"))
"""0: three hundred that are the same each time."""
ITEMS = (SHELVES, PANEL)
DEEP = {
    "art-step-first",
    "final-control-passed",
    "not-your-step",
    "nothing-to-take-back",
    "question-open",
    "revision-superseded",
    "too-many-pieces",
    "work-order-closed",
    "work-order-already-at-office",
}
"""Refusals that only a long run meets."""
SHALLOW = 3
"""So many of them a set of runs may miss; another version of the library chooses others."""


class Domain:
    """Aggregates in memory."""

    order: WorkOrder
    floor: Production

    def begin(self) -> None:
        self.width = 800
        self.order = a_draft(*self._items(self.width, self.width))
        self.widths = [self.width, self.width]
        self.floor = Production(id=self.order.id)
        self.questions: list[UUID] = []
        self.facts = [fact.sequence for fact in self.order.drain()]

    def _items(self, *widths: int) -> list[Any]:
        routes = (WORKSHOP, BOTH)
        return [
            an_item(id_, quantity=QUANTITIES[n], route=routes[n], width=widths[n])
            for n, id_ in enumerate(ITEMS)
        ]

    def do(self, said: Said) -> str:
        try:
            getattr(self, f"_{said.verb}")(said)
        except DomainError as refused:
            self.order.drain()
            return refused.code
        self.facts += [fact.sequence for fact in self.order.drain()]
        return ""

    def seen(self) -> dict[str, Any]:
        made = {
            (n, shop.value): self.floor.work_of(item, shop)
            for n, item in enumerate(self.order.items)
            for shop in item.route
        }
        return {
            "stage": self.order.stage.value,
            "revision": self.order.revision,
            "content": self.order.content_version,
            "facts": self.facts,
            "made": {p: (w.state.value, w.done, w.passed) for p, w in made.items()},
        }

    def _tap(self, said: Said) -> Tap:
        worker = VOLKOV if said.by == "one" else ANOTHER_WORKER
        return a_tap(shop=Shop(said.shop), revision=said.revision, operator_id=worker)

    def _edit(self, _: Said) -> None:
        self.order.edit(a_content(*self._items(*self.widths)))

    def _hand_over(self, _: Said) -> None:
        self.order.hand_over(at=NOW)

    def _correct(self, said: Said) -> None:
        widths = list(self.widths)
        widths[said.item] += 1
        self.order.correct(a_content(*self._items(*widths)))
        self.widths = widths

    def _cancel(self, _: Said) -> None:
        self.order.cancel(CancelReason.MISTAKE, at=NOW)

    def _bring_back(self, _: Said) -> None:
        self.order.mark_back_at_office(at=NOW)

    def _issue(self, _: Said) -> None:
        if not self.order.attachments:
            self.order.attachments.append(a_photo())
        self.order.issue(PHOTO, by="staff:1", at=NOW)

    def _answer(self, said: Said) -> None:
        known = said.question < len(self.questions)
        id_ = self.questions[said.question] if known else PHOTO
        self.floor.answer(self.order, id_, "да", by="staff:1", at=NOW)

    def _receive(self, said: Said) -> None:
        self.floor.receive(self.order, self._tap(said))

    def _mark_seen(self, said: Said) -> None:
        self.floor.mark_seen(self.order, self._tap(said))

    def _accept(self, said: Said) -> None:
        self.floor.accept(self.order, self._tap(said))

    def _ask(self, said: Said) -> None:
        id_ = UUID(int=len(self.questions) + 1)
        self.floor.ask(self.order, self._tap(said), id_, "как?", item_id=ITEMS[said.item])
        self.questions.append(id_)

    def _start(self, said: Said) -> None:
        self.floor.start(self.order, self._tap(said), ITEMS[said.item])

    def _pause(self, said: Said) -> None:
        self.floor.pause(self.order, self._tap(said), ITEMS[said.item])

    def _finish(self, said: Said) -> None:
        self.floor.finish(self.order, self._tap(said), ITEMS[said.item], said.pieces)

    def _take_back(self, said: Said) -> None:
        self.floor.take_back(self.order, self._tap(said), ITEMS[said.item])

    def _pass_control(self, said: Said) -> None:
        self.floor.pass_control(self.order, self._tap(said), ITEMS[said.item], said.pieces)

    def _fail_control(self, said: Said) -> None:
        tap, item = self._tap(said), ITEMS[said.item]
        self.floor.fail_control(self.order, tap, item, said.pieces, Defect.CHIP)

    def _reopen(self, said: Said) -> None:
        tap, item = self._tap(said), ITEMS[said.item]
        self.floor.reopen(self.order, tap, item, "скол", pieces=said.pieces)


class DomainMachine(OrderMachine):
    driver = Domain()
    met: ClassVar[set[str]] = set()


def test_any_run_of_verbs_does_what_the_model_says() -> None:
    run_state_machine_as_test(
        DomainMachine,
        settings=settings(
            max_examples=EXAMPLES or 300,
            derandomize=not EXAMPLES,
            stateful_step_count=40,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )

    never = set(VERBS) - DomainMachine.met
    assert len(never) <= SHALLOW, f"the runs were shallow: {never} were never taken"
    assert len(DEEP - DomainMachine.met) <= SHALLOW
