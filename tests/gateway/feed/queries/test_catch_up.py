"""A reader who comes back gets what he missed: no gap, no double, or a plain `reset`."""

from dataclasses import replace

import pytest

from contracts.rights import Shop
from contracts.topics import WORK_ORDERS
from gateway.feed.domain import reader_of, write_cursor
from gateway.feed.queries import Hub, Reader, catch_up, opening
from tests.gateway.feed.facts import ANNA, TABLET, MemoryLog, Stream, record, seen

ENDS = (0,) * WORK_ORDERS.partitions


class World:
    """A hub with its log; both grow together."""

    def __init__(self, ring: int = 2_000) -> None:
        self.hub = Hub([WORK_ORDERS], ring=ring)
        self.hub.begin("cluster", ENDS)
        self.log = MemoryLog(self.hub.slots)
        self.count = 0

    def happens(self, times: int = 1, *, partition: int = 0, shop: Shop = Shop.WORKSHOP) -> None:
        for _ in range(times):
            offset = self.hub.position[partition] if self.hub.position else 0
            item = record(offset, seen(shop), partition=partition)
            self.log.add(item)
            self.hub.accept(item)

    async def open(
        self, stream: Stream, *, reader: Reader | None = None, meanwhile: int = 0
    ) -> Stream:
        """Read one stream up to now; `meanwhile` events happen during each piece sent."""
        reader = reader or Reader(reader_of(ANNA))
        with self.hub.join(reader) as start:
            async for piece in opening(self.hub, self.log, reader, start, stream.last_id):
                self.happens(meanwhile)
                stream.feed(piece)
            stream.feed(reader.take())
        return stream


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catch_up, "RETRY_S", 0)


async def test_the_first_event_is_hello_with_the_logs_end() -> None:
    world = World()
    world.happens(3)

    stream = await world.open(Stream())

    assert [name for name, _ in stream.events] == ["hello"]
    assert stream.last_id == world.hub.cursor
    assert stream.events[0][1]["resumed"] is False


async def test_a_reader_who_was_cut_gets_exactly_what_he_missed() -> None:
    world = World()
    stream = await world.open(Stream(), meanwhile=1)
    world.happens(3)
    world.happens(2, partition=4)

    await world.open(stream, meanwhile=1)

    assert sorted(stream.sequences) == [1, 1, 2, 2, 3, 4, 5, 6]
    assert world.log.reads == 0
    assert stream.last_id == world.hub.cursor


async def test_beyond_the_memory_the_log_is_read() -> None:
    world = World(ring=5)
    stream = await world.open(Stream())
    world.happens(50)

    await world.open(stream, meanwhile=1)

    assert stream.sequences == list(range(1, 53))
    assert world.log.reads == 1


async def test_a_cut_in_the_middle_of_a_replay_loses_and_doubles_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(catch_up, "PIECE_BYTES", 2_000)
    world = World(ring=1)
    stream = await world.open(Stream())
    world.happens(20)
    world.happens(20, partition=3)
    for _ in range(12):
        reader = Reader(reader_of(ANNA))
        with world.hub.join(reader) as start:
            pieces = opening(world.hub, world.log, reader, start, stream.last_id)
            stream.feed(await anext(pieces))
            stream.feed(await anext(pieces, b""))
            await pieces.aclose()

    await world.open(stream)

    assert sorted(stream.sequences) == sorted([*range(1, 21), *range(1, 21)])


async def test_a_reader_ahead_of_this_gateway_gets_nothing_twice() -> None:
    ahead, behind = World(), World()
    stream = await ahead.open(Stream())
    for item in [record(n) for n in range(4)]:
        ahead.hub.accept(item)
        ahead.log.add(item)
        behind.log.add(item)
    stream = await ahead.open(stream)
    behind.hub.accept(ahead.log.records[0])
    reader = Reader(reader_of(ANNA))

    with behind.hub.join(reader) as start:
        async for piece in opening(behind.hub, behind.log, reader, start, stream.last_id):
            stream.feed(piece)
        for item in behind.log.records[1:]:
            behind.hub.accept(item)
        behind.happens(partition=2)
        behind.happens()
        stream.feed(reader.take())

    assert stream.sequences == [1, 2, 3, 4, 1, 5]
    assert stream.last_id == behind.hub.cursor


async def test_a_cursor_beyond_the_logs_end_is_reset() -> None:
    world = World()
    world.happens(2)
    stream = Stream(last_id=write_cursor(world.hub.name, (900, 0, 0, 0, 0, 0)))

    await world.open(stream, meanwhile=1)
    world.happens()

    assert [name for name, _ in stream.events] == ["reset"]
    assert stream.events[0][1]["reason"] == "foreign-cursor"


@pytest.mark.parametrize("garbage", ["", "0", "%00", "W10", "a" * 5_000, "null", "☃"])
async def test_garbage_is_reset_and_the_stream_goes_on_live(garbage: str) -> None:
    world = World()
    reader = Reader(reader_of(ANNA))
    stream = Stream(last_id=garbage)
    with world.hub.join(reader) as start:
        async for piece in opening(world.hub, world.log, reader, start, garbage):
            stream.feed(piece)
        world.happens()
        stream.feed(reader.take())

    assert [name for name, _ in stream.events] == ["reset", "orders.work-order.seen.v1"]
    assert stream.last_id == world.hub.cursor


async def test_what_retention_has_taken_is_reset() -> None:
    world = World(ring=1)
    stream = await world.open(Stream())
    world.happens(10)
    world.log.oldest = 5

    await world.open(stream)

    assert stream.named("reset")[0]["reason"] == "too-old"
    assert stream.last_id == world.hub.cursor
    assert stream.sequences == []


async def test_while_the_broker_is_lost_the_reader_is_told_and_then_gets_all() -> None:
    world = World(ring=1)
    stream = await world.open(Stream())
    world.happens(10)
    world.log.lost = 2

    await world.open(stream)

    assert [event["bus"] for event in stream.named("link")] == ["lost", "lost"]
    assert stream.sequences == list(range(1, 11))


async def test_an_event_that_stands_twice_in_the_log_is_replayed_once() -> None:
    world = World(ring=1)
    stream = await world.open(Stream())
    world.happens(3)
    again = replace(world.log.records[1], offset=3)
    world.log.add(again)
    world.hub.accept(again)
    world.happens(2)

    await world.open(stream)

    assert stream.sequences == [1, 2, 3, 5, 6]
    assert world.log.reads == 1


async def test_a_replay_is_filtered_like_the_live_feed() -> None:
    for ring in (1, 100):
        world = World(ring=ring)
        stream = await world.open(Stream(), reader=Reader(reader_of(TABLET)))
        world.happens(2, shop=Shop.ART_SHOP)
        world.happens(1)
        world.happens(2, shop=Shop.ART_SHOP)

        await world.open(stream, reader=Reader(reader_of(TABLET)))

        assert stream.sequences == [3]


async def test_a_heartbeat_moves_on_the_cursor_of_a_reader_to_whom_nothing_came() -> None:
    world = World()
    stream = await world.open(Stream(), reader=Reader(reader_of(TABLET)))
    world.happens(3, shop=Shop.ART_SHOP)

    stream.feed(world.hub.beat_event(None))

    assert stream.last_id == world.hub.cursor
