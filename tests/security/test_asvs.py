"""The page about security names tests that exist, and leaves no id of its list out."""

import ast
import re
from functools import cache

from deploy.embedded import paths

PAGE = paths.REPO / "docs" / "security.md"
ROW = re.compile(r"^\| (\d+\.\d+\.\d+) \| ([^|]+) \| ([^|]+) \|$", re.MULTILINE)
NAMED = re.compile(r"`(tests/[\w/]+\.py)(?:::(\w+))?`")
IDS = [
    "1.2.4",
    "1.2.10",
    "1.3.1",
    "1.3.4",
    "1.3.6",
    "1.3.7",
    "1.3.11",
    "1.3.12",
    "2.2.1",
    "2.2.2",
    "2.2.3",
    "2.3.1",
    "2.3.3",
    "2.3.4",
    "2.4.1",
    "3.3.1",
    "3.3.2",
    "3.3.4",
    "3.4.1",
    "3.4.2",
    "3.4.3",
    "3.4.4",
    "3.4.5",
    "3.4.6",
    "3.5.1",
    "4.1.3",
    "4.1.4",
    "4.2.1",
    "5.2.1",
    "5.2.2",
    "5.2.3",
    "5.3.1",
    "5.3.2",
    "5.4.1",
    "5.4.3",
    "6.2.1",
    "6.2.2",
    "6.2.3",
    "6.2.4",
    "6.2.5",
    "6.2.9",
    "6.2.12",
    "6.3.1",
    "6.3.2",
    "6.3.3",
    "6.3.8",
    "6.4.3",
    "6.5.1",
    "7.2.3",
    "7.2.4",
    "7.3.1",
    "7.3.2",
    "7.4.1",
    "7.4.2",
    "7.4.3",
    "7.4.5",
    "8.2.1",
    "8.2.2",
    "8.2.3",
    "8.3.1",
    "8.3.2",
    "8.3.3",
    "9.1.1",
    "9.1.2",
    "9.2.1",
    "9.2.3",
    "12.3.1",
    "13.2.1",
    "13.2.2",
    "13.3.1",
    "13.4.2",
    "13.4.5",
    "14.2.1",
    "14.3.2",
    "15.1.2",
    "15.2.1",
    "15.3.2",
    "15.3.3",
    "15.3.4",
    "16.2.5",
    "16.3.1",
    "16.4.1",
    "16.4.2",
    "16.5.1",
    "16.5.2",
]
"""What was chosen of level 2."""


@cache
def named_in(name: str) -> frozenset[str]:
    """Names of the tests of a file; none if it is not there."""
    file = paths.REPO / name
    if not file.is_file():
        return frozenset()
    tree = ast.parse(file.read_text("utf-8"))
    found = (n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef))
    return frozenset(one.name for one in found if one.name.startswith("test_"))


def gaps(page: str) -> list[str]:
    """Say which rows prove nothing."""
    wrong = []
    for number, _, proof in ROW.findall(page):
        named = NAMED.findall(proof)
        said = proof.startswith(("not yet", "not ours"))
        if not named and not said:
            wrong.append(f"{number}: neither a test nor a reason")
        for file, test in named:
            if not named_in(file) or (test and test not in named_in(file)):
                wrong.append(f"{number}: no {test or file}")
    return wrong


def test_every_row_names_tests_that_exist_or_says_why_not() -> None:
    assert gaps(PAGE.read_text("utf-8")) == []


def test_no_chosen_id_is_left_out_or_stands_twice() -> None:
    rows = [number for number, _, _ in ROW.findall(PAGE.read_text("utf-8"))]

    assert set(IDS) <= set(rows)
    assert len(rows) == len(set(rows))


def test_a_test_that_is_gone_is_noticed() -> None:
    gone = "| 1.2.4 | x | `tests/security/test_asvs.py::test_that_never_was` |\n"
    empty = "| 1.2.5 | x | surely |\n"

    assert gaps(gone) == ["1.2.4: no test_that_never_was"]
    assert gaps(empty) == ["1.2.5: neither a test nor a reason"]
