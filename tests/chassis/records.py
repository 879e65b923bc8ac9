"""Records of the bus made by hand: right ones, and every kind of wrong one."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from aiokafka import AIOKafkaConsumer, ConsumerRecord, TopicPartition

from chassis import clock, kafka
from chassis.codec import encode
from chassis.ids import new_id
from chassis.record import Record
from chassis.settings import Settings
from contracts.envelope import Envelope, spec_of
from contracts.topics import MESSAGES, Topic
from tests.chassis.probe import accepted

Headers = list[tuple[str, bytes]]


def envelope(event: object, key: UUID, *, sequence: int = 1, **changed: Any) -> Envelope:
    """Return the envelope of an event as its owner would write it."""
    spec = spec_of(type(event))
    values: dict[str, Any] = {
        "id": new_id(),
        "source": spec.topic.owner,
        "type": spec.type,
        "time": clock.now(),
        "subject": key,
        "sequence": sequence,
        "actor": "staff:0197",
        "correlation_id": "chain-1",
    }
    return Envelope(**(values | changed))


def record(
    key: UUID,
    /,
    *,
    event: object | None = None,
    sequence: int = 1,
    offset: int = 0,
    partition: int = 0,
    **changed: Any,
) -> Record:
    """Return a right record; `changed` names attributes of the envelope or parts of the record."""
    event = event or accepted(key)
    parts = {name: changed.pop(name) for name in _PARTS & set(changed)}
    note = envelope(event, key, sequence=sequence, **changed)
    values: dict[str, Any] = {
        "topic": spec_of(type(event)).topic.name,
        "partition": partition,
        "offset": offset,
        "key": str(key).encode(),
        "value": encode(event).encode(),
        "headers": note.headers(),
    }
    return Record(**(values | parts))


_PARTS = {"topic", "key", "value", "headers"}


def replaced(headers: Headers, name: str, value: bytes | None) -> Headers:
    """Return headers with one replaced, or without it."""
    kept = [item for item in headers if item[0] != name]
    return kept if value is None else [*kept, (name, value)]


async def produce(
    settings: Settings, records: Sequence[Record], partition: int | None = None
) -> int:
    """Put records on the bus in their order; return the last one's offset."""
    offset = -1
    async with kafka.producer(settings) as producer:
        for item in records:
            sent = await producer.send_and_wait(
                settings.topic_prefix + item.topic,
                key=item.key,
                value=item.value,
                headers=list(item.headers),
                partition=partition,
            )
            offset = sent.offset
    return offset


async def everything(settings: Settings, topic: Topic = MESSAGES) -> list[ConsumerRecord]:
    """Return all records of a topic from its beginning."""
    consumer = AIOKafkaConsumer(bootstrap_servers=settings.kafka_bootstrap)
    await consumer.start()
    try:
        places = [
            TopicPartition(settings.topic_prefix + topic.name, number)
            for number in range(topic.partitions)
        ]
        consumer.assign(places)
        await consumer.seek_to_beginning()
        ends = await consumer.end_offsets(places)
        found: list[ConsumerRecord] = []
        while any([await consumer.position(place) < ends[place] for place in places]):
            for batch in (await consumer.getmany(timeout_ms=500)).values():
                found += batch
        return found
    finally:
        await consumer.stop()


def of_key(records: Sequence[ConsumerRecord], key: UUID) -> list[ConsumerRecord]:
    """Return the records of one key, in the order of the log."""
    return [item for item in records if item.key == str(key).encode()]
