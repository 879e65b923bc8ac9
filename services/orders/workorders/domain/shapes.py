"""Width × height as people say it, and outlines whose numbers do not contradict each other."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Self

from chassis.errors import FieldError, Invalid
from contracts.orders.items import Shape
from contracts.orders.words import CornerAt, ShapeKind, Side
from services.orders.workorders.domain import rules
from services.orders.workorders.domain.rules import MAX_MM, Loc, Rule

_SPOKEN = re.compile(r"(\d{1,5})(?:\s*мм)?\s*(?:[xXхХ×*]|на|by)\s*(\d{1,5})(?:\s*(?:мм|mm))?")


@dataclass(frozen=True, slots=True)
class Size:
    """Width and height of a bounding box, whole mm, 1 to 6000.

    Raises:
        Invalid: `length-out-of-range` at `width_mm` or `height_mm`.
    """

    width_mm: int
    height_mm: int

    def __post_init__(self) -> None:
        wrong = [
            rules.LENGTH.at((name,), limit=MAX_MM)
            for name, value in (("width_mm", self.width_mm), ("height_mm", self.height_mm))
            if not 1 <= value <= MAX_MM
        ]
        if wrong:
            raise Invalid(*wrong)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `800x1200`, `800×1200`, `800 на 1200`, in either alphabet.

        Raises:
            Invalid: `size-not-understood`, or a length out of range.
        """
        match = _SPOKEN.fullmatch(text.strip())
        if match is None:
            raise Invalid(rules.SIZE_TEXT.at(("size",)))
        return cls(int(match[1]), int(match[2]))

    @property
    def area_mm2(self) -> int:
        """Area of the bounding box, mm²: what a sheet loses."""
        return self.width_mm * self.height_mm

    @property
    def perimeter_mm(self) -> int:
        """Way around the bounding box, mm."""
        return 2 * (self.width_mm + self.height_mm)

    def __str__(self) -> str:
        return f"{self.width_mm}×{self.height_mm}"


_OWN_NUMBERS: Final[Mapping[ShapeKind, tuple[str, ...]]] = MappingProxyType(
    {
        ShapeKind.ARCH: ("side_height_mm", "rise_mm"),
        ShapeKind.TRIANGLE: ("apex_mm",),
        ShapeKind.TRAPEZOID: ("bottom_mm", "top_mm", "top_offset_mm"),
    }
)
_ALL_NUMBERS: Final = tuple(name for names in _OWN_NUMBERS.values() for name in names)
_SIGNED: Final = frozenset({"apex_mm", "top_offset_mm"})
"""Positions, not lengths: may be 0."""
_SIDE_OF_CORNERS: Final[Mapping[Side, tuple[CornerAt, CornerAt]]] = MappingProxyType(
    {
        Side.TOP: (CornerAt.TOP_LEFT, CornerAt.TOP_RIGHT),
        Side.RIGHT: (CornerAt.TOP_RIGHT, CornerAt.BOTTOM_RIGHT),
        Side.BOTTOM: (CornerAt.BOTTOM_LEFT, CornerAt.BOTTOM_RIGHT),
        Side.LEFT: (CornerAt.TOP_LEFT, CornerAt.BOTTOM_LEFT),
    }
)


def length(value: int | None, loc: Loc, limit: int = MAX_MM) -> Iterator[FieldError]:
    """Refuse a length that is not 1 to `limit` mm; None is no length and passes."""
    if value is not None and not 1 <= value <= limit:
        yield rules.LENGTH.at(loc, limit=limit)


def check_shape(shape: Shape, loc: Loc) -> Iterator[FieldError]:
    """Refuse an outline that cannot be drawn."""
    wrong = [*_numbers(shape, loc)]
    yield from wrong
    if not wrong:
        yield from _kind(shape, loc)
        yield from _corners(shape, loc)


def _numbers(shape: Shape, loc: Loc) -> Iterator[FieldError]:
    yield from length(shape.width_mm, (*loc, "width_mm"))
    yield from length(shape.height_mm, (*loc, "height_mm"))
    own = _OWN_NUMBERS.get(shape.kind, ())
    for name in _ALL_NUMBERS:
        value: int | None = getattr(shape, name)
        if name not in own and value is not None:
            yield rules.FOREIGN.at((*loc, name))
        if name in own and value is None:
            yield rules.MISSING.at((*loc, name))
        if name in own and name not in _SIGNED:
            yield from length(value, (*loc, name))


def _kind(shape: Shape, loc: Loc) -> Iterator[FieldError]:
    match shape.kind:
        case ShapeKind.CIRCLE | ShapeKind.QUARTER_CIRCLE:
            yield from _when(
                shape.width_mm != shape.height_mm, rules.NOT_ROUND, (*loc, "height_mm")
            )
        case ShapeKind.ARCH:
            side, rise = shape.side_height_mm or 0, shape.rise_mm or 0
            yield from _when(side + rise != shape.height_mm, rules.ARCH_HEIGHT, (*loc, "height_mm"))
            yield from _when(2 * rise > shape.width_mm, rules.ARCH_RISE, (*loc, "rise_mm"))
        case ShapeKind.TRIANGLE:
            apex = shape.apex_mm or 0
            yield from _when(not 0 <= apex <= shape.width_mm, rules.APEX, (*loc, "apex_mm"))
        case ShapeKind.TRAPEZOID:
            width = trapezoid_width(
                shape.bottom_mm or 0, shape.top_mm or 0, shape.top_offset_mm or 0
            )
            if width != shape.width_mm:
                yield rules.TRAPEZOID_WIDTH.at((*loc, "width_mm"), width=width)
        case _:  # rectangle, oval and drawing: width and height say all
            return


def trapezoid_width(bottom_mm: int, top_mm: int, top_offset_mm: int) -> int:
    """Return the width of the bounding box of a trapezoid, mm."""
    return max(bottom_mm, top_offset_mm + top_mm) - min(0, top_offset_mm)


def _when(refused: bool, rule: Rule, loc: Loc) -> Iterator[FieldError]:  # noqa: FBT001 - the refusal itself
    if refused:
        yield rule.at(loc)


def _corners(shape: Shape, loc: Loc) -> Iterator[FieldError]:
    if shape.corners and shape.kind is not ShapeKind.RECTANGLE:
        yield rules.CORNERS_OF_RECTANGLE.at((*loc, "corners"))
        return
    sizes: dict[CornerAt, int] = {}
    for index, corner in enumerate(shape.corners):
        here = (*loc, "corners", index)
        yield from length(corner.size_mm, (*here, "size_mm"))
        if corner.at in sizes:
            yield rules.CORNER_TWICE.at((*here, "at"))
        sizes[corner.at] = corner.size_mm
    for side, ends in _SIDE_OF_CORNERS.items():
        room = shape.width_mm if side in {Side.TOP, Side.BOTTOM} else shape.height_mm
        if sum(sizes.get(end, 0) for end in ends) > room:
            yield rules.CORNER_TOO_LARGE.at((*loc, "corners"))
            return
