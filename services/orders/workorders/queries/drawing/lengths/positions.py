"""Positions of holes and cut-outs, all from the one datum of the drawing."""

from collections.abc import Sequence

from contracts.orders.words import Datum, Side
from services.orders.workorders.queries.drawing.geometry.notch import mouth
from services.orders.workorders.queries.drawing.geometry.numbers import cents
from services.orders.workorders.queries.drawing.geometry.outline import zero_of
from services.orders.workorders.queries.drawing.geometry.segments import Point
from services.orders.workorders.queries.drawing.geometry.spots import Spot
from services.orders.workorders.queries.drawing.lengths.place import Stop
from services.orders.workorders.queries.drawing.lengths.plan import Plan, axis_of, outwards


def add_positions(plan: Plan, spots: Sequence[Spot], datum: Datum) -> None:
    """Measure on the two sides that meet at the datum: a notch only along its side."""
    across = Side.TOP if datum in {Datum.TOP_LEFT, Datum.TOP_RIGHT} else Side.BOTTOM
    up = Side.RIGHT if datum in {Datum.TOP_RIGHT, Datum.BOTTOM_RIGHT} else Side.LEFT
    level = [spot for spot in spots if spot.form != "notch" or not spot.upright]
    upright = [spot for spot in spots if spot.form != "notch" or spot.upright]
    _measure(plan, across, datum, level)
    _measure(plan, up, datum, upright)


def _measure(plan: Plan, side: Side, datum: Datum, spots: Sequence[Spot]) -> None:
    axis, far = axis_of(side), outwards(side)
    other = 1 - axis
    zero = zero_of(plan.piece.shape, datum)
    found: dict[int, Stop] = {}
    for spot in spots:
        centre = _centre(plan, spot)
        key = cents(centre[axis])
        known = found.get(key)
        nearer = known is not None and known.start[other] * far >= centre[other] * far
        if key != cents(zero[axis]) and not nearer:
            found[key] = Stop(centre[axis], centre, spot.half[other] + 0.5 * plan.unit)
    stops = sorted(found.values(), key=lambda stop: stop.at)
    start = (
        Stop(zero[axis], zero, 0.6 * plan.unit)
        if datum is Datum.CENTRE
        else plan.stop(side, zero[axis])
    )
    if not plan.from_zero(side, start, stops):
        _list(plan, axis, zero, spots)


def _centre(plan: Plan, spot: Spot) -> Point:
    return (mouth(plan.outline, spot) if spot.form == "notch" else None) or spot.centre


def _list(plan: Plan, axis: int, zero: Point, spots: Sequence[Spot]) -> None:
    """`X: 1 – 60; 2 – 157`, by the numbers of the drawing."""
    values = [
        plan.say(
            "position",
            number=spot.number,
            size=plan.say.length(abs(_centre(plan, spot)[axis] - zero[axis])),
        )
        for spot in spots
    ]
    plan.listed.append(plan.say(f"positions-{'xy'[axis]}", all="; ".join(values)))
