"""`GET /api/feed` as a browser meets it: who may open it, heartbeats, revocation, slow readers."""

import asyncio
from dataclasses import replace
from typing import Any

import pytest

from chassis.errors import DomainError, Unauthorized, Unavailable
from contracts.rights import Role
from contracts.topics import WORK_ORDERS
from gateway.feed.http import Feed
from gateway.feed.http import stream as http
from gateway.feed.queries import Hub
from tests.gateway.feed.facts import ANNA, MemoryLog, record
from tests.gateway.feed.http.browser import Client, Door, Scene


@pytest.fixture
def scene() -> Scene:
    hub = Hub([WORK_ORDERS])
    hub.begin("cluster", (0,) * WORK_ORDERS.partitions)
    hub.link(up=True)
    log, door = MemoryLog(hub.slots), Door()
    feed = Feed(hub, log, door)
    feed.check_s = 0.01
    return Scene(hub, log, door, feed)


def _set() -> asyncio.Event:
    event = asyncio.Event()
    event.set()
    return event


async def test_a_reader_gets_hello_and_then_live_events(scene: Scene) -> None:
    async with scene.client() as client:
        await client.until(1)
        scene.hub.accept(record(0))
        await client.until(2)

    assert client.status == 200
    assert client.headers[b"content-type"].startswith(b"text/event-stream")
    assert client.headers[b"cache-control"] == b"no-store"
    assert client.body.startswith(b"retry: 2000\nid: ")
    assert [name for name, _ in client.stream.events] == ["hello", "orders.work-order.seen.v1"]
    assert len(scene.hub) == 0


@pytest.mark.parametrize("by", ["last_id", "query"])
async def test_a_reader_resumes_by_header_or_query(scene: Scene, by: str) -> None:
    cursor = scene.hub.cursor
    scene.hub.accept(record(0))

    async with scene.client(**{by: cursor}) as client:
        await client.until(2)

    assert client.stream.sequences == [1]
    assert client.stream.named("hello")[0]["resumed"] is True


async def test_the_feed_is_only_read(scene: Scene) -> None:
    async with scene.client(method="POST") as client:
        await client.ended()

    assert client.status == 405


async def test_nobody_unknown_reads_the_feed(scene: Scene) -> None:
    scene.door.actor = None

    async with scene.client() as client:
        await client.ended()

    assert client.status == 401
    assert client.headers[b"content-type"] == b"application/problem+json"
    assert client.finished


async def test_while_sessions_cannot_be_looked_up_the_answer_is_503(scene: Scene) -> None:
    scene.door.failure = ConnectionRefusedError()

    async with scene.client() as client:
        await client.ended()

    assert client.status == 503
    assert client.headers[b"retry-after"] == b"2"


async def test_a_role_without_the_feed_is_refused(scene: Scene) -> None:
    scene.door.actor = replace(ANNA, roles=frozenset({Role.ADMIN}))

    async with scene.client() as client:
        await client.ended()

    assert client.status == 403


async def test_a_full_gateway_says_so(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http, "MAX_READERS", 0)

    async with scene.client() as client:
        await client.ended()

    assert client.status == 503
    assert client.headers[b"retry-after"] == b"2"


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"actor": None}, id="revoked"),
        pytest.param({"actor": replace(ANNA, roles=frozenset({Role.DIRECTOR}))}, id="new-role"),
    ],
)
async def test_a_stream_ends_when_its_rights_end(scene: Scene, change: dict[str, Any]) -> None:
    async with scene.client() as client:
        await client.until(1)
        for name, value in change.items():
            setattr(scene.door, name, value)
        await client.ended()

    assert client.finished
    assert len(scene.hub) == 0


@pytest.mark.parametrize("failure", [ConnectionRefusedError(), Unavailable()])
async def test_a_lost_database_does_not_cut_the_screens_at_once_but_in_the_end(
    scene: Scene, failure: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(http, "UNCHECKED_S", 0.1)

    async with scene.client() as client:
        await client.until(1)
        scene.door.failure = failure
        asked = scene.door.asked
        scene.hub.accept(record(0))
        await client.until(2)
        await client.ended()

    assert scene.door.asked - asked >= 10
    assert client.finished


async def test_a_reader_who_takes_nothing_is_cut_off_and_resumes_without_loss(scene: Scene) -> None:
    async with scene.client() as client:
        await client.until(1)
        client.stuck = asyncio.Event()
        for offset in range(150):
            item = record(offset)
            scene.log.add(item)
            scene.hub.accept(item)
            await asyncio.sleep(0)
        await client.ended()
        client.stuck.set()
        assert len(scene.hub) == 0

    async with scene.client(last_id=client.stream.last_id) as again:
        await again.until(1)
        scene.hub.accept(record(150))
        await again.until(152)

    assert client.stream.sequences + again.stream.sequences == list(range(1, 152))


@pytest.mark.parametrize("burst", [1, 150])
async def test_a_stream_cut_in_the_same_moment_loses_nothing(scene: Scene, burst: int) -> None:
    facts = [record(offset) for offset in range(burst)]
    async with scene.client() as client:
        await client.until(1)
        for fact in facts:  # without a pause: the stream has no turn to send anything
            scene.log.add(fact)
            scene.hub.accept(fact)
        await scene.hub.end_when(_set())
        await client.ended()
    scene.hub.stopping = False

    async with scene.client(last_id=client.stream.last_id) as again:
        await again.until(1 + burst)

    assert client.stream.sequences + again.stream.sequences == list(range(1, burst + 1))


async def test_a_silent_feed_beats(scene: Scene) -> None:
    scene.feed.beat_s = 0.01

    async with scene.client() as client:
        await client.until(3)

    assert [name for name, _ in client.stream.events][:3] == ["hello", "beat", "beat"]
    assert client.stream.last_id == scene.hub.cursor


async def test_before_the_broker_was_ever_reached_the_reader_is_told_and_waits(
    scene: Scene,
) -> None:
    hub = Hub([WORK_ORDERS])
    scene.feed = Feed(hub, MemoryLog(hub.slots), scene.door)
    scene.feed.beat_s = 0.01

    async with scene.client() as client:
        await client.until(2)
        hub.begin("cluster", (0,) * WORK_ORDERS.partitions)
        await client.until(len(client.stream.events) + 1)

    names = [name for name, _ in client.stream.events]
    assert names[:2] == ["link", "link"]
    assert "hello" in names


async def test_a_process_that_stops_ends_its_streams(scene: Scene) -> None:
    async with scene.client() as client:
        await client.until(1)
        await scene.hub.end_when(_set())
        await client.ended()
    async with scene.client() as late:
        await late.ended()

    assert client.finished
    assert late.status == 503


async def test_a_refusal_speaks_the_callers_language(scene: Scene) -> None:
    scene.door.failure = Unauthorized()
    client = Client()
    scope: dict[str, Any] = {
        "type": "http",
        "method": "GET",
        "path": "/api/feed",
        "query_string": b"",
        "headers": [(b"accept-language", b"en")],
    }

    await scene.feed(scope, client.receive, client.send)

    assert b"Sign in first" in client.body
    assert issubclass(Unauthorized, DomainError)


async def test_checks_of_all_streams_meet_on_a_grid_within_the_time_of_one_check(
    scene: Scene,
) -> None:
    scene.feed.check_s, grid = 4.0, 4.0 / http.GRID
    loop = asyncio.get_running_loop()
    waits = [scene.feed._to_next_check() for _ in range(300)]
    now = loop.time()

    assert all(4.0 * 3 / 4 - grid - 1 < wait <= 4.0 for wait in waits)
    assert len({round((now + wait) / grid) for wait in waits}) <= http.GRID / 4 + 2
