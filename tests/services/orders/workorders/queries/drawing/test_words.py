"""The words of the drawing are those of the screens."""

import json

import pytest

from services.orders.workorders.queries.drawing.words import _WORDS, ENGLISH, RUSSIAN, Words
from tests.services.orders.workorders.drawings import ROOT

SCREENS = ROOT / "web/packages/drawing/src"


@pytest.mark.parametrize(("place", "language"), [(0, "ru"), (1, "en")])
def test_the_server_says_what_the_screens_say(place: int, language: str) -> None:
    said = json.loads((SCREENS / f"words.{language}.json").read_text(encoding="utf-8"))

    theirs = {
        key.removeprefix("drawing."): text
        for key, text in said.items()
        if key.startswith("drawing.")
    }
    assert {key: texts[place] for key, texts in _WORDS.items()} == theirs


@pytest.mark.parametrize(
    ("say", "value", "text"),
    [(RUSSIAN, 1200, "1200"), (RUSSIAN, 150.5, "150,5"), (ENGLISH, 150.5, "150.5")],
)
def test_a_length_has_the_decimal_sign_of_its_language(say: Words, value: float, text: str) -> None:
    assert say.length(value) == text
