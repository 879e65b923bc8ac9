"""What dies is brought back ever more slowly, and never onto a full disk."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from subprocess import Popen

import pytest

from chassis.testing import until
from deploy.embedded.server import Server
from deploy.embedded.watch import FIRST_PAUSE_S, LONGEST_PAUSE_S, Watched


class Mortal(Server):
    """A process that ends at once with an error, or lives."""

    name = "mortal"
    lives = False

    def command(self) -> Sequence[str]:
        script = "exec sleep 60" if self.lives else "echo 'ERROR the glass broke'; exit 3"
        return ["sh", "-c", script]

    def ready(self) -> bool:
        return self.running()


@pytest.fixture
def mortal(tmp_path: Path) -> Mortal:
    return Mortal(tmp_path, prefer_usual_port=False)


async def ended(child: "Popen[bytes] | None") -> None:
    """Wait until a process is over."""

    async def over() -> bool:
        return child is None or child.poll() is not None

    await until(over)


async def test_every_death_in_a_row_waits_twice_as_long(mortal: Mortal) -> None:
    lines: list[str] = []
    with ThreadPoolExecutor(1) as pool:
        watched = Watched(mortal, pool, lines.append)
        for _ in range(3):
            mortal.launch()
            await ended(mortal.child)
            watched._next_try = None
            watched.look(may_restart=False)
    mortal.kill()

    assert [line.rsplit(" ", 2)[1] for line in lines] == ["0.5", "1", "2"]
    assert "exit code 3; last error: ERROR the glass broke" in lines[0]
    assert FIRST_PAUSE_S < LONGEST_PAUSE_S


async def test_nothing_is_restarted_while_it_may_not(mortal: Mortal) -> None:
    with ThreadPoolExecutor(1) as pool:
        watched = Watched(mortal, pool, lambda _: None)
        mortal.launch()
        await ended(mortal.child)
        watched.look(may_restart=False)
        watched._next_try = 0.0
        watched.look(may_restart=False)
        assert watched.row().state == "down"
        assert watched.restarts == 0

        mortal.lives = True
        watched.look(may_restart=True)

        async def back() -> bool:
            watched.look(may_restart=True)
            return watched.settled()

        assert await until(back)
    mortal.kill()
    assert watched.restarts == 1
