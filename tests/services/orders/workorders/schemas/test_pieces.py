import pytest
from pydantic import ValidationError

from chassis.errors import Invalid
from contracts.orders.items import Facet, Hole, Item, Mounting, Piece, Shape, Zone
from contracts.orders.words import (
    BackFilm,
    CornerKind,
    CutoutKind,
    Datum,
    EdgeKind,
    Face,
    Material,
    MountedOn,
    MountingKind,
    Product,
    Purpose,
    ShapeKind,
    Side,
    Technique,
    Template,
    Treatment,
)
from contracts.rights import Shop
from services.orders.workorders.domain.pieces import check_item
from services.orders.workorders.schemas import ItemIn
from tests.services.orders.workorders.dictated import DICTATED

FOUR = (Side.TOP, Side.RIGHT, Side.BOTTOM, Side.LEFT)


def said(number: int) -> tuple[Item, ...]:
    lines = [ItemIn.model_validate(line) for line in DICTATED[number]]
    return tuple(line.said(index) for index, line in enumerate(lines))


def piece(number: int) -> Piece:
    (item,) = said(number)
    return item.piece


def edges(of: Piece) -> dict[Side, EdgeKind]:
    return {edge.side: edge.kind for edge in of.edges}


@pytest.mark.parametrize("number", DICTATED)
def test_a_dictated_order_contradicts_nothing(number: int) -> None:
    assert [fault for item in said(number) for fault in check_item(item, ())] == []


def test_1_mirror_with_four_holders() -> None:
    mirror = piece(1)

    assert mirror.shape == Shape(kind=ShapeKind.RECTANGLE, width_mm=800, height_mm=600)
    assert (mirror.product, mirror.material, mirror.thickness_mm) == ("mirror", "mirror", 4)
    assert edges(mirror) == dict.fromkeys(FOUR, EdgeKind.POLISHED)
    assert {(h.datum, h.x_mm, h.y_mm, h.diameter_mm) for h in mirror.holes} == {
        (datum, 40, 40, 8) for datum in Datum if datum is not Datum.CENTRE
    }
    assert mirror.mounting == Mounting(kind=MountingKind.HOLDERS, on=MountedOn.WALL, count=4)


def test_2_bathroom_mirror_with_a_socket() -> None:
    mirror = piece(2)

    assert mirror.back_film is BackFilm.MOISTURE
    assert mirror.facet == Facet(width_mm=20, sides=FOUR)
    (socket,) = mirror.cutouts
    assert (socket.kind, socket.purpose, socket.diameter_mm) == (
        CutoutKind.ROUND,
        Purpose.SOCKET,
        68,
    )
    assert (socket.datum, socket.x_mm, socket.y_mm) == (Datum.BOTTOM_LEFT, 150, 220)


def test_3_round_mirror_glued_to_a_panel() -> None:
    mirror = piece(3)

    assert mirror.shape == Shape(kind=ShapeKind.CIRCLE, width_mm=900, height_mm=900)
    assert edges(mirror) == {Side.ARC: EdgeKind.EURO}
    assert mirror.mounting == Mounting(
        kind=MountingKind.GLUE, on=MountedOn.PANEL, panel_thickness_mm=12
    )


def test_4_oval_mirror_with_a_facet() -> None:
    mirror = piece(4)

    assert mirror.shape == Shape(kind=ShapeKind.OVAL, width_mm=700, height_mm=1000)
    assert mirror.facet == Facet(width_mm=15, sides=(Side.ARC,))


def test_5_tempered_tabletop_with_rounded_corners() -> None:
    top = piece(5)

    assert top.tempered
    assert top.thickness_mm == 10
    assert {(c.kind, c.size_mm) for c in top.shape.corners} == {(CornerKind.RADIUS, 50)}
    assert len(top.shape.corners) == 4
    assert set(edges(top).values()) == {EdgeKind.POLISHED}


def test_6_round_bronze_tabletop() -> None:
    top = piece(6)

    assert (top.material, top.tempered, top.shape.width_mm) == (Material.BRONZE, True, 1100)
    assert top.facet == Facet(width_mm=25, sides=(Side.ARC,))


def test_7_five_shelves_polished_on_the_front_and_the_short_sides() -> None:
    (item,) = said(7)

    assert item.quantity == 5
    assert item.piece.front is Side.BOTTOM
    assert edges(item.piece) == {
        Side.TOP: EdgeKind.RAW,
        Side.RIGHT: EdgeKind.POLISHED,
        Side.BOTTOM: EdgeKind.POLISHED,
        Side.LEFT: EdgeKind.POLISHED,
    }


def test_8_corner_shelves_polished_along_the_arc() -> None:
    (item,) = said(8)

    assert item.quantity == 3
    assert item.piece.shape == Shape(kind=ShapeKind.QUARTER_CIRCLE, width_mm=300, height_mm=300)
    assert edges(item.piece) == {
        Side.BOTTOM: EdgeKind.RAW,
        Side.LEFT: EdgeKind.RAW,
        Side.ARC: EdgeKind.POLISHED,
    }


def test_9_mirrored_pair_of_overlay_stained_glass_goes_to_both_shops() -> None:
    (item,) = said(9)

    glass = item.piece.stained_glass
    assert glass is not None
    assert (glass.technique, glass.lead_width_mm, glass.mirrored_pair) == (
        Technique.OVERLAY,
        6,
        True,
    )
    assert [film.colour for film in glass.films] == ["синяя", "янтарь", "бесцветная"]
    assert item.route == (Shop.ART_SHOP, Shop.WORKSHOP)


def test_10_nine_panes_make_one_picture() -> None:
    (item,) = said(10)

    glass = item.piece.stained_glass
    assert glass is not None
    assert (item.quantity, glass.tile_columns, glass.tile_rows) == (9, 3, 3)


def test_11_tiffany_is_the_art_shops_alone() -> None:
    (item,) = said(11)

    assert item.route == (Shop.ART_SHOP,)


def test_13_showcase_door_with_two_holes_for_the_handle() -> None:
    door = piece(13)

    first, second = door.holes
    assert first == Hole(
        diameter_mm=12, x_mm=30, y_mm=650, datum=Datum.BOTTOM_RIGHT, purpose=Purpose.HANDLE
    )
    assert (second.x_mm, second.y_mm - first.y_mm) == (30, 128)
    assert (door.product, door.tempered, door.thickness_mm) == (Product.SHOWCASE_DOOR, True, 5)


def test_14_painted_splashback_goes_to_both_shops() -> None:
    (item,) = said(14)

    (paint,) = item.piece.zones
    assert (paint.treatment, paint.face, paint.ral) == (Treatment.PAINT, Face.BACK, "7035")
    assert [cutout.x_mm for cutout in item.piece.cutouts] == [420, 491, 1980]
    assert item.route == (Shop.ART_SHOP, Shop.WORKSHOP)


def test_15_three_parts_share_one_print_without_a_gap() -> None:
    parts = [item.piece.part for item in said(15)]

    assert [(p.number, p.count, p.gap_mm) for p in parts if p] == [(1, 3, 0), (2, 3, 0), (3, 3, 0)]
    assert all(item.piece.zones[0].shared_drawing for item in said(15))


def test_16_shower_screen_with_a_matt_band_hinges_and_a_handle() -> None:
    (item,) = said(16)
    screen = item.piece

    assert screen.zones == (
        Zone(treatment=Treatment.MATTING, face=Face.FRONT, from_mm=700, to_mm=1300),
    )
    assert [(c.catalogue_code, c.purpose, c.side) for c in screen.cutouts] == [
        ("ПЕТЛЯ-90", Purpose.HINGE, Side.LEFT)
    ] * 2
    assert [hole.diameter_mm for hole in screen.holes] == [12, 12]
    assert screen.mounting == Mounting(
        kind=MountingKind.HINGES, on=MountedOn.WALL, hardware_code="ПЕТЛЯ-90", count=2
    )
    assert item.route == (Shop.WORKSHOP,)


def test_19_trapezoid_by_a_cardboard_template() -> None:
    pane = piece(19)

    assert (pane.shape.width_mm, pane.shape.top_mm, pane.shape.height_mm) == (730, 655, 410)
    assert pane.template is Template.CARDBOARD
    assert set(edges(pane).values()) == {EdgeKind.ARRISSED}


def test_20_triangle_by_base_height_and_apex() -> None:
    pane = piece(20)

    assert pane.shape == Shape(kind=ShapeKind.TRIANGLE, width_mm=940, height_mm=620, apex_mm=300)
    assert set(edges(pane).values()) == {EdgeKind.RAW}


def test_21_arch_with_a_facet_on_all_but_the_bottom() -> None:
    mirror = piece(21)

    assert mirror.shape == Shape(
        kind=ShapeKind.ARCH, width_mm=800, height_mm=1460, side_height_mm=1200, rise_mm=260
    )
    assert mirror.facet == Facet(width_mm=10, sides=(Side.ARC, Side.LEFT, Side.RIGHT))
    assert edges(mirror)[Side.BOTTOM] is EdgeKind.GROUND


def test_23_patterned_glass_in_place_of_a_broken_one() -> None:
    pane = piece(23)

    assert (pane.material, pane.pattern, pane.replacement) == (
        Material.PATTERNED,
        "Дельта",
        True,
    )


@pytest.mark.parametrize(
    ("shape", "loc", "code"),
    [
        ({"size": "восемьсот"}, "size", "size-not-understood"),
        ({"width_mm": 800}, "height_mm", "missing"),
        ({"kind": "circle"}, "width_mm", "missing"),
        ({"size": "9000x20"}, "width_mm", "length-out-of-range"),
    ],
)
def test_a_size_that_is_not_understood_is_named_at_its_place(
    shape: dict[str, object], loc: str, code: str
) -> None:
    line = DICTATED[1][0]
    item = ItemIn.model_validate({"piece": line["piece"] | {"shape": shape}})

    with pytest.raises(Invalid) as refused:
        item.said(2)

    assert refused.value.fields[0].loc == ("items", 2, "piece", "shape", loc)
    assert refused.value.fields[0].code == code


def test_a_side_named_beside_all_has_its_own_edge() -> None:
    body = DICTATED[1][0]["piece"] | {
        "edges": [{"side": "all", "kind": "polished"}, {"side": "left", "kind": "ground"}]
    }

    made = ItemIn.model_validate({"piece": body}).said(0).piece

    assert edges(made)[Side.LEFT] is EdgeKind.GROUND
    assert edges(made)[Side.TOP] is EdgeKind.POLISHED


def test_a_side_named_twice_is_kept_for_the_refusal() -> None:
    body = DICTATED[1][0]["piece"] | {
        "edges": [{"side": "left", "kind": "polished"}, {"side": "left", "kind": "ground"}]
    }
    item = ItemIn.model_validate({"piece": body}).said(0)

    assert [fault.code for fault in check_item(item, ())] == ["side-twice"]


def test_a_field_that_we_do_not_know_is_refused() -> None:
    with pytest.raises(ValidationError):
        ItemIn.model_validate({"piece": DICTATED[1][0]["piece"] | {"comment": "по-быстрому"}})
