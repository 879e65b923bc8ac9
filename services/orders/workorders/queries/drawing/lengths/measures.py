"""Which lengths a drawing gives, and on which side of the glass: overall sizes outermost."""

from collections.abc import Sequence
from typing import Final

from contracts.orders.items import Piece, Shape
from contracts.orders.words import Datum, ShapeKind, Side
from services.orders.workorders.queries.drawing.geometry.segments import Outline
from services.orders.workorders.queries.drawing.geometry.spots import Spot
from services.orders.workorders.queries.drawing.hatch import is_whole
from services.orders.workorders.queries.drawing.lengths.plan import Plan
from services.orders.workorders.queries.drawing.lengths.positions import add_positions
from services.orders.workorders.queries.drawing.lengths.rails import Front
from services.orders.workorders.queries.drawing.words import Words

_WIDTH: Final = ("shape.width_mm",)
_HEIGHT: Final = ("shape.height_mm",)


def plan_of(
    piece: Piece,
    outline: Outline,
    spots: Sequence[Spot],
    datum: Datum | None,
    unit: float,
    say: Words,
) -> Plan:
    """Return all rails of the drawing."""
    plan = Plan(piece, outline, unit, say)
    if piece.front is not None and piece.front is not Side.ARC:
        plan.rails[piece.front].append(Front(say("front")))
    _own_numbers(plan)
    if datum is not None:
        add_positions(plan, spots, datum)
    _zones(plan)
    _overall(plan)
    return plan


def _own_numbers(plan: Plan) -> None:
    """Side height and rise of an arch, apex of a triangle, sides of a trapezoid."""
    shape = plan.piece.shape
    rise, apex = shape.rise_mm or 0, shape.apex_mm or 0
    if shape.kind is ShapeKind.ARCH and shape.side_height_mm:
        fields = ("shape.rise_mm", "shape.side_height_mm")
        plan.chain(Side.RIGHT, (0, rise, shape.height_mm), fields)
    if shape.kind is ShapeKind.TRIANGLE and 0 < apex < shape.width_mm:
        plan.chain(Side.BOTTOM, (0, apex), ("shape.apex_mm",))
    if shape.kind is ShapeKind.TRAPEZOID:
        _trapezoid(plan, shape)


def _trapezoid(plan: Plan, shape: Shape) -> None:
    offset = shape.top_offset_mm or 0
    length, base = shape.top_mm or 0, shape.bottom_mm or 0
    top, bottom = max(0, offset), max(0, -offset)
    _slanted(plan, Side.TOP, top, length, "shape.top_mm")
    if base != shape.width_mm:
        _slanted(plan, Side.BOTTOM, bottom, base, "shape.bottom_mm")


def _slanted(plan: Plan, side: Side, start: float, length: float, field: str) -> None:
    """The length of a side, after its distance from the left end of the other one."""
    if start > 0:
        plan.chain(side, (0, start, start + length), ("shape.top_offset_mm", field))
    else:
        plan.chain(side, (0, length), (field,))


def _zones(plan: Plan) -> None:
    """Ends of treated bands from the side that each is given from."""
    shape = plan.piece.shape
    for given in (Side.BOTTOM, Side.TOP, Side.LEFT, Side.RIGHT):
        level = given in {Side.LEFT, Side.RIGHT}
        side = Side.TOP if level else Side.RIGHT
        room = shape.width_mm if level else shape.height_mm
        back = given in {Side.BOTTOM, Side.RIGHT}
        ends = {
            end
            for zone in plan.piece.zones
            if zone.from_side is given and not is_whole(zone)
            for end in (zone.from_mm or 0, zone.to_mm or 0)
            if 0 < end < room
        }
        places = sorted(room - end if back else end for end in ends)
        stops = [plan.stop(side, place) for place in places]
        plan.from_zero(side, plan.stop(side, room if back else 0), stops)


def _overall(plan: Plan) -> None:
    """Width below, height on the left; a circle has its diameter alone."""
    shape, say = plan.piece.shape, plan.say
    width = say.length(shape.width_mm)
    if shape.kind is ShapeKind.CIRCLE:
        plan.chain(Side.BOTTOM, (0, shape.width_mm), _WIDTH, [say("diameter", size=width)])
        return
    plan.chain(Side.BOTTOM, (0, shape.width_mm), _WIDTH, [width])
    plan.chain(Side.LEFT, (0, shape.height_mm), _HEIGHT, [say.length(shape.height_mm)])
