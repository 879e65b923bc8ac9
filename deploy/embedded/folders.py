"""A data folder belongs to one run at a time: locks that die with their process."""

import contextlib
import fcntl
import os
import time
from collections.abc import Collection, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil

from deploy.embedded.errors import FolderBusy
from deploy.embedded.process import end_foreign, read_record

POLL_S = 0.05


def holders(path: Path) -> list[psutil.Process]:
    """Find the processes that have this lock file open (other than this one)."""
    real = os.path.realpath(path)
    found = []
    for process in psutil.process_iter():
        if process.pid == os.getpid():
            continue
        with contextlib.suppress(psutil.Error, OSError):
            if any(os.path.realpath(file.path) == real for file in process.open_files()):
                found.append(process)
    return found


def try_lock(path: Path) -> int | None:
    """Take the lock and give its descriptor, or nothing when somebody holds it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        return None
    return descriptor


def let_go(descriptor: int) -> None:
    """Give a lock back."""
    os.close(descriptor)


def lock_owner(root: Path) -> int:
    """Hold a set's folder for this process alone.

    The descriptor is not inherited: killed in whatever way, the run lets go of the folder.
    Raises FolderBusy naming the process that holds it.
    """
    path = root / "owner.lock"
    descriptor = try_lock(path)
    if descriptor is None:
        names = ", ".join(f"{p.pid}" for p in holders(path)) or "unknown"
        reason = f"the folder {root} is held by another run (process {names})"
        raise FolderBusy(reason)
    os.ftruncate(descriptor, 0)
    os.write(descriptor, str(os.getpid()).encode())
    return descriptor


def lock_data(folder: Path, *, patience_s: float = 5.0, grace_s: float = 10.0) -> int:
    """Lock one server's folder, ending first what a killed run has left running in it.

    Only a process that holds this very lock file is ended: it inherited it from us. The caller
    holds the set's owner lock, so no living run can be hit. Raises FolderBusy.
    """
    path = folder / "data.lock"
    descriptor = try_lock(path)
    if descriptor is None:
        record = read_record(folder / "process.json")
        leader = record.process() if record else None
        if record and leader:
            end_foreign(leader, grace_s=grace_s, stop_signal=record.stop_signal)
        # Children of a killed server hold the lock for another moment.
        descriptor = _wait_for(path, patience_s if leader or not holders(path) else 1.0)
    if descriptor is None:
        for process in holders(path):
            end_foreign(process, grace_s=grace_s)
        descriptor = _wait_for(path, patience_s)
    if descriptor is None:
        reason = f"the data folder {folder} is still in use; stop the process that holds {path}"
        raise FolderBusy(reason)
    return descriptor


def end_orphans(root: Path, servers: Collection[str]) -> int:
    """End what a killed run has left, our processes before the servers; say how many there were.

    The caller holds the owner lock. Raises FolderBusy.
    """
    held = [lock.parent for lock in root.glob("*/data.lock") if _is_held(lock)]
    for stage in (
        [folder for folder in held if folder.name not in servers],
        [folder for folder in held if folder.name in servers],
    ):
        if stage:
            with ThreadPoolExecutor(len(stage)) as pool:
                for descriptor in pool.map(lock_data, stage):
                    os.close(descriptor)
    return len(held)


def _is_held(lock: Path) -> bool:
    descriptor = try_lock(lock)
    if descriptor is not None:
        os.close(descriptor)
    return descriptor is None


def _wait_for(path: Path, patience_s: float) -> int | None:
    until = time.monotonic() + patience_s
    while time.monotonic() < until:
        descriptor = try_lock(path)
        if descriptor is not None:
            return descriptor
        time.sleep(POLL_S)
    return None


@contextlib.contextmanager
def one_at_a_time(path: Path, *, patience_s: float) -> Iterator[None]:
    """Let one process do something (an install) while others wait for it; raises FolderBusy."""
    descriptor = try_lock(path)
    if descriptor is None:
        descriptor = _wait_for(path, patience_s)
    if descriptor is None:
        reason = f"another run holds {path} for more than {patience_s:.0f} s"
        raise FolderBusy(reason)
    try:
        yield
    finally:
        os.close(descriptor)
