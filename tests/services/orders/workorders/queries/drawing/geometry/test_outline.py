"""An outline fills its bounding box and does not leave it; its area and rim are what they are."""

import math

import pytest
from hypothesis import given

from contracts.orders.items import Shape
from contracts.orders.words import CornerKind, ShapeKind
from services.orders.workorders.queries.drawing.geometry.outline import outline_of
from services.orders.workorders.queries.drawing.geometry.segments import distance
from tests.services.orders.workorders.rims import area, rim_of
from tests.services.orders.workorders.shapes import shapes


def wanted(shape: Shape) -> float:
    w, h = shape.width_mm, shape.height_mm
    match shape.kind:
        case ShapeKind.CIRCLE | ShapeKind.OVAL:
            return math.pi * w * h / 4
        case ShapeKind.QUARTER_CIRCLE:
            return math.pi * w * w / 4
        case ShapeKind.TRIANGLE:
            return w * h / 2
        case ShapeKind.TRAPEZOID:
            return ((shape.bottom_mm or 0) + (shape.top_mm or 0)) * h / 2
        case ShapeKind.ARCH:
            rise = shape.rise_mm or 0
            radius = (w * w / 4 + rise * rise) / (2 * rise)
            half = math.acos((radius - rise) / radius)
            return w * (h - rise) + radius * radius * (half - math.sin(2 * half) / 2)
        case _:
            lost = (
                (1 - math.pi / 4 if corner.kind is CornerKind.RADIUS else 1 / 2) * corner.size_mm**2
                for corner in shape.corners
            )
            return w * h - sum(lost)


@given(shapes())
def test_an_outline_fills_its_box_and_stays_in_it(shape: Shape) -> None:
    rim = rim_of(shape)

    ends = [end for one in outline_of(shape) for end in (one.start, one.end)]
    for axis, size in ((0, shape.width_mm), (1, shape.height_mm)):
        assert min(point[axis] for point in ends) == pytest.approx(0, abs=0.001)
        assert max(point[axis] for point in ends) == pytest.approx(size, abs=0.001)
        assert all(-0.001 <= point[axis] <= size + 0.001 for point in rim)


@given(shapes())
def test_area_and_rim_are_those_of_the_shape(shape: Shape) -> None:
    rim = rim_of(shape)

    length = sum(distance(a, b) for a, b in zip(rim, (*rim[1:], rim[0]), strict=True))
    assert area(rim) == pytest.approx(wanted(shape), rel=0.001)
    assert length <= 2 * (shape.width_mm + shape.height_mm) + 0.001
    assert length >= 2 * math.sqrt(math.pi * area(rim)) - 0.001  # no rim is shorter than a circle's


@given(shapes())
def test_an_outline_is_one_closed_line(shape: Shape) -> None:
    outline = outline_of(shape)

    for one, following in zip(outline, (*outline[1:], outline[0]), strict=True):
        assert one.end == following.start
