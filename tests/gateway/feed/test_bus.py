"""The hub on real Kafka: nothing lost, nothing doubled, whatever becomes of its consumer."""

import pytest
from aiokafka.consumer import fetcher
from aiokafka.errors import KafkaConnectionError
from aiokafka.record import memory_records

from chassis.record import Record
from chassis.testing import until
from contracts.topics import WORK_ORDERS
from gateway.feed import bus as feed_bus
from gateway.feed.domain import reader_of
from gateway.feed.queries import Hub, Reader, opening
from tests.chassis.forged import send_with_header_name
from tests.gateway.feed.conftest import Bus
from tests.gateway.feed.facts import ANNA, Stream


async def read(bus: Bus, stream: Stream) -> Stream:
    """Open the feed, read up to now, and leave."""
    reader = Reader(reader_of(ANNA))
    with bus.hub.join(reader) as start:
        async for piece in opening(bus.hub, bus.log, reader, start, stream.last_id):
            stream.feed(piece)
        stream.feed(reader.take())
    return stream


async def test_the_hub_begins_at_the_logs_end_and_hears_what_is_written(bus: Bus) -> None:
    await bus.write(3)
    await bus.follow()
    reader = Reader(reader_of(ANNA))

    with bus.hub.join(reader) as start:
        await bus.write(2, first=3)
        await bus.stands_at(5, 0, 0)
        stream = Stream()
        stream.feed(reader.take())

    assert start == (3, 0, 0)
    assert stream.sequences == [4, 5]
    assert bus.hub.linked


async def test_a_header_name_that_is_no_utf8_stops_no_reader(
    bus: Bus, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module, name in ((fetcher, "MemoryRecords"), (memory_records, "DefaultRecordBatch")):
        monkeypatch.setattr(module, name, getattr(module, name))  # put back at the end
    await bus.follow()
    stream = await read(bus, Stream())
    odd = Record(bus.topic.name, 0, 0, b"x", b"x", [])
    await send_with_header_name(bus.settings, odd, b"\xff\xfe\xc3(", 0)
    await bus.write(2)
    await bus.stands_at(3, 0, 0)

    await read(bus, stream)

    assert stream.sequences == [1, 2]
    assert len([item async for item in bus.log.read((0, 0, 0), (3, 0, 0))]) == 3


async def test_two_readers_are_cut_and_resume_without_loss_or_double(bus: Bus) -> None:
    await bus.follow()
    often, seldom = await read(bus, Stream()), await read(bus, Stream())
    for round_ in range(4):
        await bus.write(4, first=round_ * 4)
        await bus.write(4, partition=2, first=round_ * 4)
        await bus.stands_at(round_ * 4 + 4, 0, round_ * 4 + 4)
        await read(bus, often)

    await read(bus, seldom)

    expected = sorted([*range(1, 17), *range(1, 17)])
    assert sorted(often.sequences) == expected
    assert sorted(seldom.sequences) == expected
    assert often.last_id == seldom.last_id == bus.hub.cursor


@pytest.mark.parametrize(
    "failure", [KafkaConnectionError(), RuntimeError("nobody thought of it"), TimeoutError()]
)
async def test_a_lost_consumer_is_replaced_and_goes_on_where_the_hub_was(
    bus: Bus, failure: Exception
) -> None:
    await bus.follow()
    reader = Reader(reader_of(ANNA))
    stream = Stream()

    with bus.hub.join(reader):
        await bus.write(2)
        await bus.stands_at(2, 0, 0)
        bus.consumers[0].broken = failure

        async def lost() -> bool:
            return not bus.hub.linked

        await until(lost)
        await bus.write(2, first=2)
        await bus.stands_at(4, 0, 0)
        stream.feed(reader.take())

    assert stream.sequences == [1, 2, 3, 4]
    assert [event["bus"] for event in stream.named("link")] == ["lost", "back"]
    assert not stream.named("reset")


async def test_a_consumer_that_died_inside_is_replaced_at_once(bus: Bus) -> None:
    await bus.follow()
    await bus.write(1)
    await bus.stands_at(1, 0, 0)
    bus.consumers[0]._fetcher._fetch_task.cancel()

    async def lost() -> bool:
        return not bus.hub.linked

    await until(lost, seconds=5)
    await bus.write(1, first=1)
    await bus.stands_at(2, 0, 0)


async def test_a_topic_made_anew_sends_every_reader_for_a_snapshot(
    bus: Bus, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(feed_bus, "PROBE_S", 0.1)
    await bus.follow()
    reader = Reader(reader_of(ANNA))
    stream = Stream()

    with bus.hub.join(reader):
        await bus.write(3)
        await bus.stands_at(3, 0, 0)
        await bus.admin.delete_topics([bus.name])

        async def made() -> bool:
            names = await bus.admin.list_topics()
            if bus.name in names:
                return False
            await bus.make()
            return True

        await until(made)
        await bus.stands_at(0, 0, 0)
        await bus.write(1)
        await bus.stands_at(1, 0, 0)
        stream.feed(reader.take())

    assert stream.named("reset")[0]["reason"] == "log-replaced"
    assert stream.sequences in ([1, 2, 3, 1], [1])


async def test_a_hub_without_a_broker_waits_and_stands_nowhere(
    bus: Bus, free_broker_address: str
) -> None:
    bus.settings = bus.settings.model_copy(update={"kafka_bootstrap": free_broker_address})
    bus.hub = Hub([WORK_ORDERS])

    await bus.follow()

    assert bus.hub.position is None
    assert bus.tail is not None
    assert not bus.tail.done()
