"""Lines and arcs of an outline, clockwise on the screen; their meetings and their path text."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from contracts.orders.words import CornerAt, Side
from services.orders.workorders.queries.drawing.geometry.numbers import num

Point = tuple[float, float]
Outline = Sequence["Segment"]
_TINY: Final = 1e-6
NEAR: Final = 0.001
"""Points closer than this are one point, mm."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A line, or an arc of at most a half ellipse about `centre` (`rx` 0 = a line)."""

    start: Point
    end: Point
    centre: Point = (0, 0)
    rx: float = 0
    ry: float = 0
    back: bool = False
    """Turns against the clock: the inner corner of a notch."""
    side: Side | None = None
    corner: CornerAt | None = None


def cross(a: Point, b: Point, c: Point) -> float:
    """Return the turn a–b–c; positive = clockwise on the screen."""
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def distance(a: Point, b: Point) -> float:
    """Return the straight way between two points."""
    across = a[0] - b[0]
    up = a[1] - b[1]
    return math.sqrt(across * across + up * up)


def same(a: Point, b: Point) -> bool:
    """Tell whether two points are one."""
    return distance(a, b) < NEAR


def path(segments: Outline, *, closed: bool) -> str:
    """Return `M…L…A…` of consecutive segments; a gap between two of them begins a new stroke."""
    text = ""
    last: Point | None = None
    for one in segments:
        if last is None or not same(last, one.start):
            text += f"M{xy(one.start)}"
        text += _step(one)
        last = one.end
    return f"{text}Z" if closed and text else text


def _step(one: Segment) -> str:
    if one.rx == 0:
        return f"L{xy(one.end)}"
    return f"A{num(one.rx)} {num(one.ry)} 0 0 {0 if one.back else 1} {xy(one.end)}"


def xy(point: Point) -> str:
    """Return the point as it stands in a path."""
    return f"{num(point[0])} {num(point[1])}"


def inside(outline: Outline, point: Point) -> bool:
    """Tell whether the point lies inside a convex, clockwise outline or on it."""
    return all(
        cross(one.start, one.end, point) >= -_TINY
        or (one.rx != 0 and _within(one, point) <= 1 + _TINY)
        for one in outline
    )


def _within(one: Segment, point: Point) -> float:
    across = (point[0] - one.centre[0]) / one.rx
    up = (point[1] - one.centre[1]) / one.ry
    return across * across + up * up


def on_curve(a: Point, b: Point, one: Segment) -> list[Point]:
    """Return points of the endless straight line through `a` and `b` on the segment's curve."""
    dx = b[0] - a[0]
    dy = b[1] - a[1]
    if one.rx == 0:
        ex = one.end[0] - one.start[0]
        ey = one.end[1] - one.start[1]
        turn = dx * ey - dy * ex
        if abs(turn) < _TINY:
            return []
        t = ((one.start[0] - a[0]) * ey - (one.start[1] - a[1]) * ex) / turn
        return [(a[0] + t * dx, a[1] + t * dy)]
    px = (a[0] - one.centre[0]) / one.rx
    py = (a[1] - one.centre[1]) / one.ry
    qx = dx / one.rx
    qy = dy / one.ry
    square = qx * qx + qy * qy
    half = px * qx + py * qy
    under = half * half - square * (px * px + py * py - 1)
    if under < 0:
        return []
    root = math.sqrt(under)
    ways = ((-half - root) / square, (-half + root) / square)
    return [(a[0] + t * dx, a[1] + t * dy) for t in ways]


def between(one: Segment, point: Point) -> bool:
    """Tell whether a point of the segment's curve lies between its ends."""
    if one.rx == 0:
        room = distance(one.start, one.end) + NEAR
        return distance(one.start, point) <= room and distance(one.end, point) <= room
    turn = cross(one.start, one.end, point)
    outer = turn >= -NEAR if one.back else turn <= NEAR
    return outer or same(one.start, point) or same(one.end, point)


def chord(outline: Outline, a: Point, b: Point) -> tuple[Point, Point] | None:
    """Return the part of the straight line `a`–`b` inside a convex outline, if it meets it."""
    dx = b[0] - a[0]
    dy = b[1] - a[1]
    first: Point | None = None
    last: Point | None = None
    least, most = math.inf, -math.inf
    for one in outline:
        for point in on_curve(a, b, one):
            if not between(one, point):
                continue
            way = (point[0] - a[0]) * dx + (point[1] - a[1]) * dy
            if way < least:
                least, first = way, point
            if way > most:
                most, last = way, point
    if first is None or last is None or same(first, last):
        return None
    return first, last
