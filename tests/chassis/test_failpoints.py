"""Failpoints: never in a shop; in a test exactly at the named passing."""

import asyncio
import os
import subprocess
import sys

import pytest

from chassis import failpoints
from chassis.failpoints import FailpointRaised, failpoint
from tests.chassis.bus import REPO

PROGRAM = (
    "import asyncio; from chassis.failpoints import failpoint\n"
    "async def main():\n"
    "    for n in range(3):\n"
    "        print(n, flush=True); await failpoint('api.before_commit')\n"
    "asyncio.run(main())"
)


def run(**told: str) -> subprocess.CompletedProcess[str]:
    told = {name: value for name, value in os.environ.items() if "VITRAZH" not in name} | told
    return subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=REPO,
        env=told,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("environment", ["production", "demo", "", None])
def test_outside_a_test_they_do_nothing(environment: str | None) -> None:
    told = {"VITRAZH_FAILPOINT": "api.before_commit:exit"}
    if environment is not None:
        told["VITRAZH_ENVIRONMENT"] = environment
    done = run(**told)
    assert (done.returncode, done.stdout.split()) == (0, ["0", "1", "2"])


def test_the_process_ends_as_if_killed_at_the_nth_passing() -> None:
    done = run(VITRAZH_ENVIRONMENT="test", VITRAZH_FAILPOINT="api.before_commit:exit:2")
    assert (done.returncode, done.stdout.split()) == (137, ["0", "1"])


@pytest.mark.parametrize("wrong", ["nowhere:exit", "api.before_commit:explode", "api"])
def test_a_plan_that_means_nothing_is_refused_at_the_start(wrong: str) -> None:
    done = run(VITRAZH_ENVIRONMENT="test", VITRAZH_FAILPOINT=wrong)
    assert done.returncode == 1
    assert wrong in done.stderr


async def test_it_may_raise_or_delay(monkeypatch: pytest.MonkeyPatch) -> None:
    slept: list[float] = []

    async def sleep(seconds: float) -> None:
        slept.append(seconds)

    monkeypatch.setattr(failpoints, "_plan", failpoints._Plan("notify.after_claim:raise"))
    await failpoint("notify.after_provider_ok")
    with pytest.raises(FailpointRaised):
        await failpoint("notify.after_claim")
    await failpoint("notify.after_claim")
    monkeypatch.setattr(failpoints, "_plan", failpoints._Plan("notify.after_claim:sleep"))
    monkeypatch.setattr(asyncio, "sleep", sleep)
    await failpoint("notify.after_claim")
    assert slept == [5]


async def test_it_may_hang_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(failpoints, "_plan", failpoints._Plan("consumer.before_commit:hang"))
    hanging = asyncio.create_task(failpoint("consumer.before_commit"))
    for _ in range(100):
        await asyncio.sleep(0)
    assert not hanging.done()
    hanging.cancel()


def test_every_point_is_passed_somewhere_and_every_passing_is_declared() -> None:
    passed = set()
    for folder in ("chassis", "services", "gateway"):
        for file in (REPO / folder).rglob("*.py"):
            for line in file.read_text().splitlines():
                if 'failpoint("' in line:
                    passed.add(line.split('failpoint("')[1].split('"')[0])
    assert passed == failpoints.POINTS
