"""The sheet a drawing grows on: marks in millimetres, and what is already taken."""

from dataclasses import dataclass, field
from typing import Final, Literal

from services.orders.workorders.queries.drawing.geometry.numbers import num, rounded, text_width
from services.orders.workorders.queries.drawing.geometry.segments import (
    Outline,
    Point,
    chord,
    inside,
)
from services.orders.workorders.queries.drawing.geometry.spots import Of

Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tags:
    """What is the same for all marks of one hole."""

    of: Of | None = None
    wrong: bool = False
    """Impossible: outside of the glass, over another hole, too large."""
    field: str | None = None
    """Field of the piece that it shows, as a correction names it: `shape.width_mm`."""


NO_TAGS: Final = Tags()


@dataclass(frozen=True, slots=True)
class PathMark:
    """A stroke or an area."""

    role: str
    d: str
    tags: Tags = NO_TAGS


@dataclass(frozen=True, slots=True)
class TextMark:
    """A text; `y` is its base line."""

    role: str
    x: float
    y: float
    anchor: Anchor
    text: str
    tags: Tags = NO_TAGS


@dataclass(frozen=True, slots=True, kw_only=True)
class DimensionMark:
    """A measured length: `value` is the distance of `start` and `end` along the axis."""

    axis: Literal["x", "y"]
    start: Point
    end: Point
    value: float
    text: str
    x: float
    y: float
    anchor: Anchor
    lines: str
    arrows: str
    tags: Tags = NO_TAGS


Mark = PathMark | TextMark | DimensionMark


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of the scene."""

    left: float
    top: float
    right: float
    bottom: float

    def corners(self) -> tuple[Point, Point, Point, Point]:
        """Return the corners clockwise from the top left."""
        return (
            (self.left, self.top),
            (self.right, self.top),
            (self.right, self.bottom),
            (self.left, self.bottom),
        )

    def around(self, other: "Box") -> "Box":
        """Return the smallest box that holds both."""
        return Box(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )

    def overlaps(self, other: "Box") -> bool:
        """Tell whether they have an area in common."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


@dataclass(slots=True)
class Sheet:
    """Everything drawn so far; lengths in mm."""

    unit: float
    """Height of the text."""
    bounds: Box
    marks: list[Mark] = field(default_factory=list)
    taken: list[Box] = field(default_factory=list)
    """Places that no further text may cover."""
    lines: list[tuple[Point, Point]] = field(default_factory=list)
    """Thin lines that a text had better not cross."""

    def path(self, role: str, d: str, tags: Tags = NO_TAGS) -> None:
        """Add a stroke or an area."""
        if d:
            self.marks.append(PathMark(role, d, tags))

    def take(self, box: Box) -> None:
        """Keep a place free of texts."""
        self.taken.append(box)
        self.bounds = self.bounds.around(box)

    def write(self, role: str, text: str, at: Point, anchor: Anchor, tags: Tags = NO_TAGS) -> None:
        """Write a text whose middle line runs through the point, and take its place."""
        y = rounded(at[1] + 0.35 * self.unit)
        self.marks.append(TextMark(role, rounded(at[0]), y, anchor, text, tags))
        self.take(text_box(self.unit, text, at, anchor))


def text_box(unit: float, text: str, at: Point, anchor: Anchor) -> Box:
    """Return the place a text takes when its middle line runs through the point."""
    x, y = at
    width = text_width(text) * unit
    left = x
    if anchor == "middle":
        left = x - width / 2
    if anchor == "end":
        left = x - width
    return Box(left, y - 0.6 * unit, left + width, y + 0.6 * unit)


def box_around(at: Point, half_width: float, half_height: float) -> Box:
    """Return the box about a point."""
    return Box(at[0] - half_width, at[1] - half_height, at[0] + half_width, at[1] + half_height)


def crosses(box: Box, a: Point, b: Point) -> bool:
    """Tell whether the stretch `a`–`b` goes through the box."""
    if max(a[0], b[0]) <= box.left or min(a[0], b[0]) >= box.right:
        return False
    if max(a[1], b[1]) <= box.top or min(a[1], b[1]) >= box.bottom:
        return False
    start: float = 0
    end: float = 1
    for from_, to, low, high in (
        (a[0], b[0], box.left, box.right),
        (a[1], b[1], box.top, box.bottom),
    ):
        if from_ != to:
            one = (low - from_) / (to - from_)
            two = (high - from_) / (to - from_)
            start = max(start, min(one, two))
            end = min(end, max(one, two))
    return start < end


def on_outline(outline: Outline, box: Box) -> bool:
    """Tell whether the rim of the convex outline runs through the box."""
    corners = box.corners()
    within = sum(inside(outline, corner) for corner in corners)
    if within > 0:
        return within < len(corners)
    for start, end in zip(corners, (*corners[1:], corners[0]), strict=True):
        cut = chord(outline, start, end)
        if cut is not None and _on_stretch(start, end, cut[0]):
            return True
    return False


def _on_stretch(a: Point, b: Point, point: Point) -> bool:
    way = (point[0] - a[0]) * (b[0] - a[0]) + (point[1] - a[1]) * (b[1] - a[1])
    whole = (b[0] - a[0]) * (b[0] - a[0]) + (b[1] - a[1]) * (b[1] - a[1])
    return 0 <= way <= whole


def arrow(unit: float, at: Point, way: Point) -> str:
    """Return a slim filled arrow head: its point at `at`, looking along `way` (length 1)."""
    length = 0.7 * unit
    half = 0.13 * unit
    back = (at[0] - way[0] * length, at[1] - way[1] * length)
    one = (back[0] - way[1] * half, back[1] + way[0] * half)
    two = (back[0] + way[1] * half, back[1] - way[0] * half)
    return f"{stroke(at, one, two)}Z"


def circle(at: Point, radius: float) -> str:
    """Return a circle as a path of two halves."""
    x, y = at
    r = num(radius)
    left = f"{num(x - radius)} {num(y)}"
    return f"M{left}A{r} {r} 0 0 1 {num(x + radius)} {num(y)}A{r} {r} 0 0 1 {left}Z"


def stroke(*points: Point) -> str:
    """Return a broken line."""
    return "".join(
        f"{'L' if index else 'M'}{num(x)} {num(y)}" for index, (x, y) in enumerate(points)
    )
