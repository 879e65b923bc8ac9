"""A work order on the wire: what the desk sends, what everybody may read."""

from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from pydantic import Field

from chassis.http.schemas import In, Out
from chassis.ids import new_id
from chassis.money import Rub
from contracts.orders.items import Change, Item, ItemName, Piece
from contracts.orders.words import AttachmentKind, CancelReason, Stage, ToldState, Urgency
from contracts.rights import Shop
from services.orders.workorders.domain import in_full, route_of
from services.orders.workorders.schemas.pieces import Count, PieceIn

MAX_ITEMS = 200


class ItemIn(In):
    """A line; `id` of a line that stays, none of a new one."""

    id: UUID | None = None
    quantity: Count = 1
    piece: PieceIn

    def said(self, index: int) -> Item:
        """Return the line at this place of the list, with its route.

        Raises:
            Invalid: its size is not understood.
        """
        piece = in_full(self.piece.said(("items", index, "piece")))
        return Item(
            id=self.id or new_id(),
            position=index + 1,
            quantity=self.quantity,
            route=route_of(piece),
            piece=piece,
        )


class ContentIn(In):
    """The whole content of an order; what is not sent is taken away."""

    client_id: UUID
    pickup_office_id: UUID | None = Field(None, description="None = the office that takes it")
    manager_id: UUID | None = Field(None, description="None = who sends it")
    urgency: Urgency = Urgency.NORMAL
    promised_on: date | None = Field(
        None, description="Date in the pick-up office's zone; None = five working days from now"
    )
    items: list[ItemIn] = Field(default_factory=list, max_length=MAX_ITEMS)

    def lines(self) -> tuple[Item, ...]:
        """Return the lines in full.

        Raises:
            Invalid: a size is not understood.
        """
        return tuple(item.said(index) for index, item in enumerate(self.items))


class PlaceIn(ContentIn):
    """A new order."""

    office_id: UUID | None = Field(None, description="None = the office of who sends it")


class CancelIn(In):
    """Why it is cancelled; the note stays in our own audit."""

    reason: CancelReason
    note: Annotated[str, Field(min_length=1, max_length=500)] | None = None


class PriceIn(In):
    """Price, RUB; None takes it away."""

    price: Rub | None


Coordinate = Annotated[int, Field(ge=0, le=10_000)]
Point = tuple[Coordinate, Coordinate]


class SignatureIn(In):
    """Strokes of a pen on a screen of `width` × `height` points, each a list of points."""

    width: Annotated[int, Field(ge=10, le=10_000)]
    height: Annotated[int, Field(ge=10, le=10_000)]
    strokes: Annotated[
        list[Annotated[list[Point], Field(min_length=2, max_length=2000)]],
        Field(min_length=1, max_length=200),
    ]

    def svg(self) -> bytes:
        """Return the signature as an SVG document."""
        paths = "".join(
            '<path d="M' + " L".join(f"{x} {y}" for x, y in stroke) + '"/>'
            for stroke in self.strokes
        )
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {self.width} {self.height}">'
            f'<g fill="none" stroke="#000" stroke-width="3">{paths}</g></svg>'
        ).encode()


class IssueIn(In):
    """The client's signature: drawn now, or attached before."""

    signature: SignatureIn | None = None
    signature_id: UUID | None = None


class ClientOut(Out):
    """The client; name and phones for those who may read clients."""

    id: UUID
    known: bool
    """False: his card has not reached the orders yet (or he was forgotten)."""
    name: str | None = None
    phones: tuple[str, ...] = ()


class ItemOut(Out):
    """A line."""

    id: UUID
    position: int
    quantity: int
    route: tuple[Shop, ...]
    piece: Piece
    name: ItemName
    changed_in: int
    """Revision that last changed it; 0 = it is what was first handed over."""


class AttachmentOut(Out):
    """A file of the order."""

    id: UUID
    kind: AttachmentKind
    name: str
    media_type: str
    bytes: int
    sha256: str
    has_preview: bool
    added_at: datetime
    added_by: str


class PhotoOut(Out):
    """A photograph that a shop added; a question or a defect points at it."""

    id: UUID


class WorkOrderOut(Out):
    """A work order, whole. `price` is null for those who may not read prices."""

    id: UUID
    number: str
    office_id: UUID
    pickup_office_id: UUID
    client: ClientOut
    manager_id: UUID
    stage: Stage
    urgency: Urgency
    promised_on: date
    late: bool
    price: Rub | None
    sequence: int
    content_version: int
    """Also the ETag."""
    revision: int
    shops: tuple[Shop, ...]
    summary: str
    """Lines in words, in the reader's language."""
    items: tuple[ItemOut, ...]
    attachments: tuple[AttachmentOut, ...]
    placed_at: datetime
    handed_over_at: datetime | None
    ready_at: datetime | None
    reopened_at: datetime | None
    told_at: datetime | None
    told_by: str | None
    told_state: ToldState | None
    told_state_at: datetime | None
    told_reason: str | None
    """Of a failure: `client-unknown`, `no-address`, `refused`, `unreachable`, `not-delivered`."""
    back_at_office_at: datetime | None
    issued_at: datetime | None
    issued_by: str | None
    signature_id: UUID | None
    cancelled_at: datetime | None
    cancel_reason: CancelReason | None


class WorkOrderRow(Out):
    """A work order in a folder."""

    id: UUID
    sequence: int
    number: str
    stage: Stage
    urgency: Urgency
    promised_on: date
    late: bool
    summary: str
    client_id: UUID
    client_name: str | None
    office_id: UUID
    pickup_office_id: UUID
    manager_id: UUID
    revision: int
    content_version: int
    placed_at: datetime
    handed_over_at: datetime | None
    ready_at: datetime | None
    told_at: datetime | None
    told_by: str | None
    told_state: ToldState | None
    told_reason: str | None
    back_at_office_at: datetime | None


class FolderCount(Out):
    """How many orders lie in a folder."""

    stage: Stage
    count: int
    late: int
    mine: int


class Counts(Out):
    """All folders."""

    folders: tuple[FolderCount, ...]


class HistoryRow(Out):
    """One thing that was done to the order."""

    at: datetime
    actor: str
    operator: str | None
    action: str
    old: dict[str, Any] | None
    new: dict[str, Any] | None


class RevisionOut(Out):
    """A frozen revision: when, by whom, what it changed, everything it said."""

    revision: int
    at: datetime
    by: str
    promised_on: date
    urgency: Urgency
    pickup_office_id: UUID
    items: tuple[Item, ...]
    changes: tuple[Change, ...]
