"""One watched process: noticed when it dies, brought back with a back-off, explained in one line."""

import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

from deploy.embedded import process
from deploy.embedded.errors import EmbeddedError
from deploy.embedded.server import Server
from deploy.embedded.state import Row

FIRST_PAUSE_S, LONGEST_PAUSE_S = 0.5, 30.0
STEADY_S = 60.0
READY_EVERY_S, UNREADY_EVERY_S = 5.0, 0.2


class Watched:
    """A server and what the supervisor knows of it; `log` takes one line a happening."""

    def __init__(
        self, server: Server, pool: ThreadPoolExecutor, log: Callable[[str], None]
    ) -> None:
        self.server = server
        self.restarts = 0
        self.reason = ""
        self.since = time.time()
        self._pool = pool
        self._log = log
        self._pause_s = FIRST_PAUSE_S
        self._next_try: float | None = None
        self._work: Future[None] | None = None
        self._ready = True
        self._asked = time.monotonic()
        self._launched = time.monotonic()

    def row(self) -> Row:
        """Give the line of `make ps`."""
        server = self.server
        state = "ready" if self._ready else "starting"
        if self._work is not None:
            state = "restarting"
        elif not server.running():
            state = "down"
        return Row(
            server.name, state, server.pid, server.port, self.restarts, self.since, self.reason
        )

    def look(self, *, may_restart: bool) -> None:
        """Do what is due: notice a death, plan a restart, begin it, notice that it is ready."""
        if self._work is not None:
            self._finish_work()
        elif self.server.running():
            self._ask_ready()
        elif self._next_try is None:
            self._note_death()
        elif may_restart and time.monotonic() >= self._next_try:
            self._begin(self.server.launch)

    def restart(self) -> None:
        """Stop cleanly and start again, as asked by the operator."""
        if self._work is None:
            self.reason = "restarted on request"
            self._log(f"{self.server.name} is restarted on request")
            self._begin(self._stop_and_launch)

    def settled(self) -> bool:
        """Tell whether nothing is under way and the process is ready."""
        return self._work is None and self.server.running() and self._ready

    def _stop_and_launch(self) -> None:
        self.server.stop()
        self.server.launch()

    def _begin(self, act: Callable[[], None]) -> None:
        self.restarts += 1
        self._ready = False
        self._work = self._pool.submit(act)

    def _finish_work(self) -> None:
        work = self._work
        if work is None or not work.done():
            return
        self._work = None
        self._launched = time.monotonic()
        self._asked = 0.0
        self.since = time.time()
        failure = work.exception()
        if failure is None:
            self._next_try = None
            return
        self.reason = str(failure) if isinstance(failure, EmbeddedError) else repr(failure)
        self._plan(f"{self.server.name} could not be started: {self.reason}")

    def _note_death(self) -> None:
        server = self.server
        code = server.child.returncode if server.child else None
        ended = process.how_it_ended(code) if code is not None else "not running"
        error = server.last_error()
        self.reason = f"{ended}; last error: {error}" if error else f"{ended}; no error in its log"
        self._ready = False
        if time.monotonic() - self._launched > STEADY_S:
            self._pause_s = FIRST_PAUSE_S
        self._plan(f"{server.name} died ({self.reason})")

    def _plan(self, words: str) -> None:
        self._next_try = time.monotonic() + self._pause_s
        self._log(f"{words}; restart {self.restarts + 1} in {self._pause_s:g} s")
        self._pause_s = min(self._pause_s * 2, LONGEST_PAUSE_S)

    def _ask_ready(self) -> None:
        now = time.monotonic()
        wait_s = READY_EVERY_S if self._ready else UNREADY_EVERY_S
        if now - self._asked < wait_s:
            return
        self._asked = now
        was, self._ready = self._ready, self.server.ready()
        if self._ready and not was:
            took = now - self._launched
            self._log(f"{self.server.name} is ready (process {self.server.pid}, {took:.1f} s)")
