"""The table of a bench run, as Markdown."""

import platform
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from tools.bench.stats import Series

MARK = "<!-- bench -->"


def render(
    floors: Sequence[Series],
    ours: Sequence[Series],
    memory: Sequence[tuple[str, float]],
    starts: tuple[float, float],
) -> str:
    """Return the tables; the ratio is to the sum of the floor's medians (and p99s)."""
    under50, under99 = sum(s.p50 for s in floors), sum(s.p99 for s in floors)
    lines = ["| what | p50 ms | p99 ms | a second | p50 / floor | p99 / floor |"]
    lines.append("|---|---|---|---|---|---|")
    lines += [f"| floor: {s.name} | {s.p50:.2f} | {s.p99:.2f} | {s.rate:.0f} | | |" for s in floors]
    lines.append(f"| **floor, sum** | **{under50:.2f}** | **{under99:.2f}** | | 1 | 1 |")
    lines += [
        f"| {s.name} | {s.p50:.1f} | {s.p99:.1f} | {s.rate:.0f} "
        f"| {s.p50 / under50:.1f} | {s.p99 / under99:.1f} |"
        for s in ours
    ]
    total = sum(mib for _, mib in memory)
    parts = ", ".join(f"{name} {mib:.0f}" for name, mib in memory)
    lines += ["", f"Start: first {starts[0]:.1f} s, second {starts[1]:.1f} s."]
    lines += [f"Memory (PSS, MiB): {parts}; sum {total:.0f}."]
    return "\n".join(lines)


def screens(series: Sequence[Series]) -> str:
    """Return the table of what was measured in browsers."""
    lines = ["", "", "| in two browsers | p50 ms | p95 ms | most ms |", "|---|---|---|---|"]
    lines += [
        f"| {s.name} | {s.p50:.0f} | {s.percentile(0.95):.0f} | {s.percentile(1):.0f} |"
        for s in series
    ]
    return "\n".join(lines)


def write(path: Path, text: str) -> None:
    """Put the table into the document, behind its mark."""
    before = path.read_text().split(MARK)[0] if path.exists() else "# Benchmarks\n\n"
    stamp = f"{date.today().isoformat()}, Python {platform.python_version()}, {platform.machine()}"  # noqa: DTZ011
    path.write_text(f"{before}{MARK}\nRun of {stamp}:\n\n{text}\n")
