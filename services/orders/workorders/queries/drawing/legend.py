"""What stands beside the drawing in words: finishes, facet, zones, datum, stained glass."""

import math
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import partial
from typing import Final, Literal

from contracts.orders.items import Facet, Film, Piece, StainedGlass, Zone
from contracts.orders.words import Datum, EdgeKind, FilmTexture, ShapeKind, Side
from services.orders.workorders.domain.outline import SIDES
from services.orders.workorders.queries.drawing.edges import edge_sample, finishes, is_all_round
from services.orders.workorders.queries.drawing.geometry.numbers import num, text_width
from services.orders.workorders.queries.drawing.geometry.outline import outline_of
from services.orders.workorders.queries.drawing.geometry.segments import Point, distance, path, xy
from services.orders.workorders.queries.drawing.hatch import frame, hatch_role, is_whole, swatch
from services.orders.workorders.queries.drawing.sheet import Box, Sheet, circle, stroke
from services.orders.workorders.queries.drawing.words import Words

_SAMPLE: Final = 2.4
_PITCH: Final = 1.45
_MOST_TILES: Final = 60
"""A scheme of more panes than this would be larger than the drawing."""
Where = Literal["below", "beside"]
Entry = tuple[str, Callable[[Box], None] | None]
"""A text, and what draws the sample left of it."""


def draw_legend(
    on: Sheet,
    piece: Piece,
    datum: Datum | None,
    listed: Sequence[str],
    say: Words,
    where: Where,
) -> None:
    """Write the legend below the drawing or beside it."""
    unit = on.unit
    below = where == "below"
    left = on.bounds.left if below else on.bounds.right + 1.5 * unit
    room = max(on.bounds.right - left, 22 * unit) if below else 14 * unit
    y = on.bounds.bottom + 1.3 * unit if below else on.bounds.top + 0.7 * unit
    for text, sample in _entries(on, piece, datum, listed, say):
        indent = 0 if sample is None else _SAMPLE * unit
        if sample is not None:
            sample(Box(left, y - 0.45 * unit, left + (_SAMPLE - 0.5) * unit, y + 0.45 * unit))
        for line in wrap(text, (room - indent) / unit):
            on.write("note", line, (left + indent, y), "start")
            y += _PITCH * unit
    glass = piece.stained_glass
    if glass is None or glass.tile_columns is None or glass.tile_rows is None:
        return
    if 0 < glass.tile_columns * glass.tile_rows <= _MOST_TILES:
        _tiles(on, piece, glass.tile_columns, glass.tile_rows, (left, y - 0.5 * unit))


def _entries(
    on: Sheet, piece: Piece, datum: Datum | None, listed: Sequence[str], say: Words
) -> list[Entry]:
    found: list[Entry] = [
        (on_sides(piece, say(f"edge.{kind}"), sides, say), partial(_edge, on, kind))
        for kind, sides in finishes(piece)
    ]
    if piece.facet is not None:
        found.append(_facet(on, piece, piece.facet, say))
    found.extend((_zone_text(zone, say), partial(_zone, on, zone)) for zone in piece.zones)
    if datum is not None:
        found.append((say(f"datum.{datum}"), partial(_datum, on)))
    found.extend((text, None) for text in listed)
    found.extend(_slopes(piece, say))
    if piece.stained_glass is not None:
        found.extend(_stained(on, piece.stained_glass, say))
    return found


def on_sides(piece: Piece, label: str, sides: Collection[Side], say: Words) -> str:
    """Return `полир. по кругу`, `полир.: снизу, слева`."""
    if is_all_round(piece, sides):
        return say("all-round", label=label)
    names = [say(f"side.{side}") for side in SIDES[piece.shape.kind] if side in sides]
    return say("on-sides", label=label, sides=", ".join(names))


def _edge(on: Sheet, kind: EdgeKind, box: Box) -> None:
    y = (box.top + box.bottom) / 2
    edge_sample(on, kind, (box.left, y), (box.right, y))


def _facet(on: Sheet, piece: Piece, facet: Facet, say: Words) -> Entry:
    def sample(box: Box) -> None:
        y = (box.top + box.bottom) / 2 + 0.3 * on.unit
        on.path("outline", stroke((box.left, y), (box.right, y)))
        up = y - 0.55 * on.unit
        on.path("facet", stroke((box.left, up), (box.right, up)))

    label = say("facet", size=say.length(facet.width_mm))
    return on_sides(piece, label, facet.sides, say), sample


def zone_name(zone: Zone, say: Words) -> str:
    """Return `окраска RAL 7035`."""
    name = say(f"treatment.{zone.treatment}")
    code = zone.pattern_code if zone.ral is None else f"RAL {zone.ral}"
    return name if code is None else say("with-code", label=name, code=code)


def _zone_text(zone: Zone, say: Words) -> str:
    label, face = zone_name(zone, say), say(f"face.{zone.face}")
    if is_whole(zone):
        return say("zone", label=label, face=face)
    return say(
        f"zone-band.{zone.from_side}",
        label=label,
        face=face,
        **{"from": say.length(zone.from_mm or 0), "to": say.length(zone.to_mm or 0)},
    )


def _zone(on: Sheet, zone: Zone, box: Box) -> None:
    on.path("thin", path(frame(box), closed=True))
    on.path(hatch_role(zone), swatch(zone.treatment, box, 0.4 * on.unit))


def _datum(on: Sheet, box: Box) -> None:
    target(on, ((box.left + box.right) / 2, (box.top + box.bottom) / 2))


def target(on: Sheet, at: Point) -> None:
    """Draw the sign of the datum: a ring with two dark quarters."""
    r = 0.42 * on.unit
    x, y = at
    on.path("thin", circle(at, r))
    quarters = (((x, y - r), (x + r, y)), ((x, y + r), (x - r, y)))
    wedges = (f"{stroke(at, start)}A{num(r)} {num(r)} 0 0 1 {xy(end)}Z" for start, end in quarters)
    on.path("datum", "".join(wedges))


def _slopes(piece: Piece, say: Words) -> Iterator[Entry]:
    """Lengths of the sides that run aslant, to check the cut by: their place follows."""
    if piece.shape.kind not in {ShapeKind.TRIANGLE, ShapeKind.TRAPEZOID}:
        return
    said = []
    for one in outline_of(piece.shape):
        if one.start[0] == one.end[0] or one.start[1] == one.end[1]:
            continue
        size = say.length(math.floor(distance(one.start, one.end) * 10 + 0.5) / 10)
        said.append(say("slope", side=say(f"side.{one.side}"), size=size))
    if said:
        yield say("slopes", sides=", ".join(said)), None


def _stained(on: Sheet, glass: StainedGlass, say: Words) -> Iterator[Entry]:
    yield say(f"technique.{glass.technique}"), None
    if glass.lead_width_mm is not None:
        yield say("lead", size=say.length(glass.lead_width_mm)), partial(_lead, on)
    if glass.films:
        yield say("films", films="; ".join(_film(film, say) for film in glass.films)), None
    if glass.palette is not None:
        yield say("palette", palette=glass.palette), None
    if glass.mirrored_pair:
        yield say("pair"), partial(_pair, on)
    if glass.tile_columns and glass.tile_rows:
        yield say("tiles", columns=glass.tile_columns, rows=glass.tile_rows), None


def _lead(on: Sheet, box: Box) -> None:
    y = (box.top + box.bottom) / 2
    on.path("outline", stroke((box.left, y), (box.right, y)))


def _pair(on: Sheet, box: Box) -> None:
    """Two panes, each the mirror image of the other, and the axis between them."""
    middle = (box.left + box.right) / 2
    air = 0.2 * on.unit
    low = box.bottom
    one = stroke((box.left, low), (middle - air, low), (middle - air, box.top))
    two = stroke((box.right, low), (middle + air, low), (middle + air, box.top))
    on.path("facet", f"{one}Z{two}Z")
    on.path("axis", stroke((middle, box.top - air), (middle, low + air)))


def _film(film: Film, say: Words) -> str:
    name = film.colour
    if film.texture is FilmTexture.TEXTURED:
        name = say("film-textured", colour=film.colour)
    if not film.zones:
        return name
    return say("film-zones", film=name, zones=", ".join(str(zone) for zone in film.zones))


def _tiles(on: Sheet, piece: Piece, columns: int, rows: int, at: Point) -> None:
    """Draw the scheme of a picture over several panes, numbered row by row from the top left."""
    unit = on.unit
    w, h = piece.shape.width_mm, piece.shape.height_mm
    longest = text_width(str(columns * rows)) + 0.7
    wide = max(longest, min(6, (1.5 * w) / h)) * unit
    high = max(1.5, min(6, (longest * h) / w)) * unit
    left, top = at
    right = left + columns * wide
    bottom = top + rows * high
    grid = "".join(
        stroke((left + column * wide, top), (left + column * wide, bottom))
        for column in range(columns + 1)
    )
    grid += "".join(
        stroke((left, top + row * high), (right, top + row * high)) for row in range(rows + 1)
    )
    on.path("thin", grid)
    for index in range(columns * rows):
        row, column = divmod(index, columns)
        middle = (left + (column + 0.5) * wide, top + (row + 0.5) * high)
        on.write("number", str(index + 1), middle, "middle")
    on.take(Box(left, top, right, bottom))


def wrap(text: str, room: float) -> list[str]:
    """Break a text at its spaces into lines of at most `room` text heights."""
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        longer = word if not line else f"{line} {word}"
        if line and text_width(longer) > room:
            lines.append(line)
            line = word
        else:
            line = longer
    return [*lines, line]
