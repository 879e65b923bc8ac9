"""The watchdog: a consumer that lives but does not move ends its process."""

import asyncio
import time
from typing import Any, cast

import pytest
from aiokafka import TopicPartition
from aiokafka.errors import ConsumerStoppedError, KafkaConnectionError

from chassis import consumer as consumer_module
from chassis.consumer import Group, Watchdog
from chassis.testing import until

HERE, THERE = TopicPartition("here", 0), TopicPartition("here", 1)


HANGS = -1


class FakeGroup:
    """A group whose lag and progress a test decides."""

    def __init__(self, lag: int | Exception = 0, *, idle_s: float = 0, there: int = 0) -> None:
        self.name = "fake"
        self.answer = lag
        self.there = there
        """Lag of another partition, which moves all the time."""
        self.asked = 0
        self.beats = {HERE: time.monotonic() - idle_s, THERE: time.monotonic()}

    async def behind(self) -> dict[TopicPartition, int]:
        self.asked += 1
        if isinstance(self.answer, Exception):
            raise self.answer
        if self.answer == HANGS:
            await asyncio.Event().wait()
        return {THERE: self.there, HERE: self.answer}

    def moved(self, *places: TopicPartition) -> None:
        self.beats.update(dict.fromkeys(places, time.monotonic()))


class Ended(Exception):
    """The process would be gone."""


async def watch(*groups: FakeGroup, looks: int = 3, patience_s: float = 60) -> Watchdog:
    """Let a watchdog look so often, or until it ends the process."""

    def die() -> None:
        raise Ended

    dog = Watchdog(cast("list[Group]", list(groups)), die, patience_s)
    task = asyncio.create_task(dog.run(every_s=0))

    async def looked() -> bool:
        return task.done() or groups[-1].asked >= looks

    await until(looked, every=0)
    if not task.done():
        task.cancel()
    (result,) = await asyncio.gather(task, return_exceptions=True)
    assert isinstance(result, Ended | asyncio.CancelledError)
    assert isinstance(result, Ended) is dog.stuck
    return dog


async def test_a_group_that_lags_and_does_not_move_ends_the_process() -> None:
    assert (await watch(FakeGroup(5, idle_s=61))).stuck


async def test_a_partition_that_stands_still_is_found_while_another_one_moves() -> None:
    assert (await watch(FakeGroup(5, idle_s=61, there=5))).stuck
    assert not (await watch(FakeGroup(0, idle_s=61, there=5))).stuck


async def test_a_group_that_lags_but_moves_is_left_alone() -> None:
    assert not (await watch(FakeGroup(5, idle_s=59))).stuck


async def test_a_group_with_nothing_to_do_is_left_alone_and_starts_afresh() -> None:
    idle = FakeGroup(0, idle_s=3600)
    assert not (await watch(idle)).stuck
    assert time.monotonic() - idle.beats[HERE] < 10  # when work comes, it has the whole time for it


@pytest.mark.parametrize(
    "trouble",
    [KafkaConnectionError(), TimeoutError(), OSError(), ConsumerStoppedError(), RuntimeError()],
)
async def test_a_broker_that_does_not_answer_says_nothing_of_the_group(trouble: Any) -> None:
    silent = FakeGroup(trouble, idle_s=3600)
    assert not (await watch(silent)).stuck
    assert silent.asked >= 3  # and the watchdog still looks


async def test_one_stuck_group_among_others_is_found() -> None:
    assert (await watch(FakeGroup(0), FakeGroup(1, idle_s=99), FakeGroup(0))).stuck


async def test_a_group_that_never_answers_keeps_the_watchdog_from_no_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(consumer_module, "ANSWER_S", 0.01)
    assert (await watch(FakeGroup(HANGS), FakeGroup(1, idle_s=99))).stuck
