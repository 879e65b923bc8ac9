"""Finds room for texts beside holes, corners and zones: near, and over nothing else."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from services.orders.workorders.queries.drawing.geometry.numbers import text_width
from services.orders.workorders.queries.drawing.geometry.segments import (
    Outline,
    Point,
    distance,
    inside,
)
from services.orders.workorders.queries.drawing.sheet import (
    NO_TAGS,
    Box,
    Sheet,
    Tags,
    arrow,
    box_around,
    circle,
    crosses,
    on_outline,
    stroke,
)

_ROUND: Final[tuple[Point, ...]] = (
    (0.8, -0.6),
    (-0.8, -0.6),
    (0.8, 0.6),
    (-0.8, 0.6),
    (1, 0),
    (-1, 0),
    (0, -1),
    (0, 1),
    (0.6, 0.8),
    (-0.6, 0.8),
    (0.6, -0.8),
    (-0.6, -0.8),
)
"""Directions of length 1."""
_SLANTED: Final[tuple[Point, ...]] = (
    (0.6, -0.8),
    (-0.6, -0.8),
    (0.8, -0.6),
    (-0.8, -0.6),
    (0.6, 0.8),
    (-0.6, 0.8),
    (0.8, 0.6),
    (-0.8, 0.6),
)
_NEAR: Final = (1.1, 1.35, 1.9, 2.6, 3.5, 4.6)
_FAR: Final = (1.1, 1.7, 2.4, 3.3, 4.4, 5.8, 7.5, 9.5, 12)
_TIED: Final = 1.4
"""A ring further off than this many text heights is tied to its hole by a line."""
_TARGETS: Final = 8
_COVERED, _ON_RIM, _CROSSED, _OUTSIDE, _TIE_CROSSED = 100, 40, 6, 9, 12
"""What a place costs: covered texts most, then the outline, then thin lines, then outside."""


@dataclass(frozen=True, slots=True)
class Target:
    """What a text belongs to: its middle, and how far it reaches from there."""

    at: Point
    half: Point = (0, 0)
    is_round: bool = True
    tags: Tags = NO_TAGS

    def reach(self, way: Point) -> float:
        """Return the way from the middle to the rim."""
        w, h = self.half
        if self.is_round:
            return w
        return min(w / max(abs(way[0]), 0.000001), h / max(abs(way[1]), 0.000001))


def _cost(on: Sheet, outline: Outline, box: Box) -> float:
    total = _COVERED * sum(box.overlaps(other) for other in on.taken)
    total += _CROSSED * sum(crosses(box, a, b) for a, b in on.lines)
    if on_outline(outline, box):
        total += _ON_RIM
    middle = ((box.left + box.right) / 2, (box.top + box.bottom) / 2)
    return total if inside(outline, middle) else total + _OUTSIDE


def _ring_cost(on: Sheet, outline: Outline, at: Point, ring: float) -> float:
    """The same for a ring, whose corners are free."""
    total = 0
    for box in on.taken:
        x = max(box.left, min(box.right, at[0]))
        y = max(box.top, min(box.bottom, at[1]))
        if distance(at, (x, y)) < ring:
            total += _COVERED
    within = box_around(at, 0.8 * ring, 0.8 * ring)
    total += _CROSSED * sum(crosses(within, a, b) for a, b in on.lines)
    if on_outline(outline, box_around(at, ring, ring)):
        total += _ON_RIM
    return total if inside(outline, at) else total + _OUTSIDE


def _tie_cost(on: Sheet, start: Point, end: Point) -> float:
    """What a leader costs: it should go through no text."""
    return _TIE_CROSSED * sum(crosses(other, start, end) for other in on.taken)


def _step(start: Point, way: Point, by: float) -> Point:
    return start[0] + way[0] * by, start[1] + way[1] * by


def add_number(on: Sheet, outline: Outline, text: str, target: Target) -> None:
    """Write a number in a small ring near its hole."""
    unit, at, tags = on.unit, target.at, target.tags
    ring = max(0.72, text_width(text) / 2 + 0.15) * unit
    best = _ring_place(on, outline, target, ring)
    whole = distance(at, best)
    way = ((best[0] - at[0]) / whole, (best[1] - at[1]) / whole)
    rim = target.reach(way)
    if whole - rim > _TIED * unit:
        on.path("thin", stroke(_step(at, way, rim), _step(at, way, whole - ring)), tags)
    on.path("thin", circle(best, ring), tags)
    on.write("number", text, best, "middle", tags)
    on.take(box_around(best, ring, ring))


def _ring_place(on: Sheet, outline: Outline, target: Target, ring: float) -> Point:
    unit = on.unit
    best = target.at
    least = math.inf
    for far in _NEAR:
        if far >= least:
            break
        for way in _ROUND:
            rim = target.reach(way)
            middle = _step(target.at, way, rim + far * unit)
            tie: float = 0
            if far > _TIED:
                tie = _tie_cost(on, _step(target.at, way, rim + 0.4 * unit), middle)
            total = far + _ring_cost(on, outline, middle, ring + 0.15 * unit) + tie
            if total < least:
                least, best = total, middle
    return best


def add_leader(on: Sheet, outline: Outline, text: str, targets: Sequence[Target]) -> None:
    """Write a text on a shelf, with a leader whose arrow points at the best of these targets."""
    unit = on.unit
    width = text_width(text) * unit
    found = _shelf_place(on, outline, width, targets)
    if found is None:
        return
    target, knee, way = found
    tags = target.tags
    shelf = (knee[0] + (width if way[0] > 0 else -width), knee[1])
    tip = _step(target.at, way, target.reach(way))
    on.path("thin", stroke(tip, knee, shelf), tags)
    on.path("arrow", arrow(unit, tip, (-way[0], -way[1])), tags)
    on.lines.append((tip, knee))
    on.write("label", text, ((knee[0] + shelf[0]) / 2, knee[1] - 0.62 * unit), "middle", tags)
    on.take(_shelf_box(knee, way, width, unit))


def _shelf_place(
    on: Sheet, outline: Outline, width: float, targets: Sequence[Target]
) -> tuple[Target, Point, Point] | None:
    unit = on.unit
    best: tuple[Target, Point, Point] | None = None
    least = math.inf
    for target in targets[:_TARGETS]:
        for far in _FAR:
            if far >= least:
                break
            for way in _SLANTED:
                rim = target.reach(way)
                knee = _step(target.at, way, rim + far * unit)
                room = _shelf_box(knee, way, width, unit)
                tie = _tie_cost(on, _step(target.at, way, rim + 0.4 * unit), knee)
                total = far + _cost(on, outline, room) + tie
                if total < least:
                    least, best = total, (target, knee, way)
    return best


def _shelf_box(knee: Point, way: Point, width: float, unit: float) -> Box:
    left = knee[0] if way[0] > 0 else knee[0] - width
    return Box(left, knee[1] - 1.2 * unit, left + width, knee[1] + 0.15 * unit)


def add_word(
    on: Sheet, outline: Outline, text: str, places: Sequence[Point], room: Box | None = None
) -> bool:
    """Write a text at the best of these places, if it covers nothing there, inside of its room."""
    within = on.bounds if room is None else room
    half = (text_width(text) * on.unit) / 2
    best: Point | None = None
    # A word that would touch a line is left out: the legend says it too.
    least: float = _CROSSED
    for index, place in enumerate(places):
        box = box_around(place, half + 0.2 * on.unit, 0.65 * on.unit)
        if not _holds(outline, within, box):
            continue
        total = _cost(on, outline, box) + index * 0.1
        if total < least:
            least, best = total, place
    if best is None:
        return False
    on.write("note", text, best, "middle")
    return True


def _holds(outline: Outline, room: Box, box: Box) -> bool:
    if box.left < room.left or box.right > room.right:
        return False
    if box.top < room.top or box.bottom > room.bottom:
        return False
    return all(inside(outline, corner) for corner in box.corners())
