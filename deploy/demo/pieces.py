"""Pieces as managers dictated them (numbers of the list of dictated orders), as data."""

from typing import Any, Final

Line = dict[str, Any]


def _line(product: str, material: str, thickness: int, shape: Line | str, **more: Any) -> Line:
    quantity = more.pop("quantity", 1)
    outline = {"size": shape} if isinstance(shape, str) else shape
    piece = {"product": product, "material": material, "thickness_mm": thickness, "shape": outline}
    return {"quantity": quantity, "piece": piece | more}


def _all(kind: str) -> list[Line]:
    return [{"side": "all", "kind": kind}]


def _round(diameter: int) -> Line:
    return {"kind": "circle", "diameter_mm": diameter}


_CORNERS: Final = ("top-left", "top-right", "bottom-left", "bottom-right")
_SOCKET: Final = {"kind": "round", "diameter_mm": 68, "purpose": "socket"}
_HINGE: Final = {
    "kind": "catalogue",
    "catalogue_code": "ПЕТЛЯ-90",
    "purpose": "hinge",
    "side": "left",
}

DICTATED: Final[dict[int, Line]] = {
    1: _line(
        "mirror", "mirror", 4, "800×600", edges=_all("polished"),
        holes=[{"diameter_mm": 8, "x_mm": 40, "y_mm": 40, "each_corner": True, "purpose": "holder"}],
        mounting={"kind": "holders", "on": "wall", "count": 4},
    ),
    2: _line(
        "mirror", "mirror", 4, "1200×700", back_film="moisture",
        facet={"width_mm": 20, "sides": "all"}, cutouts=[_SOCKET | {"x_mm": 150, "y_mm": 220}],
    ),
    3: _line(
        "mirror", "mirror", 6, _round(900), edges=_all("euro"),
        mounting={"kind": "glue", "on": "panel", "panel_thickness_mm": 12},
    ),
    4: _line(
        "mirror", "mirror", 4, {"kind": "oval", "size": "700×1000"},
        facet={"width_mm": 15, "sides": "all"},
    ),
    5: _line(
        "tabletop", "clear", 10,
        {"size": "1400×800", "corners": [{"at": at, "size_mm": 50} for at in _CORNERS]},
        edges=_all("polished"), tempered=True,
    ),
    6: _line(
        "tabletop", "bronze", 8, _round(1100), tempered=True,
        facet={"width_mm": 25, "sides": "all"},
    ),
    7: _line(
        "shelf", "clear", 6, "600×200", quantity=5, front="bottom",
        edges=[{"side": side, "kind": "polished"} for side in ("bottom", "left", "right")],
    ),
    8: _line(
        "shelf", "clear", 8, {"kind": "quarter-circle", "radius_mm": 300}, quantity=3,
        edges=[{"side": "arc", "kind": "polished"}],
    ),
    13: _line(
        "showcase-door", "clear", 5, "520×1430", tempered=True,
        holes=[
            {
                "diameter_mm": 12, "x_mm": 30, "y_mm": 650, "datum": "bottom-right",
                "purpose": "handle", "fellow": {"up_mm": 128},
            }
        ],
    ),
    16: _line(
        "shower-screen", "clear", 8, "900×2000", tempered=True,
        zones=[{"treatment": "matting", "face": "front", "from_mm": 700, "to_mm": 1300}],
        cutouts=[_HINGE | {"x_mm": 20, "y_mm": 300}, _HINGE | {"x_mm": 20, "y_mm": 1700}],
        holes=[
            {
                "diameter_mm": 12, "x_mm": 60, "y_mm": 900, "datum": "bottom-right",
                "purpose": "handle", "fellow": {"up_mm": 192},
            }
        ],
        mounting={"kind": "hinges", "on": "wall", "hardware_code": "ПЕТЛЯ-90", "count": 2},
    ),
    20: _line(
        "window-pane", "clear", 4,
        {"kind": "triangle", "width_mm": 940, "height_mm": 620, "apex_mm": 300},
    ),
    21: _line(
        "mirror", "mirror", 5,
        {"kind": "arch", "width_mm": 800, "side_height_mm": 1200, "rise_mm": 260},
        facet={"width_mm": 10, "sides": ["arc", "left", "right"]},
        edges=[{"side": "bottom", "kind": "ground"}],
    ),
    23: _line("door-pane", "patterned", 4, "780×310", pattern="Дельта", replacement=True),
}  # fmt: skip

HALLWAY: Final = _line("mirror", "mirror", 4, "800×1200", edges=_all("polished"))
"""Ivanova's hallway mirror, the piece of every example."""
OVERLAY: Final = _line(
    "stained-glass", "clear", 4, "420×1580", quantity=2,
    stained_glass={
        "technique": "overlay", "lead_width_mm": 6, "mirrored_pair": True, "sketch_by": "artist",
        "films": [
            {"colour": "синяя"},
            {"colour": "янтарь"},
            {"colour": "бесцветная", "texture": "textured"},
        ],
    },
)  # fmt: skip
SPLASHBACK: Final = _line(
    "splashback", "optiwhite", 6, "2640×600", tempered=True,
    zones=[{"treatment": "paint", "face": "back", "ral": "7035"}],
    cutouts=[_SOCKET | {"x_mm": x, "y_mm": 110} for x in (420, 491, 1980)],
)  # fmt: skip
DOORS: Final = _line(
    "furniture-door", "matt", 4, "396×716", quantity=40,
    holes=[
        {"diameter_mm": 35, "x_mm": 22, "y_mm": 90, "purpose": "hinge", "fellow": {"up_mm": 536}}
    ],
)  # fmt: skip
