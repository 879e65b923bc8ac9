"""The past of a topic, read by offset."""

import asyncio

import pytest

from gateway.feed.adapters.kafka import KafkaLog, cluster_of, log_consumer
from gateway.feed.ports import BusLost, TooOld
from tests.gateway.feed.conftest import Bus


async def test_exactly_the_asked_records_are_read(bus: Bus) -> None:
    await bus.write(10)
    await bus.write(3, partition=1)

    records = [item async for item in bus.log.read((2, 1, 0), (7, 2, 0))]

    assert sorted((item.partition, item.offset) for item in records) == [
        (0, 2), (0, 3), (0, 4), (0, 5), (0, 6), (1, 1),
    ]  # fmt: skip


async def test_nothing_asked_is_nothing_read(bus: Bus) -> None:
    assert [item async for item in bus.log.read((2, 0, 0), (2, 0, 0))] == []


async def test_the_ends_are_those_of_every_partition(bus: Bus) -> None:
    await bus.write(2, partition=2)

    assert await bus.log.ends() == (0, 0, 2)


async def test_what_retention_has_taken_is_too_old(bus: Bus) -> None:
    await bus.write(5)
    await bus.forget_before(3)

    with pytest.raises(TooOld):
        _ = [item async for item in bus.log.read((2, 0, 0), (5, 0, 0))]
    assert len([item async for item in bus.log.read((3, 0, 0), (5, 0, 0))]) == 2


async def test_a_broker_that_does_not_answer_is_lost(bus: Bus, free_broker_address: str) -> None:
    settings = bus.settings.model_copy(update={"kafka_bootstrap": free_broker_address})
    log = KafkaLog(bus.hub.slots, lambda: log_consumer(settings))

    with pytest.raises(BusLost):
        await log.ends()
    with pytest.raises(BusLost):
        _ = [item async for item in log.read((0, 0, 0), (1, 0, 0))]


async def test_a_client_that_died_inside_is_a_lost_broker(bus: Bus) -> None:
    await bus.write(3)
    log = KafkaLog(bus.hub.slots, bus.consumer)
    reading = log.read((0, 0, 0), (4, 0, 0))  # the fourth is not written
    for _ in range(3):
        await anext(reading)
    bus.consumers[0]._fetcher._fetch_task.cancel()

    with pytest.raises(BusLost):
        await asyncio.wait_for(anext(reading), 30)


async def test_a_broker_has_a_name_of_its_own(bus: Bus) -> None:
    assert len(await cluster_of(bus.settings)) > 10


async def test_the_consumer_commits_nothing_and_joins_no_group(bus: Bus) -> None:
    consumer = log_consumer(bus.settings)

    assert consumer._group_id is None
    assert consumer._enable_auto_commit is False
    assert consumer._auto_offset_reset == "none"
    await consumer.stop()
