"""Dimension lines outside of the glass, in rails: the nearer ones first, on each side its own."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from contracts.orders.words import Side
from services.orders.workorders.queries.drawing.geometry.numbers import text_width
from services.orders.workorders.queries.drawing.geometry.segments import Point
from services.orders.workorders.queries.drawing.lengths.place import Place, Stop, Written
from services.orders.workorders.queries.drawing.lengths.running import Running, draw_running
from services.orders.workorders.queries.drawing.sheet import Anchor, Sheet, Tags, arrow, stroke


@dataclass(frozen=True, slots=True)
class Chain:
    """Lengths between neighbours, all on one line; the last stop is furthest right or down."""

    stops: Sequence[Stop]
    texts: Sequence[str]
    fields: Sequence[str] = ()
    """Field of the piece that each length shows, where there is one."""
    beyond: Literal["start", "end"] = "end"
    """On which side of a short length its text stands: away from the zero."""


@dataclass(frozen=True, slots=True)
class Front:
    """The side that faces the room."""

    text: str


Rail = Chain | Running | Front
_FRONT: Final = Tags(field="front")


def draw_rails(on: Sheet, side: Side, size: Point, rails: Sequence[Rail], start: float) -> None:
    """Draw the rails of one side, beginning `start` mm outside of the box."""
    place = Place.of(on, side, size)
    used = start
    for rail in rails:
        match rail:
            case Chain():
                used = _chain(place, rail, used)
            case Running():
                used = draw_running(place, rail, used)
            case Front():
                used = _front(place, rail, used, size[0] / 2 if place.level else size[1] / 2)


@dataclass(frozen=True, slots=True)
class _Span:
    a: Stop
    b: Stop
    off: float
    text: str
    field: str | None
    last: bool
    """Its text may stand beyond its end."""
    extensions: str

    @property
    def length(self) -> float:
        return self.b.at - self.a.at


def _chain(place: Place, rail: Chain, used: float) -> float:
    unit = place.on.unit
    off = used + _chain_off(place, rail)
    end = off + 0.35 * unit
    for index, text in enumerate(rail.texts):
        a, b = rail.stops[index], rail.stops[index + 1]
        first = place.extension(a, off + 0.35 * unit) if index == 0 else ""
        last = index > 0 if len(rail.texts) > 1 else rail.beyond == "end"
        extensions = first + place.extension(b, off + 0.35 * unit)
        field = rail.fields[index] if rail.fields else None
        span = _Span(a, b, off, text, field, last, extensions)
        end = max(end, _level(place, span) if place.level else _upright(place, span))
    return end


def _chain_off(place: Place, rail: Chain) -> float:
    """How far the line stands off what lies before it: its text must find room there."""
    unit = place.on.unit
    if place.level:
        return (1.55 if place.side is Side.BOTTOM else 0.9) * unit
    spans = zip(rail.texts, rail.stops, rail.stops[1:], strict=False)
    in_line = (text_width(text) / 2 + 0.4 for text, a, b in spans if _roomy(place, b.at - a.at))
    return max(0.8, *in_line, 0.8) * unit


def _roomy(place: Place, length: float) -> bool:
    """Whether the text stands in a gap of the upright line: it must be long enough."""
    return length >= 2.9 * place.on.unit


def _level(place: Place, span: _Span) -> float:
    """Text above the line, or beside it where the line is short."""
    unit = place.on.unit
    a, b = span.a.at, span.b.at
    width = text_width(span.text) * unit
    roomy = span.length >= 1.7 * unit
    fits = span.length >= width + 0.2 * unit
    outside = b + unit + width / 2 if span.last else a - unit - width / 2
    along = (a + b) / 2 if fits else outside
    reach = 0 if roomy else unit
    start = a - reach if fits or span.last else along - width / 2
    end = b + reach if fits or not span.last else along + width / 2
    written = Written(
        text=span.text,
        middle=place.at(along, span.off - place.out * 0.65 * unit),
        anchor="middle",
        lines=span.extensions + place.rule(start, end, span.off),
        arrows=_tips(place, span, roomy=roomy),
        field=span.field,
    )
    place.measure(span.a, span.b, written)
    return span.off + (0.35 if place.side is Side.BOTTOM else 1.3) * unit


def _upright(place: Place, span: _Span) -> float:
    """Text in a gap of the line, or outside of it where the line is short."""
    unit, off = place.on.unit, span.off
    a, b = span.a.at, span.b.at
    width = text_width(span.text) * unit
    middle = (a + b) / 2
    roomy = span.length >= 1.7 * unit
    at, anchor, end = off, _outer(place), off + 0.9 * unit + width
    if _roomy(place, span.length):
        upper = place.rule(a, middle - 0.65 * unit, off)
        lines = span.extensions + upper + place.rule(middle + 0.65 * unit, b, off)
        anchor, end = "middle", off + max(width / 2, 0.35 * unit) + 0.4 * unit
    else:
        reach = 0 if roomy else unit
        lines = span.extensions + place.rule(a - reach, b + reach, off)
        at = off + 0.5 * unit
    written = Written(
        text=span.text,
        middle=place.at(middle, at),
        anchor=anchor,
        lines=lines,
        arrows=_tips(place, span, roomy=roomy),
        field=span.field,
    )
    place.measure(span.a, span.b, written)
    return end


def _outer(place: Place) -> Anchor:
    """How a text beyond an upright line is aligned."""
    return "start" if place.out == 1 else "end"


def _tips(place: Place, span: _Span, *, roomy: bool) -> str:
    """Arrows at both ends, from outside where there is no room between them."""
    turn = 1 if roomy else -1
    unit = place.on.unit

    def way(sign: int) -> Point:
        return (sign, 0) if place.level else (0, sign)

    first = arrow(unit, place.at(span.a.at, span.off), way(-turn))
    return first + arrow(unit, place.at(span.b.at, span.off), way(turn))


def _front(place: Place, rail: Front, used: float, middle: float) -> float:
    on = place.on
    unit = on.unit
    tip = place.at(middle, used + 0.1 * unit)
    left = place.at(middle - 0.45 * unit, used + 0.9 * unit)
    right = place.at(middle + 0.45 * unit, used + 0.9 * unit)
    on.path("arrow", f"{stroke(tip, left, right)}Z", _FRONT)
    if place.level:
        on.write(
            "note", rail.text, place.at(middle + 0.8 * unit, used + 0.6 * unit), "start", _FRONT
        )
        return used + 1.2 * unit
    on.write("note", rail.text, place.at(middle, used + 1.15 * unit), _outer(place), _FRONT)
    return used + (1.55 + text_width(rail.text)) * unit
