"""The hub's side of the bus: follows the log's end without a group, and commits nothing."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.errors import KafkaError, OffsetOutOfRangeError

from chassis import kafka
from chassis.lenient import read_leniently
from chassis.telemetry import log
from gateway.feed.domain import Position, furthest
from gateway.feed.ports import STOP_S
from gateway.feed.queries import Hub

START_S = 10.0
PROBE_S = 2.0
ANSWER_S = 3.0
STALLED_PROBES = 5
BACK_OFF_MAX_S = 5.0


class Stalled(ConnectionError):
    """The consumer lives but takes nothing, though the log grows."""


class Tail:
    """Feeds the hub for as long as the process lives; a lost broker is waited for."""

    def __init__(
        self,
        hub: Hub,
        consumer: Callable[[], AIOKafkaConsumer],
        cluster: Callable[[], Awaitable[str]],
    ) -> None:
        self._hub = hub
        self._consumer = consumer
        self._cluster = cluster
        self._partitions = [TopicPartition(*slot) for slot in hub.slots]
        self._failures = 0

    async def run(self) -> None:
        """Follow the log until cancelled; after each failure from the hub's own position."""
        while True:
            try:
                await self._follow()
            except OffsetOutOfRangeError:
                self._hub.forget()
            except UnicodeDecodeError:
                log().warning("feed: a header name is no UTF-8, reading leniently")
                read_leniently()
                continue
            except (KafkaError, OSError, TimeoutError) as error:
                log().warning("feed-bus-lost", error=type(error).__name__)
            except Exception:  # noqa: BLE001 - whatever it is, a silent feed is worse
                log().exception("feed-bus-failed")
            self._hub.link(up=False)
            self._failures += 1
            await asyncio.sleep(min(BACK_OFF_MAX_S, 0.1 * 2**self._failures))

    async def _follow(self) -> None:
        consumer = self._consumer()
        try:
            async with asyncio.timeout(START_S):
                await consumer.start()
                await self._stand(consumer)
            self._hub.link(up=True)
            self._failures = 0
            await self._until_one_fails(consumer)
        finally:
            await kafka.let_go(consumer, STOP_S)

    async def _stand(self, consumer: AIOKafkaConsumer) -> None:
        consumer.assign(self._partitions)
        position = self._hub.begin(await self._cluster(), await self._ends(consumer))
        for partition, offset in zip(self._partitions, position, strict=True):
            consumer.seek(partition, offset)

    async def _until_one_fails(self, consumer: AIOKafkaConsumer) -> None:
        tasks = {
            asyncio.create_task(self._pump(consumer)),
            asyncio.create_task(self._probe(consumer)),
        }
        try:
            done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
            for task in done:
                task.result()
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def _pump(self, consumer: AIOKafkaConsumer) -> None:
        while True:
            batch: dict[Any, list[Any]] = await consumer.getmany(timeout_ms=1_000, max_records=500)
            kafka.raise_dead(consumer)
            for records in batch.values():
                for record in records:
                    self._hub.accept(record)
                await asyncio.sleep(0)

    async def _probe(self, consumer: AIOKafkaConsumer) -> None:
        """Ask for the log's end: a client that reports no error may still be dead."""
        idle = 0
        stood, ended = self._hub.position, self._hub.position or ()
        while True:
            await asyncio.sleep(PROBE_S)
            position = self._hub.position or ()
            async with asyncio.timeout(ANSWER_S):
                ends = await self._ends(consumer)
            if furthest(position, ends) != ends:
                self._hub.forget()
                raise Stalled
            missing = furthest(position, ended) != position
            idle = idle + 1 if missing and position == stood else 0
            if idle >= STALLED_PROBES:
                raise Stalled
            stood, ended = position, ends

    async def _ends(self, consumer: AIOKafkaConsumer) -> Position:
        ends: dict[TopicPartition, int] = await consumer.end_offsets(self._partitions)
        return tuple(ends[partition] for partition in self._partitions)
