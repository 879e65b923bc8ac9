"""Distances from one zero on one line: a ring at the zero, an arrow and a number at every stop."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from services.orders.workorders.queries.drawing.geometry.numbers import text_width
from services.orders.workorders.queries.drawing.lengths.place import Place, Stop, Written
from services.orders.workorders.queries.drawing.sheet import Anchor, arrow, circle, stroke

_ZERO: Final = "0"
_KEPT: Final = 1000
"""Weight of a line that stays where it is."""


@dataclass(frozen=True, slots=True)
class Running:
    """Several distances from one zero."""

    zero: Stop
    stops: Sequence[Stop]
    texts: Sequence[str]
    kept: Sequence[float]
    """Where lines of a later rail come through: no number may stand there."""


@dataclass(frozen=True, slots=True)
class Seat:
    """A number, or a line to keep free, that wants its place along the axis."""

    wanted: float
    room: float
    weight: float = 1
    stop: Stop | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class _Rows:
    """The line, and the numbers beyond it: mm outside of the box."""

    off: float
    out: float
    anchor: Anchor


def room_for(unit: float, text: str, *, level: bool) -> float:
    """Return the room that a number needs along the line, mm."""
    return (text_width(text) + 0.5 if level else 1.25) * unit


def draw_running(place: Place, rail: Running, used: float) -> float:
    """Draw it `used` mm outside of the box; return where it ends."""
    on = place.on
    unit = on.unit
    off = used + 0.9 * unit
    out = off + (1.15 if place.level else 0.75) * unit
    upright: Anchor = "start" if place.out == 1 else "end"
    rows = _Rows(off, out, "middle" if place.level else upright)
    seats = _seated(place, rail)
    ends = [stop.at for stop in (rail.zero, *rail.stops)]
    on.path("thin", place.rule(min(ends), max(ends), off))
    for seat, along in zip(seats, spread(seats), strict=True):
        if seat.stop is not None:
            _sit(place, rail, seat.stop, seat.text, along, rows)
    if place.level:
        return out + 0.6 * unit
    return out + max(text_width(text) for text in rail.texts) * unit + 0.4 * unit


def _seated(place: Place, rail: Running) -> list[Seat]:
    """Zero, stops and kept lines in their order; the zero steps aside where a line is kept."""
    unit = place.on.unit

    def room(text: str) -> float:
        return room_for(unit, text, level=place.level)

    zero = rail.zero.at
    aside = 0.5 * room(_ZERO) + 0.1 * unit if zero in rail.kept else 0
    ahead = -1 if all(stop.at > zero for stop in rail.stops) else 1
    seats = [
        Seat(zero + ahead * aside, room(_ZERO), stop=rail.zero, text=_ZERO),
        *(
            Seat(stop.at, room(text), stop=stop, text=text)
            for stop, text in zip(rail.stops, rail.texts, strict=True)
        ),
        *(Seat(wanted, 0, _KEPT) for wanted in rail.kept),
    ]
    return sorted(seats, key=lambda seat: seat.wanted)


def _sit(place: Place, rail: Running, stop: Stop, text: str, along: float, rows: _Rows) -> None:
    on = place.on
    unit = on.unit
    off = rows.off
    foot = place.at(stop.at, off + 0.15 * unit)
    lines = place.extension(stop, off + 0.15 * unit) + stroke(
        foot, place.at(along, off + 0.55 * unit)
    )
    middle = place.at(along, rows.out)
    if stop is rail.zero:
        on.path("thin", lines + circle(place.at(stop.at, off), 0.22 * unit))
        on.write("dimension", text, middle, rows.anchor)
        return
    written = Written(
        text=text,
        middle=middle,
        anchor=rows.anchor,
        lines=lines,
        arrows=_tip(place, rail, stop, off),
    )
    place.measure(rail.zero, stop, written)


def _tip(place: Place, rail: Running, stop: Stop, off: float) -> str:
    """An arrow away from the zero; a dot where the last stop is too near for it."""
    unit = place.on.unit
    zero = rail.zero.at
    sign = -1 if stop.at < zero else 1
    way = (stop.at - zero) * sign
    others = ((other.at - zero) * sign for other in rail.stops)
    nearer = [other for other in others if 0 <= other < way]
    point = place.at(stop.at, off)
    if way - max(0, *nearer, 0) < unit:
        return circle(point, 0.14 * unit)
    return arrow(unit, point, (sign, 0) if place.level else (0, sign))


def spread(seats: Sequence[Seat]) -> list[float]:
    """Move sorted seats apart to their rooms, each as near to its own place as may be."""
    starts: list[float] = []
    start: float = 0
    for index, seat in enumerate(seats):
        if index:
            start += (seats[index - 1].room + seat.room) / 2
        starts.append(start)
    blocks: list[tuple[float, float, int]] = []
    for seat, offset in zip(seats, starts, strict=True):
        total, weight, count = (seat.wanted - offset) * seat.weight, seat.weight, 1
        while blocks and blocks[-1][0] / blocks[-1][1] > total / weight:
            before = blocks.pop()
            total, weight, count = before[0] + total, before[1] + weight, before[2] + count
        blocks.append((total, weight, count))
    places = [total / weight for total, weight, count in blocks for _ in range(count)]
    return [place + offset for place, offset in zip(places, starts, strict=True)]
