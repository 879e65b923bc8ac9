from dataclasses import replace

import pytest

from chassis.errors import Invalid
from contracts.rights import Shop
from services.orders.workorders.domain import Item
from tests.services.orders.workorders.story import (
    SIGNATURE,
    SKETCH,
    a_content,
    a_file,
    a_line,
    a_piece,
)


def test_content_without_a_fault_passes() -> None:
    a_content(a_line(piece=a_piece(drawing_id=SKETCH))).check({SKETCH})


def test_every_fault_of_every_line_is_told_at_once() -> None:
    content = a_content(
        a_line(quantity=0), a_line(piece=a_piece(thickness_mm=0, drawing_id=SIGNATURE))
    )

    with pytest.raises(Invalid) as refused:
        content.check({SKETCH})

    assert [(fault.loc, fault.code) for fault in refused.value.fields] == [
        (("items", 0, "quantity"), "quantity-out-of-range"),
        (("items", 1, "id"), "item-twice"),
        (("items", 1, "piece", "thickness_mm"), "length-out-of-range"),
        (("items", 1, "piece", "drawing_id"), "unknown-attachment"),
    ]


def test_a_line_knows_the_revision_that_changed_it() -> None:
    item = Item.of(a_line(), 1)

    item.rewrite(a_line(position=4), 2)
    assert (item.changed_in, item.position) == (1, 4)

    item.rewrite(a_line(quantity=3), 2)
    assert item.changed_in == 2

    item.rewrite(a_line(quantity=3, route=(Shop.ART_SHOP,)), 3)
    assert item.changed_in == 3

    item.rewrite(a_line(quantity=3, piece=a_piece(thickness_mm=6)), 4)
    assert item.changed_in == 4
    assert item.said() == a_line(quantity=3, piece=a_piece(thickness_mm=6))


def test_a_published_file_has_no_name() -> None:
    said = a_file().said()

    assert (said.id, said.bytes, said.media_type) == (SKETCH, 2048, "image/svg+xml")
    assert not hasattr(said, "name")
    assert replace(said, bytes=1) != said
