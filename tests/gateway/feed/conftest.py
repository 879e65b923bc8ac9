"""A topic of one's own on real Kafka, a hub that follows it, and a pen to write facts with."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

import pytest
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient, NewTopic, RecordsToDelete

from chassis.ids import new_id
from chassis.kafka import producer
from chassis.settings import Settings
from chassis.testing import until
from contracts.topics import WORK_ORDERS, Topic
from gateway.feed.adapters.kafka import KafkaLog, cluster_of, log_consumer
from gateway.feed.bus import Tail
from gateway.feed.queries import Hub
from tests.gateway.feed.facts import record

PARTITIONS = 3


class Fragile(AIOKafkaConsumer):  # type: ignore[misc]
    """A consumer that loses the broker when told to."""

    broken: BaseException | None = None

    async def getmany(self, *partitions: Any, **options: Any) -> Any:
        if self.broken:
            raise self.broken
        return await super().getmany(*partitions, **options)

    async def stop(self) -> None:
        await super().stop()
        if self.broken:
            raise asyncio.CancelledError  # as aiokafka's own does when its tasks were cut


@dataclass
class Bus:
    """One topic, and everything of the feed that stands on it."""

    settings: Settings
    topic: Topic
    hub: Hub
    log: KafkaLog
    admin: AIOKafkaAdminClient
    pen: AIOKafkaProducer
    consumers: list[Fragile] = field(default_factory=list)
    tail: asyncio.Task[None] | None = None

    @property
    def name(self) -> str:
        return self.settings.topic_prefix + self.topic.name

    async def make(self) -> None:
        await self.admin.create_topics([NewTopic(self.name, PARTITIONS, 1)])

    async def write(self, count: int = 1, *, partition: int = 0, first: int = 0) -> None:
        """Write so many facts, with sequences from `first` + 1."""
        for offset in range(first, first + count):
            fact = record(offset)
            await self.pen.send_and_wait(
                self.name,
                fact.value,
                key=fact.key,
                partition=partition,
                headers=list(fact.headers),
            )

    async def forget_before(self, offset: int, *, partition: int = 0) -> None:
        """Let retention take what is older."""
        cut = {TopicPartition(self.name, partition): RecordsToDelete(before_offset=offset)}
        await self.admin.delete_records(cut)

    def consumer(self) -> AIOKafkaConsumer:
        made = log_consumer(self.settings)
        made.__class__ = Fragile
        self.consumers.append(made)
        return made

    async def follow(self) -> None:
        tail = Tail(self.hub, self.consumer, partial(cluster_of, self.settings))
        self.tail = asyncio.create_task(tail.run())
        await self.hub.standing(10)

    async def stands_at(self, *position: int) -> None:
        async def there() -> bool:
            return self.hub.position == position

        await until(there)

    async def stop(self) -> None:
        if self.tail is not None:
            self.tail.cancel()
            with suppress(asyncio.CancelledError):
                await self.tail


@pytest.fixture
async def bus(settings: Settings) -> AsyncIterator[Bus]:
    own = f"{settings.topic_prefix}{new_id().hex[-8:]}."
    settings = settings.model_copy(update={"topic_prefix": own})
    topic = replace(WORK_ORDERS, partitions=PARTITIONS)
    hub = Hub([topic], prefix=settings.topic_prefix, ring=5)
    log = KafkaLog(hub.slots, lambda: log_consumer(settings))
    admin = AIOKafkaAdminClient(bootstrap_servers=settings.kafka_bootstrap)
    pen = producer(settings)
    await admin.start()
    await pen.start()
    made = Bus(settings, topic, hub, log, admin, pen)
    await made.make()
    yield made
    await made.stop()
    await pen.stop()
    await admin.delete_topics([made.name])
    await admin.close()


@pytest.fixture
def free_broker_address() -> str:
    """An address where nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return f"127.0.0.1:{probe.getsockname()[1]}"
