"""Cuts notches out of the outline: open at a side, with rounded inner corners."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from contracts.orders.words import Side
from services.orders.workorders.queries.drawing.geometry.segments import (
    NEAR,
    Outline,
    Point,
    Segment,
    between,
    chord,
    distance,
    inside,
    on_curve,
    same,
)
from services.orders.workorders.queries.drawing.geometry.spots import Spot

_FAR: Final = 20_000
_INWARDS: Final[Mapping[Side, Point]] = MappingProxyType(
    {Side.TOP: (0, 1), Side.RIGHT: (-1, 0), Side.BOTTOM: (0, -1), Side.LEFT: (1, 0)}
)


def cut_notch(whole: Outline, outline: Outline, spot: Spot) -> list[Segment] | None:
    """Return the outline with the notch, or None where it cannot be cut."""
    steps = [piece for step in _legs(whole, spot) for piece in _pieces(step, outline)]
    within = [index for index, step in enumerate(steps) if _deep(whole, _middle(step))]
    if not within:
        return None
    notch = steps[within[0] : within[-1] + 1]
    entry, leave = notch[0].start, notch[-1].end
    starts = (
        index
        for index, one in enumerate(outline)
        if _touches(one, entry) and not same(one.start, entry)
    )
    ends = (
        index
        for index, one in enumerate(outline)
        if _touches(one, leave) and not same(one.end, leave)
    )
    start, end = next(starts, None), next(ends, None)
    if start is None or end is None:
        return None
    return _joined(outline, start, end, notch)


def _joined(outline: Outline, start: int, end: int, notch: list[Segment]) -> list[Segment]:
    """From the notch's exit round to its entry, then through the notch."""
    entry, leave = notch[0].start, notch[-1].end
    found: list[Segment] = []
    for step in range(len(outline) + 1):
        place = (end + step) % len(outline)
        one = outline[place]
        later = distance(one.start, leave) < distance(one.start, entry)
        here = place == start and (step > 0 or start != end or later)
        head = leave if step == 0 else one.start
        found.append(replace(one, start=head, end=entry if here else one.end))
        if here:
            break
    return [one for one in (*found, *notch) if not same(one.start, one.end)]


def inwards(whole: Outline, spot: Spot) -> Point:
    """Return which way is inwards: from its side; on a curve, from the nearer of left and right."""
    if spot.side is not None and spot.side is not Side.ARC:
        return _INWARDS[spot.side]
    right = max(x for one in whole for x in (one.start[0], one.end[0]))
    return _INWARDS[Side.RIGHT if 2 * spot.centre[0] > right else Side.LEFT]


def mouth(whole: Outline, spot: Spot) -> Point | None:
    """Return where the middle of the notch meets the side; None if it misses the glass."""
    way = inwards(whole, spot)
    cut = chord(whole, spot.centre, (spot.centre[0] + way[0], spot.centre[1] + way[1]))
    return None if cut is None else cut[0]


def _legs(whole: Outline, spot: Spot) -> list[Segment]:
    """Five steps: in, round, along the bottom, round, out."""
    base = mouth(whole, spot)
    if base is None:
        return []
    foot, way = base, inwards(whole, spot)
    along = (way[1], -way[0])
    half = max(spot.half[0], spot.half[1])
    depth = spot.depth

    def at(side: float, deep: float) -> Point:
        return (
            foot[0] + along[0] * side + way[0] * deep,
            foot[1] + along[1] * side + way[1] * deep,
        )

    def corner(side: float) -> float:
        # Rounded only where glass stands behind it, not at the end of a side.
        return spot.radius if _deep(whole, at(side, depth - spot.radius)) else 0

    def turn(start: Point, end: Point, centre: Point, radius: float) -> Segment:
        return Segment(start, end, centre, radius, radius, back=True)

    r, s = corner(-half), corner(half)
    steps = [
        Segment(at(-half, -_FAR), at(-half, depth - r)),
        turn(at(-half, depth - r), at(-half + r, depth), at(-half + r, depth - r), r),
        Segment(at(-half + r, depth), at(half - s, depth)),
        turn(at(half - s, depth), at(half, depth - s), at(half - s, depth - s), s),
        Segment(at(half, depth - s), at(half, -_FAR)),
    ]
    return [one for one in steps if not same(one.start, one.end)]


def _pieces(step: Segment, outline: Outline) -> list[Segment]:
    """The step, cut where the outline meets it."""
    met = [point for one in outline for point in _meetings(step, one) if between(step, point)]
    found = []
    start = step.start
    for end in sorted([*met, step.end], key=lambda point: distance(step.start, point)):
        if same(start, end):
            continue
        found.append(replace(step, start=start, end=end))
        start = end
    return found


def _meetings(step: Segment, one: Segment) -> list[Point]:
    if step.rx == 0:
        return [point for point in on_curve(step.start, step.end, one) if between(one, point)]
    if one.rx == 0:
        return [point for point in on_curve(one.start, one.end, step) if between(one, point)]
    return []


def _middle(step: Segment) -> Point:
    return (step.start[0] + step.end[0]) / 2, (step.start[1] + step.end[1]) / 2


def _deep(whole: Outline, point: Point) -> bool:
    x, y = point
    by = 0.01
    around = ((x - by, y), (x + by, y), (x, y - by), (x, y + by))
    return all(inside(whole, near) for near in around)


def _touches(one: Segment, point: Point) -> bool:
    if not between(one, point):
        return False
    if one.rx > 0:
        across = (point[0] - one.centre[0]) / one.rx
        up = (point[1] - one.centre[1]) / one.ry
        return abs(across * across + up * up - 1) < 0.00001  # noqa: PLR2004 - a share of the radius
    length = distance(one.start, one.end)
    off = (one.end[0] - one.start[0]) * (point[1] - one.start[1]) - (one.end[1] - one.start[1]) * (
        point[0] - one.start[0]
    )
    return abs(off) <= NEAR * length
