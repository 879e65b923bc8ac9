"""The tables of a bench run, as Markdown: a number, and beside it what it should be."""

import os
import platform
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final

MARK: Final = "<!-- bench -->"
MET: Final = {True: "yes", False: "**no**", None: ""}


@dataclass(frozen=True, slots=True)
class Row:
    """What was measured, its numbers, and its goal in words; `met` None = there is none."""

    what: str
    cells: Sequence[str]
    goal: str = ""
    met: bool | None = None


@dataclass(slots=True)
class Table:
    """Numbers of one kind."""

    title: str
    columns: Sequence[str]
    rows: list[Row] = field(default_factory=list)
    note: str = ""

    def text(self) -> str:
        """Return it as Markdown; the columns of goals only where there are any."""
        goals = any(row.goal for row in self.rows)
        head = ["what", *self.columns, *(("goal", "met") if goals else ())]
        lines = [f"**{self.title}**", ""] if self.title else []
        lines += [_line(head), "|" + "---|" * len(head)]
        for row in self.rows:
            ends = (row.goal, MET[row.met]) if goals else ()
            lines.append(_line([row.what, *row.cells, *ends]))
        return "\n".join([*lines, *(["", self.note] if self.note else [])])


def _line(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def load() -> str:
    """Say how busy the machine is; a run beside other work is two to four times slower."""
    return f"{os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"


def document(tables: Sequence[Table], loads: tuple[str, str]) -> str:
    """Return the generated part of the page."""
    stamp = f"{date.today().isoformat()}, Python {platform.python_version()}, {platform.machine()}"  # noqa: DTZ011
    head = f"Run of {stamp}; load of the machine before {loads[0]}, after {loads[1]}."
    return "\n\n".join([head, *(table.text() for table in tables)]) + "\n"


def write(path: Path, text: str) -> None:
    """Put the tables into the document, behind its mark."""
    before = path.read_text().split(MARK)[0] if path.exists() else "# Benchmarks\n\n"
    path.write_text(f"{before}{MARK}\n{text}")
