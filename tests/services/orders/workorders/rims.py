"""Points along an outline, and the area they enclose."""

import math

from contracts.orders.items import Shape
from services.orders.workorders.queries.drawing.geometry.outline import outline_of
from services.orders.workorders.queries.drawing.geometry.segments import Point, Segment

STEPS = 200


def points(one: Segment) -> list[Point]:
    """Points along a stretch, its end left out."""
    if one.rx == 0:
        return [one.start]
    x, y = one.centre

    def angle(point: Point) -> float:
        return math.atan2((point[1] - y) / one.ry, (point[0] - x) / one.rx)

    start = angle(one.start)
    turn = (angle(one.end) - start) % math.tau
    if one.back:
        turn -= math.tau
    return [
        (x + one.rx * math.cos(a), y + one.ry * math.sin(a))
        for a in (start + turn * step / STEPS for step in range(STEPS))
    ]


def rim_of(shape: Shape) -> list[Point]:
    return [point for one in outline_of(shape) for point in points(one)]


def area(rim: list[Point]) -> float:
    pairs = zip(rim, (*rim[1:], rim[0]), strict=True)
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs) / 2
