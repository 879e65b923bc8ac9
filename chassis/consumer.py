"""The loop of one consumer group: own partitions side by side, exact offsets, nothing skipped.

FastStream declares the subscriptions; this loop does the work (decision 0003): one task per
partition, so that one record in back-off stops only its partition, and a poll that never stops, so
that ten minutes without a database cause no rebalance. Nothing is paused: a fetch leaves out what is
paused while it is sent, the broker holds it for half a second when nothing else comes, and what was
fetched of a paused partition is thrown away. A partition of which a full `BATCH` waits is not asked.
"""

import asyncio
import time
from collections import deque
from collections.abc import Callable, Collection
from functools import partial

from aiokafka import AIOKafkaConsumer, ConsumerRebalanceListener, ConsumerRecord, TopicPartition
from aiokafka.errors import KafkaError

from chassis import kafka
from chassis.failpoints import failpoint
from chassis.inbox import Inbox
from chassis.lenient import read_leniently
from chassis.record import Record
from chassis.settings import Settings
from chassis.telemetry import consumer_lag, log

FLUSH_S = 0.2
"""Offsets are committed this often; a commit per message halves the rate (probes, 2)."""
IDLE_S = 1.0
"""A poll waits so long when nothing is in work: records end it at once."""
BUSY_S = 0.02
"""A poll waits so long while a partition is full: one that has room again wakes no poll by itself."""
BATCH = 200
"""Records of one partition that may wait in the process; with so many it is full."""
NOWHERE = TopicPartition("", 0)
"""Asked when all are full: it has nothing, and a client that asks is not taken for dead."""
REVOKE_GRACE_S = 2.0
STOP_GRACE_S = 20.0
CLOSE_S = 10.0
RESTART_PAUSE_S = 1.0
ANSWER_S = 30.0
"""A group that does not say where it stands must not keep the watchdog from the others."""


class Group(ConsumerRebalanceListener):  # type: ignore[misc] # aiokafka has no types
    """Reads the topics of one `Consumers` and hands each record to its inbox."""

    def __init__(self, inbox: Inbox, settings: Settings) -> None:
        self.inbox = inbox
        self.settings = settings
        self.name = inbox.consumers.group
        self.beats: dict[TopicPartition, float] = {}
        """When each partition last moved; the watchdog reads it."""
        self._stopping = asyncio.Event()
        self._tasks: dict[TopicPartition, asyncio.Task[None]] = {}
        self._waiting: dict[TopicPartition, deque[ConsumerRecord]] = {}
        self._done: dict[TopicPartition, int] = {}
        self._committed: dict[TopicPartition, int] = {}
        self._consumer: AIOKafkaConsumer | None = None

    async def run(self) -> None:
        """Consume until stopped; a broken client is replaced, positions come from the group."""
        while not self._stopping.is_set():
            try:
                await self._session()
            except UnicodeDecodeError:
                log().warning("a header name is no UTF-8: reading leniently", group=self.name)
                read_leniently()
            except Exception as error:  # noqa: BLE001 - the loop must outlive any error
                log().warning("consumer restarts", group=self.name, why=repr(error))
                await _wait(self._stopping, RESTART_PAUSE_S)

    def stop(self) -> None:
        """Ask the loop to end; records in work are finished and their offsets committed."""
        self._stopping.set()

    async def _session(self) -> None:
        for kept in (self._done, self._committed, self._waiting):
            kept.clear()
        consumer = kafka.group_consumer(self.settings, self.name)
        topics = [self.settings.topic_prefix + t.name for t in self.inbox.consumers.topics]
        consumer.subscribe(topics, listener=self)
        try:
            await consumer.start()
            self._consumer = consumer
            await self._poll(consumer)
            await self._settle(list(self._tasks), STOP_GRACE_S)
            await self._flush()
        finally:
            await self._cancel(list(self._tasks))
            self._consumer = None
            await kafka.let_go(consumer, CLOSE_S)

    async def _poll(self, consumer: AIOKafkaConsumer) -> None:
        flushed = time.monotonic()
        while not self._stopping.is_set():
            full = {place for place, waiting in self._waiting.items() if len(waiting) >= BATCH}
            asked = (consumer.assignment() - full or {NOWHERE}) if full else ()
            batches = await consumer.getmany(
                *asked, timeout_ms=int(self._patience(full) * 1000), max_records=BATCH
            )
            kafka.raise_dead(consumer)
            self._raise_broken()
            for place, records in batches.items():
                self._queue(place, records)
            if time.monotonic() - flushed >= FLUSH_S:
                await self._flush()
                flushed = time.monotonic()

    def _patience(self, full: Collection[TopicPartition]) -> float:
        if full:
            return BUSY_S
        return FLUSH_S if self._tasks or self._unflushed() else IDLE_S

    def _queue(self, place: TopicPartition, records: list[ConsumerRecord]) -> None:
        waiting = self._waiting.setdefault(place, deque())
        waiting.extend(records)
        if place not in self._tasks:
            self._tasks[place] = asyncio.create_task(self._work(place, waiting))

    def _raise_broken(self) -> None:
        """A task that failed outside its record's fate (a bug) must not stay behind unseen.

        Those that end in order, or are cancelled by us, have left the list.
        """
        for task in self._tasks.values():
            if task.cancelled():
                raise RuntimeError("somebody else has cancelled the work on a record")
            if task.done() and (error := task.exception()):
                raise error

    async def _work(self, place: TopicPartition, waiting: deque[ConsumerRecord]) -> None:
        prefix = len(self.settings.topic_prefix)
        while waiting and not self._stopping.is_set():
            raw = waiting.popleft()
            record = Record(
                topic=raw.topic[prefix:],
                partition=raw.partition,
                offset=raw.offset,
                key=raw.key,
                value=raw.value,
                headers=raw.headers,
            )
            await self.inbox.take(record, alive=partial(self.moved, place))
            await failpoint("consumer.after_commit_before_ack")
            self._done[place] = raw.offset + 1
        self._tasks.pop(place, None)

    def moved(self, *places: TopicPartition) -> None:
        """Note that these partitions are alive."""
        self.beats.update(dict.fromkeys(places, time.monotonic()))

    def _unflushed(self) -> dict[TopicPartition, int]:
        return {place: at for place, at in self._done.items() if self._committed.get(place) != at}

    async def _flush(self) -> None:
        """Commit what is done, of partitions that are ours: one foreign one drops the whole."""
        consumer = self._consumer
        if consumer is None:
            return
        mine = consumer.assignment()
        ready = {place: at for place, at in self._unflushed().items() if place in mine}
        if not ready:
            return
        try:
            await consumer.commit(ready)
        except KafkaError as error:
            # A lost commit is a duplicate to come, which the inbox absorbs.
            log().warning("offset commit failed", group=self.name, why=repr(error))
            return
        self._committed |= ready

    async def on_partitions_revoked(self, revoked: Collection[TopicPartition]) -> None:
        """Finish the records in work of lost partitions, else roll them back; then commit.

        Those that wait are forgotten: who gets the partition reads them.
        """
        await self._settle(revoked, REVOKE_GRACE_S)
        await self._flush()

    async def on_partitions_assigned(self, assigned: Collection[TopicPartition]) -> None:
        """Begin anew on partitions that came (back)."""
        for place in assigned:
            self._done.pop(place, None)
            self._committed.pop(place, None)
        self.moved(*assigned)

    async def _settle(self, places: Collection[TopicPartition], grace_s: float) -> None:
        for place in places:
            if waiting := self._waiting.pop(place, None):
                waiting.clear()  # its task looks at the same queue
        running = [self._tasks[place] for place in places if place in self._tasks]
        if running:
            await asyncio.wait(running, timeout=grace_s)
        await self._cancel(places)

    async def _cancel(self, places: Collection[TopicPartition]) -> None:
        left = [task for place in places if (task := self._tasks.pop(place, None))]
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)

    async def lag(self) -> int:
        """Return how many records of our partitions are not done yet.

        Raises:
            KafkaError: the broker does not answer.
        """
        return sum((await self.behind()).values())

    async def behind(self) -> dict[TopicPartition, int]:
        """Return how many records of each of our partitions are not done yet.

        Raises:
            KafkaError: the broker does not answer.
        """
        consumer = self._consumer
        if consumer is None or not consumer.assignment():
            return {}
        mine = list(consumer.assignment())
        begins, ends = await consumer.beginning_offsets(mine), await consumer.end_offsets(mine)
        behind = {}
        for place, end in ends.items():
            at = self._done.get(place, self._committed.get(place))
            if at is None or (at != end and place not in self._done):
                at = self._committed[place] = await consumer.committed(place) or 0
            # What retention dropped before we came is not behind us: nobody can read it.
            behind[place] = max(0, end - max(at, begins[place]))
        consumer_lag.labels(self.name).set(sum(behind.values()))
        return behind


async def _wait(event: asyncio.Event, seconds: float) -> None:
    try:
        await asyncio.wait_for(event.wait(), seconds)
    except TimeoutError:
        return


class Watchdog:
    """Ends the process when a partition lags and has not moved for a minute (aiokafka#1154).

    Each by itself: records of other partitions that go on must not hide one that stands still.
    """

    def __init__(
        self, groups: list[Group], die: Callable[[], None], patience_s: float = 60
    ) -> None:
        self.groups = groups
        self.die = die
        self.patience_s = patience_s
        self.stuck = False

    async def run(self, every_s: float = 10) -> None:
        """Look now and then; a broker that does not answer says nothing of the group."""
        while True:
            await asyncio.sleep(every_s)
            for group in self.groups:
                try:
                    async with asyncio.timeout(ANSWER_S):
                        behind = await group.behind()
                except Exception as error:  # noqa: BLE001 - a watchdog must outlive any error
                    log().info("no lag to be had", group=group.name, why=repr(error))
                    group.moved(*group.beats)
                    continue
                for place, count in behind.items():
                    if count == 0 or place not in group.beats:
                        group.moved(place)
                    elif time.monotonic() - group.beats[place] > self.patience_s:
                        self.stuck = True
                        where = f"{place.topic}/{place.partition}"
                        log().critical(
                            "consumer is stuck", group=group.name, place=where, behind=count
                        )
                        self.die()
