"""Who and what the tests tell of: the same people, offices and mirror as everywhere."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from contracts.orders.items import Edge, Item, Piece, Shape
from contracts.orders.words import (
    AttachmentKind,
    EdgeKind,
    Material,
    Product,
    ShapeKind,
    Side,
    ToldState,
    Urgency,
)
from contracts.rights import Shop
from services.orders.workorders.domain import AttachedFile, Content, News, WorkOrder

LENINA = UUID("018f0000-0000-7000-8000-000000000001")
PARK = UUID("018f0000-0000-7000-8000-000000000002")
IVANOVA = UUID("018f0000-0000-7000-8000-0000000000c1")
ANNA = UUID("018f0000-0000-7000-8000-000000000101")
ORDER = UUID("018f0000-0000-7000-8000-000000000417")
MIRROR = UUID("018f0000-0000-7000-8000-000000041701")
SKETCH = UUID("018f0000-0000-7000-8000-000000041702")
SIGNATURE = UUID("018f0000-0000-7000-8000-000000041703")
MESSAGE = UUID("018f0000-0000-7000-8000-0000000000e1")
TABLET = UUID("018f0000-0000-7000-8000-000000000201")
VOLKOV = UUID("018f0000-0000-7000-8000-000000000104")
STRANGER = UUID("018f0000-0000-7000-8000-0000000009ff")

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
PROMISED = date(2026, 12, 1)
NUMBER = "Л-0417/26"


def a_piece(**different: Any) -> Piece:
    """Ivanova's hallway mirror 800×1200, 4 mm, polished all round."""
    sides = (Side.TOP, Side.RIGHT, Side.BOTTOM, Side.LEFT)
    mirror = Piece(
        product=Product.MIRROR,
        material=Material.MIRROR,
        thickness_mm=4,
        shape=Shape(kind=ShapeKind.RECTANGLE, width_mm=800, height_mm=1200),
        edges=tuple(Edge(side=side, kind=EdgeKind.POLISHED) for side in sides),
    )
    return replace(mirror, **different)


def a_line(item_id: UUID = MIRROR, **different: Any) -> Item:
    line = Item(id=item_id, position=1, quantity=1, route=(Shop.WORKSHOP,), piece=a_piece())
    return replace(line, **different)


def a_content(*lines: Item, **different: Any) -> Content:
    content = Content(
        client_id=IVANOVA,
        manager_id=ANNA,
        pickup_office_id=LENINA,
        urgency=Urgency.NORMAL,
        promised_on=PROMISED,
        items=lines or (a_line(),),
    )
    return replace(content, **different)


def a_file(file_id: UUID = SKETCH, kind: AttachmentKind = AttachmentKind.DRAWING) -> AttachedFile:
    return AttachedFile(
        id=file_id,
        kind=kind,
        name="эскиз.svg",
        media_type="image/svg+xml",
        bytes=2048,
        sha256="ab" * 32,
        key="object-1",
        added_at=NOW,
        added_by=f"staff:{ANNA}",
    )


def a_draft(content: Content | None = None) -> WorkOrder:
    return WorkOrder.place(
        ORDER, number=NUMBER, office_id=LENINA, content=content or a_content(), at=NOW
    )


def in_work(content: Content | None = None) -> WorkOrder:
    order = a_draft(content)
    order.hand_over(at=NOW)
    return order


def ready(content: Content | None = None) -> WorkOrder:
    order = in_work(content)
    order.mark_ready(at=NOW)
    return order


def issued() -> WorkOrder:
    order = ready()
    order.attach(a_file(SIGNATURE, AttachmentKind.SIGNATURE))
    order.issue(SIGNATURE, by=f"staff:{ANNA}", at=NOW)
    return order


LIFE = (
    ToldState.CALL_NEEDED,
    ToldState.UNKNOWN,
    ToldState.TOLD,
    ToldState.FAILED,
    ToldState.DELIVERED,
)
"""Steps of a message, as they may follow each other."""


def news(state: ToldState = ToldState.TOLD, **different: Any) -> News:
    """What became of the message to Ivanova."""
    channel = None if state is ToldState.CALL_NEEDED else "sms"
    reason = "no-address" if state is ToldState.FAILED else None
    said = News(
        message_id=MESSAGE,
        sequence=LIFE.index(state) + 1,
        state=state,
        at=NOW,
        channel=channel,
        reason=reason,
    )
    return replace(said, **different)


def told(order: WorkOrder) -> list[str]:
    """Names of the events recorded so far."""
    return [type(event).__name__ for event in order.recorded]


def positions(lines: Iterable[Item]) -> tuple[Item, ...]:
    return tuple(replace(line, position=index) for index, line in enumerate(lines, start=1))
