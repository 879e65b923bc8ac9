"""The hub: one printing for all, each sees his own, nobody stops it."""

import asyncio
from dataclasses import replace

import pytest

from contracts.orders.events import WorkOrderSeen
from contracts.rights import Shop
from contracts.topics import WORK_ORDERS
from gateway.feed.domain import QUEUE_FRAMES, reader_of
from gateway.feed.queries import Hub, Reader
from gateway.feed.queries.press import carries_money
from tests.gateway.feed.facts import (
    ANNA,
    ART_TABLET,
    BORIS,
    TABLET,
    TRACE,
    Record,
    Stream,
    priced,
    record,
    seen,
    told,
)

ENDS = (0,) * WORK_ORDERS.partitions


@pytest.fixture
def hub() -> Hub:
    made = Hub([WORK_ORDERS])
    made.begin("cluster", ENDS)
    return made


def heard(reader: Reader) -> Stream:
    stream = Stream()
    stream.feed(reader.take())
    return stream


def test_two_readers_get_the_same_event_printed_once(hub: Hub) -> None:
    one, other = Reader(reader_of(ANNA)), Reader(reader_of(ANNA))
    with hub.join(one), hub.join(other):
        hub.accept(record(0))
        wires = one.take(), other.take()

    assert wires[0] == wires[1]
    stream = Stream()
    stream.feed(wires[0])
    name, data = stream.events[0]
    assert name == "orders.work-order.seen.v1"
    assert data["sequence"] == 1
    assert data["trace"] == TRACE
    assert data["correlation_id"] == "click"
    assert data["data"]["number"] == "Л-0417/26"
    assert stream.last_id == hub.cursor


def test_a_price_never_reaches_a_shop_or_the_head_of_production(hub: Hub) -> None:
    readers = {name: Reader(reader_of(actor)) for name, actor in
               {"desk": ANNA, "head": BORIS, "tablet": TABLET}.items()}  # fmt: skip
    with hub.join(readers["desk"]), hub.join(readers["head"]), hub.join(readers["tablet"]):
        hub.accept(record(0, priced()))

    assert b"8037.00" in readers["desk"].take()
    assert readers["head"].take() == b""
    assert readers["tablet"].take() == b""


def test_money_is_found_wherever_an_event_class_keeps_it() -> None:
    assert carries_money(type(priced()))
    assert not carries_money(WorkOrderSeen)


def test_a_tablet_gets_only_what_is_routed_to_its_shop(hub: Hub) -> None:
    workshop, art = Reader(reader_of(TABLET)), Reader(reader_of(ART_TABLET))
    with hub.join(workshop), hub.join(art):
        hub.accept(record(0, seen(Shop.WORKSHOP)))
        hub.accept(record(1, seen(Shop.WORKSHOP, Shop.ART_SHOP)))
        hub.accept(record(2, told()))

    assert heard(workshop).sequences == [1, 2]
    assert heard(art).sequences == [2]


def test_unknown_and_malformed_records_are_passed_over(hub: Hub) -> None:
    topic = WORK_ORDERS.name
    reader = Reader(reader_of(ANNA))
    good = record(4)
    unknown = tuple((n, b"orders.x.y.v9" if n == "ce_type" else v) for n, v in good.headers)
    with hub.join(reader):
        hub.accept(Record(topic, 0, 0, b"{}", ()))
        hub.accept(Record(topic, 0, 1, b"{}", unknown))
        hub.accept(Record(topic, 0, 2, b"\xff", good.headers))
        hub.accept(Record(topic, 0, 3, None, (("ce_id", b"\xff"),)))
        hub.accept(Record(topic, 0, 4, b"[1]", good.headers))
        hub.accept(Record("another.topic.v1", 0, 5, good.value, good.headers))
        hub.accept(record(5))

    assert heard(reader).sequences == [6]
    assert hub.position == (6, 0, 0, 0, 0, 0)


def test_a_record_read_again_after_a_reconnect_is_not_pushed_again(hub: Hub) -> None:
    reader = Reader(reader_of(ANNA))
    with hub.join(reader):
        for offset in (0, 1, 1, 0, 2):
            hub.accept(record(offset))

    assert heard(reader).sequences == [1, 2, 3]


def test_an_event_that_the_relay_sent_twice_is_pushed_once(hub: Hub) -> None:
    reader = Reader(reader_of(ANNA))
    first = record(0)
    with hub.join(reader):
        hub.accept(first)
        hub.accept(replace(first, offset=1))
        hub.accept(record(2))

    assert heard(reader).sequences == [1, 3]
    assert hub.position == (3, 0, 0, 0, 0, 0)


def test_a_reader_who_does_not_keep_up_is_cut_and_the_others_go_on(hub: Hub) -> None:
    slow, quick = Reader(reader_of(ANNA)), Reader(reader_of(ANNA))
    got: list[int] = []
    with hub.join(slow), hub.join(quick):
        for offset in range(QUEUE_FRAMES + 1):
            hub.accept(record(offset))
            got += heard(quick).sequences

    assert slow.over == "slow"
    assert slow.take() == b""
    assert quick.over is None
    assert got == list(range(1, QUEUE_FRAMES + 2))


def test_a_log_made_anew_sends_everybody_for_a_snapshot(hub: Hub) -> None:
    reader = Reader(reader_of(ANNA))
    with hub.join(reader):
        hub.accept(record(0))
        hub.begin("cluster", ENDS)
        hub.accept(record(0))

    stream = heard(reader)
    assert [name for name, _ in stream.events] == ["reset", "orders.work-order.seen.v1"]
    assert stream.events[0][1]["reason"] == "log-replaced"


def test_a_reconnect_to_the_same_log_goes_on_where_it_was(hub: Hub) -> None:
    reader = Reader(reader_of(ANNA))
    with hub.join(reader):
        hub.accept(record(0))

        assert hub.begin("cluster", (9, 0, 0, 0, 0, 0)) == (1, 0, 0, 0, 0, 0)

    assert not heard(reader).named("reset")


def test_readers_are_told_once_when_the_broker_is_lost_and_when_it_is_back(hub: Hub) -> None:
    reader = Reader(reader_of(ANNA))
    hub.link(up=True)
    with hub.join(reader):
        hub.link(up=False)
        hub.link(up=False)
        hub.link(up=True)

    assert [event["bus"] for event in heard(reader).named("link")] == ["lost", "back"]


async def test_a_waiting_reader_wakes_at_once(hub: Hub) -> None:
    reader = Reader(reader_of(ANNA))
    with hub.join(reader):
        waiting = asyncio.create_task(reader.wait(60))
        await asyncio.sleep(0)
        hub.accept(record(0))
        async with asyncio.timeout(1):
            await waiting

    assert heard(reader).sequences == [1]


async def test_nobody_joins_a_hub_that_stands_nowhere() -> None:
    hub = Hub([WORK_ORDERS])

    assert not await hub.standing(0)
    with pytest.raises(RuntimeError), hub.join(Reader(reader_of(ANNA))):
        pass
