"""The outline of a shape, clockwise from the top left, and points given from a datum."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from contracts.orders.items import Shape
from contracts.orders.words import CornerAt, CornerKind, Datum, ShapeKind, Side
from services.orders.workorders.queries.drawing.geometry.segments import Point, Segment, same

MEETING: Final[Mapping[CornerAt, tuple[Side, Side]]] = MappingProxyType(
    {
        CornerAt.TOP_LEFT: (Side.LEFT, Side.TOP),
        CornerAt.TOP_RIGHT: (Side.TOP, Side.RIGHT),
        CornerAt.BOTTOM_RIGHT: (Side.RIGHT, Side.BOTTOM),
        CornerAt.BOTTOM_LEFT: (Side.BOTTOM, Side.LEFT),
    }
)
"""The two sides that meet at a corner of a rectangle, clockwise."""


def outline_of(shape: Shape) -> list[Segment]:
    """Return sides and corners clockwise from the top left, corners rounded or cut."""
    w, h = shape.width_mm, shape.height_mm
    match shape.kind:
        case ShapeKind.RECTANGLE:
            return _rectangle(shape)
        case ShapeKind.CIRCLE | ShapeKind.OVAL:
            return ellipse((w / 2, h / 2), w / 2, h / 2)
        case ShapeKind.QUARTER_CIRCLE:
            return [
                Segment((0, 0), (w, h), (0, h), w, h, side=Side.ARC),
                Segment((w, h), (0, h), side=Side.BOTTOM),
                Segment((0, h), (0, 0), side=Side.LEFT),
            ]
        case ShapeKind.ARCH:
            return _arch(shape)
        case ShapeKind.TRIANGLE:
            apex = shape.apex_mm or 0
            return _polygon((apex, apex), (0, w), h)
        case ShapeKind.TRAPEZOID:
            return _trapezoid(shape)
        case _:
            return [replace(one, side=Side.ARC) for one in _polygon((0, w), (0, w), h)]


def _trapezoid(shape: Shape) -> list[Segment]:
    offset = shape.top_offset_mm or 0
    top, bottom = max(0, offset), max(0, -offset)
    ends = (bottom, bottom + (shape.bottom_mm or 0))
    return _polygon((top, top + (shape.top_mm or 0)), ends, shape.height_mm)


def _real(segments: list[Segment]) -> list[Segment]:
    return [one for one in segments if not same(one.start, one.end)]


def _polygon(top: Point, bottom: Point, h: float) -> list[Segment]:
    return _real(
        [
            Segment((top[0], 0), (top[1], 0), side=Side.TOP),
            Segment((top[1], 0), (bottom[1], h), side=Side.RIGHT),
            Segment((bottom[1], h), (bottom[0], h), side=Side.BOTTOM),
            Segment((bottom[0], h), (top[0], 0), side=Side.LEFT),
        ]
    )


def ellipse(centre: Point, rx: float, ry: float) -> list[Segment]:
    """Return a full ellipse in four quarters, from the left over the top."""
    x, y = centre
    ends = [(x - rx, y), (x, y - ry), (x + rx, y), (x, y + ry)]
    return [
        Segment(start, ends[(index + 1) % 4], centre, rx, ry, side=Side.ARC)
        for index, start in enumerate(ends)
    ]


def _arch(shape: Shape) -> list[Segment]:
    w, h, rise = shape.width_mm, shape.height_mm, shape.rise_mm or 1
    radius = (w * w + 4 * rise * rise) / (8 * rise)
    centre = (w / 2, radius)
    return _real(
        [
            Segment((0, rise), (w / 2, 0), centre, radius, radius, side=Side.ARC),
            Segment((w / 2, 0), (w, rise), centre, radius, radius, side=Side.ARC),
            Segment((w, rise), (w, h), side=Side.RIGHT),
            Segment((w, h), (0, h), side=Side.BOTTOM),
            Segment((0, h), (0, rise), side=Side.LEFT),
        ]
    )


def _rectangle(shape: Shape) -> list[Segment]:
    w, h = shape.width_mm, shape.height_mm
    kinds = {corner.at: corner for corner in reversed(shape.corners)}

    def size(at: CornerAt) -> int:
        return kinds[at].size_mm if at in kinds else 0

    def turn(at: CornerAt, start: Point, end: Point, centre: Point) -> Segment:
        if at in kinds and kinds[at].kind is CornerKind.RADIUS:
            return Segment(start, end, centre, size(at), size(at), corner=at)
        return Segment(start, end, corner=at)

    a, b = size(CornerAt.TOP_LEFT), size(CornerAt.TOP_RIGHT)
    c, d = size(CornerAt.BOTTOM_RIGHT), size(CornerAt.BOTTOM_LEFT)
    return _real(
        [
            Segment((a, 0), (w - b, 0), side=Side.TOP),
            turn(CornerAt.TOP_RIGHT, (w - b, 0), (w, b), (w - b, b)),
            Segment((w, b), (w, h - c), side=Side.RIGHT),
            turn(CornerAt.BOTTOM_RIGHT, (w, h - c), (w - c, h), (w - c, h - c)),
            Segment((w - c, h), (d, h), side=Side.BOTTOM),
            turn(CornerAt.BOTTOM_LEFT, (d, h), (0, h - d), (d, h - d)),
            Segment((0, h - d), (0, a), side=Side.LEFT),
            turn(CornerAt.TOP_LEFT, (0, a), (a, 0), (a, a)),
        ]
    )


def placed(shape: Shape, datum: Datum, x: float, y: float) -> Point:
    """Return a point given inwards from a datum as a point of the scene."""
    w, h = shape.width_mm, shape.height_mm
    if datum is Datum.CENTRE:
        return w / 2 + x, h / 2 - y
    right = datum in {Datum.TOP_RIGHT, Datum.BOTTOM_RIGHT}
    top = datum in {Datum.TOP_LEFT, Datum.TOP_RIGHT}
    return w - x if right else x, y if top else h - y


def zero_of(shape: Shape, datum: Datum) -> Point:
    """Return where positions from this datum begin."""
    return placed(shape, datum, 0, 0)
