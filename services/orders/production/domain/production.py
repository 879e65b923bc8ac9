"""An order on the shop floor: shops take it on, make its items, control them; then it is ready."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from contracts.orders.base import ItemEvent
from contracts.orders.events import (
    ControlFailed,
    ControlPassed,
    WorkFinished,
    WorkOrderAccepted,
    WorkOrderAnswered,
    WorkOrderAsked,
    WorkOrderReceived,
    WorkOrderSeen,
    WorkOrderUnseen,
    WorkPaused,
    WorkStarted,
    WorkTakenBack,
)
from contracts.orders.words import Stage
from contracts.orders.work import Defect
from contracts.rights import Shop
from services.orders.production.domain.floor import Floor
from services.orders.production.domain.refusals import QuestionOpen, QuestionUnknown
from services.orders.production.domain.shop_order import Question, hands
from services.orders.production.domain.tap import Tap
from services.orders.production.domain.work import ItemWork
from services.orders.workorders.domain import WorkOrder


@dataclass(eq=False, kw_only=True)
class Production(Floor):
    """What the shops did about one work order (its `id`).

    Every method gets the work order, loaded and locked before, and records its facts there, so
    that the order's life has one gapless sequence; `sequence` of this aggregate stays 0.
    """

    def receive(self, order: WorkOrder, tap: Tap) -> bool:
        """A tablet of the shop has the revision; False (and no fact) if one had it before.

        Raises: what every tap is refused with (`_require_current`).
        """
        self._require_current(order, tap)
        known = self.shop_order(order, tap.shop)
        if known is not None and known.received_at is not None:
            return False
        order.require_in_work()
        self._shop_order(order, tap.shop).receive(tap)
        order.record(WorkOrderReceived(**order.facts(), **hands(tap)))
        return True

    def mark_seen(self, order: WorkOrder, tap: Tap) -> bool:
        """Somebody in the shop looked at the revision; False (and no fact) if somebody had."""
        self._require_current(order, tap)
        known = self.shop_order(order, tap.shop)
        if known is not None and known.seen_at is not None:
            return False
        order.require_in_work()
        self._shop_order(order, tap.shop).see(tap)
        order.record(WorkOrderSeen(**order.facts(), **hands(tap)))
        return True

    def accept(self, order: WorkOrder, tap: Tap) -> None:
        """The shop takes the revision on; work on items that did not change simply goes on.

        Raises:
            RevisionAlreadyAccepted: the other tablet was first.
        """
        self._require_at_work(order, tap)
        self._shop_order(order, tap.shop).accept(tap)
        order.record(WorkOrderAccepted(**order.facts(), **hands(tap)))
        self._settle(order, tap.shop, tap.at)

    def ask(
        self,
        order: WorkOrder,
        tap: Tap,
        question_id: UUID,
        text: str,
        *,
        item_id: UUID | None = None,
        photo_id: UUID | None = None,
    ) -> None:
        """The shop asks the desk, about one item or the whole order; asking is seeing.

        Raises:
            PhotoNotInOrder: the photo was not attached to the order before.
        """
        self._require_at_work(order, tap)
        if item_id is not None:
            self._item(order, tap.shop, item_id)
        self._require_photo(order, photo_id)
        self._shop_order(order, tap.shop).see(tap)
        about: dict[str, Any] = {"text": text, "item_id": item_id, "photo_id": photo_id}
        self.questions.append(
            Question(
                id=question_id,
                order_id=self.id,
                revision=order.revision,
                shop=tap.shop,
                asked_at=tap.at,
                asked_by=tap.by,
                operated_at=tap.operated_at,
                operator_id=tap.operator_id,
                operator_verified=tap.operator_verified,
                **about,
            )
        )
        order.record(
            WorkOrderAsked(**order.facts(), **hands(tap), question_id=question_id, **about)
        )

    def answer(
        self, order: WorkOrder, question_id: UUID, text: str, *, by: str, at: datetime
    ) -> None:
        """The desk answers; the last answer about an item frees its finish.

        Raises:
            QuestionUnknown: the order has no such question.
            QuestionAlreadyAnswered: a colleague was first.
        """
        question = next((q for q in self.questions if q.id == question_id), None)
        if question is None:
            raise QuestionUnknown
        question.answer(text, by=by, at=at)
        order.record(
            WorkOrderAnswered(
                **order.facts(),
                shop=question.shop,
                question_id=question_id,
                text=text,
                item_id=question.item_id,
            )
        )

    def start(self, order: WorkOrder, tap: Tap, item_id: UUID) -> None:
        """Begin an item, or go on with it; the other shop's step need not be done for that.

        Raises:
            RevisionNotAccepted: the shop has to accept the present revision first.
        """
        item = self._item_at_work(order, tap, item_id, accepted=True)
        work = self._work(item, tap.shop)
        work.start(tap)
        self._tell(order, WorkStarted, work, tap)

    def pause(self, order: WorkOrder, tap: Tap, item_id: UUID, reason: str | None = None) -> None:
        """Put an item aside; allowed without an acceptance too, since stopping is always right."""
        item = self._item_at_work(order, tap, item_id, accepted=False)
        work = self._work(item, tap.shop)
        work.pause(tap)
        self._tell(order, WorkPaused, work, tap, reason=reason)

    def finish(self, order: WorkOrder, tap: Tap, item_id: UUID, pieces: int) -> None:
        """Report pieces of an item as made.

        Raises:
            RevisionNotAccepted: the shop has to accept the present revision first.
            QuestionOpen: the desk has not answered a question about the item.
        """
        item = self._item_at_work(order, tap, item_id, accepted=True)
        work = self._work(item, tap.shop)
        unanswered = [q.id for q in self.questions if q.item_id == item_id and q.is_open]
        if unanswered:
            raise QuestionOpen(questions=unanswered)
        work.finish(tap, pieces, of=item.quantity)
        self._tell(order, WorkFinished, work, tap)

    def take_back(self, order: WorkOrder, tap: Tap, item_id: UUID) -> None:
        """A worker undoes his own last start, pause or finish within ten seconds.

        Raises:
            FinalControlPassed: the later shop was quicker and passed the pieces.
        """
        item = self._item_at_work(order, tap, item_id, accepted=False)
        work = self._work(item, tap.shop)
        self._require_no_later_control(item, tap.shop, work.done_before)
        step = work.take_back(tap)
        self._tell(order, WorkTakenBack, work, tap, step=step)

    def pass_control(self, order: WorkOrder, tap: Tap, item_id: UUID, pieces: int) -> None:
        """Control finds pieces good; with the last of the order it is ready, in the same breath.

        The control of the last shop of an item's route is its final one: the shops before it must
        have finished.

        Raises:
            RevisionNotAccepted: nothing becomes ready on a revision that the shop did not accept.
            ArtStepFirst: the art shop has not finished the item.
        """
        item = self._item_at_work(order, tap, item_id, accepted=True)
        self._require_earlier_steps(item, tap.shop)
        work = self._work(item, tap.shop)
        work.pass_control(tap, pieces, of=item.quantity)
        self._tell(order, ControlPassed, work, tap, items_left=self.items_left(order))
        self._settle(order, tap.shop, tap.at)

    def fail_control(
        self,
        order: WorkOrder,
        tap: Tap,
        item_id: UUID,
        pieces: int,
        reason: Defect,
        *,
        photo_id: UUID | None = None,
    ) -> None:
        """Control sends pieces back to be made again: the item is queued.

        Raises:
            FinalControlPassed: the later shop has passed them; it sends them back first.
            PhotoNotInOrder: the photo was not attached to the order before.
        """
        item = self._item_at_work(order, tap, item_id, accepted=False)
        self._require_photo(order, photo_id)
        work = self._work(item, tap.shop)
        self._require_no_later_control(item, tap.shop, work.done - pieces)
        work.fail_control(tap, pieces)
        self._tell(
            order, ControlFailed, work, tap, reason=reason, quantity=pieces, photo_id=photo_id
        )
        self._mark_complete(order, tap.shop, tap.at)

    def reopen(
        self,
        order: WorkOrder,
        tap: Tap,
        item_id: UUID,
        reason: str,
        *,
        pieces: int | None = None,
    ) -> None:
        """A ready order goes back to work: pieces (all, if not said) of an item are made again.

        Raises:
            OrderNotReady: it is in work, or issued.
            FinalControlPassed: of an item of both shops, the last one is opened first.
        """
        self._require_current(order, tap)
        order.require_stage(Stage.READY)
        tap.require_operator()
        item = self._item(order, tap.shop, item_id)
        work = self._work(item, tap.shop)
        again = work.done if pieces is None else pieces
        self._require_no_later_control(item, tap.shop, work.done - again)
        work.reopen(tap, again)
        order.reopen((item_id,), reason, shop=tap.shop, quantity=pieces, at=tap.at)
        self._mark_complete(order, tap.shop, tap.at)

    def alarm_unseen(
        self, order: WorkOrder, shop: Shop, revision: int, *, since: datetime, at: datetime
    ) -> bool:
        """Alarm the office once if nobody in the shop looked at this revision; False if no need."""
        if not order.is_in_work or revision != order.revision or shop not in order.shops:
            return False
        shop_order = self._shop_order(order, shop)
        if shop_order.seen_at is not None or shop_order.unseen_at is not None:
            return False
        shop_order.unseen_at = at
        order.record(WorkOrderUnseen(**order.facts(), shop=shop, since=since))
        return True

    def _tell(
        self, order: WorkOrder, kind: type[ItemEvent], work: ItemWork, tap: Tap, **more: Any
    ) -> None:
        if work not in self.works:
            self.works.append(work)
        order.record(
            kind(
                **order.facts(),
                **hands(tap),
                item_id=work.item_id,
                quantity_done=work.done,
                quantity_passed=work.passed,
                state=work.state,
                **more,
            )
        )

    def _settle(self, order: WorkOrder, shop: Shop, at: datetime) -> None:
        """A shop may be through with the order now, and the order ready."""
        self._mark_complete(order, shop, at)
        if self.items_left(order) == 0:
            order.mark_ready(at=at)

    def _mark_complete(self, order: WorkOrder, shop: Shop, at: datetime) -> None:
        complete = all(self._passed(i, (shop,)) for i in order.items if shop in i.route)
        self._shop_order(order, shop).completed_at = at if complete else None
