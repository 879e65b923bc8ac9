"""One item in one shop: queued, started, paused, finished, passed, and how many pieces are there."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Any, Final
from uuid import UUID

from chassis.errors import Conflict
from contracts.orders.work import WorkState
from contracts.rights import Shop
from services.orders.production.domain.refusals import (
    NothingToTakeBack,
    NotPassed,
    NotYourStep,
    TakeBackTooLate,
    TooManyPieces,
    WorkAlreadyFinished,
    WorkAlreadyPassed,
    WorkAlreadyStarted,
    WorkNotStarted,
    WorkResting,
)
from services.orders.production.domain.tap import Tap

TRANSITIONS: Final[Mapping[WorkState, frozenset[WorkState]]] = MappingProxyType(
    {
        WorkState.QUEUED: frozenset({WorkState.STARTED}),
        WorkState.STARTED: frozenset({WorkState.PAUSED, WorkState.FINISHED}),
        WorkState.PAUSED: frozenset({WorkState.STARTED}),
        WorkState.FINISHED: frozenset({WorkState.PASSED, WorkState.QUEUED}),
        WorkState.PASSED: frozenset({WorkState.QUEUED}),
    }
)
"""From where to where an item goes in a shop. A step back of ten seconds (`take_back`) and a
correction of the item (queued again, nothing done) stand beside it."""

TAKE_BACK_WINDOW: Final = timedelta(seconds=10)
"""How long a worker may undo his own last step, by the server's clock."""

_REFUSAL: Final[Mapping[WorkState, type[Conflict]]] = MappingProxyType(
    {
        WorkState.QUEUED: WorkNotStarted,
        WorkState.STARTED: WorkAlreadyStarted,
        WorkState.PAUSED: WorkResting,
        WorkState.FINISHED: WorkAlreadyFinished,
        WorkState.PASSED: WorkAlreadyPassed,
    }
)
"""What a shop is told when the item's state does not allow the step."""


@dataclass(eq=False, kw_only=True)
class ItemWork:
    """What a shop has done of one item, since the revision in which the item last changed.

    0 <= `passed` <= `done` <= pieces of the line. `finished` means all are made, `passed` that
    all have passed control. The last step's doer and times stand here, so that a second tablet
    can be told who was first; `before_*` is what the last step can be taken back to.
    """

    order_id: UUID
    item_id: UUID
    shop: Shop
    revision: int
    """Revision it was last worked under."""
    state: WorkState = WorkState.QUEUED
    done: int = 0
    passed: int = 0
    step: str = ""
    by: str = ""
    step_at: datetime | None = None
    operated_at: datetime | None = None
    operator_id: UUID | None = None
    operator_verified: bool = False
    device_id: UUID | None = None
    device_sequence: int | None = None
    before_state: WorkState | None = None
    before_done: int | None = None

    def start(self, tap: Tap) -> None:
        """Begin, or go on after a pause.

        Raises:
            WorkAlreadyStarted: somebody was first; it says who and when.
            WorkAlreadyFinished: nothing is left to make.
            WorkAlreadyPassed: nothing is left to make.
        """
        self._require(WorkState.STARTED)
        self._remember()
        self.state = WorkState.STARTED
        self._stamp("start", tap)

    def pause(self, tap: Tap) -> None:
        """Put the item aside.

        Raises:
            WorkNotStarted: it waits in the queue.
            WorkResting: it is aside already.
            WorkAlreadyFinished: nothing is left to make.
            WorkAlreadyPassed: nothing is left to make.
        """
        self._require(WorkState.PAUSED)
        self._remember()
        self.state = WorkState.PAUSED
        self._stamp("pause", tap)

    def finish(self, tap: Tap, pieces: int, *, of: int) -> None:
        """Report pieces as made; the item is finished when all `of` the line are.

        Raises:
            WorkNotStarted: it waits in the queue.
            WorkResting: it is aside.
            WorkAlreadyFinished: nothing is left to make.
            WorkAlreadyPassed: nothing is left to make.
            TooManyPieces: fewer are left.
        """
        self._require(WorkState.FINISHED)
        if pieces > of - self.done:
            raise TooManyPieces(quantity=pieces, left=of - self.done)
        self._remember()
        self.done += pieces
        if self.done == of:
            self.state = WorkState.FINISHED
        self._stamp("finish", tap)

    def take_back(self, tap: Tap) -> str:
        """Undo the last step and tell which it was.

        Raises:
            NothingToTakeBack: the last thing that happened is no start, pause or finish.
            NotYourStep: somebody else took it.
            TakeBackTooLate: more than ten seconds have passed.
        """
        if self.before_state is None or self.before_done is None or self.step_at is None:
            raise NothingToTakeBack(**self.who)
        if not tap.is_of(self.by, self.operator_id):
            raise NotYourStep(**self.who)
        if tap.at - self.step_at > TAKE_BACK_WINDOW:
            raise TakeBackTooLate(seconds=TAKE_BACK_WINDOW.seconds)
        step = self.step
        self.state, self.done = self.before_state, self.before_done
        self._stamp("take-back", tap)
        self._forget()
        return step

    def pass_control(self, tap: Tap, pieces: int, *, of: int) -> None:
        """Find pieces good; the item has passed when all `of` the line are.

        Raises:
            WorkAlreadyPassed: all have passed.
            TooManyPieces: fewer are made and not looked at.
        """
        if self.state is WorkState.PASSED:
            raise WorkAlreadyPassed(**self.who)
        if pieces > self.to_check:
            raise TooManyPieces(quantity=pieces, left=self.to_check)
        self.passed += pieces
        if self.passed == of:
            self.state = WorkState.PASSED
        self._stamp("pass-control", tap)
        self._forget()

    def fail_control(self, tap: Tap, pieces: int) -> None:
        """Send pieces back to be made again; those that were passed before count last.

        Raises:
            TooManyPieces: fewer are made.
        """
        if pieces > self.done:
            raise TooManyPieces(quantity=pieces, left=self.done)
        self._make_again(pieces)
        self._stamp("fail-control", tap)

    def reopen(self, tap: Tap, pieces: int) -> None:
        """Take pieces of a passed item back to work.

        Raises:
            NotPassed: it has not passed its control.
            TooManyPieces: fewer are there.
        """
        if self.state is not WorkState.PASSED:
            raise NotPassed
        if pieces > self.done:
            raise TooManyPieces(quantity=pieces, left=self.done)
        self._make_again(pieces)
        self._stamp("reopen", tap)

    def void(self, revision: int) -> None:
        """Forget what was made before the office changed the item in this revision: queued."""
        self.revision, self.state, self.done, self.passed = revision, WorkState.QUEUED, 0, 0
        self._forget()

    @property
    def done_before(self) -> int:
        """Pieces that would be left if the last step were taken back."""
        return self.done if self.before_done is None else self.before_done

    @property
    def to_check(self) -> int:
        """Pieces that are made and wait for control."""
        return self.done - self.passed

    @property
    def who(self) -> dict[str, Any]:
        """Who took the last step and when, for the one who came second."""
        return {
            "by": self.by,
            "operator_id": self.operator_id,
            "operator_verified": self.operator_verified,
            "step": self.step,
            "step_at": self.step_at,
        }

    def _make_again(self, pieces: int) -> None:
        """Work in hand stays in hand; what was finished or passed is queued."""
        self.done -= pieces
        self.passed = min(self.passed, self.done)
        if WorkState.QUEUED in TRANSITIONS[self.state]:
            self.state = WorkState.QUEUED
        self._forget()

    def _require(self, target: WorkState) -> None:
        if target not in TRANSITIONS[self.state]:
            raise _REFUSAL[self.state](**self.who)

    def _remember(self) -> None:
        self.before_state, self.before_done = self.state, self.done

    def _forget(self) -> None:
        self.before_state = self.before_done = None

    def _stamp(self, step: str, tap: Tap) -> None:
        self.step = step
        self.revision = tap.revision
        self.by, self.step_at, self.operated_at = tap.by, tap.at, tap.operated_at
        self.operator_id, self.operator_verified = tap.operator_id, tap.operator_verified
        self.device_id, self.device_sequence = tap.device_id, tap.device_sequence
