"""The plan of a drawing's lengths: rails on each side, and what found no room there."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from contracts.orders.items import Piece
from contracts.orders.words import ShapeKind, Side
from services.orders.workorders.queries.drawing.geometry.segments import Outline, Point, chord
from services.orders.workorders.queries.drawing.lengths.place import Stop
from services.orders.workorders.queries.drawing.lengths.rails import Chain, Rail
from services.orders.workorders.queries.drawing.lengths.running import Running, room_for
from services.orders.workorders.queries.drawing.words import Words


def axis_of(side: Side) -> int:
    """Return 0 where lengths run across, 1 where they run down."""
    return 0 if side in {Side.TOP, Side.BOTTOM} else 1


def outwards(side: Side) -> int:
    """Return 1 where the rails lie towards larger numbers, else -1."""
    return 1 if side in {Side.BOTTOM, Side.RIGHT} else -1


@dataclass(slots=True)
class Plan:
    """Rails of every side, inner ones first."""

    piece: Piece
    outline: Outline
    unit: float
    say: Words
    rails: dict[Side, list[Rail]] = field(
        default_factory=lambda: {
            side: [] for side in (Side.TOP, Side.RIGHT, Side.BOTTOM, Side.LEFT)
        }
    )
    listed: list[str] = field(default_factory=list)
    """Positions too close to each other for numbers at their lines: said in the legend."""

    def stop(self, side: Side, value: float) -> Stop:
        """Return the stop at the rim of the glass."""
        return Stop(value, self._rim(side, value), 0.3 * self.unit)

    def _rim(self, side: Side, value: float) -> Point:
        """The point of the rim at this place of an axis, nearest to the rail."""
        axis, far = axis_of(side), outwards(side)
        other = 1 - axis
        ends: list[Point] = [point for one in self.outline for point in (one.start, one.end)]
        a, b = ((value, 0), (value, 1)) if axis == 0 else ((0, value), (1, value))
        found: list[Point] = [
            point
            for point in (*ends, *(chord(self.outline, a, b) or ()))
            if abs(point[axis] - value) <= 0.005  # noqa: PLR2004 - half of 0.01 mm
        ]
        if found:
            return max(found, key=lambda point: point[other] * far)
        shape = self.piece.shape
        edge: float = (shape.width_mm, shape.height_mm)[other] if far == 1 else 0
        return (value, edge) if axis == 0 else (edge, value)

    def chain(
        self,
        side: Side,
        values: Sequence[float],
        fields: Sequence[str],
        texts: Sequence[str] | None = None,
    ) -> None:
        """Add lengths between neighbouring places of the rim, on one line."""
        stops = [self.stop(side, value) for value in values]
        said = [self.say.length(b - a) for a, b in pairwise(values)]
        self.rails[side].append(Chain(stops, texts or said, fields))

    def from_zero(self, side: Side, zero: Stop, stops: Sequence[Stop]) -> bool:
        """Add distances from a zero: one as a plain length, several on one line.

        Returns False where their numbers find no room.
        """
        texts = [self.say.length(abs(stop.at - zero.at)) for stop in stops]
        if not stops:
            return True
        if len(stops) == 1:
            back = stops[0].at < zero.at
            pair = (stops[0], zero) if back else (zero, stops[0])
            self.rails[side].append(Chain(pair, texts, beyond="start" if back else "end"))
            return True
        level = axis_of(side) == 0
        shape = self.piece.shape
        size = shape.width_mm if level else shape.height_mm
        needed: float = 0
        for text in texts:
            needed += room_for(self.unit, text, level=level)
        if needed > size + 3 * self.unit:
            return False
        overall = side is Side.BOTTOM or (side is Side.LEFT and shape.kind is not ShapeKind.CIRCLE)
        self.rails[side].append(Running(zero, stops, texts, (0, size) if overall else ()))
        return True
