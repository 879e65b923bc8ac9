"""A piece as a drawing: marks in millimetres, y down, origin at the top left of its box.

Every length that stands there is computed from the geometry that is drawn.
"""

from dataclasses import dataclass
from typing import Final

from contracts.orders.items import Piece
from services.orders.workorders.queries.drawing.geometry.numbers import rounded
from services.orders.workorders.queries.drawing.layout import drafting, laid_out
from services.orders.workorders.queries.drawing.legend import Where
from services.orders.workorders.queries.drawing.sheet import Box, Mark, Sheet
from services.orders.workorders.queries.drawing.words import Words

_PASSES: Final = 4
_MARGIN: Final = 0.4
_LARGER, _SMALLER = 1.002, 0.98
"""Between these shares of the height before, a height of the text is found."""
_CLEARLY: Final = 0.97


@dataclass(frozen=True, slots=True)
class Fit:
    """Room for the drawing and the least height of its text: all px, or all mm of paper."""

    width: float
    height: float
    text: float


@dataclass(frozen=True, slots=True)
class Scene:
    """What is drawn; lengths in mm of the piece."""

    width: float
    height: float
    text: float
    """Height of the text."""
    view: Box
    marks: list[Mark]


def draw(piece: Piece, fit: Fit, say: Words) -> Scene:
    """Lay the drawing out so that its text is at least as high as asked on that room."""
    low, wide = _drafted(piece, fit, say, "below"), _drafted(piece, fit, say, "beside")
    if _is_better(fit, wide, low):
        return _finished(piece, fit, say, "beside", wide)
    return _finished(piece, fit, say, "below", low)


def _is_better(fit: Fit, wide: Sheet, low: Sheet) -> bool:
    """Whether the legend stands better beside: text that can be read first, then larger glass."""
    one, two = _scale(fit, wide), _scale(fit, low)
    read, other = min(wide.unit * one, fit.text), min(low.unit * two, fit.text)
    if read < other * _CLEARLY:
        return False
    return other < read * _CLEARLY or two < one * _CLEARLY


def _scale(fit: Fit, on: Sheet) -> float:
    """Room units per mm, when the sheet with its margins fills the room."""
    margins = 2 * _MARGIN * on.unit
    return min(
        fit.width / (on.bounds.right - on.bounds.left + margins),
        fit.height / (on.bounds.bottom - on.bounds.top + margins),
    )


def _drafted(piece: Piece, fit: Fit, say: Words, legend: Where) -> Sheet:
    """The room a height of the text needs, without labels: they hardly ever need further room."""
    w, h = piece.shape.width_mm, piece.shape.height_mm
    on = drafting(piece, fit.text * max(w / fit.width, h / fit.height), say, legend)
    for _ in range(1, _PASSES):
        found = _needed(piece, fit, on)
        if on.unit * _SMALLER <= found <= on.unit * _LARGER:
            break
        on = drafting(piece, found, say, legend)
    return on


def _needed(piece: Piece, fit: Fit, on: Sheet) -> float:
    w, h = piece.shape.width_mm, piece.shape.height_mm
    bounds = on.bounds
    return max(
        _enough(fit.text, fit.width, w, (bounds.right - bounds.left - w) / on.unit),
        _enough(fit.text, fit.height, h, (bounds.bottom - bounds.top - h) / on.unit),
    )


def _enough(text: float, room: float, size: float, around: float) -> float:
    """Height in mm when the margins take `around` texts; they get three quarters at most."""
    return (text * size) / max(room - text * (around + 2 * _MARGIN), room * 0.25)


def _finished(piece: Piece, fit: Fit, say: Words, legend: Where, draft: Sheet) -> Scene:
    """The whole drawing; in larger text once more where its labels did need further room."""
    on = laid_out(piece, draft.unit, say, legend)
    for _ in range(1, _PASSES):
        more = _needed(piece, fit, on)
        if more <= on.unit * _LARGER:
            break
        on = laid_out(piece, more, say, legend)
    margin = _MARGIN * on.unit
    view = Box(
        rounded(on.bounds.left - margin),
        rounded(on.bounds.top - margin),
        rounded(on.bounds.right + margin),
        rounded(on.bounds.bottom + margin),
    )
    return Scene(piece.shape.width_mm, piece.shape.height_mm, rounded(on.unit), view, on.marks)
