"""The golden drawings, which the screens and the server draw alike (web/packages/drawing)."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from pydantic import TypeAdapter

from contracts.orders.items import Piece
from services.orders.workorders.queries.drawing import Fit
from services.orders.workorders.queries.drawing.scene import Scene
from services.orders.workorders.queries.drawing.sheet import (
    Box,
    DimensionMark,
    Mark,
    PathMark,
    Tags,
)

ROOT: Final = Path(__file__).parents[4]
HOME: Final = ROOT / "tests/golden/drawings"
NAMES: Final = sorted(path.stem for path in HOME.glob("*.json"))
_PIECE: Final = TypeAdapter(Piece)


@dataclass(frozen=True)
class Golden:
    name: str
    fit: Fit
    piece: Piece
    scene: dict[str, Any]

    def picture(self, language: str) -> str:
        path = HOME / f"{self.name}.{language}.svg"
        return path.read_text(encoding="utf-8").removesuffix("\n")


def golden(name: str) -> Golden:
    kept = json.loads((HOME / f"{name}.json").read_text(encoding="utf-8"))
    piece = _PIECE.validate_python(kept["piece"])
    return Golden(name, Fit(**kept["fit"]), piece, kept["scene"])


def as_json(scene: Scene) -> dict[str, Any]:
    return {
        "width": scene.width,
        "height": scene.height,
        "text": scene.text,
        "view": _box(scene.view),
        "marks": [_mark(mark) for mark in scene.marks],
    }


def _box(box: Box) -> dict[str, float]:
    return {"left": box.left, "top": box.top, "right": box.right, "bottom": box.bottom}


def _tags(tags: Tags) -> dict[str, Any]:
    of = {} if tags.of is None else {"of": {"list": tags.of.list, "index": tags.of.index}}
    field = {} if tags.field is None else {"field": tags.field}
    return of | field | ({"wrong": True} if tags.wrong else {})


def _mark(mark: Mark) -> dict[str, Any]:
    if isinstance(mark, PathMark):
        return {"is": "path", "role": mark.role, "d": mark.d} | _tags(mark.tags)
    written = {"x": mark.x, "y": mark.y, "anchor": mark.anchor, "text": mark.text}
    if isinstance(mark, DimensionMark):
        return (
            written
            | {
                "is": "dimension",
                "role": "dimension",
                "axis": mark.axis,
                "from": list(mark.start),
                "to": list(mark.end),
                "value": mark.value,
                "lines": mark.lines,
                "arrows": mark.arrows,
            }
            | _tags(mark.tags)
        )
    return written | {"is": "text", "role": mark.role} | _tags(mark.tags)
