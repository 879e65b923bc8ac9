"""Rounding and measuring of text, the same to the last bit as on the screens."""

import math
from typing import Final

_NARROW: Final = frozenset(" .,:;'!()[]|-\u00a0ijlIг·")
_WIDE: Final = frozenset("мшщжюфыwmМШЩЖЮФЫWM⌀×@—%")


def cents(value: float) -> int:
    """Return hundredths of a millimetre, half up."""
    return math.floor(value * 100 + 0.5)


def rounded(value: float) -> float:
    """Return the number as it stands in a scene: to 0.01 mm."""
    return cents(value) / 100


def num(value: float) -> str:
    """Return the shortest text of a number rounded to 0.01: `12`, `12.5`, `-0.25`."""
    whole, rest = divmod(abs(cents(value)), 100)
    fraction = f".{rest:02}".removesuffix("0") if rest else ""
    return f"{'-' if cents(value) < 0 else ''}{whole}{fraction}"


def text_width(text: str) -> float:
    """Return the width in text heights: never less than a face like Golos or DejaVu needs."""
    width = 0.0
    for letter in text:
        width += _letter(letter)
    return width


def _letter(letter: str) -> float:
    if letter in _NARROW:
        return 0.42
    if letter in _WIDE:
        return 0.86
    return 0.62 if letter == letter.lower() else 0.72
