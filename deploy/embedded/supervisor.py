"""The background process that brings the system up, keeps it up, and takes it down in order."""

import contextlib
import os
import shutil
import signal
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from types import FrameType
from typing import Any

from deploy.embedded import process, state
from deploy.embedded.errors import EmbeddedError
from deploy.embedded.processes import TOGETHER, Table
from deploy.embedded.state import FAILED, READY, STOPPED, State
from deploy.embedded.system import System
from deploy.embedded.watch import Watched

TICK_S = 0.2
# Below the first nothing is restarted (a server that meets a full disk exits at once, for ever);
# below the second the log warns.
FULL_MB, LOW_MB = 100, 500
DISK_EVERY_S = 1.0
LOG_LIMIT_BYTES = 5 * 2**20


class Told(Exception):
    """The supervisor was told to stop."""


class Supervisor:
    """Runs a System until SIGTERM; its state stands in `state.json`, its words in its log."""

    def __init__(self, root: Path, *, table: Table = TOGETHER, seed: bool = True) -> None:
        self.root = root.resolve()
        self._seed = seed
        self._log_file = self.root / "logs" / "supervisor.log"
        self._told = threading.Event()
        self._in_story = False
        self._begun: set[str] = set()
        self._unwritten: list[str] = []
        self._saved: dict[str, Any] = {}
        self._state = State(os.getpid(), process.birth(os.getpid()), "starting", began=time.time())
        self.system = System(
            self.root, table=table, zipkin=table.traces, prefer_usual_ports=True, say=self._phase
        )
        self._watched: list[Watched] = []
        self._full = False
        self._low = False
        self._disk_asked = 0.0

    def run(self) -> int:
        """Bring up, watch, take down; give the exit code. Raises FolderBusy."""
        # Without the folder nothing may be written into it: it is another supervisor's.
        self.system.set.claim()
        signal.signal(signal.SIGTERM, self._hear)
        signal.signal(signal.SIGINT, self._hear)
        try:
            self._log_file.parent.mkdir(parents=True, exist_ok=True)
            self.log(f"supervisor starts (process {os.getpid()})")
            self.system.start()
            self._tell_story()
            self._watch()
        except Told:
            self._end(STOPPED, "stopped on request")
        except EmbeddedError as error:
            self.log(f"start failed: {error}")
            self._end(FAILED, str(error))
            return 1
        except BaseException as error:
            self.log(f"supervisor failed: {error!r}")
            self._end(FAILED, repr(error))
            raise
        return 0

    def log(self, words: str) -> None:
        """Write one line with the time (UTC)."""
        time_now = datetime.now(UTC).isoformat(timespec="milliseconds")
        self._unwritten.append(f"{time_now} {' '.join(words.split())}\n")
        # On a full disk the supervisor must go on: the lines wait until there is space.
        with contextlib.suppress(OSError):
            if self._log_file.exists() and self._log_file.stat().st_size > LOG_LIMIT_BYTES:
                self._log_file.replace(self._log_file.with_suffix(".log.1"))
            with self._log_file.open("a", encoding="utf-8") as out:
                out.write("".join(self._unwritten))
            self._unwritten.clear()

    def _save(self) -> None:
        now = asdict(self._state)
        if now == self._saved:
            return
        with contextlib.suppress(OSError):
            state.write(self.root, self._state)
            self._saved = now

    def _hear(self, _number: int, _frame: FrameType | None) -> None:
        self._told.set()
        if self._in_story:
            raise Told

    def _phase(self, words: str) -> None:
        if self._told.is_set():
            raise Told
        self.log(words)
        self._state.phase, self._state.message = "starting", words
        self._save()

    def _tell_story(self) -> None:
        # It may take a minute: a stop must not wait for its end.
        self._in_story = self._seed
        try:
            if self._seed:
                self.system.seed()
        except EmbeddedError as error:
            # The system itself is up: say it, keep running, and let `make seed` try again.
            self.log(str(error))
            self._state.message = f"the demo story is not entered: {error}; try `make seed`, or `make reset` and `make up`"
        else:
            self._state.message = ""
        finally:
            self._in_story = False

    def _watch(self) -> None:
        self._state.phase = READY
        self._state.urls = self._urls()
        self.log(f"ready after {time.time() - self._state.began:.1f} s")
        with ThreadPoolExecutor(len(self.system.everything)) as pool:
            self._watched = [Watched(one, pool, self.log) for one in self.system.everything]
            while not self._told.wait(TICK_S):
                self._look_at_disk()
                for one in self._watched:
                    one.look(may_restart=not self._full)
                self._obey()
                self._state.rows = [one.row() for one in self._watched]
                self._save()
        raise Told

    def _obey(self) -> None:
        """Carry out what `make restart` asked for by a file; the file goes when it is done."""
        for order in sorted((self.root / "commands").glob("restart-*")):
            name = order.name.removeprefix("restart-")
            one = next((w for w in self._watched if w.server.name == name), None)
            if one and name not in self._begun:
                self._begun.add(name)
                one.restart()
            elif one is None or one.settled():
                self._begun.discard(name)
                order.unlink(missing_ok=True)

    def _look_at_disk(self) -> None:
        now = time.monotonic()
        if now - self._disk_asked < DISK_EVERY_S:
            return
        self._disk_asked = now
        free = shutil.disk_usage(self.root).free // 2**20
        full, low = free < FULL_MB, free < LOW_MB
        if full and not self._full:
            self.log(f"disk full: {free} MB free; nothing is restarted until there is space")
        elif low and not self._low:
            self.log(f"disk nearly full: {free} MB free")
        elif self._full and not full:
            self.log(f"disk has space again: {free} MB free; restarts go on")
        self._full, self._low = full, low

    def _urls(self) -> dict[str, str]:
        servers = self.system.set
        urls = {service.name: service.url for service in self.system.services.values()}
        return (
            urls
            | {
                "mail": servers.mail_ui_url,
                "sms": servers.sms_url,
            }
            | ({"zipkin": servers.zipkin_url} if servers.zipkin.port else {})
        )

    def _end(self, phase: str, words: str) -> None:
        self._state.message = "stopping"
        self.system.stop()
        self._state.phase, self._state.message, self._state.rows = phase, words, []
        if self._log_file.parent.exists():
            self.log(words)
            self._save()
