"""Labels of the outline and of the zones: corners, radius, front of a curve, treatments."""

import math

from contracts.orders.items import Corner, Piece
from contracts.orders.words import CornerKind, ShapeKind, Side
from services.orders.workorders.queries.drawing.geometry.segments import Outline, Point, Segment
from services.orders.workorders.queries.drawing.hatch import band_of
from services.orders.workorders.queries.drawing.labels import Target, add_leader, add_word
from services.orders.workorders.queries.drawing.legend import zone_name
from services.orders.workorders.queries.drawing.sheet import Box, Sheet, Tags
from services.orders.workorders.queries.drawing.words import Words


def name_outline(on: Sheet, piece: Piece, whole: Outline, say: Words) -> None:
    """Name corners, the radius of a quarter circle, the front of a curve, a shape by drawing."""
    shape = piece.shape
    if shape.kind is ShapeKind.RECTANGLE:
        _name_corners(on, shape.corners, whole, say)
    curve = next((one for one in whole if one.side is Side.ARC and one.rx > 0), None)
    if shape.kind is ShapeKind.QUARTER_CIRCLE and curve is not None:
        text = say("radius", size=say.length(shape.width_mm))
        add_leader(on, whole, text, [_target(curve, "shape.width_mm")])
    if piece.front is Side.ARC and curve is not None:
        add_leader(on, whole, say("front"), [_target(curve, "front")])
    if shape.kind is ShapeKind.DRAWING:
        box = Box(0, 0, shape.width_mm, shape.height_mm)
        text = say("by-drawing")
        if not add_word(on, whole, text, _grid(box)):
            on.write("note", text, (shape.width_mm / 2, shape.height_mm / 2), "middle")


def _target(one: Segment, field: str) -> Target:
    return Target(_middle(one), tags=Tags(field=field))


def _middle(one: Segment) -> Point:
    """The middle of a stretch of the outline."""
    x = (one.start[0] + one.end[0]) / 2
    y = (one.start[1] + one.end[1]) / 2
    if one.rx == 0:
        return x, y
    across = (x - one.centre[0]) / one.rx
    up = (y - one.centre[1]) / one.ry
    length = math.sqrt(across * across + up * up)
    return one.centre[0] + (across / length) * one.rx, one.centre[1] + (up / length) * one.ry


def _name_corners(on: Sheet, corners: tuple[Corner, ...], whole: Outline, say: Words) -> None:
    """Every size of corner once: `4 x R50`."""
    groups: dict[str, list[Corner]] = {}
    for corner in corners:
        kind = "radius" if corner.kind is CornerKind.RADIUS else "cut"
        groups.setdefault(say(kind, size=say.length(corner.size_mm)), []).append(corner)
    for label, group in groups.items():
        stretches = [
            next((one for one in whole if one.corner is corner.at), None) for corner in group
        ]
        targets = [_target(one, "shape.corners") for one in stretches if one is not None]
        count = len(group)
        text = say("each", count=count, label=label) if count > 1 else label
        add_leader(on, whole, text, targets)


def name_zones(on: Sheet, piece: Piece, whole: Outline, say: Words) -> None:
    """Write the treatment into each zone that has room for it."""
    for zone in piece.zones:
        band = band_of(piece.shape, zone)
        add_word(on, whole, zone_name(zone, say), _grid(band), band)


def _grid(box: Box) -> list[Point]:
    """Places in a box, its middle first."""
    shares = (0.5, 0.35, 0.65, 0.2, 0.8)
    return [
        (
            box.left + (box.right - box.left) * across,
            box.top + (box.bottom - box.top) * down,
        )
        for down in shares
        for across in shares
    ]
