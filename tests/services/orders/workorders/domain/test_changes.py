from dataclasses import replace
from datetime import date
from itertools import pairwise
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from contracts.orders.items import Change, Corner, Edge, Hole, Item
from contracts.orders.words import CornerAt, CornerKind, EdgeKind, Side, Tint, Urgency
from contracts.rights import Shop
from services.orders.workorders.domain.changes import (
    compare_items,
    compare_terms,
    leaves,
    merged,
)
from tests.services.orders.workorders.story import LENINA, MIRROR, PARK, a_line, a_piece

SHELF = UUID(int=8)
HOLE = Hole(diameter_mm=8, x_mm=40, y_mm=40)


def changed(**said: object) -> list[tuple[str, str | None, str | None]]:
    new = a_line(piece=a_piece(**said))
    return [(c.field, c.old, c.new) for c in compare_items((a_line(),), (new,))]


def test_a_number_changes_from_old_to_new() -> None:
    shape = replace(a_piece().shape, height_mm=1180)

    assert changed(shape=shape) == [("piece.shape.height_mm", "1200", "1180")]


def test_an_edge_and_a_corner_are_known_by_their_place() -> None:
    edges = (*a_piece().edges[:3], Edge(side=Side.LEFT, kind=EdgeKind.GROUND))
    corner = Corner(at=CornerAt.TOP_LEFT, kind=CornerKind.CUT, size_mm=30)
    shape = replace(a_piece().shape, corners=(corner,))

    assert changed(edges=edges) == [("piece.edges.left", "polished", "ground")]
    assert changed(shape=shape) == [("piece.shape.corners.top-left", None, "cut 30")]


def test_what_is_added_has_no_old_value_and_things_are_numbered_from_one() -> None:
    assert ("piece.holes.1.diameter_mm", None, "8") in changed(holes=(HOLE,))
    assert changed(tint=Tint.BRONZE, tempered=True) == [
        ("piece.tint", None, "bronze"),
        ("piece.tempered", None, "True"),
    ]


def test_lines_are_matched_by_their_ids() -> None:
    shelf = a_line(SHELF, quantity=3, position=2)

    assert list(compare_items((a_line(),), (shelf,))) == [
        Change(item_id=MIRROR, field="item", old="Зеркало 800×1200 × 1"),
        Change(item_id=SHELF, field="item", new="Зеркало 800×1200 × 3"),
    ]


def test_quantity_and_route_are_changes_a_move_in_the_list_is_none() -> None:
    moved = a_line(position=7)
    more = a_line(quantity=2, route=(Shop.ART_SHOP, Shop.WORKSHOP))

    assert list(compare_items((a_line(),), (moved,))) == []
    assert [(c.field, c.new) for c in compare_items((a_line(),), (more,))] == [
        ("quantity", "2"),
        ("route", "art-shop, workshop"),
    ]


def test_terms_of_the_order_change_too() -> None:
    old = (Urgency.NORMAL, date(2026, 12, 1), LENINA)
    new = (Urgency.URGENT, date(2026, 11, 25), PARK)

    assert [(c.item_id, c.field, c.old, c.new) for c in compare_terms(old, new)] == [
        (None, "urgency", "normal", "urgent"),
        (None, "promised_on", "2026-12-01", "2026-11-25"),
        (None, "pickup_office_id", str(LENINA), str(PARK)),
    ]


def test_corrections_fold_to_the_first_old_and_the_last_new() -> None:
    steps = [
        Change(field="urgency", old="normal", new="urgent"),
        Change(item_id=MIRROR, field="quantity", old="1", new="2"),
        Change(field="urgency", old="urgent", new="normal"),
        Change(item_id=MIRROR, field="quantity", old="2", new="3"),
    ]

    assert merged(steps) == (Change(item_id=MIRROR, field="quantity", old="1", new="3"),)


def test_a_type_is_no_value() -> None:
    assert list(leaves(Hole)) == [("", str(Hole))]


QUANTITIES = st.lists(st.integers(1, 9), min_size=2, max_size=6)


@given(quantities=QUANTITIES)
def test_folded_corrections_say_the_same_as_first_against_last(quantities: list[int]) -> None:
    versions: list[tuple[Item, ...]] = [(a_line(quantity=n),) for n in quantities]
    steps = [change for old, new in pairwise(versions) for change in compare_items(old, new)]

    assert merged(steps) == tuple(compare_items(versions[0], versions[-1]))
