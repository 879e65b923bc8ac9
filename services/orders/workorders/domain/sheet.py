"""The sheet of a work order: what stands on it, and what every verb asks of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from types import MappingProxyType
from typing import Final, TypedDict
from uuid import UUID

from chassis.domain import Aggregate
from chassis.errors import Conflict, Invalid
from contracts.orders.items import Attachment, Change
from contracts.orders.items import Item as Line
from contracts.orders.words import AttachmentKind, CancelReason, Stage, ToldState, Urgency
from contracts.rights import Shop
from services.orders.workorders.domain import rules
from services.orders.workorders.domain.changes import compare_items, compare_terms, merged
from services.orders.workorders.domain.content import AttachedFile, Content, Correction, Item
from services.orders.workorders.domain.pieces import summary_of
from services.orders.workorders.domain.refusals import (
    NoSuchAttachment,
    OrderClosed,
    OrderNotDraft,
    OrderNotInWork,
    OrderNotReady,
)
from services.orders.workorders.domain.surfaces import drawings

TRANSITIONS: Final[Mapping[Stage, frozenset[Stage]]] = MappingProxyType(
    {
        Stage.DRAFT: frozenset({Stage.IN_WORK, Stage.CANCELLED}),
        Stage.IN_WORK: frozenset({Stage.READY, Stage.CANCELLED}),
        Stage.READY: frozenset({Stage.IN_WORK, Stage.ISSUED, Stage.CANCELLED}),
        Stage.ISSUED: frozenset(),
        Stage.CANCELLED: frozenset(),
    }
)
"""Where an order may go from each folder."""
_NOT_AT: Final[Mapping[Stage, type[Conflict]]] = MappingProxyType(
    {Stage.DRAFT: OrderNotDraft, Stage.IN_WORK: OrderNotInWork, Stage.READY: OrderNotReady}
)
TOLD: Final = frozenset({ToldState.TOLD, ToldState.DELIVERED})
"""He knows, as far as anybody can say; in the other states the office has to act."""
MAX_PRICE: Final = Decimal("99999999.99")
"""RUB."""


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What became of a message, when (UTC), by which channel; `reason` of a failure.

    Ids of messages grow with time (UUIDv7), so an older message is known by its id.
    """

    message_id: UUID
    sequence: int
    """Which step of the message's life it is: what comes late is known by it."""
    state: ToldState
    at: datetime
    channel: str | None = None
    reason: str | None = None


class Facts(TypedDict):
    """Fields that every event of the order begins with."""

    work_order_id: UUID
    number: str
    office_id: UUID
    pickup_office_id: UUID
    shops: tuple[Shop, ...]
    revision: int


class Said(Facts):
    """Fields of the events that tell what is to be made."""

    manager_id: UUID
    urgency: Urgency
    promised_on: date
    items: tuple[Line, ...]


@dataclass(eq=False, kw_only=True)
class Sheet(Aggregate):
    """What is known of an order.

    `content_version` counts the desk's edits (it is the ETag), `revision` the versions handed to
    the shops (0 in a draft), `sequence` the events. `price` is RUB; instants are UTC.
    """

    id: UUID
    number: str
    office_id: UUID
    pickup_office_id: UUID
    client_id: UUID
    manager_id: UUID
    urgency: Urgency
    promised_on: date
    placed_at: datetime
    stage: Stage = Stage.DRAFT
    price: Decimal | None = None
    sequence: int = 0
    content_version: int = 1
    revision: int = 0
    summary: str = ""
    """Lines in words, to be found by."""
    summary_en: str = ""
    items: list[Item] = field(default_factory=list)
    attachments: list[AttachedFile] = field(default_factory=list)
    corrections: tuple[Correction, ...] = ()
    handed_over_at: datetime | None = None
    ready_at: datetime | None = None
    reopened_at: datetime | None = None
    told_at: datetime | None = None
    told_by: str | None = None
    told_state: ToldState | None = None
    """None: nothing is known yet of a message that is still good."""
    told_reason: str | None = None
    """Why he was not told, as the messages' service says it."""
    told_state_at: datetime | None = None
    told_sequence: int | None = None
    told_message_id: UUID | None = None
    """The newest message that we heard of; void once the order went back to work."""
    back_at_office_at: datetime | None = None
    issued_at: datetime | None = None
    issued_by: str | None = None
    signature_id: UUID | None = None
    cancelled_at: datetime | None = None
    cancel_reason: CancelReason | None = None

    @property
    def shops(self) -> tuple[Shop, ...]:
        """Shops it is routed to; none while it is a draft."""
        if self.revision == 0:
            return ()
        routed = {shop for item in self.items for shop in item.route}
        return tuple(shop for shop in Shop if shop in routed)

    @property
    def is_in_work(self) -> bool:
        """Whether the shops make it at present."""
        return self.stage is Stage.IN_WORK

    @property
    def file_ids(self) -> frozenset[UUID]:
        """Ids of the order's files."""
        return frozenset(file.id for file in self.attachments)

    @property
    def drawing_ids(self) -> frozenset[UUID]:
        """Files that an item is made by."""
        return frozenset(
            drawing
            for item in self.items
            for _, drawing in drawings(item.piece)
            if drawing is not None
        )

    def attachment(self, attachment_id: UUID) -> AttachedFile:
        """Return a file of the order.

        Raises:
            NoSuchAttachment: there is none.
        """
        for file in self.attachments:
            if file.id == attachment_id:
                return file
        raise NoSuchAttachment

    def changes_since(self, revision: int) -> tuple[Change, ...]:
        """Return what differs between that revision and the current one, oldest value first."""
        later = (c.changes for c in self.corrections if c.revision > revision)
        return merged(change for changes in later for change in changes)

    def facts(self) -> Facts:
        """Return the fields that every event of the order begins with."""
        return Facts(
            work_order_id=self.id,
            number=self.number,
            office_id=self.office_id,
            pickup_office_id=self.pickup_office_id,
            shops=self.shops,
            revision=self.revision,
        )

    def said(self) -> Said:
        """Return the fields of an event that tells what is to be made."""
        return Said(
            **self.facts(),
            manager_id=self.manager_id,
            urgency=self.urgency,
            promised_on=self.promised_on,
            items=tuple(item.said() for item in self.items),
        )

    def for_shops(self) -> tuple[Attachment, ...]:
        """Return the files that shops may see: all but signatures."""
        return tuple(
            file.said() for file in self.attachments if file.kind is not AttachmentKind.SIGNATURE
        )

    def require_in_work(self) -> None:
        """Refuse unless the shops make it at present.

        Raises:
            OrderNotInWork: they do not.
        """
        self.require_stage(Stage.IN_WORK)

    def require_stage(self, stage: Stage) -> None:
        """Refuse unless the order is in this folder, by the sentence of the folder."""
        if self.stage is not stage:
            raise _NOT_AT[stage](stage=self.stage.value)

    def require_open(self) -> None:
        """Refuse what is issued or cancelled.

        Raises:
            OrderClosed: it is.
        """
        if not TRANSITIONS[self.stage]:
            raise OrderClosed(stage=self.stage.value)

    def require_promise(self, today: date) -> None:
        """Refuse a promised date that has passed (`today` = the pick-up office's date).

        Raises:
            Invalid: it has.
        """
        if self.promised_on < today:
            raise Invalid(rules.DATE_PAST.at(("promised_on",)))

    def go(self, stage: Stage) -> None:
        """Move to a folder that the table allows.

        Raises:
            OrderClosed: it does not.
        """
        if stage not in TRANSITIONS[self.stage]:
            raise OrderClosed(stage=self.stage.value)
        self.stage = stage

    def changes_to(self, content: Content) -> tuple[Change, ...]:
        """Return what the content would change, for the eyes of a shop."""
        now = (self.urgency, self.promised_on, self.pickup_office_id)
        then = (content.urgency, content.promised_on, content.pickup_office_id)
        before = tuple(item.said() for item in self.items)
        return (*compare_terms(now, then), *compare_items(before, content.items))

    def take(self, content: Content) -> None:
        """Write the content over the sheet; lines keep their ids."""
        self.client_id = content.client_id
        self.manager_id = content.manager_id
        self.pickup_office_id = content.pickup_office_id
        self.urgency = content.urgency
        self.promised_on = content.promised_on
        known = {item.id: item for item in self.items}
        for item in content.items:
            if item.id in known:
                known[item.id].rewrite(item, self.revision)
            else:
                self.items.append(Item.of(item, self.revision))
        kept = {item.id for item in content.items}
        for gone in [item for item in self.items if item.id not in kept]:
            self.items.remove(gone)
        self.items.sort(key=lambda item: item.position)
        self.summary, self.summary_en = summary_of(content.items)


def is_price(price: Decimal) -> bool:
    """Tell whether this is a sum in RUB that we can write down."""
    exact = price.is_finite() and price == price.quantize(Decimal("0.01"))
    return exact and Decimal(0) <= price <= MAX_PRICE
