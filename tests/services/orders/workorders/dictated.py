"""Orders as a manager dictates them, as the form sends them: every fact typed, none in free text.

Thirteen of them are the demo's own; the others show how far the form reaches. Where the manager
left something open (a hinge's place), the desk asks and the answer stands here.
"""

from typing import Any

from deploy.demo import pieces

Line = dict[str, Any]


def _line(quantity: int = 1, **piece: Any) -> Line:
    return {"quantity": quantity, "piece": piece}


def _all(kind: str) -> list[dict[str, str]]:
    return [{"side": "all", "kind": kind}]


DICTATED: dict[int, list[Line]] = {
    **{number: [line] for number, line in pieces.DICTATED.items()},
    9: [
        _line(
            2,
            product="stained-glass",
            material="clear",
            thickness_mm=4,
            shape={"size": "420×1580"},
            stained_glass={
                "technique": "overlay",
                "lead_width_mm": 6,
                "films": [
                    {"colour": "синяя"},
                    {"colour": "янтарь"},
                    {"colour": "бесцветная", "texture": "textured"},
                ],
                "mirrored_pair": True,
                "sketch_by": "artist",
            },
            mounting={"kind": "frame", "on": "door"},
        )
    ],
    10: [
        _line(
            9,
            product="ceiling-panel",
            material="clear",
            thickness_mm=4,
            shape={"size": "595×595"},
            stained_glass={
                "technique": "poured",
                "tile_columns": 3,
                "tile_rows": 3,
                "sketch_by": "artist",
            },
            mounting={"kind": "frame", "on": "ceiling"},
        )
    ],
    11: [
        _line(
            product="panel",
            material="stained",
            thickness_mm=3,
            shape={"size": "400×600"},
            stained_glass={"technique": "tiffany", "palette": "Спектрум"},
            mounting={"kind": "frame"},
        )
    ],
    12: [
        _line(
            product="showcase",
            material="clear",
            thickness_mm=6,
            shape={"size": "2100×1350"},
            edges=_all("ground"),
            mounting={"kind": "frame", "by_us": True},
        )
    ],
    14: [
        _line(
            product="splashback",
            material="optiwhite",
            thickness_mm=6,
            shape={"size": "2640×600"},
            tempered=True,
            zones=[{"treatment": "paint", "face": "back", "ral": "7035"}],
            cutouts=[
                {
                    "kind": "round",
                    "purpose": "socket",
                    "diameter_mm": 68,
                    "x_mm": x,
                    "y_mm": 110,
                }
                for x in (420, 491, 1980)
            ],
        )
    ],
    15: [
        _line(
            product="splashback",
            material="clear",
            thickness_mm=6,
            shape={"size": size},
            zones=[{"treatment": "print", "face": "back", "shared_drawing": True}],
            part={"set_name": "фартук", "number": number, "count": 3, "gap_mm": 0},
        )
        for number, size in enumerate(("900×600", "1340×600", "600×600"), start=1)
    ],
    17: [
        _line(
            product="mirror",
            material="mirror",
            thickness_mm=4,
            shape={"size": "500×1500"},
            zones=[{"treatment": "matting-pattern", "face": "back", "pattern_code": "CLIENT"}],
            template="client-file",
        )
    ],
    18: [
        _line(
            2,
            product="wardrobe-insert",
            material="mirror",
            thickness_mm=4,
            shape={"size": "612×2354"},
            back_film="safety",
            zones=zones,
        )
        for zones in (
            [],
            [{"treatment": "matting-pattern", "face": "front", "pattern_code": "бамбук"}],
        )
    ],
    19: [
        _line(
            product="window-pane",
            material="clear",
            thickness_mm=4,
            shape={
                "kind": "trapezoid",
                "bottom_mm": 730,
                "top_mm": 655,
                "top_offset_mm": 0,
                "height_mm": 410,
            },
            edges=_all("arrissed"),
            template="cardboard",
        )
    ],
    22: [
        *(
            _line(
                product="tabletop",
                material="clear",
                thickness_mm=thickness,
                shape={"kind": "drawing", "size": "1000×600"},
                part={"set_name": "столик", "number": number, "count": 3},
                mounting={"kind": "uv-glue", "on": "glass", "count": 3},
            )
            for number, thickness in ((1, 6), (2, 10))
        ),
        _line(
            3,
            product="table-leg",
            material="clear",
            thickness_mm=420,
            shape={"kind": "circle", "diameter_mm": 60},
            part={"set_name": "столик", "number": 3, "count": 3},
            mounting={"kind": "uv-glue", "on": "glass"},
        ),
    ],
    26: [
        _line(
            40,
            product="furniture-door",
            material="matt",
            thickness_mm=4,
            shape={"size": "396×716"},
            holes=[
                {
                    "diameter_mm": 35,
                    "datum": datum,
                    "x_mm": 22,
                    "y_mm": 90,
                    "purpose": "hinge",
                }
                for datum in ("bottom-left", "top-left")
            ],
        )
    ],
}
"""Number in the list of dictated orders → lines."""
