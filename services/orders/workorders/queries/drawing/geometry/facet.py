"""The inner line of a facet, and lines along the sides: both run beside the outline."""

import math
from collections.abc import Collection
from dataclasses import replace
from typing import Final

from contracts.orders.words import Side
from services.orders.workorders.queries.drawing.geometry.outline import MEETING
from services.orders.workorders.queries.drawing.geometry.segments import (
    NEAR,
    Outline,
    Point,
    Segment,
    between,
    distance,
    on_curve,
    same,
)

_OVAL_STEPS: Final = 32
_QUARTER: Final = tuple(
    ((1 - t * t) / (1 + t * t), (2 * t) / (1 + t * t))
    for t in (step / _OVAL_STEPS for step in range(_OVAL_STEPS))
)
"""Cosine and sine of points of a quarter, as fractions."""


def belongs(one: Segment, sides: Collection[Side]) -> bool:
    """Tell whether a stretch of the outline is of these sides; a corner only between two."""
    if one.corner is not None:
        return all(side in sides for side in MEETING[one.corner])
    return one.side is not None and one.side in sides


def facet_lines(outline: Outline, sides: Collection[Side], by: float) -> list[Segment]:
    """Return the outline of these sides, moved `by` mm inwards; its ends reach the neighbours."""
    if all(one.rx != one.ry for one in outline):
        return _oval(outline[0], by)
    given = [belongs(one, sides) for one in outline]
    moved = [_move_in(one, by) if g else one for one, g in zip(outline, given, strict=True)]
    found: list[Segment] = []
    for index, one in enumerate(outline):
        own = moved[index]
        if not given[index] or own is None:
            continue
        start = _end(own, _neighbour(moved, index, len(outline) - 1), one.start, own.start)
        end = _end(own, _neighbour(moved, index, 1), one.end, own.end)
        if start is None:
            found.append(Segment(one.start, own.start, side=one.side))
        kept = replace(own, start=start or own.start, end=end or own.end)
        if not same(kept.start, kept.end):
            found.append(kept)
        if end is None:
            found.append(Segment(own.end, one.end, side=one.side))
    return found


def _neighbour(moved: list[Segment | None], index: int, step: int) -> Segment | None:
    """The next stretch of which something is left."""
    count = len(moved)
    for place in range(index + step, index + step * (count + 1), step):
        if place % count == index:
            return None
        found = moved[place % count]
        if found is not None:
            return found
    return None


def _move_in(one: Segment, by: float) -> Segment | None:
    """Moved along its normal; None where nothing of an arc is left."""
    if one.rx == 0:
        length = distance(one.start, one.end)
        x = (-(one.end[1] - one.start[1]) * by) / length
        y = ((one.end[0] - one.start[0]) * by) / length
        return replace(
            one,
            start=(one.start[0] + x, one.start[1] + y),
            end=(one.end[0] + x, one.end[1] + y),
        )
    if one.rx - by < NEAR:
        return None
    less = (one.rx - by) / one.rx

    def pull(point: Point) -> Point:
        return (
            one.centre[0] + (point[0] - one.centre[0]) * less,
            one.centre[1] + (point[1] - one.centre[1]) * less,
        )

    return replace(one, start=pull(one.start), end=pull(one.end), rx=one.rx - by, ry=one.ry - by)


def _end(own: Segment, beyond: Segment | None, corner: Point, otherwise: Point) -> Point | None:
    """Where two neighbours meet, nearest to the corner they come from; None if they never do."""
    if beyond is None or same(beyond.start, otherwise) or same(beyond.end, otherwise):
        return otherwise
    met: list[Point] = []
    if own.rx == 0:
        met = on_curve(own.start, own.end, beyond)
    elif beyond.rx == 0:
        met = on_curve(beyond.start, beyond.end, own)
    real = [point for point in met if between(beyond, point)]
    return min(real or met, key=lambda point: distance(point, corner), default=None)


def _oval(one: Segment, by: float) -> list[Segment]:
    """Parallel to an ellipse (which is no ellipse): points on its normals, 4 x 32 short lines."""
    turns = (
        *((cos, sin) for cos, sin in _QUARTER),
        *((-sin, cos) for cos, sin in _QUARTER),
        *((-cos, -sin) for cos, sin in _QUARTER),
        *((sin, -cos) for cos, sin in _QUARTER),
    )
    points = []
    for cos, sin in turns:
        nx, ny = cos * one.ry, sin * one.rx
        length = math.sqrt(nx * nx + ny * ny)
        points.append(
            (
                one.centre[0] + cos * one.rx - (nx / length) * by,
                one.centre[1] + sin * one.ry - (ny / length) * by,
            )
        )
    ends = (*points[1:], points[0])
    return [Segment(start, end, side=Side.ARC) for start, end in zip(points, ends, strict=True)]


def beside(one: Segment, off: float) -> Segment:
    """Return a line `off` mm outside of the stretch, as long as the stretch."""
    if one.rx == 0:
        return _move_in(one, -off) or one

    def pull(point: Point) -> Point:
        return (
            one.centre[0] + ((point[0] - one.centre[0]) * (one.rx + off)) / one.rx,
            one.centre[1] + ((point[1] - one.centre[1]) * (one.ry + off)) / one.ry,
        )

    return replace(one, start=pull(one.start), end=pull(one.end), rx=one.rx + off, ry=one.ry + off)
