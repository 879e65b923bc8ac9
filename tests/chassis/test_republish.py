"""Republish: an empty projection fed by it is the old projection, and never an older one."""

import asyncio
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import delete, select

from chassis import tables
from chassis.actor import Actor
from chassis.db import Db
from chassis.inbox import Inbox, Outcome
from chassis.record import Record
from chassis.republish import republish
from chassis.service import Service, State
from chassis.testing import World
from contracts.topics import CLIENTS, MESSAGES
from tests.chassis import probe
from tests.chassis.probe import Pot, add_pot
from tests.chassis.records import envelope

SYSTEM = Actor.system("notifications")


async def people_states(db: Any) -> Any:
    """The probe's projection of persons, told again as its owner would."""
    for row in await db.rows(select(probe.people).order_by(probe.people.c.id)):
        yield State(row["id"], row["sequence"], probe.client(row["id"], row["name"]))


OWNER = Service(
    name="clients",
    slices=probe.service.slices,
    migrations=probe.service.migrations,
    republish={CLIENTS: people_states},
)


async def projection(world: World) -> list[Any]:
    rows = await world.rows(select(probe.people).order_by(probe.people.c.id))
    return [dict(row) for row in rows]


async def deliver_outbox(world: World, topic: str = CLIENTS.name) -> list[Outcome]:
    """Hand the outbox rows of a topic to the consumer, as relay and bus would."""
    outcomes = []
    statement = select(tables.outbox).where(tables.outbox.c.aggregatetype == topic)
    for row in await world.rows(statement.order_by(tables.outbox.c.position)):
        key = UUID(row["aggregateid"])
        note = envelope(probe.client(key), key, sequence=row["sequence"], id=row["id"])
        body = row["payload"].encode()
        item = Record(topic, 0, row["position"], str(key).encode(), body, note.headers())
        outcomes.append(await Inbox(probe.consumers, world.uow).take(item))
    return outcomes


async def test_an_empty_projection_fed_by_a_republish_is_the_old_one(world: World) -> None:
    keys = [UUID(int=number + 1) for number in range(5)]
    for number, key in enumerate(keys):
        for sequence in range(1, number + 2):
            name = f"name {sequence} of {number}"
            await world.deliver(probe.client(key, name), key=key, sequence=sequence)
    before = await projection(world)
    assert [row["sequence"] for row in before] == [1, 2, 3, 4, 5]

    assert await republish(OWNER, world.uow, CLIENTS) == 5
    async with world.uow.write(SYSTEM) as db:
        await db.execute(delete(probe.people))
    assert await deliver_outbox(world) == [Outcome.DONE] * 5
    assert await projection(world) == before
    assert await deliver_outbox(world) == [Outcome.DUPLICATE] * 5


async def test_a_republished_state_is_no_news_to_who_has_it(world: World) -> None:
    key = UUID(int=1)
    await world.deliver(probe.client(key, "now"), key=key, sequence=7)
    await republish(OWNER, world.uow, CLIENTS)
    await world.deliver(probe.client(key, "newer"), key=key, sequence=8)
    await deliver_outbox(world)
    (row,) = await projection(world)
    assert (row["name"], row["sequence"]) == ("newer", 8)


async def test_an_aggregates_sequence_is_not_used_up(world: World) -> None:
    key = await add_pot(world.uow, touches=3)
    assert await republish(probe.service, world.uow, MESSAGES) == 1
    async with world.uow.write(SYSTEM) as db:
        (await db.load(Pot, key)).touch()
    assert [sent.sequence for sent in await world.outbox()] == [1, 2, 3, 3, 4]


async def test_a_state_never_comes_behind_a_newer_event_or_the_tombstone(world: World) -> None:
    """A compacted topic keeps the last record of a key: an older state must not be it."""
    key = await add_pot(world.uow)
    read, go_on = asyncio.Event(), asyncio.Event()

    async def slowly(db: Any) -> Any:
        async for state in probe.states(db):
            read.set()
            await go_on.wait()
            yield state

    slow = Service(
        name="notifications",
        slices=probe.service.slices,
        migrations=probe.service.migrations,
        republish={MESSAGES: slowly},
    )
    republishing = asyncio.create_task(republish(slow, world.uow, MESSAGES))
    await read.wait()

    async def change() -> None:
        async with world.uow.write(SYSTEM) as db:
            (await db.load(Pot, key)).touch()

    changing = asyncio.create_task(change())
    done, _ = await asyncio.wait([changing], timeout=0.3)
    assert not done  # it waits until the states are written
    go_on.set()
    await asyncio.gather(republishing, changing)
    assert [sent.sequence for sent in await world.outbox()] == [1, 1, 2]


async def test_only_the_owner_of_a_topic_republishes_it(world: World) -> None:
    with pytest.raises(KeyError):
        await republish(probe.service, world.uow, CLIENTS)


async def test_a_republish_that_fails_leaves_nothing_half(world: World) -> None:
    async def broken(db: Db) -> Any:
        yield State(UUID(int=1), 1, probe.accepted(UUID(int=1)))
        raise RuntimeError

    bad = Service(
        name="notifications",
        slices=(),
        migrations=probe.service.migrations,
        republish={MESSAGES: broken},  # type: ignore[dict-item]
    )
    with pytest.raises(RuntimeError):
        await republish(bad, world.uow, MESSAGES)
    assert await world.outbox() == []
