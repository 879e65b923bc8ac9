"""What the supervisor tells the commands beside it: its phase and the state of every process."""

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path

import psutil

from deploy.embedded.process import Record

READY, FAILED, STOPPED = "ready", "failed", "stopped"


@dataclass
class Row:
    """One process as `make ps` shows it."""

    name: str
    state: str
    pid: int | None = None
    port: int = 0
    restarts: int = 0
    since: float = 0.0
    reason: str = ""

    def memory_mb(self) -> int:
        """Give the memory of the process and its children, 0 when it is gone."""
        if self.pid is None:
            return 0
        try:
            process = psutil.Process(self.pid)
            family = [process, *process.children(recursive=True)]
            return int(sum(one.memory_info().rss for one in family) / 2**20)
        except psutil.Error:
            return 0


@dataclass
class State:
    """The whole: who supervises, how far it is, what runs, where to click."""

    pid: int
    born: float
    phase: str
    message: str = ""
    began: float = 0.0
    urls: dict[str, str] = field(default_factory=dict)
    rows: list[Row] = field(default_factory=list)

    def alive(self) -> bool:
        """Tell whether the supervisor that wrote this lives."""
        return Record(self.pid, self.born, 0).process() is not None

    def row(self, name: str) -> Row | None:
        """Give one process's row."""
        return next((row for row in self.rows if row.name == name), None)


def path(root: Path) -> Path:
    """Give the file of the state."""
    return root / "state.json"


def write(root: Path, state: State) -> None:
    """Replace the state as a whole."""
    aside = path(root).with_suffix(".part")
    aside.write_text(json.dumps(asdict(state), ensure_ascii=False, indent=1), encoding="utf-8")
    aside.replace(path(root))


def read(root: Path) -> State | None:
    """Read the state; nothing when there is none."""
    try:
        raw = json.loads(path(root).read_text(encoding="utf-8"))
        rows = [Row(**row) for row in raw.pop("rows", [])]
        return State(**raw, rows=rows)
    except (OSError, ValueError, TypeError):
        return None
