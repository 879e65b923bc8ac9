"""What every server of a set has in common: folder, port, start, readiness, stop, kill."""

import os
import re
import signal
import time
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from deploy.embedded import ports, process
from deploy.embedded.errors import StartFailed
from deploy.embedded.folders import lock_data
from deploy.embedded.process import Record

if TYPE_CHECKING:
    from subprocess import Popen

POLL_S = 0.02
TAIL_BYTES = 200_000
LOG_LIMIT_BYTES = 50 * 2**20
REASON_LENGTH = 300
PORT_MOVES = 5


def java_stays_in(folder: Path) -> tuple[str, ...]:
    """Keep a Java process from writing outside its folder: unpacked libraries, counters, dumps."""
    temporary = folder / "tmp"
    temporary.mkdir(parents=True, exist_ok=True)
    return f"-Djava.io.tmpdir={temporary}", "-XX:-UsePerfData", "-Djava.awt.headless=true"


class Server(ABC):
    """A server process with its own data folder `<root>/<name>` and log `<root>/logs/<name>.log`.

    `usual_port` is tried first when `prefer_usual_port`; the ports of the last start are kept.
    """

    name = ""
    usual_port = 0
    # A second port (a page, a controller): 0 = none, -1 = any free one, else the usual one.
    usual_side_port = 0
    start_limit_s = 60.0
    stop_signal: int = signal.SIGTERM
    grace_s = 10.0
    # Lines of the log that name a reason, the most telling first.
    reasons: tuple[str, ...] = ()
    # Lines that look like failures and are none.
    noise: tuple[str, ...] = ()
    # A failure that goes away by itself: the start is tried again for some seconds.
    passing: tuple[str, ...] = ()
    passing_limit_s = 8.0
    port_taken: tuple[str, ...] = ("Address already in use",)

    def __init__(self, root: Path, *, prefer_usual_port: bool) -> None:
        self.root = root.resolve()
        self.folder = self.root / self.name
        self.log = self.root / "logs" / f"{self.name}.log"
        self.prefer_usual_port = prefer_usual_port
        self.port = 0
        self.side_port = 0
        self.child: Popen[bytes] | None = None
        self._held: int | None = None
        self._log_from = 0

    # What a server says of itself -----------------------------------------------------------
    @abstractmethod
    def command(self) -> Sequence[str]:
        """Give the start line."""

    @abstractmethod
    def ready(self) -> bool:
        """Tell whether the server does its work now."""

    def prepare(self) -> None:  # noqa: B027 - most need nothing
        """Make what must stand in the folder before the start; the lock is held."""

    def env(self) -> Mapping[str, str]:
        """Give what the server's environment has beyond the common one."""
        return {}

    def workdir(self) -> Path:
        """Give the folder that the process starts in."""
        return self.folder

    def identity(self) -> tuple[int | None, int | None]:
        """Give the user and group to run as, or nothing for our own."""
        return None, None

    # Life -----------------------------------------------------------------------------------
    def start(self) -> None:
        """Start and wait until ready; raises StartFailed with the reason in one line."""
        if self.running():
            return
        self._take_folder()
        try:
            self._start_patiently()
        except BaseException:
            self.kill()
            raise

    def launch(self) -> None:
        """Start without waiting, on the ports of before; the caller watches what comes of it."""
        self._take_folder()
        try:
            self.choose_ports()
            self.prepare()
            self._spawn()
        except BaseException:
            self.kill()
            raise

    def running(self) -> bool:
        """Tell whether the process lives."""
        return self.child is not None and self.child.poll() is None

    @property
    def pid(self) -> int | None:
        """Give the process number, or nothing when it does not run."""
        return self.child.pid if self.child and self.running() else None

    def stop(self) -> None:
        """Stop cleanly; after the grace the process is killed."""
        if self.child:
            process.end_child(self.child, grace_s=self.grace_s, stop_signal=self.stop_signal)
        self._let_go()

    def kill(self) -> None:
        """Kill without a word, as a crash would; the data stay, `start` brings it back."""
        self.kill_child()
        self._let_go()

    def kill_child(self) -> None:
        """Kill the process but keep hold of the folder."""
        if self.child:
            process.kill_group(self.child)

    # How ------------------------------------------------------------------------------------
    def _take_folder(self) -> None:
        self._let_go()
        self.folder.mkdir(parents=True, exist_ok=True)
        self.log.parent.mkdir(parents=True, exist_ok=True)
        self._held = lock_data(self.folder, grace_s=self.grace_s)
        if self.log.exists() and self.log.stat().st_size > LOG_LIMIT_BYTES:
            self.log.replace(self.log.with_suffix(".log.1"))

    def _let_go(self) -> None:
        self.child = None
        if self._held is not None:
            os.close(self._held)
            self._held = None

    def choose_ports(self) -> None:
        """Keep the ports of the last start when they are free, else the usual ones, else any."""
        last = process.read_record(self.folder / "process.json") or Record(0, 0, 0)
        if self.port == 0:
            self.port = self._pick(last.port, self.usual_port, 0)
        if self.side_port == 0 and self.usual_side_port:
            self.side_port = self._pick(last.side_port, self.usual_side_port, self.port)

    def _pick(self, last: int, usual: int, other: int) -> int:
        if last and last != other and ports.is_free(last):
            return last
        wanted = usual if self.prefer_usual_port and usual > 0 else None
        return ports.pick(wanted, taken=frozenset({other}))

    def _start_patiently(self) -> None:
        fixed = self.port != 0
        until: float | None = None
        moves = PORT_MOVES
        while True:
            self.choose_ports()
            self.prepare()
            try:
                self._spawn()
                self._wait_until_ready()
            except StartFailed as failure:
                said = self.said()
                passing = any(word in said for word in self.passing)
                taken = any(word in said for word in self.port_taken) and not passing
                if taken and fixed:
                    reason = f"{failure} - port {self.port} is held by another program"
                    raise StartFailed(reason) from failure
                until = until or time.monotonic() + self.passing_limit_s
                if taken and moves:
                    # Somebody took it between our look and the server's: another start, perhaps.
                    moves -= 1
                    self._forget_ports()
                elif not passing or time.monotonic() > until:
                    raise
                time.sleep(0.2)
            else:
                return

    def _forget_ports(self) -> None:
        self.port = self.side_port = 0
        (self.folder / "process.json").unlink(missing_ok=True)

    def _spawn(self) -> None:
        self._log_from = self.log.stat().st_size if self.log.exists() else 0
        uid, gid = self.identity()
        self.child = process.spawn(
            self.command(),
            log=self.log,
            cwd=self.workdir(),
            env=self.env(),
            keep=() if self._held is None else (self._held,),
            uid=uid,
            gid=gid,
        )
        born = process.birth(self.child.pid)
        record = Record(self.child.pid, born, self.port, self.side_port, self.stop_signal)
        process.write_record(self.folder / "process.json", record)

    def _wait_until_ready(self) -> None:
        started = time.monotonic()
        while not self.ready():
            code = self.child.poll() if self.child else -1
            if code is not None:
                reason = f"{self.name} did not start ({process.how_it_ended(code)}): {self.why()}"
                raise StartFailed(reason)
            if time.monotonic() - started > self.start_limit_s:
                reason = f"{self.name} was not ready in {self.start_limit_s:.0f} s: {self.why()}"
                self.kill_child()
                raise StartFailed(reason)
            time.sleep(POLL_S)

    def said(self) -> str:
        """Give what the log got since the last start."""
        if not self.log.exists():
            return ""
        with self.log.open("rb") as file:
            size = file.seek(0, os.SEEK_END)
            file.seek(max(self._log_from, size - TAIL_BYTES))
            return file.read().decode("utf-8", "replace")

    def last_error(self) -> str:
        """Find the one line of the log that names a failure, or nothing."""
        lines = [
            line.strip()
            for line in self.said().splitlines()
            if line.strip() and not any(word in line for word in self.noise)
        ]
        for pattern in (*self.reasons, r"FATAL|PANIC|ERROR|Exception"):
            for line in lines:
                if re.search(pattern, line):
                    return line[:REASON_LENGTH]
        return ""

    def why(self) -> str:
        """Say the reason in one line, with the log's last line where no failure is named."""
        lines = self.said().strip().splitlines()
        last = lines[-1].strip()[:REASON_LENGTH] if lines else f"its log {self.log} is empty"
        return self.last_error() or last
