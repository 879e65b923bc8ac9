from typing import Any

import pytest

from contracts.orders.items import (
    Cutout,
    Edge,
    Facet,
    Hole,
    ItemName,
    Mounting,
    Part,
    Piece,
    Shape,
    StainedGlass,
    Zone,
)
from contracts.orders.words import (
    CutoutKind,
    Datum,
    EdgeKind,
    Face,
    Material,
    MountingKind,
    Product,
    Purpose,
    ShapeKind,
    Side,
    Technique,
    Treatment,
)
from contracts.rights import Shop
from services.orders.workorders.domain import (
    hole_at_each_corner,
    in_full,
    name_of,
    route_of,
    size_text,
    two_holes,
)
from services.orders.workorders.domain.pieces import PRODUCT, check_item, check_piece, summary_of
from tests.services.orders.workorders.story import a_line, a_piece


def test_a_line_has_a_name_in_both_languages() -> None:
    assert name_of(a_line(quantity=2)) == ItemName(
        ru="Зеркало 800×1200", en="Mirror 800×1200", quantity=2
    )


def test_every_product_has_a_name() -> None:
    assert set(PRODUCT) == set(Product)


@pytest.mark.parametrize(
    ("kind", "text"),
    [(ShapeKind.CIRCLE, "⌀300"), (ShapeKind.QUARTER_CIRCLE, "R300"), (ShapeKind.OVAL, "300×300")],
)
def test_a_round_piece_is_called_by_its_diameter_or_radius(kind: ShapeKind, text: str) -> None:
    assert size_text(Shape(kind=kind, width_mm=300, height_mm=300)) == text


def test_a_summary_counts_only_what_is_more_than_one() -> None:
    shelf = a_line(piece=a_piece(product=Product.SHELF), quantity=5)

    assert summary_of([a_line(), shelf]) == (
        "Зеркало 800×1200; Полка 800×1200 × 5",
        "Mirror 800×1200; Shelf 800×1200 × 5",
    )


ART, WORKSHOP = Shop.ART_SHOP, Shop.WORKSHOP


def zone(treatment: Treatment) -> dict[str, Any]:
    return {"zones": (Zone(treatment=treatment, face=Face.FRONT),)}


def glass(technique: Technique) -> dict[str, Any]:
    return {"stained_glass": StainedGlass(technique=technique)}


@pytest.mark.parametrize(
    ("said", "route"),
    [
        ({}, (WORKSHOP,)),
        (zone(Treatment.MATTING), (WORKSHOP,)),
        (zone(Treatment.FILM), (WORKSHOP,)),
        (zone(Treatment.MATTING_PATTERN), (ART, WORKSHOP)),
        (zone(Treatment.PAINT), (ART, WORKSHOP)),
        (zone(Treatment.PRINT), (ART, WORKSHOP)),
        (glass(Technique.OVERLAY), (ART, WORKSHOP)),
        (glass(Technique.POURED), (ART, WORKSHOP)),
        (glass(Technique.TIFFANY), (ART,)),
        (glass(Technique.CLASSIC), (ART,)),
        (glass(Technique.FUSING), (ART,)),
    ],
)
def test_a_piece_goes_where_it_can_be_made(said: dict[str, Any], route: tuple[Shop, ...]) -> None:
    assert route_of(a_piece(**said)) == route


def test_two_holes_stand_their_distance_apart() -> None:
    first = Hole(diameter_mm=12, x_mm=30, y_mm=650, datum=Datum.BOTTOM_RIGHT)

    one, two = two_holes(first, up_mm=128)

    assert one == first
    assert (two.x_mm, two.y_mm, two.datum) == (30, 778, Datum.BOTTOM_RIGHT)
    assert two_holes(first, across_mm=5)[1].x_mm == 35


def test_holes_of_the_holders_stand_at_every_corner() -> None:
    holes = hole_at_each_corner(8, 40, Purpose.HOLDER)

    assert {hole.datum for hole in holes} == set(Datum) - {Datum.CENTRE}
    assert {(h.x_mm, h.y_mm, h.purpose) for h in holes} == {(40, 40, Purpose.HOLDER)}


def test_a_piece_in_full_has_an_edge_on_every_side() -> None:
    made = in_full(a_piece(edges=(Edge(side=Side.TOP, kind=EdgeKind.GROUND),)))

    assert [edge.kind for edge in made.edges] == [EdgeKind.GROUND] + [EdgeKind.RAW] * 3


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({"thickness_mm": 0}, [("thickness_mm", "length-out-of-range")]),
        ({"thickness_mm": 501}, [("thickness_mm", "length-out-of-range")]),
        ({"material": Material.PATTERNED}, [("pattern", "pattern-without-name")]),
        ({"material": Material.PATTERNED, "pattern": "Дельта"}, []),
        (
            {"shape": Shape(kind=ShapeKind.RECTANGLE, width_mm=0, height_mm=5)},
            [("shape.width_mm", "length-out-of-range")],
        ),
        (
            {"edges": (Edge(side=Side.ARC, kind=EdgeKind.RAW),)},
            [("edges.0", "no-such-side")],
        ),
        ({"front": Side.BOTTOM}, []),
        ({"front": Side.ARC}, [("front.0", "no-such-side")]),
        (
            {"facet": Facet(width_mm=400, sides=(Side.TOP,))},
            [("facet.width_mm", "facet-too-wide")],
        ),
        (
            {"holes": (Hole(diameter_mm=8, x_mm=0, y_mm=0),)},
            [("holes.0", "outside-the-outline")],
        ),
        (
            {"cutouts": (Cutout(kind=CutoutKind.ROUND, x_mm=0, y_mm=0, diameter_mm=8),)},
            [("cutouts.0", "outside-the-outline")],
        ),
        (
            {"zones": (Zone(treatment=Treatment.MATTING, face=Face.BACK, from_mm=5),)},
            [("zones.0", "zone-ends")],
        ),
        (
            {"stained_glass": StainedGlass(technique=Technique.OVERLAY, mirrored_pair=True)},
            [("stained_glass.mirrored_pair", "pair-needs-even-quantity")],
        ),
        ({"mounting": Mounting(kind=MountingKind.HOLDERS, count=4)}, []),
        ({"mounting": Mounting(kind=MountingKind.GLUE)}, []),
        (
            {"mounting": Mounting(kind=MountingKind.GLUE, panel_thickness_mm=0, count=0)},
            [
                ("mounting.panel_thickness_mm", "length-out-of-range"),
                ("mounting.count", "quantity-out-of-range"),
            ],
        ),
        ({"part": Part(set_name="фартук", number=1, count=3)}, []),
        ({"part": Part(set_name="фартук", number=3, count=3, gap_mm=2)}, []),
        (
            {"part": Part(set_name="фартук", number=4, count=3, gap_mm=-1)},
            [("part.number", "part-of-set"), ("part.gap_mm", "length-out-of-range")],
        ),
        ({"part": Part(set_name="фартук", number=1, count=1)}, [("part.number", "part-of-set")]),
    ],
)
def test_a_piece_that_contradicts_itself_is_refused_at_its_place(
    said: dict[str, Any], expected: list[tuple[str, str]]
) -> None:
    piece: Piece = a_piece(**said)

    faults = [(".".join(map(str, f.loc)), f.code) for f in check_piece(piece, 1, ())]

    assert faults == expected


@pytest.mark.parametrize(("quantity", "faults"), [(1, 0), (9999, 0), (0, 1), (10_000, 1)])
def test_a_quantity_is_one_to_9999(quantity: int, faults: int) -> None:
    assert len(list(check_item(a_line(quantity=quantity), ()))) == faults
