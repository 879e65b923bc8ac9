"""Edge finishes: each its own line outside of the side, and a word inside where they differ."""

import math
from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import Final

from contracts.orders.items import Piece
from contracts.orders.words import EdgeKind, Side
from services.orders.workorders.domain.outline import SIDES
from services.orders.workorders.queries.drawing.geometry.facet import belongs, beside
from services.orders.workorders.queries.drawing.geometry.numbers import text_width
from services.orders.workorders.queries.drawing.geometry.segments import (
    Outline,
    Point,
    Segment,
    distance,
    path,
)
from services.orders.workorders.queries.drawing.labels import add_word
from services.orders.workorders.queries.drawing.sheet import Sheet, Tags
from services.orders.workorders.queries.drawing.words import Words

_LINES: Final[Mapping[EdgeKind, tuple[tuple[float, str], ...]]] = MappingProxyType(
    {
        EdgeKind.ARRISSED: ((0.28, "edge-dashed"),),
        EdgeKind.GROUND: ((0.28, "edge"),),
        EdgeKind.POLISHED: ((0.24, "edge"), (0.42, "edge")),
        EdgeKind.EURO: ((0.24, "edge"), (0.44, "edge-dashed")),
    }
)
"""Lines of a finish: how far out (in text heights), solid or dashed."""


def finishes(piece: Piece) -> list[tuple[EdgeKind, list[Side]]]:
    """Return the finishes of the piece, each with its sides."""
    given = {(edge.side, edge.kind) for edge in piece.edges}
    sides = SIDES[piece.shape.kind]
    found = [(kind, [side for side in sides if (side, kind) in given]) for kind in _LINES]
    return [(kind, own) for kind, own in found if own]


def draw_edges(on: Sheet, piece: Piece, outline: Outline) -> None:
    """Draw the lines of all finishes along their sides."""
    for kind, sides in finishes(piece):
        for off, role in _LINES[kind]:
            lines = [beside(one, off * on.unit) for one in outline if belongs(one, sides)]
            on.path(role, path(lines, closed=False), Tags(field="edges"))
            on.lines.extend((one.start, one.end) for one in lines if one.rx == 0)


def edge_sample(on: Sheet, kind: EdgeKind, start: Point, end: Point) -> None:
    """Draw a short piece of the finish's lines, for the legend."""
    middle = (len(_LINES[kind]) - 1) * 0.1
    for index, (_, role) in enumerate(_LINES[kind]):
        up = (index * 0.2 - middle) * on.unit
        one = Segment((start[0], start[1] - up), (end[0], end[1] - up))
        on.path(role, path([one], closed=False))


def name_edges(on: Sheet, piece: Piece, outline: Outline, say: Words) -> None:
    """Write words inside along the sides, when not all sides have the same finish."""
    found = finishes(piece)
    if not found or is_all_round(piece, found[0][1]):
        return
    facet = piece.facet
    for kind, sides in found:
        text = say(f"edge.{kind}")
        for side in sides:
            skip = facet.width_mm if facet is not None and side in facet.sides else 0
            add_word(on, outline, text, _places(on, outline, side, text, skip))


def is_all_round(piece: Piece, sides: Collection[Side]) -> bool:
    """Tell whether these are all sides of the shape."""
    return len(sides) == len(SIDES[piece.shape.kind])


def _places(on: Sheet, outline: Outline, side: Side, text: str, skip: float) -> list[Point]:
    """Places just inside of a side: its middle first, then towards its ends, then deeper."""
    stretch = [one for one in outline if one.side is side]
    half = (text_width(text) * on.unit) / 2 + 0.3 * on.unit
    found: list[Point] = []
    for deep in (0.5, 1.2):
        for share in (0.5, 0.35, 0.65, 0.2, 0.8):
            if not stretch:
                continue
            one = stretch[min(len(stretch) - 1, math.floor(share * len(stretch)))]
            base, way = _inward(one, 0.5 if len(stretch) > 1 else share)
            reach = skip + abs(way[0]) * half + abs(way[1]) * 0.8 * on.unit + deep * 0.4 * on.unit
            found.append((base[0] + way[0] * reach, base[1] + way[1] * reach))
    return found


def _inward(one: Segment, share: float) -> tuple[Point, Point]:
    """A point of the segment and the way inwards there."""
    x = one.start[0] + (one.end[0] - one.start[0]) * share
    y = one.start[1] + (one.end[1] - one.start[1]) * share
    if one.rx == 0:
        dx = one.end[0] - one.start[0]
        dy = one.end[1] - one.start[1]
        length = math.sqrt(dx * dx + dy * dy)
        return (x, y), (-dy / length, dx / length)
    across = (x - one.centre[0]) / one.rx
    up = (y - one.centre[1]) / one.ry
    stretch = math.sqrt(across * across + up * up)
    point = (
        one.centre[0] + (x - one.centre[0]) / stretch,
        one.centre[1] + (y - one.centre[1]) / stretch,
    )
    length = distance(one.centre, point)
    return point, ((one.centre[0] - point[0]) / length, (one.centre[1] - point[1]) / length)


def edge_room(piece: Piece, side: Side) -> float:
    """Return how far outside of a side its lines and their air reach, in text heights."""
    own = SIDES[piece.shape.kind]
    marked = any(
        side in sides or (Side.ARC in sides and side not in own) for _, sides in finishes(piece)
    )
    return 0.75 if marked else 0.3
