"""The bench itself works: every part of it, on tiny counts, on a system of its own."""

import pytest

from tools.bench.__main__ import bench
from tools.bench.run import QUICK, Sizes

TABLES = (
    "Hand-off and writes",
    "What the feeds told",
    "Cost of the layers",
    "Bus",
    "Reads as the base grows",
    "Standing",
)


@pytest.mark.servers
@pytest.mark.timeout(900)
def test_every_part_of_the_bench_measures_something() -> None:
    text = bench(QUICK)

    assert [name for name in TABLES if f"**{name}" not in text] == []
    [told] = [line for line in text.splitlines() if line.startswith("| placed, told once")]
    assert told.endswith("| each once | yes |")
    [away] = [line for line in text.splitlines() if "while the tablet was away" in line]
    assert away.endswith("| all, in order | yes |")


def test_one_more_size_comes_after_the_usual_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VITRAZH_BENCH_ORDERS", "1000000")
    assert Sizes.told().orders == (1_000, 20_000, 200_000, 1_000_000)
    monkeypatch.setenv("VITRAZH_BENCH_ORDERS", "5000")
    assert Sizes.told().orders == (1_000, 5_000)
    monkeypatch.delenv("VITRAZH_BENCH_ORDERS")
    assert Sizes.told().orders == (1_000, 20_000, 200_000)
