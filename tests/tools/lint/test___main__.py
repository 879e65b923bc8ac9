"""Skips, the walk over files, and that every rule has a planted breach."""

from pathlib import Path

import pytest

from tests.tools.lint.planted import PLANTED
from tools.lint.__main__ import RULES, check, check_text

BREACH = "order.commit()"
FILE = "services/orders/workorders/commands.py"


def test_every_rule_has_a_planted_breach() -> None:
    assert {code for code, *_ in PLANTED} == {rule.code for rule in RULES}


def test_a_finding_names_file_line_code_and_what() -> None:
    (finding,) = check_text(FILE, f"x = 1\n{BREACH}\n")

    assert finding.startswith(f"{FILE}:2: TX01 ")
    assert finding.endswith("[order.commit]")


def test_a_skip_with_a_reason_lets_the_line_pass() -> None:
    assert check_text(FILE, f"{BREACH}  # lint-skip: TX01 two-phase test double\n") == []


def test_a_skip_without_a_reason_does_not_count() -> None:
    (finding,) = check_text(FILE, f"{BREACH}  # lint-skip: TX01\n")

    assert "TX01" in finding


def test_a_skip_of_another_rule_does_not_count_and_is_called_needless() -> None:
    findings = check_text(FILE, f"{BREACH}  # lint-skip: CLK01 wrong code\n")

    assert [finding.split()[1] for finding in findings] == ["TX01", "SKIP01"]


def test_a_needless_skip_is_a_finding() -> None:
    (finding,) = check_text(FILE, "x = 1  # lint-skip: TX01 was here once\n")

    assert "SKIP01" in finding


def test_a_skip_inside_a_string_is_text() -> None:
    assert check_text(FILE, 'x = "# lint-skip: TX01 only words"\n') == []


def test_generated_files_are_left_out_of_the_walk(tmp_path: Path) -> None:
    for name in ("contracts/gen/routes.py", "contracts/released/0.1.0/x.py", "contracts/a.py"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{BREACH}\n")

    findings = check(tmp_path, ["contracts"])

    assert [finding.split(":")[0] for finding in findings] == ["contracts/a.py"]


@pytest.mark.parametrize(
    "name",
    ["services/orders/workorders", "services/orders/workorders/commands", "gateway/access"],
)
def test_a_crowded_slice_or_room_is_a_finding(tmp_path: Path, name: str) -> None:
    folder = tmp_path / name
    folder.mkdir(parents=True)
    for number in range(13):
        (folder / f"verb_{number}.py").write_text("")

    (finding,) = check(tmp_path, [folder.relative_to(tmp_path).parts[0]])

    assert finding.startswith(f"{name}: BUD03 13 files")


def test_what_stands_beside_the_slices_is_no_slice(tmp_path: Path) -> None:
    for folder in ("services/orders", "services/orders/migrations/versions", "chassis"):
        (tmp_path / folder).mkdir(parents=True, exist_ok=True)
        for number in range(13):
            (tmp_path / folder / f"f_{number}.py").write_text("")

    assert check(tmp_path, ["services", "chassis"]) == []
