"""Kinds of refusal: a stable code, a status, and a sentence in both languages."""

import re
import string
from collections.abc import Iterator

import pytest

from chassis import errors
from chassis.errors import DomainError, FieldError, Invalid, TooMany, invalid
from chassis.http import problems


def kinds(base: type[DomainError] = DomainError) -> Iterator[type[DomainError]]:
    yield base
    for sub in base.__subclasses__():
        yield from kinds(sub)


OURS = [
    kind for kind in kinds() if kind.__module__.startswith((errors.__name__, problems.__name__))
]


@pytest.mark.parametrize("kind", OURS)
def test_every_kind_has_a_code_a_status_and_two_sentences(kind: type[DomainError]) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", kind.code)
    assert 400 <= kind.status < 600
    assert re.search("[а-я]", kind.ru)
    assert not re.search("[а-яё]", kind.en.lower())
    names = [{part[1] for part in string.Formatter().parse(text)} for text in (kind.ru, kind.en)]
    assert names[0] == names[1]


def test_a_sentence_is_filled_with_its_parameters() -> None:
    error = TooMany(seconds=30)
    assert error.text("ru") == "Слишком много попыток, повторите через 30 с"
    assert error.text("en") == "Too many attempts, try again in 30 s"
    assert error.text("de") == error.text("ru")
    assert str(error) == "too-many-requests: Too many attempts, try again in 30 s"


def test_an_invalid_names_its_fields() -> None:
    error = invalid("odd", "странно", "odd", "items", 0, "width_mm")
    assert isinstance(error, Invalid)
    assert error.fields == (FieldError(("items", 0, "width_mm"), "odd", "странно", "odd"),)
