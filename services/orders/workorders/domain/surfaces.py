"""Refuses edges, facets, zones and stained glass that the piece has no room for."""

import re
from collections.abc import Iterator
from uuid import UUID

from chassis.errors import FieldError
from contracts.orders.items import Edge, Facet, Piece, Shape, StainedGlass, Zone
from contracts.orders.words import EdgeKind, Side, Treatment
from services.orders.workorders.domain import rules
from services.orders.workorders.domain.outline import SIDES
from services.orders.workorders.domain.rules import Loc
from services.orders.workorders.domain.shapes import length

_RAL = re.compile(r"\d{4}")


def all_round(shape: Shape, kind: EdgeKind) -> tuple[Edge, ...]:
    """Return the same edge on every side of the outline."""
    return tuple(Edge(side=side, kind=kind) for side in SIDES[shape.kind])


def every_side(shape: Shape, edges: tuple[Edge, ...]) -> tuple[Edge, ...]:
    """Return one edge per side of the outline: as given, the rest raw, foreign ones as they are."""
    given = {edge.side for edge in edges}
    rest = (edge for edge in all_round(shape, EdgeKind.RAW) if edge.side not in given)
    order = {side: place for place, side in enumerate(SIDES[shape.kind])}
    return tuple(sorted((*edges, *rest), key=lambda edge: order.get(edge.side, len(order))))


def check_sides(sides: tuple[Side, ...], shape: Shape, loc: Loc) -> Iterator[FieldError]:
    """Refuse a side that the outline has not, or that is named twice."""
    for index, side in enumerate(sides):
        if side not in SIDES[shape.kind]:
            yield rules.NO_SUCH_SIDE.at((*loc, index))
        if side in sides[:index]:
            yield rules.SIDE_TWICE.at((*loc, index))


def check_facet(facet: Facet, shape: Shape, loc: Loc) -> Iterator[FieldError]:
    """Refuse a facet on no side, or one that leaves no flat in the middle."""
    if not facet.sides:
        yield rules.FACET_NOWHERE.at((*loc, "sides"))
    yield from check_sides(facet.sides, shape, (*loc, "sides"))
    yield from length(facet.width_mm, (*loc, "width_mm"))
    if 2 * facet.width_mm >= min(shape.width_mm, shape.height_mm):
        yield rules.FACET_TOO_WIDE.at((*loc, "width_mm"))


def check_zone(zone: Zone, shape: Shape, loc: Loc) -> Iterator[FieldError]:
    """Refuse a zone with one end, outside the piece, or a pattern that nobody can find."""
    if (zone.from_mm is None) != (zone.to_mm is None):
        yield rules.ZONE_ENDS.at(loc)
    elif zone.from_mm is not None and zone.to_mm is not None:
        level = zone.from_side in {Side.TOP, Side.BOTTOM}
        room = shape.height_mm if level else shape.width_mm
        if zone.from_mm >= zone.to_mm:
            yield rules.ZONE_ENDS.at((*loc, "to_mm"))
        if zone.from_mm < 0 or zone.to_mm > room:
            yield rules.ZONE_OUTSIDE.at(loc)
    if zone.from_side is Side.ARC:
        yield rules.NO_SUCH_SIDE.at((*loc, "from_side"))
    if zone.treatment is Treatment.MATTING_PATTERN and not (zone.pattern_code or zone.drawing_id):
        yield rules.ZONE_PATTERN.at((*loc, "pattern_code"))
    if zone.ral is not None and _RAL.fullmatch(zone.ral) is None:
        yield rules.RAL.at((*loc, "ral"))


def check_stained_glass(glass: StainedGlass, quantity: int, loc: Loc) -> Iterator[FieldError]:
    """Refuse lead without width, tiles or pairs that do not match the quantity."""
    yield from length(glass.lead_width_mm, (*loc, "lead_width_mm"), 50)
    if (glass.tile_columns is None) != (glass.tile_rows is None):
        yield rules.TILES.at((*loc, "tile_rows"))
    elif glass.tile_columns is not None and not _tiles(glass, quantity):
        yield rules.TILES.at((*loc, "tile_columns"))
    if glass.mirrored_pair and quantity % 2:
        yield rules.PAIR.at((*loc, "mirrored_pair"))
    for index, film in enumerate(glass.films):
        if any(zone < 1 for zone in film.zones):
            yield rules.ZONE_NUMBER.at((*loc, "films", index, "zones"))


def _tiles(glass: StainedGlass, quantity: int) -> bool:
    columns, rows = glass.tile_columns or 0, glass.tile_rows or 0
    return columns >= 1 and columns * rows == quantity


def drawings(piece: Piece) -> Iterator[tuple[Loc, UUID | None]]:
    """Yield every attachment the piece points at, with the place of the pointer."""
    yield ("drawing_id",), piece.drawing_id
    for index, zone in enumerate(piece.zones):
        yield ("zones", index, "drawing_id"), zone.drawing_id
    if piece.stained_glass is not None:
        yield ("stained_glass", "drawing_id"), piece.stained_glass.drawing_id
