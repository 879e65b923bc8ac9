"""Holes and cut-outs as spots of the scene: where they are, how large, whether they can be."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final, Literal

from contracts.orders.items import Cutout, Hole, Piece
from contracts.orders.words import CutoutKind, Datum, Side
from services.orders.workorders.queries.drawing.geometry.outline import outline_of, placed
from services.orders.workorders.queries.drawing.geometry.segments import (
    NEAR,
    Outline,
    Point,
    distance,
    inside,
)

Form = Literal["round", "box", "notch", "code"]
_FORMS: Final[Mapping[CutoutKind, Form]] = MappingProxyType(
    {
        CutoutKind.ROUND: "round",
        CutoutKind.RECTANGULAR: "box",
        CutoutKind.NOTCH: "notch",
        CutoutKind.CATALOGUE: "code",
    }
)
_RIM: Final[tuple[Point, ...]] = (
    (1, 0),
    (0, 1),
    (-1, 0),
    (0, -1),
    *(
        (sign_x * x, sign_y * y)
        for x, y in ((3 / 5, 4 / 5), (4 / 5, 3 / 5), (5 / 13, 12 / 13), (12 / 13, 5 / 13))
        for sign_x in (1, -1)
        for sign_y in (1, -1)
    ),
)
"""The rim of a disc of radius 1: twenty points with exact fractions."""
_CORNERS: Final[tuple[Point, ...]] = ((-1, -1), (1, -1), (1, 1), (-1, 1))


@dataclass(frozen=True, slots=True)
class Of:
    """Which hole or cut-out something belongs to: its list, and its place there from 0."""

    list: Literal["holes", "cutouts"]
    index: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A hole or cut-out on the drawing."""

    of: Of
    number: int
    """In the list beside the drawing, holes first, from 1."""
    form: Form
    centre: Point
    half: Point
    """Half of its width and height; of a round one its radius, of a code 0."""
    depth: float = 0
    radius: float = 0
    side: Side | None = None
    code: str = ""
    wrong: bool = False

    @property
    def upright(self) -> bool:
        """Whether the side it is open at runs up and down; a curve is taken at left or right."""
        return self.side not in {Side.TOP, Side.BOTTOM}


def spots_of(piece: Piece) -> list[Spot]:
    """Return all holes and cut-outs of the piece in the order of their lists."""
    outline = outline_of(piece.shape)
    spots: list[Spot] = []
    for index, hole in enumerate(piece.holes):
        spot = _of_hole(piece, hole, index)
        over = any(
            distance(other.centre, spot.centre) < other.half[0] + spot.half[0] - NEAR
            for other in spots
        )
        spots.append(replace(spot, wrong=over or not _fits(piece, outline, spot)))
    for index, cutout in enumerate(piece.cutouts):
        spot = _of_cutout(piece, cutout, index)
        spots.append(replace(spot, wrong=not _fits(piece, outline, spot)))
    return spots


def _of_hole(piece: Piece, hole: Hole, index: int) -> Spot:
    half = hole.diameter_mm / 2
    return Spot(
        of=Of("holes", index),
        number=index + 1,
        form="round",
        centre=placed(piece.shape, hole.datum, hole.x_mm, hole.y_mm),
        half=(half, half),
        radius=half,
    )


def _of_cutout(piece: Piece, cutout: Cutout, index: int) -> Spot:
    form = _FORMS[cutout.kind]
    width, height = (cutout.width_mm or 0) / 2, (cutout.height_mm or 0) / 2
    round_half = (cutout.diameter_mm or 0) / 2
    depth = cutout.depth_mm or 0
    half: Point = (0, 0)
    room: float = 0
    if form == "round":
        half, room = (round_half, round_half), round_half
    elif form == "box":
        half, room = (width, height), min(width, height)
    elif form == "notch":
        level = cutout.side in {Side.TOP, Side.BOTTOM}
        half, room = (width, 0) if level else (0, width), min(width, depth)
    radius = room if form == "round" else max(0, min(cutout.radius_mm or 0, room))
    return Spot(
        of=Of("cutouts", index),
        number=len(piece.holes) + index + 1,
        form=form,
        centre=placed(piece.shape, cutout.datum, cutout.x_mm, cutout.y_mm),
        half=half,
        depth=depth,
        radius=radius,
        side=cutout.side,
        code=cutout.catalogue_code or "",
    )


def _fits(piece: Piece, outline: Outline, spot: Spot) -> bool:
    x, y = spot.centre
    across, up = spot.half
    if spot.form == "round":
        return _holds(outline, spot, _RIM)
    if spot.form == "box":
        return _holds(outline, spot, _CORNERS)
    if spot.form == "code":
        return inside(outline, spot.centre)
    w, h = piece.shape.width_mm, piece.shape.height_mm
    if spot.upright:
        return up <= y <= h - up and spot.depth < w
    return across <= x <= w - across and spot.depth < h


def _holds(outline: Outline, spot: Spot, points: Sequence[Point]) -> bool:
    x, y = spot.centre
    across, up = spot.half
    return all(inside(outline, (x + px * across, y + py * up)) for px, py in points)


def datum_of(piece: Piece) -> Datum | None:
    """Return the corner (or centre) that most positions are given from; all are shown from it."""
    counts: dict[Datum, int] = {Datum.BOTTOM_LEFT: 0}
    given = [hole.datum for hole in piece.holes] + [cutout.datum for cutout in piece.cutouts]
    for datum in given:
        counts[datum] = counts.get(datum, 0) + 1
    best = max(counts, key=lambda one: counts[one])
    return best if counts[best] else None
