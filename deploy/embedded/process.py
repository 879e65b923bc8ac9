"""One child process: started, recorded, found again after a crash, and ended for certain."""

import contextlib
import json
import os
import signal
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import psutil

BIRTH_TOLERANCE_S = 1.0


@dataclass(frozen=True)
class Record:
    """What is written down of a started process: enough to know it again for certain."""

    pid: int
    born: float
    port: int
    side_port: int = 0
    stop_signal: int = signal.SIGTERM

    def process(self) -> psutil.Process | None:
        """Give the recorded process if it still lives; a reused number is not it."""
        try:
            process = psutil.Process(self.pid)
            same = abs(process.create_time() - self.born) < BIRTH_TOLERANCE_S
            return process if same and process.status() != psutil.STATUS_ZOMBIE else None
        except psutil.Error:
            return None


def write_record(path: Path, record: Record) -> None:
    """Keep a record so that a reader never sees half of it."""
    aside = path.with_suffix(".part")
    aside.write_text(json.dumps(asdict(record)), encoding="utf-8")
    aside.replace(path)


def read_record(path: Path) -> Record | None:
    """Read a record; a missing or damaged one is none."""
    try:
        return Record(**json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def birth(pid: int) -> float:
    """Give the time at which a process was made, 0 when it is already gone."""
    try:
        return float(psutil.Process(pid).create_time())
    except psutil.Error:
        return 0.0


def environment(extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """Give the environment of a child: a locale that every machine has, none of the caller's."""
    own = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("LC_", "PG", "KAFKA_", "JAVA_TOOL", "_JAVA", "JDK_JAVA"))
    }
    return own | {"LC_ALL": "C.UTF-8", "LANG": "C.UTF-8", **(extra or {})}


def spawn(
    command: Sequence[str],
    *,
    log: Path,
    cwd: Path,
    env: Mapping[str, str] | None = None,
    keep: Sequence[int] = (),
    uid: int | None = None,
    gid: int | None = None,
) -> subprocess.Popen[bytes]:
    """Start a process in a session of its own, its words going to the log."""
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("ab") as out:
        return subprocess.Popen(
            list(command),
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
            cwd=cwd,
            env=environment(env),
            start_new_session=True,
            pass_fds=tuple(keep),
            user=uid,
            group=gid,
            extra_groups=[] if uid is not None else None,
        )


def end_foreign(
    process: psutil.Process, *, grace_s: float, stop_signal: int = signal.SIGTERM
) -> None:
    """End a process that is not our child any more (its parent was killed), and its children."""
    family = [process]
    with contextlib.suppress(psutil.Error):
        family += process.children(recursive=True)
    with contextlib.suppress(psutil.Error):
        process.send_signal(stop_signal)
    _, family = psutil.wait_procs(family, timeout=grace_s)
    for one in family:
        with contextlib.suppress(psutil.Error):
            one.kill()
    psutil.wait_procs(family, timeout=5.0)


def end_child(
    child: subprocess.Popen[bytes], *, grace_s: float, stop_signal: int = signal.SIGTERM
) -> None:
    """Ask a child to stop, after the grace end its whole group."""
    if child.poll() is None:
        child.send_signal(stop_signal)
        with contextlib.suppress(subprocess.TimeoutExpired):
            child.wait(grace_s)
    kill_group(child)


def kill_group(child: subprocess.Popen[bytes]) -> None:
    """Kill a child and what it started in its own session, and collect it."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(child.pid, signal.SIGKILL)
    with contextlib.suppress(subprocess.TimeoutExpired):
        child.wait(10)


def how_it_ended(code: int) -> str:
    """Say an exit code in words: 'exit code 1' or 'signal SIGKILL'."""
    if code < 0:
        try:
            return f"signal {signal.Signals(-code).name}"
        except ValueError:
            return f"signal {-code}"
    return f"exit code {code}"
