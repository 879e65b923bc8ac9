"""A line of the order: what is made and how it is called, through which shops, what may not be."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from chassis.errors import FieldError
from contracts.orders.items import Hole, Item, ItemName, Mounting, Part, Piece, Shape
from contracts.orders.words import (
    CornerAt,
    Datum,
    Material,
    Product,
    Purpose,
    ShapeKind,
    Technique,
    Treatment,
)
from contracts.rights import Shop
from services.orders.workorders.domain import rules
from services.orders.workorders.domain.cuts import check_cutouts, check_holes
from services.orders.workorders.domain.rules import (
    MAX_QUANTITY,
    MAX_THICKNESS_MM,
    Loc,
)
from services.orders.workorders.domain.shapes import check_shape, length
from services.orders.workorders.domain.surfaces import (
    check_facet,
    check_sides,
    check_stained_glass,
    check_zone,
    every_side,
)

PRODUCT: Final[Mapping[Product, tuple[str, str]]] = MappingProxyType(
    {
        Product.MIRROR: ("Зеркало", "Mirror"),
        Product.TABLETOP: ("Столешница", "Tabletop"),
        Product.SHELF: ("Полка", "Shelf"),
        Product.STAINED_GLASS: ("Витраж", "Stained glass"),
        Product.CEILING_PANEL: ("Плафон", "Ceiling panel"),
        Product.SHOWCASE: ("Стекло витрины", "Showcase pane"),
        Product.SHOWCASE_DOOR: ("Дверца витрины", "Showcase door"),
        Product.DOOR: ("Дверь", "Door"),
        Product.FURNITURE_DOOR: ("Дверка", "Cabinet door"),
        Product.SPLASHBACK: ("Фартук", "Splashback"),
        Product.SHOWER_SCREEN: ("Душевая перегородка", "Shower screen"),
        Product.WARDROBE_INSERT: ("Вставка в шкаф-купе", "Wardrobe insert"),
        Product.DOOR_PANE: ("Стекло в дверь", "Door pane"),
        Product.WINDOW_PANE: ("Стекло в окно", "Window pane"),
        Product.PANEL: ("Панно", "Panel"),
        Product.TILE: ("Плитка", "Tile"),
        Product.TABLE_LEG: ("Ножка стола", "Table leg"),
        Product.OTHER: ("Изделие", "Piece"),
    }
)


def size_text(shape: Shape) -> str:
    """Return `800×1200`, of a circle `⌀900`, of a quarter circle `R300`, mm."""
    if shape.kind is ShapeKind.CIRCLE:
        return f"⌀{shape.width_mm}"
    if shape.kind is ShapeKind.QUARTER_CIRCLE:
        return f"R{shape.width_mm}"
    return f"{shape.width_mm}×{shape.height_mm}"


def name_of(item: Item) -> ItemName:
    """Return the line's name: `Зеркало 800×1200`."""
    russian, english = PRODUCT[item.piece.product]
    size = size_text(item.piece.shape)
    return ItemName(ru=f"{russian} {size}", en=f"{english} {size}", quantity=item.quantity)


def summary_of(items: Iterable[Item]) -> tuple[str, str]:
    """Return all lines in Russian and English, as in a list: `Зеркало 800×1200; Полка R300 × 3`."""
    names = [name_of(item) for item in items]
    return _listed((n.ru, n.quantity) for n in names), _listed((n.en, n.quantity) for n in names)


def _listed(names: Iterable[tuple[str, int]]) -> str:
    return "; ".join(name if count == 1 else f"{name} × {count}" for name, count in names)


_ARTISTS = frozenset({Treatment.MATTING_PATTERN, Treatment.PAINT, Treatment.PRINT})
_ON_WHOLE_PANE = frozenset({Technique.OVERLAY, Technique.POURED})
"""Techniques that decorate a pane which the workshop cuts."""


def route_of(piece: Piece) -> tuple[Shop, ...]:
    """Return the shops the piece goes through: the art shop's step first.

    Stained glass, a matting pattern and painting are the art shop's; a pane that is decorated as
    a whole is the workshop's too.
    """
    glass = piece.stained_glass
    if glass is not None and glass.technique not in _ON_WHOLE_PANE:
        return (Shop.ART_SHOP,)
    if glass is not None or any(zone.treatment in _ARTISTS for zone in piece.zones):
        return (Shop.ART_SHOP, Shop.WORKSHOP)
    return (Shop.WORKSHOP,)


def in_full(piece: Piece) -> Piece:
    """Return the piece with an edge on every side, those not named being raw."""
    return replace(piece, edges=every_side(piece.shape, piece.edges))


def two_holes(first: Hole, *, across_mm: int = 0, up_mm: int = 0) -> tuple[Hole, Hole]:
    """Return a hole and its fellow, centre to centre further inwards from the same datum."""
    return first, replace(first, x_mm=first.x_mm + across_mm, y_mm=first.y_mm + up_mm)


def hole_at_each_corner(
    diameter_mm: int, inset_mm: int, purpose: Purpose | None = None
) -> tuple[Hole, ...]:
    """Return four holes, each centre `inset_mm` from both edges of its corner."""
    return tuple(
        Hole(
            diameter_mm=diameter_mm,
            x_mm=inset_mm,
            y_mm=inset_mm,
            datum=Datum(corner.value),
            purpose=purpose,
        )
        for corner in CornerAt
    )


def check_item(item: Item, loc: Loc) -> Iterator[FieldError]:
    """Refuse what contradicts itself in a line; yields every fault, each with its place."""
    if not 1 <= item.quantity <= MAX_QUANTITY:
        yield rules.QUANTITY.at((*loc, "quantity"), limit=MAX_QUANTITY)
    yield from check_piece(item.piece, item.quantity, (*loc, "piece"))


def check_piece(piece: Piece, quantity: int, loc: Loc) -> Iterator[FieldError]:
    """Refuse what contradicts itself in a piece."""
    yield from length(piece.thickness_mm, (*loc, "thickness_mm"), MAX_THICKNESS_MM)
    if piece.material is Material.PATTERNED and not piece.pattern:
        yield rules.PATTERN_NAME.at((*loc, "pattern"))
    wrong = [*check_shape(piece.shape, (*loc, "shape"))]
    yield from wrong
    if not wrong:
        yield from _on_the_outline(piece, loc)
    if piece.stained_glass is not None:
        yield from check_stained_glass(piece.stained_glass, quantity, (*loc, "stained_glass"))
    yield from _mounting(piece.mounting, (*loc, "mounting"))
    yield from _part(piece.part, (*loc, "part"))


def _on_the_outline(piece: Piece, loc: Loc) -> Iterator[FieldError]:
    shape = piece.shape
    yield from check_sides(tuple(edge.side for edge in piece.edges), shape, (*loc, "edges"))
    if piece.front is not None:
        yield from check_sides((piece.front,), shape, (*loc, "front"))
    if piece.facet is not None:
        yield from check_facet(piece.facet, shape, (*loc, "facet"))
    yield from check_holes(piece.holes, shape, (*loc, "holes"))
    yield from check_cutouts(piece.cutouts, shape, (*loc, "cutouts"))
    for index, zone in enumerate(piece.zones):
        yield from check_zone(zone, shape, (*loc, "zones", index))


def _mounting(mounting: Mounting | None, loc: Loc) -> Iterator[FieldError]:
    if mounting is None:
        return
    yield from length(mounting.panel_thickness_mm, (*loc, "panel_thickness_mm"), MAX_THICKNESS_MM)
    if mounting.count is not None and not 1 <= mounting.count <= MAX_QUANTITY:
        yield rules.QUANTITY.at((*loc, "count"), limit=MAX_QUANTITY)


def _part(part: Part | None, loc: Loc) -> Iterator[FieldError]:
    if part is None:
        return
    if part.count < 2 or not 1 <= part.number <= part.count:  # noqa: PLR2004 - one part is no set
        yield rules.PART.at((*loc, "number"))
    if part.gap_mm:
        yield from length(part.gap_mm, (*loc, "gap_mm"))
