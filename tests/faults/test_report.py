"""The page says what was measured: a break is never shown as holding."""

import math
from dataclasses import replace

from tests.faults.plan import Result
from tests.faults.report import Row, Table, page
from tests.faults.rig.watch import Calm


def result(seed: int, *found: str, healed_s: float = 9.5) -> Result:
    rows, calm = ("kill -9 kafka", "orders dies"), Calm(11.4, 25.2, 3)
    return Result("FM4", rows, seed, 4.0, healed_s, 100, 12, 3, found, calm, ("seen",))


def row(*results: Result) -> str:
    text = page(Table([*results], repeated=7))
    return next(line for line in text.splitlines() if line.startswith("| FM4 | kill -9 kafka"))


def test_the_slowest_seed_is_shown() -> None:
    assert row(result(1), result(2, healed_s=17.25)).endswith(
        "| holds (2/2) | 24 | 6 | 4.0 | 17.2 | 11 → 25, 3 failed: SLOWER | seen |"
    )


def test_others_are_judged_and_the_disturbed_seed_is_shown() -> None:
    fast = replace(result(1), calm=Calm(11.0, 140.0, 0))
    slow = replace(result(2), calm=Calm(11.0, 31.0, 1))
    unknown = replace(result(3), calm=Calm(None, None, 0))
    assert "| 11 → 31, 1 failed: SLOWER |" in row(fast, slow, unknown)
    assert "**INV11: 1 of 2 rounds hold.**" in page(Table([fast, slow, unknown]))


def test_one_broken_seed_breaks_the_row() -> None:
    assert "1 breaks" in row(result(1), result(2, "INV5: told twice"))


def test_a_round_of_two_breaks_both_rows() -> None:
    text = page(Table([result(1, "INV5: told twice")]))
    assert text.count("| 1 breaks |") == 2


def test_what_never_healed_has_no_time() -> None:
    assert "| inf |" in row(result(1, "INV10: TimeoutError()", healed_s=math.inf))


def test_other_findings_are_sorted_by_their_number_and_say_what_broke() -> None:
    rows = [
        Row("FM17", "replay", "INV4", holds=False, note="2"),
        Row("FM15", "poison", "INV9", True),
    ]
    text = page(Table([result(1)], rows))
    assert text.index("| FM15 | poison | INV9 | holds |") < text.index(
        "| FM17 | replay | INV4 | BROKEN"
    )


def test_what_was_not_run_does_not_hold() -> None:
    text = page(Table([result(1)], [Row("FM5", "disk", "—", None, "no root")]))
    assert "| FM5 | disk | — | NOT RUN | no root |" in text


def test_a_test_stands_under_the_number_in_its_docstring_else_its_module_s() -> None:
    table = Table([result(1)])
    table.note_test((None, "FM12, FM13: providers"), "test_told_once", "passed")
    table.note_test(("FM17: late copies", "FM17, FM19: copies"), "test_no_change", "passed")
    table.note_test(("FM17: late copies", "FM17, FM19: copies"), "test_no_change", "failed")
    table.note_test((None, "no number"), "test_something", "passed")
    text = page(table)
    assert "| FM12, FM13 | told once | its own assertions | holds | 1 passed |" in text
    assert "| FM17 | no change | its own assertions | BROKEN | 1 failed, 1 passed |" in text
    assert "| something |" not in text
