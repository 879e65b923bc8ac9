"""The relay on real Kafka: in order, once, whatever breaks on the way."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiokafka import AIOKafkaConsumer, ConsumerRecord, TopicPartition
from sqlalchemy import select

from chassis import tables
from chassis.actor import Actor
from chassis.relay import Relay
from chassis.testing import World, until
from contracts.envelope import read_headers
from contracts.topics import MESSAGES
from tests.chassis.probe import Pot, add_pot


@asynccontextmanager
async def relaying(world: World) -> AsyncIterator[Relay]:
    """Run a relay for the probe service."""
    relay = Relay(world.service.name, world.settings)
    task = asyncio.create_task(relay.run())
    try:
        yield relay
    finally:
        relay.stop()
        await asyncio.wait_for(task, 10)


@asynccontextmanager
async def reading(world: World) -> AsyncIterator[list[ConsumerRecord]]:
    """Collect what arrives on the messages topic from now on, without a group."""
    consumer = AIOKafkaConsumer(bootstrap_servers=world.settings.kafka_bootstrap)
    topic = world.settings.topic_prefix + MESSAGES.name
    await consumer.start()
    consumer.assign([TopicPartition(topic, number) for number in range(MESSAGES.partitions)])
    await consumer.seek_to_end()
    for place in consumer.assignment():
        await consumer.position(place)
    found: list[ConsumerRecord] = []

    async def collect() -> None:
        async for record in consumer:
            found.append(record)

    task = asyncio.create_task(collect())
    try:
        yield found
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await consumer.stop()


async def unpublished(world: World) -> int:
    """Return how many outbox rows wait."""
    return len(
        await world.rows(select(tables.outbox.c.id).where(tables.outbox.c.published_at.is_(None)))
    )


async def test_events_of_a_key_arrive_in_the_order_of_their_sequence(world: World) -> None:
    async with reading(world) as found, relaying(world):
        pot_id = await add_pot(world.uow, touches=3)
        for _ in range(5):
            async with world.uow.write(Actor.system("notifications")) as db:
                (await db.load(Pot, pot_id)).touch()

        async def arrived() -> bool:
            return len(found) >= 8

        await until(arrived)
        await until(lambda: _none_waits(world))

    notes = [read_headers(record.headers) for record in found]
    assert [note.sequence for note in notes] == list(range(1, 9))
    assert {record.key for record in found} == {str(pot_id).encode()}
    assert {note.source for note in notes} == {"notifications"}


async def _none_waits(world: World) -> bool:
    return await unpublished(world) == 0


async def test_a_second_relay_stands_by_until_the_leader_is_gone(world: World) -> None:
    async with relaying(world) as first:

        async def leads() -> bool:
            return first.leading

        await until(leads)
        async with relaying(world) as second:
            await add_pot(world.uow)
            await until(lambda: _none_waits(world))
            assert first.leading
            assert not second.leading
            first.stop()

            async def taken_over() -> bool:
                return second.leading

            await until(taken_over)
            await add_pot(world.uow, name="later")
            await until(lambda: _none_waits(world))
