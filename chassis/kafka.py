"""Kafka clients with our settings; nobody makes one without them (asserted by a test).

aiokafka's own defaults lose data (acks=1, no idempotence, `latest`, auto-created topics).
"""

import asyncio
import contextlib
import time
from typing import Any

from aiokafka import AIOKafkaConsumer, AIOKafkaProducer
from aiokafka.admin import AIOKafkaAdminClient, NewTopic
from aiokafka.errors import KafkaError, TopicAlreadyExistsError

from chassis.resets import heed_resets
from chassis.settings import Settings
from chassis.telemetry import log
from contracts.topics import TOPICS, Topic

heed_resets()

PRODUCER: dict[str, Any] = {
    "acks": "all",
    "enable_idempotence": True,
    "linger_ms": 0,  # 5 ms cost +5.5 ms and half the drain rate (probes, 3)
    "request_timeout_ms": 30_000,
    "max_request_size": 1_048_576,
}
CONSUMER: dict[str, Any] = {
    "enable_auto_commit": False,
    "auto_offset_reset": "earliest",
    "heartbeat_interval_ms": 3_000,
    "max_poll_interval_ms": 300_000,
    # Records come at once all the same; whoever asks on this connection meanwhile waits so long.
    "fetch_max_wait_ms": 1_000,
}


def producer(settings: Settings) -> AIOKafkaProducer:
    """Return an idempotent producer that waits for all replicas."""
    return AIOKafkaProducer(bootstrap_servers=settings.kafka_bootstrap, **PRODUCER)


def group_consumer(settings: Settings, group: str) -> AIOKafkaConsumer:
    """Return a consumer of a group with static membership (29 s → 0 s after a kill)."""
    return AIOKafkaConsumer(
        bootstrap_servers=settings.kafka_bootstrap,
        group_id=settings.topic_prefix + group,
        group_instance_id=f"{settings.topic_prefix}{group}-{settings.group_instance}",
        session_timeout_ms=settings.kafka_session_timeout_ms,
        **CONSUMER,
    )


async def close(client: AIOKafkaProducer, seconds: float) -> None:
    """Close a producer, by force after so many seconds.

    An idempotent one never gives a batch up: its `stop` waits for a broker that is not there, and
    its sender would go on trying in the background, with its connection, until that one is back.
    """
    try:
        await asyncio.wait_for(client.stop(), seconds)
    except (KafkaError, OSError, TimeoutError):
        log().warning("producer closed by force")
        # First the connections: the sender waits for the answers of what it has in flight.
        await asyncio.gather(client.client.close(), return_exceptions=True)
        client._message_accumulator.fail_all(KafkaError("closed by force"))  # noqa: SLF001
        ending = asyncio.wait_for(client._sender.close(), seconds)  # noqa: SLF001
        await asyncio.gather(ending, return_exceptions=True)
        await asyncio.gather(client.client.close(), return_exceptions=True)


def raise_dead(client: AIOKafkaConsumer) -> None:
    """Tell what a consumer's fetcher or metadata loop has died of.

    aiokafka tells nobody: `getmany` of such a one gives nothing, for ever.

    Raises:
        KafkaError: one of them has ended.
    """
    for task in (client._fetcher.error_future, client._client._sync_task):  # noqa: SLF001
        if task is not None and task.done():
            error = None if task.cancelled() else task.exception()
            raise KafkaError(f"a part of the consumer ended: {error!r}") from error


async def let_go(client: AIOKafkaConsumer, seconds: float) -> None:
    """Stop a consumer, by force after so many seconds; how it ends is its own affair.

    In a task of its own, since `stop` may wait for a broker that is not there, or end with a
    `CancelledError` of its own that would pass for ours and end whoever awaits it. One that was
    only left alone would go on fetching, and as a member of its group.
    """
    stopping = asyncio.ensure_future(client.stop())
    await asyncio.wait({stopping}, timeout=seconds)
    if stopping.done():
        if not stopping.cancelled():
            stopping.exception()
        return
    log().warning("consumer closed by force")
    coordinator = client._coordinator  # noqa: SLF001
    names = ("_coordination_task", "_heartbeat_task", "_commit_refresh_task")
    for task in (stopping, *(getattr(coordinator, name, None) for name in names)):
        if task is not None:
            task.cancel()
    parts = (client._fetcher, client._client)  # noqa: SLF001
    closing = [part.close() for part in parts if part is not None]
    await asyncio.wait({asyncio.gather(*closing, return_exceptions=True)}, timeout=seconds)


TOPICS_APPEAR_S = 15


class PartitionsDiffer(RuntimeError):
    """A topic has another partition count than declared: the order of its keys would break."""


async def make_topics(settings: Settings, replication: int = 1) -> list[str]:
    """Make the declared topics that do not exist yet; return their names.

    Raises:
        PartitionsDiffer: a topic exists with another partition count.
    """
    admin = AIOKafkaAdminClient(bootstrap_servers=settings.kafka_bootstrap)
    await admin.start()
    try:
        known = set(await admin.list_topics())
        missing = [t for t in TOPICS if settings.topic_prefix + t.name not in known]
        new = [
            NewTopic(
                settings.topic_prefix + topic.name,
                topic.partitions,
                replication,
                topic_configs=topic.config,
            )
            for topic in missing
        ]
        # Another process may be quicker; the counts are checked below all the same.
        with contextlib.suppress(TopicAlreadyExistsError):
            await admin.create_topics(new)
        await _until_known(admin, settings)
        await _check_partitions(admin, settings, TOPICS)
    finally:
        await admin.close()
    return [topic.name for topic in missing]


async def check_topics(settings: Settings) -> None:
    """Refuse to go on unless every topic is there with its declared partition count.

    Raises:
        PartitionsDiffer: one is missing or has another count.
    """
    admin = AIOKafkaAdminClient(bootstrap_servers=settings.kafka_bootstrap)
    await admin.start()
    try:
        await _check_partitions(admin, settings, TOPICS)
    finally:
        await admin.close()


async def _until_known(admin: AIOKafkaAdminClient, settings: Settings) -> None:
    """Wait for the broker to list what it has just made: its answer to a create comes earlier."""
    wanted = {settings.topic_prefix + topic.name for topic in TOPICS}
    deadline = time.monotonic() + TOPICS_APPEAR_S
    while time.monotonic() < deadline:
        described = await admin.describe_topics(sorted(wanted))
        if wanted <= {item["topic"] for item in described if item["partitions"]}:
            return
        await asyncio.sleep(0.1)


async def _check_partitions(
    admin: AIOKafkaAdminClient, settings: Settings, topics: tuple[Topic, ...]
) -> None:
    names = [settings.topic_prefix + topic.name for topic in topics]
    described = await admin.describe_topics(names)
    counts = {item["topic"]: len(item["partitions"]) for item in described}
    for topic in topics:
        count = counts.get(settings.topic_prefix + topic.name, 0)
        if count != topic.partitions:
            raise PartitionsDiffer(f"{topic.name}: {count} partitions, not {topic.partitions}")
