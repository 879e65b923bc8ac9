"""What the desk says about an order as a whole, and the lines it consists of."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from chassis.errors import FieldError, Invalid
from contracts.orders.items import Attachment, Change, Piece
from contracts.orders.items import Item as Line
from contracts.orders.words import AttachmentKind, Urgency
from contracts.rights import Shop
from services.orders.workorders.domain import rules
from services.orders.workorders.domain.pieces import check_item
from services.orders.workorders.domain.surfaces import drawings


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """Everything an edit replaces: for whom, where to, how soon, when, what.

    `promised_on` is a date in the pick-up office's zone. Items carry stable ids; new ones come
    with a new id.
    """

    client_id: UUID
    manager_id: UUID
    pickup_office_id: UUID
    urgency: Urgency
    promised_on: date
    items: tuple[Line, ...]

    def check(self, attachments: Collection[UUID]) -> None:
        """Refuse what contradicts itself or points at a file that the order has not.

        Raises:
            Invalid: every fault with its place (`items`, 0, `piece`, `holes`, 1).
        """
        faults = [*self._faults(attachments)]
        if faults:
            raise Invalid(*faults)

    def _faults(self, attachments: Collection[UUID]) -> Iterator[FieldError]:
        seen: set[UUID] = set()
        for index, item in enumerate(self.items):
            loc = ("items", index)
            if item.id in seen:
                yield rules.ITEM_TWICE.at((*loc, "id"))
            seen.add(item.id)
            yield from check_item(item, loc)
            for place, drawing in drawings(item.piece):
                if drawing is not None and drawing not in attachments:
                    yield rules.UNKNOWN_ATTACHMENT.at((*loc, "piece", *place))


@dataclass(eq=False, kw_only=True)
class Item:
    """A line of an order with its stable id.

    `changed_in` = revision that last changed it; 0 = it is what was first handed over.
    """

    id: UUID
    position: int
    quantity: int
    route: tuple[Shop, ...]
    piece: Piece
    changed_in: int = 0
    order_id: UUID | None = None

    @classmethod
    def of(cls, item: Line, revision: int) -> "Item":
        """Return a new line."""
        return cls(
            id=item.id,
            position=item.position,
            quantity=item.quantity,
            route=item.route,
            piece=item.piece,
            changed_in=revision,
        )

    def rewrite(self, item: Line, revision: int) -> None:
        """Take over what the desk says now; a mere move in the list is no change of the line."""
        if (self.quantity, self.route, self.piece) != (item.quantity, item.route, item.piece):
            self.changed_in = revision
        self.position = item.position
        self.quantity = item.quantity
        self.route = item.route
        self.piece = item.piece

    def said(self) -> Line:
        """Return the line as it is published."""
        return Line(
            id=self.id,
            position=self.position,
            quantity=self.quantity,
            route=self.route,
            piece=self.piece,
        )


@dataclass(eq=False, kw_only=True)
class AttachedFile:
    """A file of the order: where its bytes are, and the smaller picture that shops see."""

    id: UUID
    kind: AttachmentKind
    name: str
    media_type: str
    bytes: int
    sha256: str
    key: str
    added_at: datetime
    added_by: str
    preview_key: str | None = None
    order_id: UUID | None = None

    def said(self) -> Attachment:
        """Return the file as it is published: no name, since people put names into it."""
        return Attachment(
            id=self.id,
            kind=self.kind,
            sha256=self.sha256,
            media_type=self.media_type,
            bytes=self.bytes,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What a revision after the first changed."""

    revision: int
    changes: tuple[Change, ...] = field(default=())
