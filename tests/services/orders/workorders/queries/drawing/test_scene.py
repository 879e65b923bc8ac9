"""What stands on a drawing is what the piece is: lengths, places, no text over another."""

from collections.abc import Iterator
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contracts.orders.items import Cutout, Facet, Hole, Piece, Shape, Zone
from contracts.orders.words import CutoutKind, Datum, Face, ShapeKind, Side, Treatment
from services.orders.workorders.domain.outline import SIDES
from services.orders.workorders.queries.drawing import RUSSIAN, Fit, Scene, draw
from services.orders.workorders.queries.drawing.sheet import (
    Box,
    DimensionMark,
    PathMark,
    TextMark,
    text_box,
)
from tests.services.orders.workorders.drawings import NAMES, as_json, golden
from tests.services.orders.workorders.shapes import shapes
from tests.services.orders.workorders.story import a_piece

OFFICE = Fit(640, 460, 13)
WORKSHOP = Fit(1000, 640, 32)


@pytest.mark.parametrize("name", NAMES)
def test_the_server_lays_out_as_the_screens_do(name: str) -> None:
    kept = golden(name)

    assert as_json(draw(kept.piece, kept.fit, RUSSIAN)) == kept.scene


@pytest.mark.parametrize("name", NAMES)
def test_no_text_covers_another(name: str) -> None:
    kept = golden(name)

    boxes = list(_texts(draw(kept.piece, kept.fit, RUSSIAN)))

    covered = [
        (one, two) for (one, a), (two, b) in combinations(boxes, 2) if _inner(a).overlaps(_inner(b))
    ]
    assert covered == []


def _texts(scene: Scene) -> Iterator[tuple[str, Box]]:
    for mark in scene.marks:
        if not isinstance(mark, PathMark):
            middle = (mark.x, mark.y - 0.35 * scene.text)
            yield mark.text, text_box(scene.text, mark.text, middle, mark.anchor)


def _inner(box: Box) -> Box:
    """Less the air that every text keeps: two lines of a legend may touch in it."""
    air = (box.bottom - box.top) / 8
    return Box(box.left + 0.02, box.top + air, box.right - 0.02, box.bottom - air)


@pytest.mark.parametrize("name", NAMES)
def test_the_text_is_as_high_as_asked(name: str) -> None:
    kept = golden(name)

    scene = draw(kept.piece, kept.fit, RUSSIAN)

    view = scene.view
    scale = min(
        kept.fit.width / (view.right - view.left), kept.fit.height / (view.bottom - view.top)
    )
    assert scene.text * scale >= kept.fit.text * 0.99


millimetres = st.integers(1, 6000)
datums = st.sampled_from(Datum)


@st.composite
def pieces(draw_: st.DrawFn) -> Piece:
    shape = draw_(shapes())
    place = st.integers(-100, 6100)
    holes = st.builds(Hole, diameter_mm=st.integers(1, 200), x_mm=place, y_mm=place, datum=datums)
    notches = st.builds(
        Cutout,
        kind=st.just(CutoutKind.NOTCH),
        x_mm=place,
        y_mm=place,
        datum=datums,
        width_mm=st.integers(1, 300),
        depth_mm=st.integers(1, 300),
        radius_mm=st.none() | st.integers(1, 20),
        side=st.sampled_from(SIDES[shape.kind]),
    )
    bands = st.builds(
        Zone,
        treatment=st.sampled_from(Treatment),
        face=st.sampled_from(Face),
        from_mm=st.integers(0, 300),
        to_mm=st.integers(301, 700),
        from_side=st.sampled_from((Side.TOP, Side.RIGHT, Side.BOTTOM, Side.LEFT)),
    )
    widest = min(shape.width_mm, shape.height_mm) // 2 - 1
    facet = None
    if widest >= 1 and draw_(st.booleans()):
        sides = draw_(st.sets(st.sampled_from(SIDES[shape.kind]), min_size=1))
        facet = Facet(width_mm=draw_(st.integers(1, min(widest, 40))), sides=tuple(sides))
    return a_piece(
        shape=shape,
        edges=(),
        holes=tuple(draw_(st.lists(holes, max_size=4))),
        cutouts=tuple(draw_(st.lists(notches, max_size=2))),
        zones=tuple(draw_(st.lists(bands, max_size=2))),
        facet=facet,
    )


@settings(max_examples=25, deadline=None)
@given(piece=pieces(), fit=st.sampled_from((OFFICE, WORKSHOP)))
def test_every_length_is_the_distance_of_its_ends(piece: Piece, fit: Fit) -> None:
    scene = draw(piece, fit, RUSSIAN)

    for mark in scene.marks:
        if isinstance(mark, DimensionMark):
            axis = 0 if mark.axis == "x" else 1
            assert mark.value == pytest.approx(abs(mark.end[axis] - mark.start[axis]), abs=0.011)
            assert mark.text.removeprefix("⌀") == RUSSIAN.length(mark.value)


@settings(max_examples=25, deadline=None)
@given(piece=pieces())
def test_everything_drawn_lies_in_the_view(piece: Piece) -> None:
    scene = draw(piece, OFFICE, RUSSIAN)

    view = scene.view
    assert view.left < 0 < scene.width < view.right
    assert view.top < 0 < scene.height < view.bottom
    for _, box in _texts(scene):
        assert view.around(box) == view


def test_a_text_that_is_no_length_has_its_role() -> None:
    scene = draw(a_piece(front=Side.BOTTOM), OFFICE, RUSSIAN)

    roles = {mark.text: mark.role for mark in scene.marks if isinstance(mark, TextMark)}
    assert roles["перед"] == "note"


def test_the_hallway_mirror_names_its_width_and_height() -> None:
    scene = draw(a_piece(), OFFICE, RUSSIAN)

    lengths = {m.axis: m.text for m in scene.marks if isinstance(m, DimensionMark)}
    assert lengths == {"x": "800", "y": "1200"}


def test_four_holders_from_four_corners_are_shown_from_one() -> None:
    holes = tuple(
        Hole(diameter_mm=8, x_mm=40, y_mm=40, datum=datum)
        for datum in (Datum.TOP_LEFT, Datum.TOP_RIGHT, Datum.BOTTOM_LEFT, Datum.BOTTOM_RIGHT)
    )

    scene = draw(a_piece(holes=holes), OFFICE, RUSSIAN)

    across = [m.text for m in scene.marks if isinstance(m, DimensionMark) and m.axis == "x"]
    assert sorted(across) == ["40", "760", "800"]
    assert {m.start[0] for m in scene.marks if isinstance(m, DimensionMark) and m.axis == "x"} == {
        0
    }


def test_a_circle_names_its_diameter_alone() -> None:
    shape = Shape(kind=ShapeKind.CIRCLE, width_mm=900, height_mm=900)

    scene = draw(a_piece(shape=shape, edges=()), OFFICE, RUSSIAN)

    assert [m.text for m in scene.marks if isinstance(m, DimensionMark)] == ["⌀900"]


def test_a_hole_outside_of_the_glass_is_marked() -> None:
    inside = Hole(diameter_mm=8, x_mm=40, y_mm=40)
    outside = Hole(diameter_mm=8, x_mm=900, y_mm=40)

    scene = draw(a_piece(holes=(inside, outside)), OFFICE, RUSSIAN)

    wrong = {
        mark.tags.of.index
        for mark in scene.marks
        if isinstance(mark, PathMark) and mark.role == "cut" and mark.tags.of and mark.tags.wrong
    }
    assert wrong == {1}
