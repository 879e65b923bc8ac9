"""The outline, against a plain drawing of it in whole numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contracts.orders.items import Corner, Shape
from contracts.orders.words import CornerAt, CornerKind, Datum, ShapeKind
from services.orders.workorders.domain.outline import (
    SCALE,
    SIDES,
    contains,
    discs_overlap,
    holds_box,
    holds_disc,
    position,
)

ARCH = Shape(kind=ShapeKind.ARCH, width_mm=800, height_mm=1460, side_height_mm=1200, rise_mm=260)
TRIANGLE = Shape(kind=ShapeKind.TRIANGLE, width_mm=940, height_mm=620, apex_mm=300)
QUARTER = Shape(kind=ShapeKind.QUARTER_CIRCLE, width_mm=300, height_mm=300)
LEANING = Shape(
    kind=ShapeKind.TRAPEZOID,
    width_mm=900,
    height_mm=400,
    bottom_mm=700,
    top_mm=600,
    top_offset_mm=-200,
)
LENGTHS = st.integers(2, 6000)


def rectangle(width: int = 800, height: int = 600, *corners: Corner) -> Shape:
    return Shape(kind=ShapeKind.RECTANGLE, width_mm=width, height_mm=height, corners=corners)


def at(x_mm: int, y_mm: int) -> tuple[int, int]:
    return x_mm * SCALE, y_mm * SCALE


@pytest.mark.parametrize(
    ("datum", "expected"),
    [
        (Datum.BOTTOM_LEFT, (40, 50)),
        (Datum.BOTTOM_RIGHT, (760, 50)),
        (Datum.TOP_LEFT, (40, 550)),
        (Datum.TOP_RIGHT, (760, 550)),
        (Datum.CENTRE, (440, 350)),
    ],
)
def test_a_position_is_measured_inwards_from_its_datum(
    datum: Datum, expected: tuple[int, int]
) -> None:
    assert position(rectangle(), datum, 40, 50) == at(*expected)


@pytest.mark.parametrize(
    ("shape", "inside", "outside"),
    [
        (rectangle(), [(0, 0), (800, 600)], [(-1, 0), (801, 0), (0, 601)]),
        (Shape(kind=ShapeKind.CIRCLE, width_mm=900, height_mm=900), [(450, 0)], [(100, 100)]),
        (Shape(kind=ShapeKind.OVAL, width_mm=700, height_mm=1000), [(350, 1000)], [(20, 20)]),
        (QUARTER, [(0, 300), (300, 0), (212, 212)], [(213, 213)]),
        (ARCH, [(400, 1460), (0, 1200), (800, 0)], [(0, 1201), (100, 1400)]),
        (TRIANGLE, [(300, 620), (0, 0), (940, 0)], [(100, 300), (800, 300)]),
        (LEANING, [(200, 0), (0, 400), (600, 400)], [(100, 0), (700, 300)]),
        (Shape(kind=ShapeKind.DRAWING, width_mm=100, height_mm=50), [(0, 50)], [(0, 51)]),
    ],
)
def test_points_lie_inside_the_outline_or_not(
    shape: Shape, inside: list[tuple[int, int]], outside: list[tuple[int, int]]
) -> None:
    assert [contains(shape, at(*point)) for point in inside] == [True] * len(inside)
    assert [contains(shape, at(*point)) for point in outside] == [False] * len(outside)


@pytest.mark.parametrize("corner", list(CornerAt))
@pytest.mark.parametrize(("kind", "just_inside"), [(CornerKind.RADIUS, 15), (CornerKind.CUT, 25)])
def test_a_corner_takes_its_piece_of_the_outline(
    corner: CornerAt, kind: CornerKind, just_inside: int
) -> None:
    shape = rectangle(800, 600, Corner(at=corner, kind=kind, size_mm=50))
    datum = Datum(corner.value)

    assert contains(shape, position(shape, datum, just_inside, just_inside))
    assert not contains(shape, position(shape, datum, just_inside - 1, just_inside - 1))
    assert contains(shape, position(shape, datum, 50, 0))
    assert contains(shape, position(shape, datum, 400, 300))


@given(width=LENGTHS, height=LENGTHS, diameter=st.integers(1, 500), data=st.data())
def test_a_disc_lies_in_a_rectangle_when_its_box_does(
    width: int, height: int, diameter: int, data: st.DataObject
) -> None:
    shape = rectangle(width, height)
    x = data.draw(st.integers(-10, width + 10))
    y = data.draw(st.integers(-10, height + 10))
    centre = position(shape, Datum.BOTTOM_LEFT, x, y)
    fits = 0 <= 2 * x - diameter <= 2 * (width - diameter) and (
        0 <= 2 * y - diameter <= 2 * (height - diameter)
    )

    assert holds_disc(shape, centre, diameter) == fits
    assert holds_box(shape, centre, diameter, diameter) == fits


@given(shape=st.sampled_from([ARCH, TRIANGLE, QUARTER, LEANING]), data=st.data())
def test_outlines_are_convex(shape: Shape, data: st.DataObject) -> None:
    points = [
        (data.draw(st.integers(0, shape.width_mm)), data.draw(st.integers(0, shape.height_mm)))
        for _ in range(2)
    ]
    if all(contains(shape, at(*point)) for point in points):
        middle = tuple(SCALE * (a + b) // 2 for a, b in zip(*points, strict=True))

        assert contains(shape, (middle[0], middle[1]))


def test_discs_that_touch_do_not_overlap() -> None:
    assert not discs_overlap(at(0, 0), 10, at(10, 0), 10)
    assert discs_overlap(at(0, 0), 10, at(9, 0), 10)


def test_every_outline_has_sides() -> None:
    assert set(SIDES) == set(ShapeKind)
    assert all(sides for sides in SIDES.values())
