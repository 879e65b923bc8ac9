"""Treated zones: hatching of the glass, each treatment its own, broken for holes and texts."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from contracts.orders.items import Piece, Shape, Zone
from contracts.orders.words import Face, Side, Treatment
from services.orders.workorders.queries.drawing.geometry.segments import (
    Outline,
    Point,
    Segment,
    chord,
)
from services.orders.workorders.queries.drawing.geometry.spots import Spot
from services.orders.workorders.queries.drawing.sheet import Box, Sheet, Tags, stroke

Range = tuple[float, float]
_RISING, _LEVEL, _FALLING = -1, 0, 1
_SLOPES: Final[Mapping[Treatment, tuple[int, ...]]] = MappingProxyType(
    {
        Treatment.MATTING: (_RISING,),
        Treatment.MATTING_PATTERN: (_RISING, _FALLING),
        Treatment.PAINT: (_LEVEL,),
        Treatment.PRINT: (_LEVEL, _RISING),
        Treatment.FILM: (_FALLING,),
    }
)


def band_of(shape: Shape, zone: Zone) -> Box:
    """Return the band of a zone in the scene; the whole box where it has no ends."""
    w, h = shape.width_mm, shape.height_mm
    start, end = zone.from_mm, zone.to_mm
    if start is None or end is None:
        return Box(0, 0, w, h)
    match zone.from_side:
        case Side.TOP:
            return Box(0, start, w, end)
        case Side.BOTTOM:
            return Box(0, h - end, w, h - start)
        case Side.LEFT:
            return Box(start, 0, end, h)
        case Side.RIGHT:
            return Box(w - end, 0, w - start, h)
        case _:
            return Box(0, 0, w, h)


def is_whole(zone: Zone) -> bool:
    """Tell whether the zone is the whole face."""
    return zone.from_mm is None or zone.to_mm is None or zone.from_side is Side.ARC


def hatch_role(zone: Zone) -> str:
    """Return how the zone is hatched: the back as lines that are hidden."""
    return "hidden-hatch" if zone.face is Face.BACK else "hatch"


def hatch_zones(on: Sheet, piece: Piece, outline: Outline, spots: Sequence[Spot]) -> None:
    """Hatch every zone; whole faces wider, so that the rest stays easy to read."""
    gaps = _gaps(spots, on)
    for index, zone in enumerate(piece.zones):
        band = band_of(piece.shape, zone)
        step = (2.4 if is_whole(zone) else 1) * on.unit
        d = "".join(
            _strokes(outline, band, slope, step, (index * step) / 3, gaps)
            for slope in _SLOPES[zone.treatment]
        )
        if not is_whole(zone):
            d += _borders(outline, piece.shape, zone.from_side, band)
        on.path(hatch_role(zone), d, Tags(field=f"zones.{index + 1}"))


def swatch(treatment: Treatment, box: Box, step: float) -> str:
    """Return a patch of the hatching for the legend."""
    outline = frame(box)
    return "".join(_strokes(outline, box, slope, step, 0, ()) for slope in _SLOPES[treatment])


def frame(box: Box) -> list[Segment]:
    """Return the box as an outline."""
    corners = box.corners()
    return [
        Segment(start, corners[(index + 1) % len(corners)]) for index, start in enumerate(corners)
    ]


@dataclass(frozen=True, slots=True)
class _Gap:
    """Where the hatching stops: a disc (`radius` > 0) or a box."""

    centre: Point
    half: Point
    radius: float = 0


def _gaps(spots: Sequence[Spot], on: Sheet) -> list[_Gap]:
    gaps = [
        _Gap(spot.centre, spot.half, spot.half[0] if spot.form == "round" else 0)
        for spot in spots
        if spot.form in {"round", "box"}
    ]
    texts = [
        _Gap(
            ((box.left + box.right) / 2, (box.top + box.bottom) / 2),
            ((box.right - box.left) / 2 + 0.15 * on.unit, (box.bottom - box.top) / 2),
        )
        for box in on.taken
    ]
    return [*gaps, *texts]


def _strokes(
    outline: Outline, band: Box, slope: int, step: float, shift: float, gaps: Sequence[_Gap]
) -> str:
    width = band.right - band.left
    height = band.bottom - band.top
    pitch = step if slope == _LEVEL else step * math.sqrt(2)
    level = (band.top - width if slope == _FALLING else band.top) + pitch / 2 + shift
    end = band.bottom + width if slope == _RISING else band.bottom
    d = ""
    while level < end:
        a, b = (band.left, level), (band.right, level + slope * width)
        cut = chord(outline, a, b)
        level += pitch
        if cut is None:
            continue
        seen = (max(0, (cut[0][0] - a[0]) / width), min(1, (cut[1][0] - a[0]) / width))
        for start, stop in _without(a, b, _clip(a, b, band, seen), gaps):
            if (stop - start) * (width + height) >= step / 4:
                d += stroke(_along(a, b, start), _along(a, b, stop))
    return d


def _along(a: Point, b: Point, t: float) -> Point:
    return a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t


def _clip(a: Point, b: Point, band: Box, seen: Range) -> Range:
    """Narrow a range of a–b to the heights of the band."""
    rise = b[1] - a[1]
    if rise == 0:
        return seen
    one = (band.top - a[1]) / rise
    two = (band.bottom - a[1]) / rise
    return max(seen[0], min(one, two)), min(seen[1], max(one, two))


def _without(a: Point, b: Point, seen: Range, gaps: Sequence[_Gap]) -> list[Range]:
    """What is left of the range outside of all gaps."""
    left = [seen]
    for gap in gaps:
        hidden = _shadow(a, b, gap)
        if hidden is None:
            continue
        rest: list[Range] = []
        for start, end in left:
            if hidden[0] > start:
                rest.append((start, min(end, hidden[0])))
            if hidden[1] < end:
                rest.append((max(start, hidden[1]), end))
        left = [(start, end) for start, end in rest if start < end]
    return [(start, end) for start, end in left if start < end]


def _shadow(a: Point, b: Point, gap: _Gap) -> Range | None:
    dx = b[0] - a[0]
    dy = b[1] - a[1]
    if gap.radius > 0:
        px = a[0] - gap.centre[0]
        py = a[1] - gap.centre[1]
        square = dx * dx + dy * dy
        half = px * dx + py * dy
        under = half * half - square * (px * px + py * py - gap.radius * gap.radius)
        if under <= 0:
            return None
        root = math.sqrt(under)
        return (-half - root) / square, (-half + root) / square
    left = (gap.centre[0] - gap.half[0] - a[0]) / dx
    right = (gap.centre[0] + gap.half[0] - a[0]) / dx
    start, end = min(left, right), max(left, right)
    if dy == 0:
        if abs(a[1] - gap.centre[1]) >= gap.half[1]:
            return None
    else:
        one = (gap.centre[1] - gap.half[1] - a[1]) / dy
        two = (gap.centre[1] + gap.half[1] - a[1]) / dy
        start, end = max(start, min(one, two)), min(end, max(one, two))
    return (start, end) if start < end else None


def _borders(outline: Outline, shape: Shape, side: Side, band: Box) -> str:
    """The two ends of a band, from rim to rim."""
    level = side in {Side.TOP, Side.BOTTOM}
    ends = (band.top, band.bottom) if level else (band.left, band.right)
    room = shape.height_mm if level else shape.width_mm
    d = ""
    for end in ends:
        if not 0 < end < room:
            continue
        cut = chord(outline, (0, end), (1, end)) if level else chord(outline, (end, 0), (end, 1))
        if cut is not None:
            d += stroke(*cut)
    return d
