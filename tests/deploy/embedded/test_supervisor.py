"""The system comes up by one command, stays up, says why it did not, and goes down clean."""

import errno
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from aiohttp import ClientSession

from chassis.testing import until
from deploy.embedded import state
from deploy.embedded.paths import REPO
from deploy.embedded.state import Row, State
from deploy.embedded.supervisor import Supervisor

pytestmark = [
    pytest.mark.servers,
    pytest.mark.xdist_group("embedded"),
    pytest.mark.timeout(300),
]


class Run:
    """A run of the dummy system in its own folder, driven as an operator does."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def _command(self, table: str, words: tuple[str, ...]) -> list[str]:
        whole = [sys.executable, "-m", "deploy.embedded", "--root", str(self.root)]
        return [*whole, "--table", f"tests.deploy.dummy:{table}", *words]

    def call(self, *words: str, table: str = "TABLE") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            self._command(table, words),
            capture_output=True,
            check=False,
            cwd=REPO,
            encoding="utf-8",
            stdin=subprocess.DEVNULL,
        )

    def begin(self, *words: str, table: str) -> subprocess.Popen[bytes]:
        pipe = subprocess.PIPE
        return subprocess.Popen(self._command(table, words), cwd=REPO, stdout=pipe, stderr=pipe)

    def state(self) -> State:
        now = state.read(self.root)
        assert now is not None
        return now

    def row(self, name: str) -> Row:
        row = self.state().row(name)
        assert row is not None
        return row

    def log(self) -> str:
        return (self.root / "logs" / "supervisor.log").read_text(encoding="utf-8")

    async def restarted(self, name: str) -> Row:
        async def again() -> Row | None:
            row = self.row(name)
            return row if row.restarts and row.state == "ready" else None

        found = await until(again, seconds=60)
        assert found is not None
        return found


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Run]:
    made = Run(tmp_path_factory.mktemp("Витраж запуск") / "up")
    up = made.call("up")
    assert up.returncode == 0, up.stdout + up.stderr
    assert "ready" in up.stdout
    yield made
    made.call("down")


def test_the_start_prints_addresses_log_ins_and_what_to_try(run: Run) -> None:
    again = run.call("up")

    assert again.returncode == 0
    assert "already running" in again.stdout
    for words in (run.state().urls["gateway"], "ivanova", "123-456", "open the gateway"):
        assert words in again.stdout


async def test_a_process_is_told_its_addresses_and_not_the_owners(run: Run) -> None:
    async with (
        ClientSession() as session,
        session.get(f"{run.state().urls['orders']}/env") as answer,
    ):
        told = await answer.json(content_type=None)

    assert "orders_app" in told["VITRAZH_DATABASE_URL"]
    assert told["VITRAZH_SERVICE"] == "orders"
    assert not [name for name in told if "OWNER" in name or "PRIVATE" in name]
    assert (run.root / "secrets.json").stat().st_mode & 0o077 == 0
    assert (run.root / "env" / "orders.env").stat().st_mode & 0o077 == 0


async def test_a_process_that_dies_is_brought_back_and_the_reason_is_one_line(run: Run) -> None:
    async with ClientSession() as session:
        await session.post(f"{run.state().urls['orders']}/die")

    row = await run.restarted("orders")

    assert row.reason == "exit code 7; last error: the glass broke"
    died = [line for line in run.log().splitlines() if "orders died" in line]
    assert died
    assert "exit code 7; last error: the glass broke; restart 1 in 0.5 s" in died[0].replace(
        ")", ""
    )


async def test_a_server_killed_with_9_is_brought_back_on_its_port(run: Run) -> None:
    before = run.row("valkey")
    assert before.pid is not None
    psutil.Process(before.pid).kill()

    after = await run.restarted("valkey")

    assert after.port == before.port
    assert after.pid != before.pid
    assert "signal SIGKILL" in after.reason


def test_restart_names_what_there_is(run: Run) -> None:
    unknown = run.call("restart", "ordres")
    known = run.call("restart", "gateway")

    assert unknown.returncode == 1
    assert "there are: postgres, kafka, valkey" in unknown.stderr
    assert known.returncode == 0
    assert "gateway is ready" in known.stdout
    assert run.row("gateway").reason == "restarted on request"


def test_ps_logs_and_doctor_speak_of_the_run(run: Run) -> None:
    assert "kafka" in run.call("ps").stdout
    assert "supervisor starts" in run.call("logs").stdout
    assert "there is no log 'glass'" in run.call("logs", "glass").stderr
    assert "the system runs" in run.call("doctor").stdout


def test_a_command_runs_with_the_settings_of_a_process(run: Run) -> None:
    shown = run.call("exec", "orders", "--", "printenv", "VITRAZH_SERVICE")

    assert shown.returncode == 0


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Run]:
    made = Run(tmp_path / "up")
    yield made
    made.call("down")


def kill(pid: int) -> None:
    killed = psutil.Process(pid)
    killed.kill()
    killed.wait(10)


def test_a_run_whose_supervisor_was_killed_is_taken_over_with_its_data(fresh: Run) -> None:
    assert fresh.call("up").returncode == 0
    before = fresh.state()
    kill(before.pid)

    up = fresh.call("up")

    after = fresh.state()
    assert up.returncode == 0, up.stdout + up.stderr
    assert "that a killed run had left" in fresh.log()
    assert {row.name: row.port for row in after.rows if row.port} | {} == {
        row.name: row.port for row in before.rows if row.port
    }
    for row in before.rows:
        assert row.pid is not None
        assert not any(later.pid == row.pid for later in after.rows)
        assert not psutil.pid_exists(row.pid)


def test_down_ends_what_a_killed_supervisor_left(fresh: Run) -> None:
    assert fresh.call("up", "--no-seed").returncode == 0
    before = fresh.state()
    kill(before.pid)

    down = fresh.call("down")

    assert "what a killed run had left" in down.stdout
    assert not [row.name for row in before.rows if row.pid and psutil.pid_exists(row.pid)]


def test_a_failed_start_says_why_and_leaves_nothing_running(fresh: Run) -> None:
    up = fresh.call("up", table="BROKEN")

    assert up.returncode == 1
    assert "migrate orders failed: ValueError: no such table" in up.stderr
    assert "Traceback" not in up.stderr
    mine = [
        one.pid
        for one in psutil.process_iter(["cmdline"])
        if any(str(fresh.root) in word for word in one.info["cmdline"] or ())
    ]
    assert mine == []


async def test_down_during_the_story_does_not_wait_for_its_end(fresh: Run) -> None:
    with fresh.begin("up", table="LONG_STORY") as up:

        async def telling() -> bool:
            now = state.read(fresh.root)
            return now is not None and "demo story" in now.message

        await until(telling, seconds=120)
        down = fresh.call("down")
        up.communicate()

    assert down.returncode == 0, down.stderr
    assert up.returncode == 1
    assert fresh.state().phase == "stopped"


def test_down_without_a_run_is_no_failure(fresh: Run) -> None:
    down = fresh.call("down")

    assert down.returncode == 0
    assert "nothing was running" in down.stdout


def test_commands_without_a_run_say_how_to_start(fresh: Run) -> None:
    assert "`make up` starts it" in fresh.call("ps").stderr


def test_a_full_disk_does_not_end_the_supervisor_and_its_lines_come_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    supervisor = Supervisor(tmp_path)
    (tmp_path / "logs").mkdir()

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "open", full)
        patched.setattr(Path, "write_text", full)
        supervisor.log("orders died")
        supervisor._save()
    supervisor.log("disk has space again")

    lines = (tmp_path / "logs" / "supervisor.log").read_text(encoding="utf-8").splitlines()
    assert [line.split(" ", 1)[1] for line in lines] == ["orders died", "disk has space again"]
