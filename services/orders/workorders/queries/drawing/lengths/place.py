"""One side of the piece: where its dimension lines lie, and how one length is written there."""

from dataclasses import dataclass
from typing import Literal

from contracts.orders.words import Side
from services.orders.workorders.queries.drawing.geometry.numbers import rounded
from services.orders.workorders.queries.drawing.geometry.segments import Point
from services.orders.workorders.queries.drawing.sheet import (
    NO_TAGS,
    Anchor,
    DimensionMark,
    Sheet,
    Tags,
    stroke,
    text_box,
)


@dataclass(frozen=True, slots=True)
class Stop:
    """A measured point: where on the axis, and where its extension line begins."""

    at: float
    start: Point
    clear: float
    """Kept free between the point and its extension line, mm."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """How a length stands on the sheet."""

    text: str
    middle: Point
    anchor: Anchor
    lines: str
    arrows: str
    field: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A side with its rails."""

    on: Sheet
    side: Side
    level: bool
    out: Literal[-1, 1]
    """Outwards: -1 to the left and up, 1 to the right and down."""
    edge: float

    @classmethod
    def of(cls, on: Sheet, side: Side, size: Point) -> "Place":
        """Return the place of a side of the box."""
        level = side in {Side.TOP, Side.BOTTOM}
        if side in {Side.TOP, Side.LEFT}:
            return cls(on, side, level, -1, 0)
        return cls(on, side, level, 1, size[1] if level else size[0])

    def at(self, along: float, off: float) -> Point:
        """Return the point at `along` on the axis and `off` mm outside of the box."""
        across = self.edge + self.out * off
        return (along, across) if self.level else (across, along)

    def rule(self, start: float, end: float, off: float) -> str:
        """Return a line along the side, `off` mm outside; texts keep off it."""
        ends = (self.at(start, off), self.at(end, off))
        self.on.lines.append(ends)
        return stroke(*ends)

    def extension(self, stop: Stop, off: float) -> str:
        """Return the thin line from a measured point out to its dimension line."""
        start = (
            (stop.at, stop.start[1] + self.out * stop.clear)
            if self.level
            else (stop.start[0] + self.out * stop.clear, stop.at)
        )
        end = self.at(stop.at, off)
        self.on.lines.append((start, end))
        return stroke(start, end)

    def measure(self, a: Stop, b: Stop, written: Written) -> None:
        """Add a measured length: its number is the distance of the two stops."""
        self.on.marks.append(
            DimensionMark(
                axis="x" if self.level else "y",
                start=(rounded(a.start[0]), rounded(a.start[1])),
                end=(rounded(b.start[0]), rounded(b.start[1])),
                value=rounded(abs(b.at - a.at)),
                text=written.text,
                x=rounded(written.middle[0]),
                y=rounded(written.middle[1] + 0.35 * self.on.unit),
                anchor=written.anchor,
                lines=written.lines,
                arrows=written.arrows,
                tags=Tags(field=written.field) if written.field else NO_TAGS,
            )
        )
        self.on.take(text_box(self.on.unit, written.text, written.middle, written.anchor))
