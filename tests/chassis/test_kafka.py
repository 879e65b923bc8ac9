"""Settings that keep facts safe, asserted against the live broker and on the clients themselves."""

import asyncio

import pytest
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer
from aiokafka.admin import NewTopic
from aiokafka.admin.config_resource import ConfigResource, ConfigResourceType
from aiokafka.errors import KafkaError

from chassis import kafka
from chassis.ids import new_id
from chassis.kafka import PartitionsDiffer, check_topics, make_topics
from chassis.settings import Settings
from contracts.topics import CLIENTS, MESSAGES, TOPICS
from tests.chassis.bus import administering

DAY_MS = 86_400_000


def prefixed(settings: Settings) -> Settings:
    return settings.model_copy(update={"topic_prefix": f"{settings.topic_prefix}{new_id().hex}."})


async def described(settings: Settings, kind: ConfigResourceType, name: str) -> dict[str, str]:
    """Return what the broker itself says of its, or a topic's, settings."""
    async with administering(settings) as admin:
        (answer,) = await admin.describe_configs([ConfigResource(kind, name)])
        (resource,) = answer.resources
        return {entry[0]: entry[1] for entry in resource[4]}


async def test_the_broker_keeps_facts_long_enough_and_makes_no_topic_by_itself(
    settings: Settings,
) -> None:
    says = await described(settings, ConfigResourceType.BROKER, "1")
    assert says["auto.create.topics.enable"] == "false"
    assert int(says["log.retention.hours"]) >= 14 * 24
    # A consumer may be away longer than a topic keeps its records, never longer than the inbox.
    assert int(says["offsets.retention.minutes"]) >= 30 * 24 * 60
    assert says["unclean.leader.election.enable"] == "false"


async def test_topics_have_the_settings_that_are_declared(settings: Settings) -> None:
    for topic in TOPICS:
        name = settings.topic_prefix + topic.name
        says = await described(settings, ConfigResourceType.TOPIC, name)
        assert {key: says[key] for key in topic.config} == topic.config
        if not topic.compacted:
            assert int(says["retention.ms"]) == 14 * DAY_MS


async def test_a_producer_waits_for_all_replicas_and_repeats_nothing(settings: Settings) -> None:
    client = kafka.producer(settings)
    await client.start()
    try:
        assert client._sender._acks == -1
        assert client._txn_manager is not None  # idempotence
        assert client._txn_manager.has_pid()
        assert client._message_accumulator._linger_time == 0
        assert client._request_timeout_ms == 30_000
        assert client._max_request_size == 1_048_576
    finally:
        await client.stop()


async def test_a_consumer_commits_by_hand_from_the_earliest_as_a_named_member(
    settings: Settings,
) -> None:
    client = kafka.group_consumer(settings, "notifications.probe")
    assert client._enable_auto_commit is False
    assert client._auto_offset_reset == "earliest"
    assert client._group_id == settings.topic_prefix + "notifications.probe"
    assert client._group_instance_id == f"{settings.topic_prefix}notifications.probe-0"
    assert client._session_timeout_ms == 30_000
    assert client._heartbeat_interval_ms == 3_000
    assert client._max_poll_interval_ms == 300_000
    assert client._isolation_level == "read_uncommitted"
    client._closed = True  # it was never started


@pytest.mark.parametrize("part", ["producer", "consumer"])
async def test_a_mistyped_topic_fails_and_is_not_made(settings: Settings, part: str) -> None:
    wrong = f"{settings.topic_prefix}notifications.mesages.v1"
    if part == "producer":
        quick = kafka.PRODUCER | {"request_timeout_ms": 1_500}
        async with AIOKafkaProducer(bootstrap_servers=settings.kafka_bootstrap, **quick) as client:
            with pytest.raises(KafkaError):
                await client.send_and_wait(wrong, b"x")
    else:
        async with AIOKafkaConsumer(bootstrap_servers=settings.kafka_bootstrap) as client:
            client.subscribe([wrong])
            assert await client.getmany(timeout_ms=500) == {}
    async with administering(settings) as admin:
        assert wrong not in await admin.list_topics()


async def test_topics_are_made_once_and_a_second_run_finds_them(settings: Settings) -> None:
    own = prefixed(settings)
    with pytest.raises(PartitionsDiffer, match="0 partitions"):
        await check_topics(own)
    results = await asyncio.gather(make_topics(own), make_topics(own), return_exceptions=True)
    assert not any(isinstance(result, BaseException) for result in results)
    await check_topics(own)
    assert await make_topics(own) == []
    await remove(own)


@pytest.mark.parametrize("count", [1, 7])
async def test_another_partition_count_refuses_the_start(settings: Settings, count: int) -> None:
    own = prefixed(settings)
    async with administering(own) as admin:
        await admin.create_topics([NewTopic(own.topic_prefix + MESSAGES.name, count, 1)])
    with pytest.raises(PartitionsDiffer, match=f"{count} partitions, not {MESSAGES.partitions}"):
        await make_topics(own)
    with pytest.raises(PartitionsDiffer, match=f"{count} partitions"):
        await check_topics(own)
    await remove(own)


async def remove(settings: Settings) -> None:
    async with administering(settings) as admin:
        mine = [n for n in await admin.list_topics() if n.startswith(settings.topic_prefix)]
        await admin.delete_topics(mine)


def test_topics_of_persons_forget() -> None:
    assert CLIENTS.compacted
    assert all(topic.compacted for topic in TOPICS if topic.personal)
    assert all(int(t.config["segment.ms"]) <= 3_600_000 for t in TOPICS if t.personal)
