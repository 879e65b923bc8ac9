"""A consumer whose client has died inside, hangs at its end, or whose work a library has cancelled."""

import asyncio
from typing import Any

import pytest
from aiokafka import AIOKafkaConsumer
from aiokafka.errors import KafkaError

from chassis import consumer as consumer_module
from chassis import kafka
from chassis.db import Db
from chassis.ids import new_id
from chassis.settings import Settings
from chassis.testing import World, until
from tests.chassis import probe
from tests.chassis.bus import acted, consuming, nobody_waits
from tests.chassis.records import produce, record


def inner_task(client: AIOKafkaConsumer, part: str) -> "asyncio.Task[Any]":
    """Return the task of a client's part, as aiokafka names it."""
    tasks: dict[str, asyncio.Task[Any]] = {
        "fetcher": client._fetcher._fetch_task,
        "metadata": client._client._sync_task,
    }
    return tasks[part]


def tasks_of_aiokafka() -> set["asyncio.Task[Any]"]:
    """Return those that run its code."""
    found = set()
    for task in asyncio.all_tasks():
        code = getattr(task.get_coro(), "cr_code", None)
        if code is not None and "aiokafka" in code.co_filename:
            found.add(task)
    return found


@pytest.mark.parametrize("part", ["fetcher", "metadata"])
async def test_a_client_that_died_inside_is_replaced_at_once(
    world: World, bus: Settings, part: str
) -> None:
    before, after = new_id(), new_id()
    async with consuming(world, bus) as group:
        await produce(bus, [record(before)])
        await acted(world, before, "1")
        inner_task(group._consumer, part).cancel()

        async def came_anew() -> bool:
            return group.assigned == 2

        await until(came_anew)
        await produce(bus, [record(after)])
        await acted(world, after, "1", seconds=30)
        await nobody_waits(bus, 2)


async def test_what_a_part_has_died_of_is_told(bus: Settings) -> None:
    client = kafka.group_consumer(bus, "notifications.probe")
    await client.start()
    try:
        kafka.raise_dead(client)
        client._client._metadata_update = None  # it would be called
        client._client.force_metadata_update()
        await asyncio.wait({client._client._sync_task}, timeout=10)
        with pytest.raises(KafkaError, match=r"TypeError") as told:
            kafka.raise_dead(client)
        assert isinstance(told.value.__cause__, TypeError)
    finally:
        client._client._sync_task = None
        await client.stop()


async def test_work_that_somebody_else_cancelled_is_done_after_all(
    world: World, bus: Settings
) -> None:
    key = new_id()
    begun = asyncio.Event()

    async def hang(_: Db) -> None:
        begun.set()
        await asyncio.Event().wait()

    probe.hooks[key] = hang
    async with consuming(world, bus) as group:
        await produce(bus, [record(key)])
        await asyncio.wait_for(begun.wait(), 10)
        (work,) = group._tasks.values()
        probe.hooks.clear()
        work.cancel()
        await acted(world, key, "1", seconds=30)


async def test_a_client_that_does_not_end_leaves_nothing_behind(
    world: World, bus: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(consumer_module, "CLOSE_S", 0.3)
    key = new_id()
    before = tasks_of_aiokafka()
    async with consuming(world, bus) as group:
        await produce(bus, [record(key)])
        await acted(world, key, "1")

        async def never() -> None:
            await asyncio.Event().wait()

        assert group._consumer is not None
        assert tasks_of_aiokafka() - before
        monkeypatch.setattr(group._consumer._coordinator, "close", never)

    async def gone() -> bool:
        return not tasks_of_aiokafka() - before

    await until(gone)
