from dataclasses import replace

import pytest

from contracts.orders.items import Cutout, Hole, Shape
from contracts.orders.words import CutoutKind, Datum, ShapeKind, Side
from services.orders.workorders.domain.cuts import check_cutouts, check_holes

PANE = Shape(kind=ShapeKind.RECTANGLE, width_mm=800, height_mm=600)
ROUND = Shape(kind=ShapeKind.CIRCLE, width_mm=900, height_mm=900)
HOLE = Hole(diameter_mm=8, x_mm=40, y_mm=40)
SOCKET = Cutout(kind=CutoutKind.ROUND, x_mm=150, y_mm=220, diameter_mm=68)
WINDOW = Cutout(
    kind=CutoutKind.RECTANGULAR, x_mm=400, y_mm=300, width_mm=200, height_mm=100, radius_mm=10
)
NOTCH = Cutout(
    kind=CutoutKind.NOTCH,
    x_mm=400,
    y_mm=0,
    width_mm=60,
    depth_mm=40,
    radius_mm=10,
    side=Side.BOTTOM,
)
HINGE = Cutout(
    kind=CutoutKind.CATALOGUE, x_mm=0, y_mm=250, catalogue_code="HDL-301", side=Side.LEFT
)


def of_holes(*holes: Hole, shape: Shape = PANE) -> list[tuple[str, str]]:
    return [(".".join(map(str, f.loc)), f.code) for f in check_holes(holes, shape, ("holes",))]


def of_cutouts(*cutouts: Cutout, shape: Shape = PANE) -> list[tuple[str, str]]:
    return [(".".join(map(str, f.loc)), f.code) for f in check_cutouts(cutouts, shape, ())]


def test_holes_inside_the_outline_have_no_fault() -> None:
    assert of_holes(HOLE, replace(HOLE, datum=Datum.TOP_RIGHT)) == []


@pytest.mark.parametrize(
    ("hole", "expected"),
    [
        (replace(HOLE, x_mm=3), [("holes.0", "outside-the-outline")]),
        (replace(HOLE, x_mm=-40), [("holes.0", "outside-the-outline")]),
        (replace(HOLE, diameter_mm=0), [("holes.0.diameter_mm", "length-out-of-range")]),
    ],
)
def test_a_hole_that_leaves_the_outline_is_refused(
    hole: Hole, expected: list[tuple[str, str]]
) -> None:
    assert of_holes(hole) == expected


def test_a_hole_in_the_corner_of_a_circles_box_is_outside() -> None:
    assert of_holes(HOLE, shape=ROUND) == [("holes.0", "outside-the-outline")]


def test_holes_that_meet_are_refused() -> None:
    assert of_holes(HOLE, replace(HOLE, x_mm=47)) == [("holes.1", "holes-overlap")]
    assert of_holes(HOLE, replace(HOLE, x_mm=48)) == []


def test_cutouts_that_fit_have_no_fault() -> None:
    assert of_cutouts(SOCKET, WINDOW, NOTCH, HINGE) == []


@pytest.mark.parametrize(
    ("cutout", "expected"),
    [
        (replace(SOCKET, diameter_mm=None), [("0.diameter_mm", "number-missing")]),
        (replace(SOCKET, width_mm=5), [("0.width_mm", "not-of-this-kind")]),
        (replace(SOCKET, diameter_mm=-1), [("0.diameter_mm", "length-out-of-range")]),
        (replace(SOCKET, x_mm=30), [("0", "outside-the-outline")]),
        (replace(WINDOW, x_mm=90), [("0", "outside-the-outline")]),
        (replace(WINDOW, radius_mm=51), [("0.radius_mm", "inner-radius-too-large")]),
        (replace(NOTCH, side=None), [("0.side", "number-missing")]),
        (replace(NOTCH, x_mm=10), [("0", "notch-too-large")]),
        (replace(NOTCH, depth_mm=600), [("0", "notch-too-large")]),
        (replace(NOTCH, radius_mm=31), [("0.radius_mm", "inner-radius-too-large")]),
        (
            replace(NOTCH, side=Side.LEFT, x_mm=0, y_mm=590),
            [("0", "notch-too-large")],
        ),
        (replace(NOTCH, side=Side.ARC), [("0.side", "no-such-side")]),
        (replace(HINGE, catalogue_code=None), [("0.catalogue_code", "number-missing")]),
        (replace(HINGE, x_mm=-5), [("0", "outside-the-outline")]),
    ],
)
def test_a_cutout_that_does_not_fit_is_refused_at_its_place(
    cutout: Cutout, expected: list[tuple[str, str]]
) -> None:
    assert of_cutouts(cutout) == expected
