from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chassis.errors import Invalid
from contracts.orders.items import Corner, Shape
from contracts.orders.words import CornerAt, CornerKind, ShapeKind
from services.orders.workorders.domain import Size
from services.orders.workorders.domain.shapes import check_shape, length, trapezoid_width

LENGTHS = st.integers(1, 6000)


@pytest.mark.parametrize(
    "text",
    [
        "800x1200",
        "800х1200",
        "800 × 1200",
        " 800*1200 ",
        "800 на 1200",
        "800 мм на 1200 мм",
        "800 by 1200 mm",
        "800Х1200мм",
    ],
)
def test_a_size_is_read_as_people_say_it(text: str) -> None:
    assert Size.parse(text) == Size(800, 1200)


@pytest.mark.parametrize(
    "text", ["", "800", "800x", "x1200", "800x1200x4", "80,5x120", "-8x9", "123456x10", "800 1200"]
)
def test_what_is_no_size_is_refused(text: str) -> None:
    with pytest.raises(Invalid) as refused:
        Size.parse(text)

    assert [fault.code for fault in refused.value.fields] == ["size-not-understood"]


@given(width=LENGTHS, height=LENGTHS)
def test_a_size_survives_being_said_and_read(width: int, height: int) -> None:
    size = Size(width, height)

    assert Size.parse(str(size)) == size
    assert size.area_mm2 == width * height
    assert size.perimeter_mm == 2 * width + 2 * height


@given(width=st.integers().filter(lambda n: not 1 <= n <= 6000))
def test_a_length_out_of_range_is_named_at_its_side(width: int) -> None:
    with pytest.raises(Invalid) as refused:
        Size(width, 0)

    assert [(fault.loc, fault.code) for fault in refused.value.fields] == [
        (("width_mm",), "length-out-of-range"),
        (("height_mm",), "length-out-of-range"),
    ]


RECTANGLE = Shape(kind=ShapeKind.RECTANGLE, width_mm=800, height_mm=600)
ARCH = Shape(kind=ShapeKind.ARCH, width_mm=800, height_mm=1460, side_height_mm=1200, rise_mm=260)
TRIANGLE = Shape(kind=ShapeKind.TRIANGLE, width_mm=940, height_mm=620, apex_mm=300)
TRAPEZOID = Shape(
    kind=ShapeKind.TRAPEZOID,
    width_mm=730,
    height_mm=410,
    bottom_mm=730,
    top_mm=655,
    top_offset_mm=0,
)


def faults(shape: Shape) -> list[tuple[str, str]]:
    return [(".".join(map(str, f.loc)), f.code) for f in check_shape(shape, ())]


def corner(at: CornerAt, size_mm: int) -> Corner:
    return Corner(at=at, kind=CornerKind.RADIUS, size_mm=size_mm)


@pytest.mark.parametrize(
    "shape",
    [
        RECTANGLE,
        ARCH,
        TRIANGLE,
        TRAPEZOID,
        Shape(kind=ShapeKind.CIRCLE, width_mm=900, height_mm=900),
        Shape(kind=ShapeKind.QUARTER_CIRCLE, width_mm=300, height_mm=300),
        Shape(kind=ShapeKind.OVAL, width_mm=700, height_mm=1000),
        Shape(kind=ShapeKind.DRAWING, width_mm=1000, height_mm=600),
        replace(TRIANGLE, apex_mm=0),
        replace(RECTANGLE, corners=tuple(corner(at, 300) for at in CornerAt)),
    ],
)
def test_an_outline_that_can_be_drawn_has_no_fault(shape: Shape) -> None:
    assert faults(shape) == []


@pytest.mark.parametrize(
    ("shape", "expected"),
    [
        (replace(RECTANGLE, width_mm=0), [("width_mm", "length-out-of-range")]),
        (replace(RECTANGLE, height_mm=6001), [("height_mm", "length-out-of-range")]),
        (replace(RECTANGLE, rise_mm=5), [("rise_mm", "not-of-this-kind")]),
        (replace(ARCH, rise_mm=None), [("rise_mm", "number-missing")]),
        (replace(ARCH, height_mm=1500), [("height_mm", "arch-height-differs")]),
        (
            replace(ARCH, rise_mm=401, height_mm=1601),
            [("rise_mm", "arch-rise-too-large")],
        ),
        (replace(TRIANGLE, apex_mm=941), [("apex_mm", "apex-outside-base")]),
        (replace(TRIANGLE, apex_mm=-1), [("apex_mm", "apex-outside-base")]),
        (replace(TRAPEZOID, width_mm=700), [("width_mm", "trapezoid-width-differs")]),
        (replace(TRAPEZOID, top_mm=0), [("top_mm", "length-out-of-range")]),
        (
            Shape(kind=ShapeKind.CIRCLE, width_mm=900, height_mm=901),
            [("height_mm", "width-and-height-differ")],
        ),
        (
            replace(TRIANGLE, corners=(corner(CornerAt.TOP_LEFT, 10),)),
            [("corners", "corners-only-on-rectangle")],
        ),
        (
            replace(RECTANGLE, corners=(corner(CornerAt.TOP_LEFT, 10),) * 2),
            [("corners.1.at", "corner-twice")],
        ),
        (
            replace(RECTANGLE, corners=(corner(CornerAt.TOP_LEFT, 0),)),
            [("corners.0.size_mm", "length-out-of-range")],
        ),
        (
            replace(RECTANGLE, corners=tuple(corner(at, 301) for at in CornerAt)),
            [("corners", "corner-too-large")],
        ),
    ],
)
def test_an_outline_that_contradicts_itself_is_refused_at_its_place(
    shape: Shape, expected: list[tuple[str, str]]
) -> None:
    assert faults(shape) == expected


@pytest.mark.parametrize(
    ("bottom", "top", "offset", "width"),
    [(730, 655, 0, 730), (500, 700, 0, 700), (700, 600, -200, 900), (400, 400, 100, 500)],
)
def test_a_trapezoid_is_as_wide_as_it_reaches(
    bottom: int, top: int, offset: int, width: int
) -> None:
    assert trapezoid_width(bottom, top, offset) == width


def test_no_length_is_no_fault() -> None:
    assert list(length(None, ())) == []
