"""The operator's commands: what `make up|down|restart|reset|seed|logs|ps` do."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import psutil

from deploy.embedded import banner, install, paths, process, state
from deploy.embedded.errors import EmbeddedError, FolderBusy, StartFailed
from deploy.embedded.folders import end_orphans, lock_owner
from deploy.embedded.process import Record
from deploy.embedded.servers import SERVER_NAMES
from deploy.embedded.state import FAILED, READY, STOPPED, State

UP_LIMIT_S = 600.0
DOWN_LIMIT_S = 120.0
RESTART_LIMIT_S = 90.0
POLL_S = 0.1
LEAST_MB = 500
LOG_LINES = 100


def up(root: Path, *, table: str, seed: bool) -> int:
    """Start the supervisor in the background and wait until everything is ready."""
    now = state.read(root)
    if now and now.alive():
        print("already running" if now.phase == READY else f"another run is {now.phase}")
        return _follow(root, now.pid)
    _preflight(root)
    out = root / "logs" / "supervisor.out"
    words = [sys.executable, "-m", "deploy.embedded", "--root", str(root), "--table", table]
    child = process.spawn(
        [*words, "supervise", *([] if seed else ["--no-seed"])],
        log=out,
        cwd=paths.REPO,
        env={"PYTHONPATH": str(paths.REPO), "PYTHONUNBUFFERED": "1"},
    )
    try:
        return _follow(root, child.pid, child)
    except KeyboardInterrupt:
        print("stopping")
        process.end_child(child, grace_s=DOWN_LIMIT_S)
        return 130


def _preflight(root: Path) -> None:
    missing = install.missing_parts()
    if missing:
        raise StartFailed(f"not installed: {', '.join(missing[:3])}; run `make install`")
    root.mkdir(parents=True, exist_ok=True)
    free = shutil.disk_usage(root).free // 2**20
    if free < LEAST_MB:
        raise StartFailed(f"disk full: {free} MB free, {LEAST_MB} MB needed to run")


def _follow(root: Path, pid: int, child: subprocess.Popen[bytes] | None = None) -> int:
    """Print the phases of a starting supervisor until it is ready or has failed."""
    began, shown = time.monotonic(), ""
    while time.monotonic() - began < UP_LIMIT_S:
        now = state.read(root)
        mine = now if now and now.pid == pid else None
        if mine and mine.message and mine.message != shown and mine.phase not in {READY, FAILED}:
            shown = mine.message
            print(f"{time.monotonic() - began:5.1f} s  {shown}", flush=True)
        if mine and mine.phase == READY:
            print(f"{time.time() - mine.began:5.1f} s  ready" if child else "ready")
            print(banner.render(mine, root / "demo.json"))
            return 1 if mine.message else 0
        if mine and mine.phase in {FAILED, STOPPED}:
            if child is not None:
                child.wait(DOWN_LIMIT_S)
            raise StartFailed(mine.message)
        if child is not None and child.poll() is not None:
            raise StartFailed(_last_words(root / "logs" / "supervisor.out"))
        time.sleep(POLL_S)
    raise StartFailed(f"not ready in {UP_LIMIT_S:.0f} s; see `make logs`")


def _last_words(log: Path) -> str:
    lines = log.read_text(encoding="utf-8", errors="replace").strip().splitlines()
    return lines[-1] if lines else "the supervisor ended without a word"


def down(root: Path) -> int:
    """Stop the run cleanly; what a killed supervisor has left behind is ended too."""
    now = state.read(root)
    supervisor = Record(now.pid, now.born, 0).process() if now else None
    if supervisor is not None:
        supervisor.terminate()
        _, alive = psutil.wait_procs([supervisor], timeout=DOWN_LIMIT_S)
        if alive:
            raise StartFailed(f"the supervisor (process {supervisor.pid}) does not stop")
        print("stopped")
        return 0
    print("nothing was running" if not clean_up(root) else "stopped what a killed run had left")
    return 0


def clean_up(root: Path) -> int:
    """End the orphans of a killed supervisor; say how many there were."""
    if not root.exists():
        return 0
    owner = lock_owner(root)
    try:
        return end_orphans(root, SERVER_NAMES)
    finally:
        os.close(owner)


def restart(root: Path, name: str) -> int:
    """Restart one process of a running system and wait until it is ready."""
    now = _running(root)
    if now.row(name) is None:
        known = ", ".join(row.name for row in now.rows)
        raise StartFailed(f"there is no process '{name}'; there are: {known}")
    order = root / "commands" / f"restart-{name}"
    order.parent.mkdir(exist_ok=True)
    order.touch()
    until = time.monotonic() + RESTART_LIMIT_S
    while order.exists():
        if time.monotonic() > until:
            raise StartFailed(f"{name} is not ready after {RESTART_LIMIT_S:.0f} s; see `make logs`")
        time.sleep(POLL_S)
    print(f"{name} is ready")
    return 0


def reset(root: Path, *, yes: bool) -> int:
    """Stop and forget everything: databases, messages, files, keys."""
    if not yes and sys.stdin.isatty():
        answer = input(f"Delete all data of {root}? Type 'yes': ")
        if answer.strip().lower() not in {"yes", "да"}:
            print("nothing was deleted")
            return 1
    down(root)
    shutil.rmtree(root, ignore_errors=True)
    if root.exists():
        raise EmbeddedError(f"{root} could not be deleted whole (another user's files?)")
    print("all data deleted; `make up` starts from nothing")
    return 0


def ps(root: Path) -> int:
    """Show every process: state, number, port, memory, restarts and why."""
    now = _running(root)
    print(f"supervisor: process {now.pid}, {now.phase}{', ' + now.message if now.message else ''}")
    print(f"{'NAME':<22}{'STATE':<12}{'PID':>8}{'PORT':>7}{'MB':>6}{'RESTARTS':>10}  REASON")
    total = 0
    for row in now.rows:
        memory = row.memory_mb()
        total += memory
        print(
            f"{row.name:<22}{row.state:<12}{row.pid or '-':>8}{row.port:>7}{memory:>6}"
            f"{row.restarts:>10}  {row.reason}"
        )
    print(f"{'':<42}{'sum':>7}{total:>6}")
    return 0 if all(row.state == "ready" for row in now.rows) else 1


def logs(root: Path, name: str, *, follow: bool) -> int:
    """Show the end of one log; at a terminal go on showing it."""
    log = root / "logs" / f"{name}.log"
    if not log.exists():
        known = ", ".join(sorted(path.stem for path in (root / "logs").glob("*.log")))
        raise StartFailed(f"there is no log '{name}'; there are: {known or 'none yet'}")
    with log.open(encoding="utf-8", errors="replace") as file:
        print("".join(file.readlines()[-LOG_LINES:]), end="", flush=True)
        while follow:
            more = file.read()
            print(more, end="", flush=True)
            time.sleep(POLL_S)
    return 0


def run_as(root: Path, name: str, command: list[str]) -> int:
    """Run a command with the settings of one process of the running system."""
    file = root / "env" / f"{name}.env"
    if not file.exists():
        raise StartFailed(f"no settings of '{name}' are known: run `make up` first")
    pairs = (line.partition("=") for line in file.read_text(encoding="utf-8").splitlines())
    told = {key: value for key, _, value in pairs}
    told |= {"PYTHONPATH": str(paths.REPO), "VITRAZH_DEMO_FILE": str(root / "demo.json")}
    return subprocess.run(command, check=False, env=os.environ | told).returncode


def seed(root: Path) -> int:
    """Enter the demo story into the running system."""
    _running(root)
    from deploy.embedded.processes import SEED  # noqa: PLC0415 - imports the database client

    code = run_as(root, "gateway", list(SEED.command))
    if code == 0:
        (root / "seeded").touch()
    return code


def _running(root: Path) -> State:
    now = state.read(root)
    if now is None or not now.alive():
        raise FolderBusy("the system does not run: `make up` starts it")
    return now
