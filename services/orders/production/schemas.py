"""What a tablet sends and sees; no client, no money."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from pydantic import AwareDatetime, Field

from chassis.http.schemas import In, Out
from contracts.orders.items import Attachment, Change, Piece
from contracts.orders.words import Stage, ToldState, Urgency
from contracts.orders.work import Defect, WorkState
from contracts.rights import Shop

Pieces = Annotated[int, Field(ge=1, le=9999)]
Sentence = Annotated[str, Field(min_length=1, max_length=1000)]


class TapIn(In):
    """One action at a tablet, or of the head of production at his screen."""

    revision: int = Field(ge=1, le=1_000_000, description="Revision that was on the screen")
    shop: Shop | None = Field(None, description="Which shop acts; a tablet need not say it")
    operator_id: UUID | None = Field(None, description="Worker whose tile was chosen")
    operated_at: AwareDatetime | None = Field(None, description="The tablet's clock; none = now")
    device_sequence: int | None = Field(None, ge=1, le=2**53, description="The tablet's own count")


class ItemIn(TapIn):
    """An action on one item."""

    item_id: UUID


class PauseIn(ItemIn):
    """An item is put aside."""

    reason: str | None = Field(None, min_length=1, max_length=200)


class PiecesIn(ItemIn):
    """So many pieces of an item are made, or found good."""

    quantity: Pieces


class ControlFailIn(PiecesIn):
    """So many pieces of an item have to be made again."""

    reason: Defect
    photo_id: UUID | None = Field(None, description="Attachment of the order")


class ReopenIn(ItemIn):
    """Pieces of a ready order have to be made again."""

    reason: Sentence
    quantity: Pieces | None = Field(None, description="None = all of the line")


class AskIn(TapIn):
    """A question to the desk."""

    text: Sentence
    item_id: UUID | None = Field(None, description="None = about the whole order")
    photo_id: UUID | None = Field(None, description="Attachment of the order")


class AnswerIn(In):
    """The desk's answer."""

    question_id: UUID
    text: Sentence


class StepOut(Out):
    """Who took the last step on an item, and when by both clocks."""

    step: str
    by: str
    operator_id: UUID | None
    operator_verified: bool
    """False: the operator chose his tile without a PIN."""
    device_id: UUID | None
    step_at: datetime
    operated_at: datetime


class ItemShopOut(Out):
    """Where an item stands in one shop."""

    shop: Shop
    state: WorkState
    done: int
    passed: int
    last_step: StepOut | None


class ItemOut(Out):
    """An item with everything a cutter must know, and how far each shop of its route is."""

    id: UUID
    position: int
    quantity: int
    route: tuple[Shop, ...]
    piece: Piece
    shops: tuple[ItemShopOut, ...]
    open_questions: int


class ShopOrderOut(Out):
    """What a shop did about the current revision; all empty = it was only sent."""

    shop: Shop
    state: str
    """`sent`, `received`, `seen`, `accepted` or `completed`."""
    received_at: datetime | None = None
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
    unseen_at: datetime | None = None


class QuestionOut(Out):
    """A question and, once the desk has spoken, its answer."""

    id: UUID
    revision: int
    shop: Shop
    text: str
    item_id: UUID | None
    photo_id: UUID | None
    asked_at: datetime
    asked_by: str
    operated_at: datetime
    operator_id: UUID | None
    operator_verified: bool
    answered_at: datetime | None
    answered_by: str | None
    answer_text: str | None


class QueueRow(Out):
    """An order in a shop's queue."""

    id: UUID
    sequence: int
    number: str
    revision: int
    stage: Stage
    urgency: Urgency
    promised_on: date
    late: bool
    office_id: UUID
    pickup_office_id: UUID
    manager_id: UUID
    """Whom to ask."""
    shop: ShopOrderOut
    items: tuple[ItemOut, ...]
    open_questions: int


class QueueOrder(QueueRow):
    """One order on the tablet, with what the office changed since the shop last accepted it."""

    attachments: tuple[Attachment, ...]
    questions: tuple[QuestionOut, ...]
    accepted_revision: int | None
    changes: tuple[Change, ...]


class HandOff(Out):
    """The office's strip: where the order is on its way through the shops, live."""

    id: UUID
    sequence: int
    number: str
    revision: int
    stage: Stage
    handed_over_at: datetime | None
    shops: tuple[ShopOrderOut, ...]
    items: tuple["HandOffItem", ...]
    questions: tuple[QuestionOut, ...]
    told_at: datetime | None
    told_by: str | None
    told_state: ToldState | None
    told_reason: str | None


class HandOffItem(Out):
    """Who does what with an item now."""

    id: UUID
    position: int
    quantity: int
    shops: tuple[ItemShopOut, ...]


class BoardRow(Out):
    """A shop on the board of the head of production; counts of orders in work and their items."""

    shop: Shop
    sent: int
    received: int
    seen: int
    accepted: int
    completed: int
    late: int
    urgent: int
    open_questions: int
    items: dict[WorkState, int]


class Board(Out):
    """All shops at a glance."""

    shops: tuple[BoardRow, ...]


class BoardOrder(Out):
    """An order in work on the board: every piece of it in every shop."""

    id: UUID
    sequence: int
    number: str
    revision: int
    urgency: Urgency
    promised_on: date
    late: bool
    office_id: UUID
    pickup_office_id: UUID
    manager_id: UUID
    handed_over_at: datetime
    reopened_at: datetime | None
    shops: tuple[ShopOrderOut, ...]
    items: tuple[ItemOut, ...]
    open_questions: int
