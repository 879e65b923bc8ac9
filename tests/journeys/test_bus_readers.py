"""Strangers read our bus: the CloudEvents library and Kafka's own console consumer."""

import asyncio
import json
import subprocess
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from os import pathsep
from typing import Any

import pytest
import pytest_asyncio
from aiokafka import AIOKafkaConsumer, ConsumerRecord, TopicPartition
from cloudevents.core.base import BaseCloudEvent
from cloudevents.core.bindings.kafka import KafkaMessage, from_kafka_event
from jsonschema import Draft202012Validator

from chassis.testing import until
from contracts.topics import WORK_ORDERS
from deploy.demo.pieces import HALLWAY
from deploy.demo.town import Town
from deploy.embedded import lock, paths

pytestmark = [pytest.mark.journey, pytest.mark.timeout(600), pytest.mark.xdist_group("journey")]

SCHEMAS = paths.REPO / "contracts" / "gen" / "schemas"
HANDED_OVER = "orders.work-order.handed-over.v1"
STEPS = ("placed", "priced", "handed-over", "received", "seen", "accepted")


@dataclass(frozen=True, slots=True)
class OnTheBus:
    """One order, and every record of it as any Kafka client gets them, in offset order."""

    order_id: str
    manager: str
    records: list[ConsumerRecord]

    @property
    def events(self) -> list[BaseCloudEvent]:
        """Its records as the CloudEvents library understands them."""
        return [from_kafka_event(message(record)) for record in self.records]

    @property
    def handed_over(self) -> BaseCloudEvent:
        """The fact that the desk handed it over."""
        return next(event for event in self.events if event.get_type() == HANDED_OVER)


def message(record: ConsumerRecord) -> KafkaMessage:
    """Return a record as the CloudEvents library takes it."""
    return KafkaMessage(headers=dict(record.headers), key=record.key, value=record.value or b"")


async def told_by_hand(town: Town) -> tuple[str, str]:
    """Take an order of the story as far as accepted; returns its id and its manager's."""
    desk, worker = town.cast.desks["Л"], town.cast.shops["workshop"]
    body = {"client_id": town.cast.clients["ivanova"], "items": [HALLWAY]}
    order = await desk.post("/api/work-orders", body)
    path = f"/api/work-orders/{order['id']}"
    priced = await desk.put(f"{path}/price", {"price": "8037.00"}, If_Match='"1"')
    await desk.post(f"{path}/hand-over", If_Match=f'"{priced["content_version"]}"')
    for verb in ("receive", "mark-seen", "accept"):
        await worker.post(f"{path}/{verb}", {"revision": 1, "shop": "workshop"})
    return order["id"], order["manager_id"]


@pytest_asyncio.fixture(scope="module")
async def bus(town: Town) -> AsyncIterator[OnTheBus]:
    """An order that was handed over through the API, read back from the broker."""
    order_id, manager = await told_by_hand(town)
    bootstrap = town.system.set.kafka_bootstrap
    async with AIOKafkaConsumer(bootstrap_servers=bootstrap) as consumer:
        parts = [TopicPartition(WORK_ORDERS.name, n) for n in range(WORK_ORDERS.partitions)]
        consumer.assign(parts)
        await consumer.seek_to_beginning(*parts)
        found: list[ConsumerRecord] = []

        async def whole() -> bool:
            for batch in (await consumer.getmany(timeout_ms=200)).values():
                found.extend(record for record in batch if record.key == order_id.encode())
            return len(found) >= len(STEPS)

        await until(whole, seconds=30)
    yield OnTheBus(order_id, manager, sorted(found, key=lambda record: record.offset))


async def test_the_cloudevents_library_reads_our_records_in_binary_mode(bus: OnTheBus) -> None:
    event = bus.handed_over

    assert event.get_specversion() == "1.0"
    assert event.get_type() == HANDED_OVER
    assert event.get_source() == "orders"
    assert event.get_subject() == bus.order_id
    assert event.get_dataschema() == f"urn:vitrazh:schema:{HANDED_OVER}"
    assert event.get_datacontenttype() == "application/json"
    at = event.get_time()
    assert at is not None
    assert at.utcoffset() == timedelta(0)
    assert timedelta(0) <= datetime.now(UTC) - at < timedelta(minutes=5)
    assert len({event.get_id() for event in bus.events}) == len(bus.events)


async def test_the_extensions_say_who_why_and_which_number(bus: OnTheBus) -> None:
    event = bus.handed_over

    assert event.get_extension("sequence") == str(1 + STEPS.index("handed-over"))
    assert event.get_extension("actor") == f"staff:{bus.manager}"
    assert event.get_extension("partitionkey") == bus.order_id
    assert event.get_extension("correlationid")
    told = {event.get_extension("correlationid") for event in bus.events}
    assert len(told) == len(STEPS), "each click began a chain of its own"


async def test_the_data_keep_the_published_schema(bus: OnTheBus) -> None:
    for event in bus.events:
        schema = json.loads((SCHEMAS / f"{event.get_type()}.json").read_text(encoding="utf-8"))
        Draft202012Validator(schema).validate(event.get_data())

    data: Any = bus.handed_over.get_data()
    assert data["items"][0]["piece"]["shape"]["width_mm"] == 800
    assert data["items"][0]["piece"]["shape"]["height_mm"] == 1200


async def test_an_order_is_one_gapless_sequence_in_offset_order(bus: OnTheBus) -> None:
    assert len({record.partition for record in bus.records}) == 1
    assert [event.get_type().split(".")[2] for event in bus.events] == list(STEPS)
    assert [int(event.get_extension("sequence")) for event in bus.events] == [1, 2, 3, 4, 5, 6]


async def test_kafkas_console_consumer_shows_the_attributes_as_headers(
    town: Town, bus: OnTheBus
) -> None:
    line = next(
        line
        for line in await asyncio.to_thread(console_consumer, town.system.set.kafka_bootstrap)
        if bus.order_id in line and f"ce_type:{HANDED_OVER}" in line
    )
    headers, key, value = line.split("\t")
    shown = dict(header.split(":", 1) for header in headers.split(","))
    event = bus.handed_over

    assert key == bus.order_id
    assert json.loads(value) == event.get_data()
    assert shown["ce_specversion"] == "1.0"
    assert shown["ce_id"] == event.get_id()
    assert shown["ce_source"] == "orders"
    assert shown["ce_subject"] == bus.order_id
    assert shown["ce_sequence"] == "3"
    assert shown["ce_actor"] == f"staff:{bus.manager}"
    assert shown["ce_dataschema"] == f"urn:vitrazh:schema:{HANDED_OVER}"
    assert shown["content-type"] == "application/json"
    assert shown["ce_correlationid"] == event.get_extension("correlationid")


def console_consumer(bootstrap: str) -> list[str]:
    """Return the lines that `kafka-console-consumer` prints of the whole topic."""
    jars = [paths.jars() / jar.file_name for jar in lock.part("kafka-tools") + lock.part("kafka")]
    words = [
        *(str(paths.java()), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
        *("-cp", pathsep.join(map(str, jars))),
        "org.apache.kafka.tools.consumer.ConsoleConsumer",
        *("--bootstrap-server", bootstrap, "--topic", WORK_ORDERS.name, "--from-beginning"),
        *("--timeout-ms", "5000"),
        *("--formatter-property", "print.headers=true"),
        *("--formatter-property", "print.key=true"),
    ]
    run = subprocess.run(words, capture_output=True, check=False, timeout=120)
    return run.stdout.decode().splitlines()
