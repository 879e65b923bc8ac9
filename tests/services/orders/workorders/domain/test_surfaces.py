from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from contracts.orders.items import Edge, Facet, Film, Shape, StainedGlass, Zone
from contracts.orders.words import EdgeKind, Face, ShapeKind, Side, Technique, Treatment
from services.orders.workorders.domain.surfaces import (
    all_round,
    check_facet,
    check_stained_glass,
    check_zone,
    drawings,
    every_side,
)
from tests.services.orders.workorders.story import SKETCH, a_piece

PANE = Shape(kind=ShapeKind.RECTANGLE, width_mm=900, height_mm=2000)
ROUND = Shape(kind=ShapeKind.CIRCLE, width_mm=900, height_mm=900)
BAND = Zone(treatment=Treatment.MATTING, face=Face.FRONT, from_mm=700, to_mm=1300)
OVERLAY = StainedGlass(technique=Technique.OVERLAY, lead_width_mm=6)
OTHER = UUID(int=7)


def codes(faults: Any) -> list[tuple[str, str]]:
    return [(".".join(map(str, f.loc)), f.code) for f in faults]


def test_sides_that_nobody_named_are_raw_and_stand_clockwise() -> None:
    edges = every_side(PANE, (Edge(side=Side.LEFT, kind=EdgeKind.EURO),))

    assert edges == (
        Edge(side=Side.TOP, kind=EdgeKind.RAW),
        Edge(side=Side.RIGHT, kind=EdgeKind.RAW),
        Edge(side=Side.BOTTOM, kind=EdgeKind.RAW),
        Edge(side=Side.LEFT, kind=EdgeKind.EURO),
    )


def test_all_round_a_circle_is_its_rim() -> None:
    assert all_round(ROUND, EdgeKind.EURO) == (Edge(side=Side.ARC, kind=EdgeKind.EURO),)


@pytest.mark.parametrize(
    ("facet", "expected"),
    [
        (Facet(width_mm=20, sides=(Side.TOP, Side.LEFT)), []),
        (Facet(width_mm=449, sides=(Side.TOP,)), []),
        (Facet(width_mm=450, sides=(Side.TOP,)), [("width_mm", "facet-too-wide")]),
        (Facet(width_mm=0, sides=(Side.TOP,)), [("width_mm", "length-out-of-range")]),
        (Facet(width_mm=20, sides=()), [("sides", "facet-without-side")]),
        (Facet(width_mm=20, sides=(Side.ARC,)), [("sides.0", "no-such-side")]),
        (Facet(width_mm=20, sides=(Side.TOP, Side.TOP)), [("sides.1", "side-twice")]),
    ],
)
def test_a_facet_has_sides_and_leaves_a_flat(facet: Facet, expected: list[tuple[str, str]]) -> None:
    assert codes(check_facet(facet, PANE, ())) == expected


@pytest.mark.parametrize(
    ("zone", "expected"),
    [
        (BAND, []),
        (replace(BAND, from_mm=None, to_mm=None), []),
        (replace(BAND, from_side=Side.LEFT, from_mm=0, to_mm=900), []),
        (replace(BAND, to_mm=None), [("", "zone-ends")]),
        (replace(BAND, to_mm=700), [("to_mm", "zone-ends")]),
        (replace(BAND, to_mm=2001), [("", "zone-outside")]),
        (replace(BAND, from_mm=-1), [("", "zone-outside")]),
        (replace(BAND, from_side=Side.LEFT), [("", "zone-outside")]),
        (
            replace(BAND, from_side=Side.ARC, from_mm=0, to_mm=90),
            [("from_side", "no-such-side")],
        ),
        (
            replace(BAND, treatment=Treatment.MATTING_PATTERN),
            [("pattern_code", "zone-without-pattern")],
        ),
        (replace(BAND, treatment=Treatment.MATTING_PATTERN, drawing_id=SKETCH), []),
        (replace(BAND, treatment=Treatment.PAINT, ral="7035"), []),
        (replace(BAND, treatment=Treatment.PAINT, ral="серый"), [("ral", "ral-not-understood")]),
    ],
)
def test_a_zone_lies_on_the_piece_and_can_be_made(
    zone: Zone, expected: list[tuple[str, str]]
) -> None:
    assert codes(check_zone(zone, PANE, ())) == expected


@pytest.mark.parametrize(
    ("glass", "quantity", "expected"),
    [
        (OVERLAY, 1, []),
        (replace(OVERLAY, lead_width_mm=None), 1, []),
        (replace(OVERLAY, lead_width_mm=51), 1, [("lead_width_mm", "length-out-of-range")]),
        (replace(OVERLAY, tile_columns=3, tile_rows=3), 9, []),
        (replace(OVERLAY, tile_columns=3), 9, [("tile_rows", "tiles-do-not-match")]),
        (
            replace(OVERLAY, tile_columns=3, tile_rows=2),
            9,
            [("tile_columns", "tiles-do-not-match")],
        ),
        (
            replace(OVERLAY, tile_columns=-3, tile_rows=-3),
            9,
            [("tile_columns", "tiles-do-not-match")],
        ),
        (replace(OVERLAY, mirrored_pair=True), 2, []),
        (
            replace(OVERLAY, mirrored_pair=True),
            3,
            [("mirrored_pair", "pair-needs-even-quantity")],
        ),
        (
            replace(OVERLAY, films=(Film(colour="синяя", zones=(1, 0)),)),
            1,
            [("films.0.zones", "zone-number")],
        ),
    ],
)
def test_stained_glass_matches_its_quantity(
    glass: StainedGlass, quantity: int, expected: list[tuple[str, str]]
) -> None:
    assert codes(check_stained_glass(glass, quantity, ())) == expected


def test_every_pointer_to_a_drawing_is_found() -> None:
    piece = a_piece(
        drawing_id=SKETCH,
        zones=(replace(BAND, drawing_id=OTHER),),
        stained_glass=replace(OVERLAY, drawing_id=OTHER),
    )

    assert list(drawings(piece)) == [
        (("drawing_id",), SKETCH),
        (("zones", 0, "drawing_id"), OTHER),
        (("stained_glass", "drawing_id"), OTHER),
    ]
    assert list(drawings(a_piece())) == [(("drawing_id",), None)]
