"""INV11's figure: only what the fault does not concern, before it and until it was over."""

from unittest.mock import Mock

import pytest

from tests.faults.rig.watch import BEFORE, EVERYTHING, Calm, Sample, Watch, p95_ms


def test_the_function_that_is_hit_is_left_out() -> None:
    watch = Watch(Mock())
    for at in range(10):
        watch.samples += [
            Sample("clients", at, 0.010 if at < 5 else 0.030, ok=at != 9),
            Sample("orders", at, 9.0, ok=False),
        ]

    assert watch.calm(frozenset({"orders"}), 5, 10) == Calm(10.0, 30.0, 1)
    assert str(watch.calm(frozenset({"orders"}), 5, 10)) == "10 → 30, 1 failed: SLOWER"


def test_too_few_samples_give_no_figure() -> None:
    assert p95_ms([0.1] * 4) is None
    assert str(Calm(None, 3.0, 0)) == "—"


@pytest.mark.parametrize(
    ("calm", "holds"),
    [
        (Calm(10.0, 149.0, 0), True),
        (Calm(10.0, 151.0, 0), False),
        (Calm(200.0, 399.0, 0), True),
        (Calm(200.0, 401.0, 0), False),
        (Calm(10.0, 11.0, 1), False),
        (Calm(None, 11.0, 0), None),
        (Calm(10.0, None, 0), None),
    ],
    ids=str,
)
def test_others_are_judged_by_the_goal_and_by_what_they_took_before(
    calm: Calm, *, holds: bool | None
) -> None:
    assert calm.holds is holds


def test_nothing_breaks_before_the_others_are_measured() -> None:
    watch = Watch(Mock())
    watch.samples = [Sample("clients", 0, 0.01, ok=True)] * (BEFORE - 1)
    watch.samples += [Sample("orders", 0, 0.01, ok=True)] * BEFORE
    assert not watch.measured(frozenset({"orders"}))
    assert watch.measured(frozenset())
    assert Watch(Mock()).measured(EVERYTHING)
