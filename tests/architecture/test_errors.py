"""Every refusal is a named sentence: stable code, Russian and English, same blanks to fill."""

import re
from collections import defaultdict
from string import Formatter

import pytest

from chassis.errors import DomainError
from tools.gen.errors import errors
from tools.gen.system import load

load()
ERRORS = sorted(errors(), key=lambda cls: cls.__qualname__)
CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)


def blanks(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


def test_a_code_belongs_to_one_refusal() -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for cls in ERRORS:
        if "code" in vars(cls):
            owners[cls.code].add(f"{cls.__module__}.{cls.__qualname__}")

    assert {code: names for code, names in owners.items() if len(names) > 1} == {}


@pytest.mark.parametrize("cls", ERRORS, ids=lambda cls: cls.__qualname__)
def test_a_refusal_says_itself_in_two_languages(cls: type[DomainError]) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", cls.code)
    assert CYRILLIC.search(cls.ru)
    assert not CYRILLIC.search(cls.en)
    assert blanks(cls.ru) == blanks(cls.en)


@pytest.mark.parametrize("cls", ERRORS, ids=lambda cls: cls.__qualname__)
def test_a_refusal_of_a_slice_names_its_own_code_and_both_sentences(
    cls: type[DomainError],
) -> None:
    if not cls.__module__.startswith("chassis."):
        assert {"code", "ru", "en"} <= vars(cls).keys()
