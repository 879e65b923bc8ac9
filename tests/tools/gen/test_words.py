"""Docstrings of classes, fields and values are read as the code says them."""

from dataclasses import dataclass
from enum import StrEnum

from tools.gen.words import class_words, classes_in, field_words


class Colour(StrEnum):
    """Of the
    glass.
    """

    CLEAR = "clear"
    BRONZE = "bronze"
    """Brown to the eye."""


@dataclass(frozen=True)
class Pane:
    width_mm: int
    """Bounding box, mm."""
    height_mm: int
    colours: tuple[Colour | None, ...] = ()


def test_a_docstring_becomes_one_line() -> None:
    assert class_words(Colour) == "Of the glass."


def test_the_signature_that_dataclasses_write_is_no_docstring() -> None:
    assert class_words(Pane) == ""


def test_the_string_under_a_field_or_a_value_is_its_meaning() -> None:
    assert field_words(Pane) == {"width_mm": "Bounding box, mm."}
    assert field_words(Colour) == {"BRONZE": "Brown to the eye."}


def test_everything_a_class_is_built_from_is_found() -> None:
    assert classes_in(Pane) == {"Pane": Pane, "Colour": Colour}
