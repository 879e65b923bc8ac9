"""The outline of a piece: its sides, and whether a point or a disc lies inside it.

All numbers are whole: lengths are scaled by 260, so that half millimetres and the points of a rim
in the directions (3, 4, 5) and (5, 12, 13) stay exact.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from contracts.orders.items import Shape
from contracts.orders.words import CornerAt, CornerKind, Datum, ShapeKind, Side

SCALE: Final = 260
_AXES = ((1, 0), (0, 1), (-1, 0), (0, -1))
_RIM: Final = tuple(
    sorted(
        {
            (x * a * SCALE // 2 // c, y * b * SCALE // 2 // c)
            for a, b, c in ((3, 4, 5), (4, 3, 5), (5, 12, 13), (12, 5, 13))
            for x in (1, -1)
            for y in (1, -1)
        }
        | {(x * SCALE // 2, y * SCALE // 2) for x, y in _AXES}
    )
)
"""Rim of a disc of diameter 1 mm, in scaled units: twenty exact points."""

_FOUR = (Side.TOP, Side.RIGHT, Side.BOTTOM, Side.LEFT)
SIDES: Final[Mapping[ShapeKind, tuple[Side, ...]]] = MappingProxyType(
    {
        ShapeKind.RECTANGLE: _FOUR,
        ShapeKind.TRAPEZOID: _FOUR,
        ShapeKind.CIRCLE: (Side.ARC,),
        ShapeKind.OVAL: (Side.ARC,),
        ShapeKind.DRAWING: (Side.ARC,),
        ShapeKind.QUARTER_CIRCLE: (Side.BOTTOM, Side.LEFT, Side.ARC),
        ShapeKind.ARCH: (Side.ARC, Side.RIGHT, Side.BOTTOM, Side.LEFT),
        ShapeKind.TRIANGLE: (Side.RIGHT, Side.BOTTOM, Side.LEFT),
    }
)
"""Sides of each outline, clockwise from the top."""


def position(shape: Shape, datum: Datum, x_mm: int, y_mm: int) -> tuple[int, int]:
    """Return the scaled point, from the bottom left of the bounding box."""
    width, height, x, y = (SCALE * value for value in (shape.width_mm, shape.height_mm, x_mm, y_mm))
    if datum is Datum.CENTRE:
        return width // 2 + x, height // 2 + y
    across = width - x if datum in {Datum.TOP_RIGHT, Datum.BOTTOM_RIGHT} else x
    up = height - y if datum in {Datum.TOP_LEFT, Datum.TOP_RIGHT} else y
    return across, up


def holds_disc(shape: Shape, centre: tuple[int, int], diameter_mm: int) -> bool:
    """Tell whether the whole disc lies inside the outline."""
    return all(contains(shape, point) for point in _rim(centre, diameter_mm))


def holds_box(shape: Shape, centre: tuple[int, int], width_mm: int, height_mm: int) -> bool:
    """Tell whether the whole rectangle lies inside the outline (every outline is convex)."""
    half_width, half_height = width_mm * SCALE // 2, height_mm * SCALE // 2
    return all(
        contains(shape, (centre[0] + sign_x * half_width, centre[1] + sign_y * half_height))
        for sign_x in (1, -1)
        for sign_y in (1, -1)
    )


def discs_overlap(
    one: tuple[int, int], first_mm: int, two: tuple[int, int], second_mm: int
) -> bool:
    """Tell whether two discs (centre, diameter) have more than a point in common."""
    across, up = one[0] - two[0], one[1] - two[1]
    return 4 * (across**2 + up**2) < ((first_mm + second_mm) * SCALE) ** 2


def _rim(centre: tuple[int, int], diameter_mm: int) -> Iterator[tuple[int, int]]:
    for x, y in _RIM:
        yield centre[0] + diameter_mm * x, centre[1] + diameter_mm * y


def contains(shape: Shape, point: tuple[int, int]) -> bool:
    """Tell whether the scaled point lies inside the outline or on it."""
    x, y = point
    width, height = shape.width_mm * SCALE, shape.height_mm * SCALE
    if not (0 <= x <= width and 0 <= y <= height):
        return False
    match shape.kind:
        case ShapeKind.RECTANGLE:
            return _inside_corners(shape, x, y)
        case ShapeKind.CIRCLE | ShapeKind.OVAL:
            across, up = 2 * x - width, 2 * y - height
            return (across * height) ** 2 + (up * width) ** 2 <= (width * height) ** 2
        case ShapeKind.QUARTER_CIRCLE:
            return x**2 + y**2 <= width**2
        case ShapeKind.ARCH:
            return _below_arc(shape, x, y)
        case ShapeKind.TRIANGLE | ShapeKind.TRAPEZOID:
            return _between_slopes(shape, x, y)
        case _:  # by a drawing: its bounding box is all we know
            return True


def _inside_corners(shape: Shape, x: int, y: int) -> bool:
    width, height = shape.width_mm * SCALE, shape.height_mm * SCALE
    for corner in shape.corners:
        size = corner.size_mm * SCALE
        right = corner.at in {CornerAt.TOP_RIGHT, CornerAt.BOTTOM_RIGHT}
        top = corner.at in {CornerAt.TOP_LEFT, CornerAt.TOP_RIGHT}
        across = size - (width - x if right else x)
        up = size - (height - y if top else y)
        if across <= 0 or up <= 0:
            continue
        if corner.kind is CornerKind.RADIUS and across**2 + up**2 > size**2:
            return False
        if corner.kind is CornerKind.CUT and across + up > size:
            return False
    return True


def _below_arc(shape: Shape, x: int, y: int) -> bool:
    """Arc of the circle through both shoulders and the crown; everything doubled by 8 × rise."""
    width = shape.width_mm * SCALE
    side = (shape.side_height_mm or 0) * SCALE
    rise = (shape.rise_mm or 0) * SCALE
    if y <= side:
        return True
    scale = 8 * rise
    radius = 2 * (width**2 + 4 * rise**2)
    across = scale * (2 * x - width)
    up = 2 * scale * (y - side - rise) + radius
    return across**2 + up**2 <= radius**2


def _between_slopes(shape: Shape, x: int, y: int) -> bool:
    """Between the left and the right slope, both straight from the bottom to the top."""
    height = shape.height_mm * SCALE
    left, right = bottom_ends(shape)
    top_left, top_right = top_ends(shape)
    return (x - left) * height >= (top_left - left) * y and (right - x) * height >= (
        right - top_right
    ) * y


def bottom_ends(shape: Shape) -> tuple[int, int]:
    """Return the scaled ends of the bottom side, from the left of the bounding box."""
    if shape.kind is not ShapeKind.TRAPEZOID:
        return 0, shape.width_mm * SCALE
    left = max(0, -(shape.top_offset_mm or 0)) * SCALE
    return left, left + (shape.bottom_mm or 0) * SCALE


def top_ends(shape: Shape) -> tuple[int, int]:
    """Return the scaled ends of the top side (of a triangle: its apex twice)."""
    if shape.kind is ShapeKind.TRIANGLE:
        apex = (shape.apex_mm or 0) * SCALE
        return apex, apex
    left = max(0, shape.top_offset_mm or 0) * SCALE
    return left, left + (shape.top_mm or 0) * SCALE
