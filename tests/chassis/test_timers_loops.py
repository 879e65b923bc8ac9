"""Loops of a worker, and the crew that shares one."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from chassis.db import Uow
from chassis.testing import World, until
from chassis.timers import Every, Loop, run_loop
from tests.chassis.bus import lasting

NEVER_S = 3600


async def test_a_loop_goes_on_at_once_while_there_is_work_and_outlives_its_errors(
    world: World,
) -> None:
    calls: list[str] = []
    stopping = asyncio.Event()
    script = iter(["work", "work", "fail", "idle", "work", "stop"])

    async def step(_: Uow) -> bool:
        word = next(script)
        calls.append(word)
        if word == "fail":
            raise RuntimeError(word)
        if word == "stop":
            stopping.set()
        return word == "work"

    await asyncio.wait_for(run_loop(world.uow, Every("probe", 0.01, step), stopping), 10)
    assert calls == ["work", "work", "fail", "idle", "work", "stop"]


@asynccontextmanager
async def going(world: World, run: Loop, *, seconds: float, crew: int = 3) -> AsyncIterator[None]:
    """Let a crew work until the end of the block."""
    stopping = asyncio.Event()
    every = Every("probe", seconds, run, crew)
    task = asyncio.create_task(run_loop(world.uow, every, stopping))
    try:
        yield
    finally:
        stopping.set()
        await asyncio.wait_for(task, 5)


class Work:
    """So much to do, and by how many at once it was done."""

    def __init__(self, left: int) -> None:
        self.left = left
        self.looks = self.in_hand = self.most = 0

    async def step(self, _: Uow) -> bool:
        self.looks += 1
        if not self.left:
            return False
        self.left -= 1
        self.in_hand += 1
        self.most = max(self.most, self.in_hand)
        await lasting(0.005)
        self.in_hand -= 1
        return True


async def test_one_of_an_idle_crew_looks(world: World) -> None:
    work = Work(0)
    async with going(world, work.step, seconds=NEVER_S):
        await lasting(0.2)
    assert work.looks == 1


async def test_a_crew_looks_again_and_again_as_often_as_one_would(world: World) -> None:
    work = Work(0)
    begun = time.monotonic()
    async with going(world, work.step, seconds=0.05):

        async def often() -> bool:
            return work.looks >= 12

        await until(often, every=0.001)
    assert time.monotonic() - begun >= 0.05 * 10  # however slow the machine: no sooner


async def test_a_find_calls_the_whole_crew_at_once(world: World) -> None:
    work = Work(40)
    async with going(world, work.step, seconds=NEVER_S):

        async def done() -> bool:
            return not work.left

        await until(done)
    assert work.most == 3


async def test_who_is_held_up_holds_up_nobody_else(world: World) -> None:
    work = Work(0)
    let_go = asyncio.Event()
    held: list[bool] = []

    async def step(uow: Uow) -> bool:
        if not held:
            held.append(True)
            await let_go.wait()
        return await work.step(uow)

    async with going(world, step, seconds=0.01):

        async def looked_on() -> bool:
            return work.looks >= 3

        await until(looked_on)
        let_go.set()
