"""INV11's figure: only what the fault does not concern, before it and until it was over."""

from unittest.mock import Mock

from tests.faults.rig.watch import Calm, Sample, Watch, p95_ms


def test_the_function_that_is_hit_is_left_out() -> None:
    watch = Watch(Mock())
    for at in range(10):
        watch.samples += [
            Sample("clients", at, 0.010 if at < 5 else 0.030, ok=at != 9),
            Sample("orders", at, 9.0, ok=False),
        ]

    assert watch.calm(frozenset({"orders"}), 5, 10) == Calm(10.0, 30.0, 1)
    assert str(watch.calm(frozenset({"orders"}), 5, 10)) == "10 → 30, 1 failed"


def test_too_few_samples_give_no_figure() -> None:
    assert p95_ms([0.1] * 4) is None
    assert str(Calm(None, 3.0, 0)) == "—"
