"""Every outline that may be, for tests by property."""

from hypothesis import strategies as st

from contracts.orders.items import Corner, Shape
from contracts.orders.words import CornerAt, CornerKind, ShapeKind
from services.orders.workorders.domain.shapes import trapezoid_width

LENGTH = st.integers(20, 6000)


@st.composite
def shapes(draw: st.DrawFn) -> Shape:
    kind = draw(st.sampled_from(ShapeKind))
    width, height = draw(LENGTH), draw(LENGTH)
    match kind:
        case ShapeKind.RECTANGLE:
            return Shape(
                kind=kind, width_mm=width, height_mm=height, corners=draw(_corners(width, height))
            )
        case ShapeKind.CIRCLE | ShapeKind.QUARTER_CIRCLE:
            return Shape(kind=kind, width_mm=width, height_mm=width)
        case ShapeKind.ARCH:
            rise = draw(st.integers(1, width // 2))
            side = draw(LENGTH)
            return Shape(
                kind=kind,
                width_mm=width,
                height_mm=side + rise,
                side_height_mm=side,
                rise_mm=rise,
            )
        case ShapeKind.TRIANGLE:
            apex = draw(st.integers(0, width))
            return Shape(kind=kind, width_mm=width, height_mm=height, apex_mm=apex)
        case ShapeKind.TRAPEZOID:
            bottom, top, offset = draw(LENGTH), draw(LENGTH), draw(st.integers(-3000, 3000))
            return Shape(
                kind=kind,
                width_mm=trapezoid_width(bottom, top, offset),
                height_mm=height,
                bottom_mm=bottom,
                top_mm=top,
                top_offset_mm=offset,
            )
        case _:
            return Shape(kind=kind, width_mm=width, height_mm=height)


@st.composite
def _corners(draw: st.DrawFn, width: int, height: int) -> tuple[Corner, ...]:
    """Corners that leave room for each other on every side."""
    room = min(width, height) // 2
    places = draw(st.lists(st.sampled_from(CornerAt), unique=True))
    return tuple(
        Corner(at=at, kind=draw(st.sampled_from(CornerKind)), size_mm=draw(st.integers(1, room)))
        for at in places
    )
