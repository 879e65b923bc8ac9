"""The page of the bench: numbers beside goals, and the part that is generated."""

from pathlib import Path

from tools.bench.stats import Series
from tools.bench.table import MARK, Row, Table, write


def test_goals_are_shown_only_where_there_are_any() -> None:
    bare = Table("", ("value",), [Row("memory", ("5 MiB",))])
    judged = Table("Bus", ("a second",), [Row("relay", ("9",), "≥ 10", met=False)])

    assert bare.text() == "| what | value |\n|---|---|\n| memory | 5 MiB |"
    assert judged.text().splitlines()[0] == "**Bus**"
    assert judged.text().splitlines()[-1] == "| relay | 9 | ≥ 10 | **no** |"


def test_only_what_stands_behind_the_mark_is_written_anew(tmp_path: Path) -> None:
    page = tmp_path / "benchmarks.md"
    page.write_text(f"# Ours\n\nBy hand.\n\n{MARK}\nold\n")

    write(page, "new\n")

    assert page.read_text() == f"# Ours\n\nBy hand.\n\n{MARK}\nnew\n"


def test_percentiles_are_of_the_series_itself() -> None:
    series = Series("", [0.001 * number for number in range(1, 101)])

    assert (series.p50, series.p99, series.percentile(1)) == (50, 99, 100)
    assert round(series.rate, 1) == round(100 / 5.05, 1)
    assert Series("", [1, 1, 1, 1], wall=2).rate == 2
