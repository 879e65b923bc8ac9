"""The page says what was measured: a break is never shown as holding."""

import math

from tests.faults.faults import Fault
from tests.faults.play import Result
from tests.faults.report import page

KAFKA = Fault("kafka")


def result(seed: int, *found: str, healed_s: float = 9.5) -> Result:
    return Result(KAFKA.plan(seed), 4.0, healed_s, 100, 12, 3, found)


def row(*results: Result) -> str:
    text = page([*results], repeated=7)
    return next(line for line in text.splitlines() if line.startswith("| kill -9 kafka"))


def test_the_slowest_seed_is_shown() -> None:
    assert row(result(1), result(2, healed_s=17.25)).endswith(
        "| holds (2/2) | 24 | 6 | 4.0 | 17.2 |"
    )


def test_one_broken_seed_breaks_the_row() -> None:
    assert "1 breaks" in row(result(1), result(2, "INV5: told twice"))


def test_what_never_healed_has_no_time() -> None:
    assert row(result(1, "INV10: TimeoutError()", healed_s=math.inf)).endswith("| inf |")
