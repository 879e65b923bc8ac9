import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tools.audit import holes
from tools.audit.holes import Hole, Unanswered
from tools.audit.verdict import State

HOLE = Hole("glass 1.0", ("GHSA-1", "CVE-2026-1"), "high")


def pip(*dependencies: dict[str, Any]) -> str:
    return json.dumps({"dependencies": list(dependencies), "fixes": []})


def test_a_hole_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    verdict = holes.judge("holes", lambda: [HOLE])

    assert verdict.state is State.FAILED
    assert verdict.details == ["glass 1.0: GHSA-1, CVE-2026-1 (high)"]


def test_a_waiver_holds_until_its_day(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    waivers = {"CVE-2026-1": {"until": "2027-01-31", "why": "the part is not called"}}

    assert holes.waived([HOLE], waivers, date(2027, 1, 31)) == []
    assert holes.waived([HOLE], waivers, date(2027, 2, 1)) == [HOLE]
    assert holes.waived([HOLE], {"CVE-2026-2": waivers["CVE-2026-1"]}, date(2027, 1, 1)) == [HOLE]


@pytest.mark.parametrize(
    "printed",
    [
        "",
        "ERROR:pip_audit._cli:glass: Dependency not found on PyPI and could not be audited",
        "[]",
        pip({"name": "a", "version": "1", "vulns": []}, {"name": "b", "skip_reason": "no network"}),
    ],
)
def test_an_unanswered_question_or_a_skipped_part_is_not_checked(printed: str) -> None:
    verdict = holes.judge("holes", lambda: holes.of_python(printed))

    assert verdict.state is State.NOT_CHECKED


@pytest.mark.parametrize("printed", ["", "<html>", '{"error": {"message": "405"}}', "null"])
def test_an_error_of_the_webs_service_is_not_checked(printed: str) -> None:
    assert holes.judge("holes", lambda: holes.of_web(printed)).state is State.NOT_CHECKED


def test_a_hole_counts_even_when_another_part_was_skipped() -> None:
    known = {"id": "GHSA-1", "aliases": ["CVE-2026-1"]}
    printed = pip(
        {"name": "glass", "version": "1.0", "vulns": [known]}, {"name": "b", "skip_reason": "x"}
    )

    assert holes.of_python(printed) == [Hole("glass 1.0", ("GHSA-1", "CVE-2026-1"), "unknown")]


def test_the_web_is_held_to_high_and_critical() -> None:
    advisories = {
        str(number): {"module_name": name, "severity": severity, "id": number, "cves": []}
        for number, (name, severity) in enumerate([("a", "low"), ("b", "critical"), ("c", "high")])
    }

    found = holes.of_web(json.dumps({"advisories": advisories}))

    assert [hole.part for hole in found] == ["b", "c"]
    assert holes.of_web('{"advisories": {}}') == []


def test_what_the_service_said_is_told() -> None:
    with pytest.raises(Unanswered, match="405"):
        holes.of_web('{\n"error": {\n"code": "E",\n"message": "responded with 405"\n}\n}')
