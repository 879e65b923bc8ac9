"""Puts a piece on the sheet: glass, holes, finishes, dimensions, labels, legend, hatching."""

from dataclasses import dataclass
from typing import Final

from contracts.orders.items import Piece
from contracts.orders.words import Datum, ShapeKind, Side
from services.orders.workorders.queries.drawing.edges import draw_edges, edge_room, name_edges
from services.orders.workorders.queries.drawing.features import (
    draw_spots,
    label_spots,
    notch_box,
    rim,
)
from services.orders.workorders.queries.drawing.geometry.facet import facet_lines
from services.orders.workorders.queries.drawing.geometry.notch import cut_notch
from services.orders.workorders.queries.drawing.geometry.outline import outline_of, zero_of
from services.orders.workorders.queries.drawing.geometry.segments import Segment, path
from services.orders.workorders.queries.drawing.geometry.spots import Spot, datum_of, spots_of
from services.orders.workorders.queries.drawing.hatch import hatch_zones
from services.orders.workorders.queries.drawing.legend import Where, draw_legend, target
from services.orders.workorders.queries.drawing.lengths.measures import plan_of
from services.orders.workorders.queries.drawing.lengths.rails import draw_rails
from services.orders.workorders.queries.drawing.names import name_outline, name_zones
from services.orders.workorders.queries.drawing.sheet import (
    Box,
    Sheet,
    Tags,
    box_around,
    crosses,
    stroke,
)
from services.orders.workorders.queries.drawing.words import Words

_LEAST_FACET: Final = 0.19
"""A facet narrower than this many text heights would drown in the outline: it is drawn so wide."""


@dataclass(frozen=True, slots=True)
class _Basis:
    """What does not change with the height of the text."""

    piece: Piece
    whole: list[Segment]
    """The convex outline, before notches."""
    spots: list[Spot]
    datum: Datum | None

    @classmethod
    def of(cls, piece: Piece) -> "_Basis":
        spots = spots_of(piece)
        return cls(piece, outline_of(piece.shape), spots, datum_of(piece) if spots else None)


def _sheet(piece: Piece, unit: float) -> Sheet:
    return Sheet(unit, Box(0, 0, piece.shape.width_mm, piece.shape.height_mm))


def laid_out(piece: Piece, unit: float, say: Words, legend: Where) -> Sheet:
    """Put everything on a sheet whose text is `unit` mm high."""
    basis = _Basis.of(piece)
    whole, spots = basis.whole, basis.spots
    on = _sheet(piece, unit)
    outline = _draw_glass(on, basis)
    draw_edges(on, piece, outline)
    listed = _measure(on, basis, say)
    label_spots(on, whole, spots, say)
    name_outline(on, piece, whole, say)
    name_zones(on, piece, whole, say)
    name_edges(on, piece, whole, say)
    draw_legend(on, piece, basis.datum, listed, say, legend)
    hatch_zones(on, piece, whole, spots)
    return on


def drafting(piece: Piece, unit: float, say: Words, legend: Where) -> Sheet:
    """Put only on the sheet what decides how much room there is around the glass."""
    basis = _Basis.of(piece)
    on = _sheet(piece, unit)
    draw_legend(on, piece, basis.datum, _measure(on, basis, say), say, legend)
    return on


def _draw_glass(on: Sheet, basis: _Basis) -> list[Segment]:
    """Glass with its holes and notches; returns the outline with the notches."""
    piece, whole, spots = basis.piece, basis.whole, basis.spots
    outline, opened = _notched(whole, spots)
    d = path(outline, closed=True)
    on.path("glass", d + "".join(rim(spot) for spot in spots if not spot.wrong))
    on.path("unsure" if piece.shape.kind is ShapeKind.DRAWING else "outline", d)
    _draw_facet(on, basis, outline, opened)
    draw_spots(on, whole, spots, opened)
    return outline


def _draw_facet(on: Sheet, basis: _Basis, outline: list[Segment], opened: set[int]) -> None:
    """The facet's inner line, broken at notches."""
    facet = basis.piece.facet
    if facet is None:
        return
    wide = max(facet.width_mm, _LEAST_FACET * on.unit)
    if basis.piece.shape.kind is not ShapeKind.OVAL:
        lines = facet_lines(outline, facet.sides, wide)
    else:
        whole = basis.whole
        found = (notch_box(whole, spot) for spot in basis.spots if spot.number in opened)
        boxes = [box for box in found if box is not None]
        lines = [
            one
            for one in facet_lines(whole, facet.sides, wide)
            if not any(crosses(box, one.start, one.end) for box in boxes)
        ]
    on.path("facet", path(lines, closed=False), Tags(field="facet"))
    on.lines.extend((one.start, one.end) for one in lines if one.rx == 0)


def _notched(whole: list[Segment], spots: list[Spot]) -> tuple[list[Segment], set[int]]:
    """The outline with its notches, and the numbers of those."""
    outline, opened = whole, set()
    for spot in spots:
        if spot.form != "notch" or spot.wrong:
            continue
        cut = cut_notch(whole, outline, spot)
        if cut is not None:
            outline = cut
            opened.add(spot.number)
    return outline, opened


def _measure(on: Sheet, basis: _Basis, say: Words) -> list[str]:
    """Datum and dimensions; returns the positions that found no room at their lines."""
    shape = basis.piece.shape
    if basis.datum is not None:
        zero = zero_of(shape, basis.datum)
        target(on, zero)
        on.take(box_around(zero, 0.42 * on.unit, 0.42 * on.unit))
    apex = shape.apex_mm or 0
    if shape.kind is ShapeKind.TRIANGLE and 0 < apex < shape.width_mm:
        top, foot = (apex, 0), (apex, shape.height_mm)
        on.path("axis", stroke(top, foot))
        on.lines.append((top, foot))
    plan = plan_of(basis.piece, basis.whole, basis.spots, basis.datum, on.unit, say)
    size = (shape.width_mm, shape.height_mm)
    for side in (Side.TOP, Side.RIGHT, Side.BOTTOM, Side.LEFT):
        draw_rails(on, side, size, plan.rails[side], edge_room(basis.piece, side) * on.unit)
    return plan.listed
