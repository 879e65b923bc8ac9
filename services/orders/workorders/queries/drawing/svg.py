"""A scene as the text of an SVG file; colours are CSS variables that fall back to the text's."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from services.orders.workorders.queries.drawing.geometry.numbers import num
from services.orders.workorders.queries.drawing.scene import Scene
from services.orders.workorders.queries.drawing.sheet import (
    NO_TAGS,
    DimensionMark,
    Mark,
    PathMark,
    TextMark,
)

_INK: Final = "var(--vz-drawing-line, currentColor)"
_MEASURE: Final = "var(--vz-drawing-dimension, currentColor)"
_ZONE: Final = "var(--vz-drawing-zone, currentColor)"
_GLASS: Final = "var(--vz-drawing-glass, none)"
_FAULT: Final = "var(--vz-drawing-fault, red)"
_FONT: Final = "'Golos Text Variable', 'Golos Text', 'DejaVu Sans', sans-serif"


@dataclass(frozen=True, slots=True)
class _Look:
    """How a role is drawn: stroke width in text heights (0 = filled), colour, dashes."""

    role: str
    width: float
    colour: str
    dashes: tuple[float, ...] = ()


_LOOKS: Final = (
    _Look("glass", 0, _GLASS),
    _Look("hatch", 0.05, _ZONE),
    _Look("hidden-hatch", 0.05, _ZONE, (0.45, 0.25)),
    _Look("edge", 0.06, _INK),
    _Look("edge-dashed", 0.06, _INK, (0.4, 0.22)),
    _Look("axis", 0.04, _MEASURE, (0.9, 0.2, 0.2, 0.2)),
    _Look("thin", 0.05, _MEASURE),
    _Look("facet", 0.06, _INK),
    _Look("outline", 0.125, _INK),
    _Look("unsure", 0.125, _INK, (0.6, 0.35)),
    _Look("cut", 0.1, _INK),
    _Look("arrow", 0, _MEASURE),
    _Look("datum", 0, _INK),
    _Look("label", 0, _MEASURE),
    _Look("dimension", 0, _MEASURE),
    _Look("number", 0, _INK),
    _Look("note", 0, _MEASURE),
)
"""From the deepest to the uppermost."""


def svg(scene: Scene, title: str) -> str:
    """Return the file."""
    view = scene.view
    box = (view.left, view.top, view.right - view.left, view.bottom - view.top)
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{" ".join(map(num, box))}"'
        f' font-family="{_FONT}" font-size="{num(scene.text)}" role="img">'
    )
    parts = [part for mark in scene.marks for part in _flat(mark)]
    groups = "".join(_group(look, parts, scene.text) for look in _LOOKS)
    return f"{head}<title>{_escaped(title)}</title>{groups}</svg>"


def _flat(mark: Mark) -> Iterator[PathMark | TextMark]:
    if not isinstance(mark, DimensionMark):
        yield mark
        return
    yield PathMark("thin", mark.lines)
    yield PathMark("arrow", mark.arrows)
    yield TextMark("dimension", mark.x, mark.y, mark.anchor, mark.text, NO_TAGS)


def _group(look: _Look, parts: list[PathMark | TextMark], unit: float) -> str:
    """Return all marks of a role, so that colours and widths stand once."""
    own = [_drawn(part, look) for part in parts if part.role == look.role]
    if not own:
        return ""
    attributes = {"class": f"vz-drawing-{look.role}", "fill": look.colour}
    if look.role == "glass":
        attributes["fill-rule"] = "evenodd"
    if look.width:
        attributes |= {
            "fill": "none",
            "stroke": look.colour,
            "stroke-width": num(look.width * unit),
            "stroke-linejoin": "round",
        }
    if look.dashes:
        attributes["stroke-dasharray"] = " ".join(num(dash * unit) for dash in look.dashes)
    return _element("g", attributes, "".join(own))


def _drawn(part: PathMark | TextMark, look: _Look) -> str:
    attributes: dict[str, str] = {}
    if isinstance(part, PathMark):
        attributes["d"] = part.d
    else:
        attributes |= {"x": num(part.x), "y": num(part.y)}
        if part.anchor != "start":
            attributes["text-anchor"] = part.anchor
    if part.tags.wrong:
        attributes["stroke" if look.width else "fill"] = _FAULT
    if isinstance(part, PathMark):
        return _element("path", attributes, "")
    return _element("text", attributes, _escaped(part.text))


def _element(tag: str, attributes: dict[str, str], content: str) -> str:
    said = "".join(f' {name}="{_escaped(value)}"' for name, value in attributes.items())
    return f"<{tag}{said}>{content}</{tag}>" if content else f"<{tag}{said}/>"


def _escaped(text: str) -> str:
    return (
        text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    )
