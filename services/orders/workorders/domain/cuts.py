"""Refuses holes and cut-outs that leave the outline, overlap or lack a number."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from chassis.errors import FieldError
from contracts.orders.items import Cutout, Hole, Shape
from contracts.orders.words import CutoutKind, Side
from services.orders.workorders.domain import rules
from services.orders.workorders.domain.outline import (
    SCALE,
    SIDES,
    contains,
    discs_overlap,
    holds_box,
    holds_disc,
    position,
)
from services.orders.workorders.domain.rules import Loc
from services.orders.workorders.domain.shapes import length

_NEEDS: Final[Mapping[CutoutKind, tuple[str, ...]]] = MappingProxyType(
    {
        CutoutKind.ROUND: ("diameter_mm",),
        CutoutKind.RECTANGULAR: ("width_mm", "height_mm"),
        CutoutKind.NOTCH: ("width_mm", "depth_mm", "side"),
        CutoutKind.CATALOGUE: ("catalogue_code",),
    }
)
_MAY: Final[Mapping[CutoutKind, tuple[str, ...]]] = MappingProxyType(
    {
        CutoutKind.ROUND: (),
        CutoutKind.RECTANGULAR: ("radius_mm",),
        CutoutKind.NOTCH: ("radius_mm",),
        CutoutKind.CATALOGUE: ("side",),
    }
)
_FIELDS: Final = (
    "diameter_mm",
    "width_mm",
    "height_mm",
    "depth_mm",
    "radius_mm",
    "side",
    "catalogue_code",
)


def check_holes(holes: tuple[Hole, ...], shape: Shape, loc: Loc) -> Iterator[FieldError]:
    """Refuse holes whose rim leaves the outline or meets another rim."""
    drilled: list[tuple[tuple[int, int], int]] = []
    for index, hole in enumerate(holes):
        here = (*loc, index)
        wrong = [*length(hole.diameter_mm, (*here, "diameter_mm"))]
        yield from wrong
        centre = position(shape, hole.datum, hole.x_mm, hole.y_mm)
        if wrong:
            continue
        if not holds_disc(shape, centre, hole.diameter_mm):
            yield rules.HOLE_OUTSIDE.at(here)
        if any(discs_overlap(centre, hole.diameter_mm, *other) for other in drilled):
            yield rules.HOLES_OVERLAP.at(here)
        drilled.append((centre, hole.diameter_mm))


def check_cutouts(cutouts: tuple[Cutout, ...], shape: Shape, loc: Loc) -> Iterator[FieldError]:
    """Refuse cut-outs that lack a number of their kind, have a foreign one, or do not fit."""
    for index, cutout in enumerate(cutouts):
        here = (*loc, index)
        wrong = [*_numbers(cutout, here)]
        yield from wrong
        if not wrong:
            yield from _fits(cutout, shape, here)


def _numbers(cutout: Cutout, loc: Loc) -> Iterator[FieldError]:
    for name in _FIELDS:
        value = getattr(cutout, name)
        if value is None and name in _NEEDS[cutout.kind]:
            yield rules.MISSING.at((*loc, name))
        if value is not None and name not in _NEEDS[cutout.kind] + _MAY[cutout.kind]:
            yield rules.FOREIGN.at((*loc, name))
        if isinstance(value, int):
            yield from length(value, (*loc, name))


def _fits(cutout: Cutout, shape: Shape, loc: Loc) -> Iterator[FieldError]:
    if cutout.side is not None and cutout.side not in SIDES[shape.kind]:
        yield rules.NO_SUCH_SIDE.at((*loc, "side"))
        return
    centre = position(shape, cutout.datum, cutout.x_mm, cutout.y_mm)
    width, height = cutout.width_mm or 0, cutout.height_mm or 0
    match cutout.kind:
        case CutoutKind.ROUND:
            if not holds_disc(shape, centre, cutout.diameter_mm or 0):
                yield rules.HOLE_OUTSIDE.at(loc)
        case CutoutKind.RECTANGULAR:
            if not holds_box(shape, centre, width, height):
                yield rules.HOLE_OUTSIDE.at(loc)
            yield from _inner_radius(cutout, min(width, height), loc)
        case CutoutKind.NOTCH:
            if not _notch_fits(cutout, shape, centre):
                yield rules.NOTCH_TOO_LARGE.at(loc)
            yield from _inner_radius(cutout, width, loc)
        case _:  # by catalogue: its place is all we know
            if not contains(shape, centre):
                yield rules.HOLE_OUTSIDE.at(loc)


def _inner_radius(cutout: Cutout, room_mm: int, loc: Loc) -> Iterator[FieldError]:
    if 2 * (cutout.radius_mm or 0) > room_mm:
        yield rules.INNER_RADIUS.at((*loc, "radius_mm"))


def _notch_fits(cutout: Cutout, shape: Shape, centre: tuple[int, int]) -> bool:
    """Whether it lies on its side and leaves glass behind it."""
    level = cutout.side in {Side.TOP, Side.BOTTOM}
    along, across = shape.width_mm * SCALE, shape.height_mm * SCALE
    if not level:
        along, across = across, along
    half = (cutout.width_mm or 0) * SCALE // 2
    middle = centre[0] if level else centre[1]
    deep = (cutout.depth_mm or 0) * SCALE
    return half <= middle <= along - half and deep < across
