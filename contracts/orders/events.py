"""Facts of the work order, in the order of its life. Shops see no client, no money, no told."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from contracts.envelope import Audience, event
from contracts.orders.base import ContentEvent, ItemEvent, ShopEvent, WorkOrderEvent
from contracts.orders.items import Attachment, Change, ItemName
from contracts.orders.progress import ShopProgress
from contracts.orders.words import AttachmentKind, CancelReason, Stage, ToldState
from contracts.orders.work import Defect
from contracts.rights import Shop
from contracts.topics import WORK_ORDERS

OFFICE, SHOP, MANAGEMENT = Audience.OFFICE, Audience.SHOP, Audience.MANAGEMENT


@event("orders.work-order.placed.v1", WORK_ORDERS, OFFICE)
@dataclass(frozen=True, slots=True, kw_only=True)
class WorkOrderPlaced(ContentEvent):
    """The desk wrote a draft; it has its number from now on."""

    client_id: UUID


@event("orders.work-order.edited.v1", WORK_ORDERS, OFFICE)
@dataclass(frozen=True, slots=True, kw_only=True)
class WorkOrderEdited(ContentEvent):
    """The draft says something else now."""

    client_id: UUID


@event("orders.work-order.priced.v1", WORK_ORDERS, OFFICE)
@dataclass(frozen=True, slots=True, kw_only=True)
class WorkOrderPriced(WorkOrderEvent):
    """The desk set the price, RUB; the only fact with money in it."""

    price: Decimal | None = None
    """None: the price was taken away."""
    old_price: Decimal | None = None


@event("orders.work-order.attached.v1", WORK_ORDERS, OFFICE, SHOP, MANAGEMENT)
@dataclass(frozen=True, slots=True, kw_only=True)
class WorkOrderAttached(WorkOrderEvent):
    """A drawing, photo or template was added."""

    attachment: Attachment


@event("orders.work-order.detached.v1", WORK_ORDERS, OFFICE, SHOP, MANAGEMENT)
@dataclass(frozen=True, slots=True, kw_only=True)
class WorkOrderDetached(WorkOrderEvent):
    """An attachment was taken off."""

    attachment_id: UUID
    kind: AttachmentKind


@event("orders.work-order.handed-over.v1", WORK_ORDERS, OFFICE, SHOP, MANAGEMENT)
@dataclass(frozen=True, slots=True, kw_only=True)
class WorkOrderHandedOver(ContentEvent):
    """The order is in the shops' hands: the whole revision 1."""

    attachments: tuple[Attachment, ...] = ()


@event("orders.work-order.corrected.v1", WORK_ORDERS, OFFICE, SHOP, MANAGEMENT)
@dataclass(frozen=True, slots=True, kw_only=True)
class WorkOrderCorrected(ContentEvent):
    """The desk changed a handed-over order: the whole new revision, and old → new.

    Shops of the former revision are told too, so `shops` may name one that has no item left.
    """

    attachments: tuple[Attachment, ...] = ()
    changes: tuple[Change, ...] = ()


@event("orders.work-order.cancelled.v1", WORK_ORDERS, OFFICE, SHOP, MANAGEMENT)
@dataclass(frozen=True, slots=True, kw_only=True)
class WorkOrderCancelled(WorkOrderEvent):
    """Nobody makes it any more."""

    reason: CancelReason


@event("orders.work-order.received.v1", WORK_ORDERS, OFFICE, SHOP, MANAGEMENT)
@dataclass(frozen=True, slots=True, kw_only=True)
class WorkOrderReceived(ShopEvent):
    """A tablet of the shop has the revision."""


@event("orders.work-order.seen.v1", WORK_ORDERS, OFFICE, SHOP, MANAGEMENT)
@dataclass(frozen=True, slots=True, kw_only=True)
class WorkOrderSeen(ShopEvent):
    """Somebody in the shop has looked at the revision."""


@event("orders.work-order.unseen.v1", WORK_ORDERS, OFFICE, MANAGEMENT)
@dataclass(frozen=True, slots=True, kw_only=True)
class WorkOrderUnseen(WorkOrderEvent):
    """Alarm: nobody in the shop has looked at the revision for five working minutes."""

    shop: Shop
    since: datetime


@event("orders.work-order.accepted.v1", WORK_ORDERS, OFFICE, SHOP, MANAGEMENT)
@dataclass(frozen=True, slots=True, kw_only=True)
class WorkOrderAccepted(ShopEvent):
    """The shop takes the revision on."""


@event("orders.work-order.asked.v1", WORK_ORDERS, OFFICE, SHOP, MANAGEMENT)
@dataclass(frozen=True, slots=True, kw_only=True)
class WorkOrderAsked(ShopEvent):
    """The shop asks the desk; an open question blocks the finish of its item."""

    question_id: UUID
    text: str
    item_id: UUID | None = None
    """None: it is about the whole order."""
    photo_id: UUID | None = None
    """Attachment that shows what is meant."""


@event("orders.work-order.answered.v1", WORK_ORDERS, OFFICE, SHOP, MANAGEMENT)
@dataclass(frozen=True, slots=True, kw_only=True)
class WorkOrderAnswered(WorkOrderEvent):
    """The desk answered the shop's question."""

    shop: Shop
    question_id: UUID
    text: str
    item_id: UUID | None = None


@event("orders.work-order.work-started.v1", WORK_ORDERS, OFFICE, SHOP, MANAGEMENT)
@dataclass(frozen=True, slots=True, kw_only=True)
class WorkStarted(ItemEvent):
    """The shop works on the item, for the first time or after a pause."""


@event("orders.work-order.work-paused.v1", WORK_ORDERS, OFFICE, SHOP, MANAGEMENT)
@dataclass(frozen=True, slots=True, kw_only=True)
class WorkPaused(ItemEvent):
    """The shop put the item aside."""

    reason: str | None = None


@event("orders.work-order.work-finished.v1", WORK_ORDERS, OFFICE, SHOP, MANAGEMENT)
@dataclass(frozen=True, slots=True, kw_only=True)
class WorkFinished(ItemEvent):
    """The shop's step on the item is done; next comes the other shop or the final control."""


@event("orders.work-order.work-taken-back.v1", WORK_ORDERS, OFFICE, SHOP, MANAGEMENT)
@dataclass(frozen=True, slots=True, kw_only=True)
class WorkTakenBack(ItemEvent):
    """A worker undid his own last step within ten seconds."""

    step: str
    """What was undone: `start`, `pause`, `finish`."""


@event("orders.work-order.control-passed.v1", WORK_ORDERS, OFFICE, SHOP, MANAGEMENT)
@dataclass(frozen=True, slots=True, kw_only=True)
class ControlPassed(ItemEvent):
    """The final control found the item good."""

    items_left: int
    """Items of the order still before their final control; 0 = the order is ready."""


@event("orders.work-order.control-failed.v1", WORK_ORDERS, OFFICE, SHOP, MANAGEMENT)
@dataclass(frozen=True, slots=True, kw_only=True)
class ControlFailed(ItemEvent):
    """The control sent pieces back to be made again."""

    reason: Defect
    quantity: int
    """Pieces to make again."""
    photo_id: UUID | None = None


@event("orders.work-order.ready.v1", WORK_ORDERS, OFFICE, MANAGEMENT)
@dataclass(frozen=True, slots=True, kw_only=True)
class WorkOrderReady(WorkOrderEvent):
    """The last item passed its final control: the client may be told."""

    client_id: UUID
    items: tuple[ItemName, ...]
    promised_on: date


@event("orders.work-order.reopened.v1", WORK_ORDERS, OFFICE, SHOP, MANAGEMENT)
@dataclass(frozen=True, slots=True, kw_only=True)
class WorkOrderReopened(WorkOrderEvent):
    """A ready order went back to work: the client is not told, or what he was told is void."""

    item_ids: tuple[UUID, ...]
    """Items to be made again."""
    reason: str
    shop: Shop | None = None
    """Shop that makes them again; None = every shop of their route."""
    quantity: int | None = None
    """Pieces to make again; None = all of the line."""


@event("orders.work-order.client-told.v1", WORK_ORDERS, OFFICE)
@dataclass(frozen=True, slots=True, kw_only=True)
class WorkOrderClientTold(WorkOrderEvent):
    """A provider took the message to the client."""

    message_id: UUID
    channel: str
    """`sms`, `email` or `phone`."""
    told_at: datetime


@event("orders.work-order.client-reached.v1", WORK_ORDERS, OFFICE)
@dataclass(frozen=True, slots=True, kw_only=True)
class WorkOrderClientReached(WorkOrderEvent):
    """The provider reports that the message reached the client's telephone."""

    message_id: UUID
    at: datetime


@event("orders.work-order.client-not-told.v1", WORK_ORDERS, OFFICE)
@dataclass(frozen=True, slots=True, kw_only=True)
class WorkOrderClientNotTold(WorkOrderEvent):
    """The client does not know that his order is ready, or nobody can say: the office must act."""

    message_id: UUID
    state: ToldState
    """`failed`, `unknown` or `call-needed`."""
    reason: str | None = None
    """Stable code of a failure, e.g. `no-address`, `refused`, `not-delivered`."""
    channel: str | None = None
    at: datetime


@event("orders.work-order.back-at-office.v1", WORK_ORDERS, OFFICE, MANAGEMENT)
@dataclass(frozen=True, slots=True, kw_only=True)
class WorkOrderBackAtOffice(WorkOrderEvent):
    """The driver brought it to the pick-up office."""


@event("orders.work-order.issued.v1", WORK_ORDERS, OFFICE, MANAGEMENT)
@dataclass(frozen=True, slots=True, kw_only=True)
class WorkOrderIssued(WorkOrderEvent):
    """The client has it and signed; the order is in the archive."""

    signature_id: UUID


@event("orders.work-order.state.v1", WORK_ORDERS, OFFICE, state=True)
@dataclass(frozen=True, slots=True, kw_only=True)
class WorkOrderState(ContentEvent):
    """The whole order as it stands, for whoever starts late (republish); no money."""

    client_id: UUID
    stage: Stage
    content_version: int
    attachments: tuple[Attachment, ...] = ()
    placed_at: datetime
    handed_over_at: datetime | None = None
    ready_at: datetime | None = None
    told_at: datetime | None = None
    told_by: str | None = None
    told_state: ToldState | None = None
    told_reason: str | None = None
    back_at_office_at: datetime | None = None
    issued_at: datetime | None = None
    cancelled_at: datetime | None = None
    cancel_reason: CancelReason | None = None
    progress: tuple[ShopProgress, ...] = ()
    """How far each shop of the current revision is; empty in a draft."""
