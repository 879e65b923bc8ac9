"""Draws holes and cut-outs to scale, numbers them, and names each size once."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from services.orders.workorders.queries.drawing.geometry.notch import inwards, mouth
from services.orders.workorders.queries.drawing.geometry.numbers import num
from services.orders.workorders.queries.drawing.geometry.segments import Outline, Point
from services.orders.workorders.queries.drawing.geometry.spots import Spot
from services.orders.workorders.queries.drawing.labels import Target, add_leader, add_number
from services.orders.workorders.queries.drawing.sheet import (
    Box,
    Sheet,
    Tags,
    box_around,
    circle,
    stroke,
)
from services.orders.workorders.queries.drawing.words import Words


def _tags(spot: Spot) -> Tags:
    return Tags(of=spot.of, wrong=spot.wrong)


def rim(spot: Spot) -> str:
    """Return the rim of a hole or of an inner cut-out as a closed path; empty for the others."""
    if spot.form == "round":
        return circle(spot.centre, spot.half[0])
    if spot.form != "box":
        return ""
    x, y = spot.centre
    w, h = spot.half
    r = spot.radius
    if r == 0:
        return f"{stroke((x - w, y - h), (x + w, y - h), (x + w, y + h), (x - w, y + h))}Z"

    def turn(to: Point) -> str:
        return f"A{num(r)} {num(r)} 0 0 1 {num(to[0])} {num(to[1])}"

    def go(to: Point) -> str:
        return f"L{num(to[0])} {num(to[1])}"

    return (
        stroke((x - w + r, y - h), (x + w - r, y - h))
        + turn((x + w, y - h + r))
        + go((x + w, y + h - r))
        + turn((x + w - r, y + h))
        + go((x - w + r, y + h))
        + turn((x - w, y + h - r))
        + go((x - w, y - h + r))
        + turn((x - w + r, y - h))
        + "Z"
    )


def draw_spots(on: Sheet, outline: Outline, spots: Sequence[Spot], opened: Collection[int]) -> None:
    """Draw all spots; those numbered in `opened` are notches of the outline already."""
    unit = on.unit
    for spot in spots:
        tags = _tags(spot)
        x, y = spot.centre
        w, h = spot.half[0] + 0.35 * unit, spot.half[1] + 0.35 * unit
        if spot.form in {"round", "box"}:
            on.path("cut", rim(spot), tags)
            on.path("thin", stroke((x - w, y), (x + w, y)) + stroke((x, y - h), (x, y + h)), tags)
            on.take(box_around(spot.centre, spot.half[0] + 0.1 * unit, spot.half[1] + 0.1 * unit))
        elif spot.form == "code":
            d = 0.6 * unit
            on.path("cut", f"{stroke((x, y - d), (x + d, y), (x, y + d), (x - d, y))}Z", tags)
            on.path("thin", stroke((x - d, y), (x + d, y)) + stroke((x, y - d), (x, y + d)), tags)
            on.take(box_around(spot.centre, d, d))
        else:
            _notch(on, outline, spot, cut=spot.number in opened)


def notch_box(outline: Outline, spot: Spot) -> Box | None:
    """Return the place a notch takes, mouth to bottom; None if it misses the glass."""
    base = mouth(outline, spot)
    if base is None:
        return None
    way = inwards(outline, spot)
    half = max(spot.half[0], spot.half[1])
    bottom = (base[0] + way[0] * spot.depth, base[1] + way[1] * spot.depth)
    side = (abs(way[1]) * half, abs(way[0]) * half)
    return Box(
        min(base[0], bottom[0]) - side[0],
        min(base[1], bottom[1]) - side[1],
        max(base[0], bottom[0]) + side[0],
        max(base[1], bottom[1]) + side[1],
    )


def _notch(on: Sheet, outline: Outline, spot: Spot, *, cut: bool) -> None:
    base, box = mouth(outline, spot), notch_box(outline, spot)
    if base is None or box is None:
        return
    if not cut:
        on.path("cut", f"{stroke(*box.corners())}Z", _tags(spot))
    way = inwards(outline, spot)
    past = 0.5 * on.unit
    deep = spot.depth + past
    tip = (base[0] + way[0] * deep, base[1] + way[1] * deep)
    start = (base[0] - way[0] * past, base[1] - way[1] * past)
    on.path("axis", stroke(start, tip), _tags(spot))
    on.take(box)


def spot_label(say: Words, spot: Spot) -> str:
    """Return what a hole or cut-out is called: `⌀8`, `200×100 R5`, `ПЕТЛЯ-90`."""
    if spot.form == "round":
        return say("diameter", size=say.length(2 * spot.half[0]))
    if spot.form == "code":
        return spot.code
    wide = max(spot.half[0], spot.half[1]) if spot.form == "notch" else spot.half[0]
    return say(
        f"{spot.form}{'-radius' if spot.radius > 0 else ''}",
        width=say.length(2 * wide),
        height=say.length(2 * spot.half[1]),
        depth=say.length(spot.depth),
        radius=say.length(spot.radius),
    )


def label_spots(on: Sheet, outline: Outline, spots: Sequence[Spot], say: Words) -> None:
    """Write every size once, with how often it occurs; then numbers, if there are several."""
    groups: dict[tuple[str, str], list[Spot]] = {}
    for spot in spots:
        groups.setdefault((spot.of.list, spot_label(say, spot)), []).append(spot)
    for group in groups.values():
        wrong = any(spot.wrong for spot in group)
        targets = [_target(on, outline, replace(spot, wrong=wrong)) for spot in group]
        add_leader(on, outline, _group_label(say, group), targets)
    if len(spots) > 1:
        for spot in spots:
            add_number(on, outline, str(spot.number), _target(on, outline, spot))


def _group_label(say: Words, group: Sequence[Spot]) -> str:
    first, count = group[0], len(group)
    label = spot_label(say, first)
    if count == 1:
        return label
    key = first.of.list if first.form == "round" else "each"
    return say(key, count=count, label=label)


def _target(on: Sheet, outline: Outline, spot: Spot) -> Target:
    tags = _tags(spot)
    if spot.form == "code":
        half = 0.4 * on.unit
        return Target(spot.centre, (half, half), tags=tags)
    if spot.form != "notch":
        return Target(spot.centre, spot.half, spot.form == "round", tags)
    base = mouth(outline, spot) or spot.centre
    way = inwards(outline, spot)
    return Target((base[0] + way[0] * spot.depth, base[1] + way[1] * spot.depth), tags=tags)
