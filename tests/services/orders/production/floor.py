"""Ivanova's hallway mirror on the shop floor: the story's order, its tablets and its people."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from contracts.orders.items import Item, Piece, Shape
from contracts.orders.words import (
    AttachmentKind,
    Material,
    Product,
    ShapeKind,
    Urgency,
)
from contracts.rights import Shop
from services.orders.production.domain import Production, Tap
from services.orders.workorders.domain import AttachedFile, Content, WorkOrder

LENINA = UUID("018f0000-0000-7000-8000-000000000001")
PARK = UUID("018f0000-0000-7000-8000-000000000002")
ORDER = UUID("018f0000-0000-7000-8000-000000000417")
IVANOVA = UUID("018f0000-0000-7000-8000-0000000000c1")
SOKOLOVA = UUID("018f0000-0000-7000-8000-0000000000a1")
VOLKOV = UUID("018f0000-0000-7000-8000-0000000000b1")
ANOTHER_WORKER = UUID("018f0000-0000-7000-8000-0000000000b2")
TABLET = UUID("018f0000-0000-7000-8000-0000000000d1")
OTHER_TABLET = UUID("018f0000-0000-7000-8000-0000000000d2")
MIRROR = UUID("018f0000-0000-7000-8000-000000000e01")
SHELVES = UUID("018f0000-0000-7000-8000-000000000e02")
PANEL = UUID("018f0000-0000-7000-8000-000000000e03")
PHOTO = UUID("018f0000-0000-7000-8000-000000000f01")
QUESTION = UUID("018f0000-0000-7000-8000-000000000901")
NOW = datetime(2026, 11, 24, 7, 0, tzinfo=UTC)

WORKSHOP = (Shop.WORKSHOP,)
BOTH = (Shop.ART_SHOP, Shop.WORKSHOP)


def an_item(
    id_: UUID = MIRROR, *, quantity: int = 1, route: tuple[Shop, ...] = WORKSHOP, width: int = 800
) -> Item:
    piece = Piece(
        product=Product.MIRROR,
        material=Material.MIRROR,
        thickness_mm=4,
        shape=Shape(kind=ShapeKind.RECTANGLE, width_mm=width, height_mm=1200),
    )
    return Item(id=id_, position=1, quantity=quantity, route=route, piece=piece)


def a_content(*items: Item) -> Content:
    return Content(
        client_id=IVANOVA,
        manager_id=SOKOLOVA,
        pickup_office_id=LENINA,
        urgency=Urgency.NORMAL,
        promised_on=date(2026, 12, 1),
        items=items or (an_item(),),
    )


def a_draft(*items: Item) -> WorkOrder:
    return WorkOrder.place(
        ORDER, number="Л-0417/26", office_id=LENINA, content=a_content(*items), at=NOW
    )


def an_order(*items: Item) -> WorkOrder:
    """In work at revision 1, its first two facts told."""
    order = a_draft(*items)
    order.hand_over(at=NOW)
    order.drain()
    return order


def a_photo() -> AttachedFile:
    return AttachedFile(
        id=PHOTO,
        kind=AttachmentKind.PHOTO,
        name="царапина.jpg",
        media_type="image/jpeg",
        bytes=1,
        sha256="0" * 64,
        key="photo",
        added_at=NOW,
        added_by="device:1",
    )


def a_tap(**said: Any) -> Tap:
    """Volkov at the workshop's tablet, PIN entered, network there."""
    at = said.pop("at", NOW)
    tap = Tap(
        shop=Shop.WORKSHOP,
        revision=1,
        by=f"device:{TABLET}",
        at=at,
        operated_at=at,
        operator_id=VOLKOV,
        operator_verified=True,
        device_id=TABLET,
        device_sequence=1,
    )
    return replace(tap, **said)


def later(seconds: int) -> datetime:
    return NOW + timedelta(seconds=seconds)


def a_floor(order: WorkOrder, *, accepted: tuple[Shop, ...] = WORKSHOP) -> Production:
    """What the shops did so far: accepted, no more; the facts of it told."""
    floor = Production(id=order.id)
    for shop in accepted:
        floor.accept(order, a_tap(shop=shop, revision=order.revision))
    order.drain()
    return floor


def made(
    floor: Production,
    order: WorkOrder,
    item_id: UUID,
    *,
    shop: Shop = Shop.WORKSHOP,
    pieces: int = 1,
) -> None:
    """Start and finish an item."""
    tap = a_tap(shop=shop, revision=order.revision)
    floor.start(order, tap, item_id)
    floor.finish(order, tap, item_id, pieces)
