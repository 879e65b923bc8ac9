"""The file of a drawing is the one that the screens show, to the last character."""

from xml.etree import ElementTree as ET

import pytest

from contracts.orders.items import Zone
from contracts.orders.words import Face, Treatment
from services.orders.workorders.queries.drawing import ENGLISH, RUSSIAN, Fit, draw, svg
from tests.services.orders.workorders.drawings import NAMES, golden
from tests.services.orders.workorders.story import a_piece

SVG = "{http://www.w3.org/2000/svg}"
OFFICE = Fit(640, 460, 13)


def test_there_are_enough_golden_drawings() -> None:
    assert len(NAMES) >= 30


@pytest.mark.parametrize("name", NAMES)
def test_the_server_draws_as_the_screens_do(name: str) -> None:
    kept = golden(name)

    assert svg(draw(kept.piece, kept.fit, RUSSIAN), name) == kept.picture("ru")
    assert svg(draw(kept.piece, kept.fit, ENGLISH), name) == kept.picture("en")


@pytest.mark.parametrize("name", NAMES)
def test_a_file_needs_no_style_and_no_script(name: str) -> None:
    root = ET.fromstring(golden(name).picture("ru"))  # noqa: S314 - our own file

    tags = {element.tag.removeprefix(SVG) for element in root.iter()}
    names = {attribute for element in root.iter() for attribute in element.attrib}
    assert tags <= {"svg", "title", "g", "path", "text"}
    assert "style" not in names
    assert not [attribute for attribute in names if attribute.startswith("on")]


def test_what_people_typed_stays_text() -> None:
    code = '<script>alert("1")</script>&'
    zone = Zone(treatment=Treatment.MATTING_PATTERN, face=Face.FRONT, pattern_code=code)

    text = svg(draw(a_piece(zones=(zone,)), OFFICE, RUSSIAN), code)

    root = ET.fromstring(text)  # noqa: S314 - our own file
    assert root.findtext(f"{SVG}title") == code
    assert f"{code}," in [element.text for element in root.iter(f"{SVG}text")]
