"""A facet runs parallel to its sides, its width away from them, and ends at their neighbours."""

import math

import pytest
from hypothesis import assume, given, settings

from contracts.orders.items import Shape
from contracts.orders.words import CornerKind, ShapeKind, Side
from services.orders.workorders.domain.outline import SIDES
from services.orders.workorders.queries.drawing.geometry.facet import facet_lines
from services.orders.workorders.queries.drawing.geometry.outline import outline_of
from services.orders.workorders.queries.drawing.geometry.segments import (
    Point,
    Segment,
    distance,
    inside,
)
from tests.services.orders.workorders.rims import points, rim_of
from tests.services.orders.workorders.shapes import shapes

WIDTH = 10


def off(shape: Shape, point: Point) -> float:
    """How far a point is from the rim."""
    rim = rim_of(shape)
    return min(_to_stretch(point, a, b) for a, b in zip(rim, (*rim[1:], rim[0]), strict=True))


def _to_stretch(point: Point, a: Point, b: Point) -> float:
    length = distance(a, b)
    if length == 0:
        return distance(point, a)
    way = ((point[0] - a[0]) * (b[0] - a[0]) + (point[1] - a[1]) * (b[1] - a[1])) / length**2
    share = min(1, max(0, way))
    foot = (a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share)
    return distance(point, foot)


@settings(max_examples=30, deadline=None)
@given(shapes())
def test_a_facet_all_round_is_its_width_away_everywhere(shape: Shape) -> None:
    outline = outline_of(shape)
    assume(off(shape, _middle(shape)) > 2 * WIDTH)  # a flat is left
    assume(all(one.kind is not CornerKind.CUT or one.size_mm > WIDTH for one in shape.corners))
    assume(_sharpest(shape) > WIDTH)  # else the parallel crosses itself at the ends of an oval

    lines = facet_lines(outline, SIDES[shape.kind], WIDTH)

    assume(len(lines) != len(outline) or all(map(_along, lines, outline)))  # and every side of it
    seen = [point for one in lines for point in points(one)[::40]]
    for point in seen:
        assert inside(outline, point)
        assert off(shape, point) == pytest.approx(WIDTH, rel=0.01)


def _along(line: Segment, side: Segment) -> bool:
    """Whether they run the same way: a short side between two others may vanish."""
    x, y = line.end[0] - line.start[0], line.end[1] - line.start[1]
    return x * (side.end[0] - side.start[0]) + y * (side.end[1] - side.start[1]) > 0


def _sharpest(shape: Shape) -> float:
    """Radius of an oval where it is sharpest (b²/a), mm; no other rim bends more than a facet."""
    if shape.kind is not ShapeKind.OVAL:
        return math.inf
    longer, shorter = sorted((shape.width_mm / 2, shape.height_mm / 2), reverse=True)
    return shorter**2 / longer


def _middle(shape: Shape) -> Point:
    """The middle of the rim's points, which lies inside every convex shape."""
    rim = [one.start for one in outline_of(shape)]
    return sum(x for x, _ in rim) / len(rim), sum(y for _, y in rim) / len(rim)


def test_a_facet_of_one_side_reaches_the_neighbouring_sides() -> None:
    shape = Shape(kind=ShapeKind.RECTANGLE, width_mm=800, height_mm=600)

    lines = facet_lines(outline_of(shape), (Side.TOP,), 20)

    assert [(line.start, line.end) for line in lines] == [((0, 20), (800, 20))]


def test_a_facet_of_a_half_circle_ends_where_its_curve_ends() -> None:
    shape = Shape(
        kind=ShapeKind.ARCH, width_mm=800, height_mm=1000, side_height_mm=600, rise_mm=400
    )

    lines = facet_lines(outline_of(shape), (Side.ARC,), 25)

    assert lines[0].start == pytest.approx((0, 400))
    assert lines[-1].end == pytest.approx((800, 400))
    assert math.isclose(lines[1].rx, 375)
