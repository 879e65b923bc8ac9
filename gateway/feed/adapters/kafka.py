"""The past of the topics, read by a group-less consumer that lives for one reading."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from typing import Any

from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.errors import KafkaError, OffsetOutOfRangeError

from chassis.kafka import CONSUMER, let_go, raise_dead
from chassis.lenient import read_leniently
from chassis.settings import Settings
from gateway.feed.domain import Position, Slot
from gateway.feed.ports import STOP_S, BusLost, TooOld

READERS_AT_ONCE = 4
DEADLINE_S = 10.0


class KafkaLog:
    """Reads by offset; a fresh consumer each time, since a kept one waits for its long poll."""

    def __init__(self, slots: Sequence[Slot], consumer: Callable[[], AIOKafkaConsumer]) -> None:
        self._partitions = [TopicPartition(*slot) for slot in slots]
        self._consumer = consumer
        self._free = asyncio.Semaphore(READERS_AT_ONCE)

    async def ends(self) -> Position:
        """Return the position after the newest record.

        Raises:
            BusLost: the broker does not answer.
        """
        async with self._reading(self._partitions) as consumer, asyncio.timeout(DEADLINE_S):
            ends = await consumer.end_offsets(self._partitions)
            return tuple(ends[partition] for partition in self._partitions)

    async def read(self, start: Position, end: Position) -> AsyncIterator[Any]:
        """Yield every record from `start` up to, not including, `end`.

        Raises:
            TooOld: retention has taken some of them.
            BusLost: the broker does not answer.
        """
        limits = {
            partition: (first, last)
            for partition, first, last in zip(self._partitions, start, end, strict=True)
            if first < last
        }
        if not limits:
            return
        async with self._reading(list(limits)) as consumer:
            await _seek(consumer, limits)
            while limits:
                async with asyncio.timeout(DEADLINE_S):
                    batch = await consumer.getmany(*limits, timeout_ms=200)
                raise_dead(consumer)
                for partition, records in batch.items():
                    for record in records:
                        if record.offset < limits[partition][1]:
                            yield record
                for partition in tuple(limits):
                    if await consumer.position(partition) >= limits[partition][1]:
                        del limits[partition]

    @asynccontextmanager
    async def _reading(
        self, partitions: Sequence[TopicPartition]
    ) -> AsyncIterator[AIOKafkaConsumer]:
        async with self._free:
            consumer = self._consumer()
            try:
                async with asyncio.timeout(DEADLINE_S):
                    await consumer.start()
                consumer.assign(partitions)
                yield consumer
            except OffsetOutOfRangeError as error:
                raise TooOld from error
            except UnicodeDecodeError as error:
                read_leniently()  # the next try, which `BusLost` asks for, gets past the record
                raise BusLost from error
            except (KafkaError, OSError, TimeoutError) as error:
                raise BusLost from error
            finally:
                await let_go(consumer, STOP_S)


async def _seek(consumer: AIOKafkaConsumer, limits: dict[TopicPartition, tuple[int, int]]) -> None:
    async with asyncio.timeout(DEADLINE_S):
        oldest = await consumer.beginning_offsets(list(limits))
    for partition, (first, _) in limits.items():
        if first < oldest[partition]:
            raise TooOld
        consumer.seek(partition, first)


def log_consumer(settings: Settings) -> AIOKafkaConsumer:
    """Return a consumer without a group: it is told where to read, and commits nothing."""
    return AIOKafkaConsumer(
        bootstrap_servers=settings.kafka_bootstrap,
        client_id=f"{settings.topic_prefix}gateway-feed",
        request_timeout_ms=5_000,
        **{**CONSUMER, "auto_offset_reset": "none"},
    )


async def cluster_of(settings: Settings) -> str:
    """Return the broker's own name, new with every set-up: offsets of another mean nothing."""
    admin = AIOKafkaAdminClient(bootstrap_servers=settings.kafka_bootstrap)
    try:
        await admin.start()
        described = await admin.describe_cluster()
        return str(described["cluster_id"])
    finally:
        await admin.close()
