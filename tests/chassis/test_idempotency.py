"""Idempotency-Key: one effect and the same answer, however often and at once it is asked."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import httpx
import pytest
from sqlalchemy import select, update

from chassis import clock, tables
from chassis.actor import Actor
from chassis.db import Db
from chassis.http import routes
from chassis.ids import new_id
from chassis.service import MAX_JSON_BYTES
from chassis.testing import World
from chassis.write_out import Remembered
from contracts.rights import Role
from tests.chassis import probe


def desk(world: World, **headers: str) -> httpx.AsyncClient:
    return world.client(world.actor(Role.DESK), **headers)


async def made(world: World) -> int:
    """Return how many pots there are; each has one event and one audit row."""
    count = len(await world.rows(select(probe.pots)))
    assert len(await world.outbox()) == count
    assert len(await world.rows(select(tables.audit))) == count
    return count


async def everything(world: World) -> list[Any]:
    """Return the pots, the events and the audit."""
    return [
        await world.rows(select(probe.pots)),
        await world.outbox(),
        await world.rows(select(tables.audit)),
    ]


async def remembered(world: World) -> list[Any]:
    return list(await world.rows(select(tables.idempotency)))


async def test_the_same_request_gets_the_same_answer_and_has_one_effect(world: World) -> None:
    client = desk(world, **{"Idempotency-Key": "k"})
    first, again = [await client.post("/api/pots", json={"name": "a"}) for _ in range(2)]

    assert first.status_code == again.status_code == 201
    assert first.content == again.content
    for name in ("ETag", "Location", "Content-Type"):
        assert first.headers[name] == again.headers[name]
    assert first.headers["ETag"] == '"1"'
    assert "Idempotency-Replayed" not in first.headers
    assert again.headers["Idempotency-Replayed"] == "true"
    assert await made(world) == 1


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/api/pots", b'{"name":"b"}'),
        ("/api/pots", b'{"name":"a" }'),
        ("/api/pots?x=1", b'{"name":"a"}'),
        ("/api/pots", b"not JSON"),
    ],
)
async def test_a_key_belongs_to_one_request(world: World, path: str, body: bytes) -> None:
    client = desk(world, **{"Idempotency-Key": "k", "Content-Type": "application/json"})
    await client.post("/api/pots", content=b'{"name":"a"}')
    answer = await client.post(path, content=body)
    assert (answer.status_code, answer.json()["code"]) == (422, "idempotency-key-reused")
    assert await made(world) == 1


@pytest.mark.parametrize("key", ["", " ", "a b", "x" * 256, "ключ", "\t"])
async def test_a_missing_or_ill_formed_key_is_refused(world: World, key: str) -> None:
    client = desk(world)
    answer = await client.post(
        "/api/pots", json={"name": "a"}, headers={b"Idempotency-Key": key.encode()}
    )
    assert (answer.status_code, answer.json()["code"]) == (400, "idempotency-key-required")
    assert await made(world) == 0


async def test_the_longest_key_is_taken(world: World) -> None:
    client = desk(world, **{"Idempotency-Key": "x" * 255})
    assert (await client.post("/api/pots", json={"name": "a"})).status_code == 201


async def test_a_request_that_is_in_work_is_refused_with_a_time_to_come_back(world: World) -> None:
    inside, go_on = asyncio.Event(), asyncio.Event()

    async def hold(db: Db) -> None:
        inside.set()
        await go_on.wait()

    probe.gates["slow"] = hold
    client = desk(world, **{"Idempotency-Key": "k"})
    first = asyncio.create_task(client.post("/api/pots", json={"name": "slow"}))
    await inside.wait()
    meanwhile = await client.post("/api/pots", json={"name": "slow"})
    go_on.set()
    answer = await first

    assert (meanwhile.status_code, meanwhile.json()["code"]) == (409, "request-in-flight")
    assert meanwhile.headers["Retry-After"] == "1"
    assert answer.status_code == 201
    later = await client.post("/api/pots", json={"name": "slow"})
    assert later.content == answer.content
    assert await made(world) == 1


@pytest.mark.parametrize(
    ("point", "effects"), [("api.before_commit", 0), ("api.after_commit_before_response", 1)]
)
async def test_an_answer_that_was_lost_on_its_way_is_given_at_the_next_try(
    world: World, monkeypatch: pytest.MonkeyPatch, point: str, effects: int
) -> None:
    async def stumble(at: str) -> None:
        if at == point:
            raise RuntimeError(at)

    client = desk(world, **{"Idempotency-Key": "k"})
    with monkeypatch.context() as broken:
        broken.setattr(routes, "failpoint", stumble)
        assert (await client.post("/api/pots", json={"name": "a"})).status_code == 500
    assert await made(world) == effects

    answer = await client.post("/api/pots", json={"name": "a"})
    assert answer.status_code == 201
    assert ("Idempotency-Replayed" in answer.headers) is bool(effects)
    assert await made(world) == 1


async def test_a_race_of_equal_requests_has_one_effect(world: World) -> None:
    for number in range(8):
        client = desk(world, **{"Idempotency-Key": f"race-{number}"})
        answers = await asyncio.gather(
            *(client.post("/api/pots", json={"name": f"r{number}"}) for _ in range(12))
        )
        codes = Counter(answer.status_code for answer in answers)
        assert set(codes) <= {201, 409, 503}
        assert len({a.content for a in answers if a.status_code == 201}) == 1
        assert {a.json()["code"] for a in answers if a.status_code == 409} <= {"request-in-flight"}
    assert await made(world) == 8


@pytest.mark.parametrize("effect", ["elsewhere", "in its way"])
async def test_a_request_that_was_answered_while_this_one_looked_has_no_second_effect(
    world: World, effect: str
) -> None:
    """Its look-up is older than the other's commit: only the other's answer can tell it."""
    inside, go_on = asyncio.Event(), asyncio.Event()

    async def hold(db: Db) -> None:
        inside.set()
        await go_on.wait()

    probe.gates["slow"] = hold
    actor = world.actor(Role.DESK)
    late = asyncio.create_task(
        world.client(actor, **{"Idempotency-Key": "k"}).post("/api/pots", json={"name": "slow"})
    )
    await inside.wait()
    until = clock.now() + timedelta(days=1)
    async with world.uow.write(Actor.system("test")) as db:
        db.remember(Remembered(actor.subject, "k", "f", 201, [], b"{}", until))
    if effect == "in its way":
        await probe.add_pot(world.uow, "slow")
    before = await everything(world)
    assert len(before[0]) == (effect == "in its way")
    go_on.set()
    answer = await late

    assert (answer.status_code, answer.json()["code"]) == (409, "request-in-flight")
    assert await everything(world) == before


async def test_a_refused_request_is_not_remembered_and_may_be_tried_again(world: World) -> None:
    client = desk(world, **{"Idempotency-Key": "k"})
    refused = await client.post("/api/pots", json={"name": "full"})
    assert (refused.status_code, refused.json()["code"]) == (409, "pot-full")
    invalid = await client.post("/api/pots", json={"nam": "a"})
    assert invalid.status_code == 422
    assert await remembered(world) == []
    assert await made(world) == 0

    assert (await client.post("/api/pots", json={"name": "free"})).status_code == 201


async def test_two_peoples_equal_keys_do_not_meet(world: World) -> None:
    answers = [
        await desk(world, **{"Idempotency-Key": "k"}).post("/api/pots", json={"name": name})
        for name in ("a", "b")
    ]
    assert [answer.json()["name"] for answer in answers] == ["a", "b"]
    assert await made(world) == 2


async def test_an_expired_key_may_be_used_anew(world: World) -> None:
    client = desk(world, **{"Idempotency-Key": "k"})
    await client.post("/api/pots", json={"name": "a"})
    async with world.uow.write(world.actor()) as db:
        past = tables.idempotency.c.expires_at - timedelta(days=2)
        await db.execute(update(tables.idempotency).values(expires_at=past))
    answer = await client.post("/api/pots", json={"name": "b"})
    assert answer.json()["name"] == "b"
    assert len(await remembered(world)) == 1


async def test_an_answer_is_kept_a_day_and_for_a_tablet_a_month(world: World) -> None:
    for actor, days in (
        (world.actor(Role.DESK), 1),
        (world.actor(Role.DESK, device_id=new_id()), 30),
    ):
        await world.client(actor).post("/api/pots", json={"name": f"for {days}"})
        row = next(r for r in await remembered(world) if r["actor"] == actor.subject)
        written = select(tables.outbox.c.time).order_by(tables.outbox.c.position)
        made_at = (await world.rows(written))[-1]["time"]
        assert row["expires_at"] - made_at == timedelta(days=days)


async def test_a_reading_or_an_edit_needs_no_key(world: World) -> None:
    pot_id = await probe.add_pot(world.uow)
    client = desk(world)
    assert (await client.get("/api/pots")).status_code == 200
    answer = await client.put(f"/api/pots/{pot_id}", json={"name": "b"}, headers={"If-Match": "1"})
    assert answer.status_code == 200
    headers = {"Idempotency-Key": ""}
    checked = await client.post("/api/pots/check", json={"name": "ab"}, headers=headers)
    assert checked.status_code == 200
    assert await remembered(world) == []


async def test_a_body_that_announces_itself_too_large_is_refused_in_words(world: World) -> None:
    body = b'{"name":"' + b"x" * MAX_JSON_BYTES + b'"}'
    for language, words in (("ru", "не больше"), ("en", "at most")):
        client = desk(world, **{"Accept-Language": language, "Content-Type": "application/json"})
        answer = await client.post("/api/pots", content=body)
        assert (answer.status_code, answer.json()["code"]) == (413, "too-large")
        assert f"{MAX_JSON_BYTES}" in answer.json()["title"]
        assert words in answer.json()["title"]
    assert await made(world) == 0


async def test_a_body_that_never_ends_is_refused_while_it_comes(world: World) -> None:
    read = 0

    async def flood() -> AsyncIterator[bytes]:
        nonlocal read
        for _ in range(200):
            read += 1
            yield b"x" * 65_536

    client = desk(world, **{"Content-Type": "application/json"})
    answer = await client.post("/api/pots", content=flood())
    assert (answer.status_code, answer.json()["code"]) == (413, "too-large")
    assert read <= 18
    assert await made(world) == 0
