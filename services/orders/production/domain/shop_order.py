"""A revision in a shop (delivered, seen, accepted) and what the shop asks the desk about it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from contracts.rights import Shop
from services.orders.production.domain.refusals import (
    QuestionAlreadyAnswered,
    RevisionAlreadyAccepted,
)
from services.orders.production.domain.tap import Tap


@dataclass(eq=False, kw_only=True)
class ShopOrder:
    """What a shop has done about one revision of an order; instants are UTC.

    There is none until a tablet has the revision ("sent"), so a correction clears the acceptance
    by itself. Who accepts has seen, who has seen has received.
    """

    order_id: UUID
    revision: int
    shop: Shop
    received_at: datetime | None = None
    received_by: str | None = None
    seen_at: datetime | None = None
    seen_by: str | None = None
    seen_operator_id: UUID | None = None
    accepted_at: datetime | None = None
    accepted_by: str | None = None
    accepted_operated_at: datetime | None = None
    accepted_operator_id: UUID | None = None
    accepted_operator_verified: bool = False
    accepted_device_id: UUID | None = None
    completed_at: datetime | None = None
    """All items of the shop have passed its control."""
    unseen_at: datetime | None = None
    """The alarm that nobody looked went off."""

    def receive(self, tap: Tap) -> bool:
        """Note that a tablet has the revision; False if one had it before."""
        if self.received_at is not None:
            return False
        self.received_at, self.received_by = tap.at, tap.by
        return True

    def see(self, tap: Tap) -> bool:
        """Note that somebody looked at the revision; False if somebody had before."""
        self.receive(tap)
        if self.seen_at is not None:
            return False
        self.seen_at, self.seen_by, self.seen_operator_id = tap.at, tap.by, tap.operator_id
        return True

    def accept(self, tap: Tap) -> None:
        """Take the revision on.

        Raises:
            RevisionAlreadyAccepted: somebody was first; it says who and when.
        """
        if self.accepted_at is not None:
            raise RevisionAlreadyAccepted(
                by=self.accepted_by,
                operator_id=self.accepted_operator_id,
                operator_verified=self.accepted_operator_verified,
                accepted_at=self.accepted_at,
            )
        self.see(tap)
        self.accepted_at, self.accepted_by = tap.at, tap.by
        self.accepted_operated_at = tap.operated_at
        self.accepted_operator_id = tap.operator_id
        self.accepted_operator_verified = tap.operator_verified
        self.accepted_device_id = tap.device_id


@dataclass(eq=False, kw_only=True)
class Question:
    """A question of a shop to the desk; about one item, or the whole order if `item_id` is None."""

    id: UUID
    order_id: UUID
    revision: int
    shop: Shop
    text: str
    item_id: UUID | None = None
    photo_id: UUID | None = None
    asked_at: datetime
    asked_by: str
    operated_at: datetime
    operator_id: UUID | None = None
    operator_verified: bool = False
    answered_at: datetime | None = None
    answered_by: str | None = None
    answer_text: str | None = None

    @property
    def is_open(self) -> bool:
        """Whether the desk still owes an answer."""
        return self.answered_at is None

    def answer(self, text: str, *, by: str, at: datetime) -> None:
        """Answer it.

        Raises:
            QuestionAlreadyAnswered: a colleague was first; it says who and when.
        """
        if self.answered_at is not None:
            raise QuestionAlreadyAnswered(by=self.answered_by, answered_at=self.answered_at)
        self.answer_text, self.answered_by, self.answered_at = text, by, at


def hands(tap: Tap) -> dict[str, Any]:
    """Return the fields with which an event says whose hands acted."""
    return {
        "shop": tap.shop,
        "device_id": tap.device_id,
        "operator_id": tap.operator_id,
        "operator_verified": tap.operator_verified,
        "operated_at": tap.operated_at,
    }
