"""A page that says what proves it is only worth something while those tests exist."""

import re
from functools import cache
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT

PAGE = ROOT / "docs" / "explanation" / "nothing-lost.md"
NAMED = re.compile(r"`(test_\w+)`((?:,? ?[a-z]+(?:_[a-z0-9]+)+)*)")


@cache
def _files() -> dict[str, list[Path]]:
    found: dict[str, list[Path]] = {}
    for file in (ROOT / "tests").rglob("test_*.py"):
        found.setdefault(file.stem, []).append(file)
    return found


def proofs(text: str) -> list[tuple[str, str]]:
    """Return (file, words of a test's name) for every test that the page names; words may be ''."""
    found = []
    for file, names in NAMED.findall(text):
        found += [(file, name) for name in re.findall(r"[a-z]+(?:_[a-z0-9]+)+", names)] or [
            (file, "")
        ]
    return found


def missing(text: str) -> list[str]:
    """Return what the page names and the tests do not have."""
    return [
        f"{file} {name}".strip()
        for file, name in proofs(text)
        if not any(
            re.search(rf"def test_\w*{name}", path.read_text(encoding="utf-8"))
            for path in _files().get(file, [])
        )
    ]


def test_every_test_that_the_page_names_exists() -> None:
    text = PAGE.read_text(encoding="utf-8")

    assert len(proofs(text)) > 30
    assert missing(text) == []


@pytest.mark.parametrize(
    "text",
    ["`test_db` an_error_that_nobody_tests", "`test_no_such_file`", "`test_db`, and_this_neither"],
)
def test_a_name_that_nobody_has_is_found(text: str) -> None:
    assert missing(text)
