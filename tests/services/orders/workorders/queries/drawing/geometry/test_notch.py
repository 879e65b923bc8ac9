"""A notch takes its own area out of the outline, wherever it is open."""

import math

import pytest

from contracts.orders.items import Corner, Cutout, Shape
from contracts.orders.words import CornerAt, CornerKind, CutoutKind, ShapeKind, Side
from services.orders.workorders.queries.drawing.geometry.notch import cut_notch
from services.orders.workorders.queries.drawing.geometry.outline import outline_of
from services.orders.workorders.queries.drawing.geometry.segments import Segment
from services.orders.workorders.queries.drawing.geometry.spots import spots_of
from tests.services.orders.workorders.rims import area, points
from tests.services.orders.workorders.story import a_piece

PLAIN = Shape(kind=ShapeKind.RECTANGLE, width_mm=800, height_mm=600)
ROUNDED = Shape(
    kind=ShapeKind.RECTANGLE,
    width_mm=800,
    height_mm=600,
    corners=tuple(Corner(at=at, kind=CornerKind.RADIUS, size_mm=80) for at in CornerAt),
)


def notched(shape: Shape, **numbers: int | Side) -> list[Segment] | None:
    facts = {"x_mm": 0, "y_mm": 0, "width_mm": 100, "depth_mm": 60} | numbers
    notch = Cutout(kind=CutoutKind.NOTCH, **facts)  # type: ignore[arg-type]
    (spot,) = spots_of(a_piece(shape=shape, edges=(), cutouts=(notch,)))
    outline = outline_of(shape)
    return cut_notch(outline, outline, spot)


def area_of(outline: list[Segment] | None) -> float:
    assert outline is not None
    for one, following in zip(outline, (*outline[1:], outline[0]), strict=True):
        assert one.end == pytest.approx(following.start, abs=0.001)
    return area([point for one in outline for point in points(one)])


@pytest.mark.parametrize(
    ("side", "x", "y"),
    [(Side.TOP, 300, 0), (Side.BOTTOM, 300, 0), (Side.LEFT, 0, 200), (Side.RIGHT, 0, 200)],
)
@pytest.mark.parametrize("shape", [PLAIN, ROUNDED])
def test_a_notch_takes_width_by_depth_less_its_round_corners(
    shape: Shape, side: Side, x: int, y: int
) -> None:
    whole = area_of(outline_of(shape))

    left = area_of(notched(shape, side=side, x_mm=x, y_mm=y, radius_mm=10))

    taken = 100 * 60 - 2 * 10**2 * (1 - math.pi / 4)
    assert whole - left == pytest.approx(taken, rel=0.001)


def test_a_notch_at_the_end_of_a_side_is_a_step_without_a_wall() -> None:
    left = area_of(notched(PLAIN, side=Side.TOP, x_mm=50, radius_mm=10))

    assert 800 * 600 - left == pytest.approx(100 * 60 - 10**2 * (1 - math.pi / 4), rel=0.001)


def test_a_notch_in_a_round_corner_takes_only_glass() -> None:
    whole = area_of(outline_of(ROUNDED))

    left = area_of(notched(ROUNDED, side=Side.TOP, x_mm=60))

    lost = whole - left
    assert 0 < lost < 100 * 60
