"""Servers that stop, stand still and come back: nothing is lost, doubled or reordered."""

import asyncio
import os
import shutil
import signal
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
import pytest_asyncio
from asyncpg import InterfaceError, InternalClientError, PostgresError
from sqlalchemy import select
from sqlalchemy.exc import DBAPIError

from chassis import kafka, tables, telemetry
from chassis import relay as relay_module
from chassis.actor import Actor
from chassis.db import Db
from chassis.ids import new_id
from chassis.outage import is_infrastructure
from chassis.settings import Settings
from chassis.testing import World, until
from contracts.rights import Role
from deploy.embedded.credentials import Secrets
from deploy.embedded.servers import ServerSet
from tests.chassis import probe
from tests.chassis.bus import acted, consuming, drained, own_topics, relaying
from tests.chassis.conftest import opened
from tests.chassis.outbox import arrived_in_order, first_sequences, touch
from tests.chassis.probe import add_pot
from tests.chassis.records import everything, produce, record
from tests.servers import ROOT

pytestmark = [
    pytest.mark.servers,
    pytest.mark.xdist_group("own-servers"),
    pytest.mark.timeout(150),
]
GONE = (DBAPIError, PostgresError, InterfaceError, InternalClientError, OSError)
"""How a connection may say that its database died: it depends on what it was at."""


@pytest_asyncio.fixture(scope="module")
async def servers() -> AsyncIterator[ServerSet]:
    """A set that nobody else uses."""
    root = ROOT / f"test-{os.getpid()}-own"
    own = ServerSet(root=root)
    await asyncio.to_thread(own.start)
    yield own
    await asyncio.to_thread(own.stop)
    shutil.rmtree(root, ignore_errors=True)


@pytest_asyncio.fixture(scope="module")
async def own_world(servers: ServerSet, key_pair: tuple[str, str]) -> AsyncIterator[World]:
    """The probe service on that set."""
    settings = Settings(
        environment="test",
        kafka_bootstrap=servers.kafka_bootstrap,
        topic_prefix="own.",
        signing_public_key=key_pair[1],
        database_pool=6,
    )
    secrets = Secrets(servers.root / "secrets.json")
    async with opened(servers.pg_dsn_super, secrets, "own_", settings, key_pair[0]) as world:
        yield world


@pytest_asyncio.fixture
async def world(own_world: World) -> AsyncIterator[World]:
    yield own_world
    probe.hooks.clear()
    probe.failures.clear()
    await own_world.clean()


@pytest_asyncio.fixture
async def bus(own_world: World) -> AsyncIterator[Settings]:
    async with own_topics(own_world.settings) as own:
        yield own


@asynccontextmanager
async def standing_still(servers: ServerSet) -> AsyncIterator[None]:
    """Stop the broker's clock; it keeps its connections and says nothing."""
    assert servers.kafka.pid is not None
    os.kill(servers.kafka.pid, signal.SIGSTOP)
    try:
        yield
    finally:
        os.kill(servers.kafka.pid, signal.SIGCONT)


def senders() -> int:
    """Return how many producers have a running sender."""
    return sum("_sender_routine" in repr(task) for task in asyncio.all_tasks())


async def test_a_broker_that_stands_still_past_the_deadline_gets_all_in_order(
    world: World, bus: Settings, servers: ServerSet, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(relay_module, "DEADLINE_S", 1.5)
    monkeypatch.setattr(relay_module, "CLOSE_S", 0.5)
    restarts = telemetry.relay_restarts._value
    async with relaying(world, bus), consuming(world, bus):
        pot_id = await add_pot(world.uow, touches=3)
        await acted(world, pot_id, "1,2,3")
        before = restarts.get()
        async with standing_still(servers):
            await touch(world, pot_id, 10)
            client = world.client(world.actor(Role.DESK))
            answer = await client.post("/api/pots", json={"name": "meanwhile"})
            assert answer.status_code == 201  # the office goes on working

            async def gave_up_twice() -> bool:
                return bool(restarts.get() >= before + 2)

            await until(gave_up_twice, seconds=40)
        await touch(world, pot_id, 2)
        await drained(world, seconds=60)
        await acted(world, pot_id, ",".join(map(str, range(1, 16))), seconds=60)
        assert senders() == 1  # those that were given up are not left trying
    await arrived_in_order(bus, pot_id, 15)


async def test_a_broker_that_is_killed_and_restarted_gets_all_in_order(
    world: World, bus: Settings, servers: ServerSet, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(relay_module, "DEADLINE_S", 3.0)
    async with relaying(world, bus), consuming(world, bus):
        keys = [await add_pot(world.uow, str(number), touches=2) for number in range(3)]
        for key in keys:
            await acted(world, key, "1,2")
        await asyncio.to_thread(servers.kafka.kill)
        for key in keys:
            await touch(world, key, 5)
        await asyncio.to_thread(servers.kafka.start)
        for key in keys:
            await touch(world, key)
        await drained(world, seconds=60)
        for key in keys:
            await acted(world, key, "1,2,3,4,5,6,7,8", seconds=60)
    log = await everything(bus)
    for key in keys:
        assert first_sequences(log, key) == list(range(1, 9))
    assert await world.rows(select(tables.dead_letters)) == []


async def test_a_database_that_is_killed_and_restarted_costs_patience_alone(
    world: World, bus: Settings, servers: ServerSet, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(kafka.CONSUMER, "max_poll_interval_ms", 2_000)
    client = world.client(world.actor(Role.DESK), **{"Idempotency-Key": "the-same"})
    seen: set[int] = set()
    begun = 0

    async def count(_: Db) -> None:
        nonlocal begun
        begun += 1

    async def ask() -> bool:
        answer = await client.post("/api/pots", json={"name": "asked throughout"})
        seen.add(answer.status_code)
        if answer.status_code != 201:
            assert answer.headers["Retry-After"]
            assert answer.json()["code"] in {"temporarily-unavailable", "request-in-flight"}
        return bool(answer.status_code == 201)

    key, later = new_id(), new_id()
    probe.hooks[key] = count
    async with relaying(world, bus), consuming(world, bus, tries=1) as group:
        await produce(bus, [record(key)])
        await acted(world, key, "1")
        await asyncio.to_thread(servers.postgres.kill)
        assert not await ask()
        await produce(bus, [record(key, sequence=2), record(later)])
        starting = asyncio.create_task(asyncio.to_thread(_after, 4, servers))
        await until(ask, seconds=60, every=0.1)
        await starting
        await acted(world, key, "1,2", seconds=40)
        await acted(world, later, "1", seconds=40)
        await drained(world, seconds=40)
        assert (group.assigned, group.revoked) == (1, 0)
    assert {503, 201} <= seen <= {503, 201, 409}
    assert begun == 2
    assert await world.rows(select(tables.dead_letters)) == []
    assert len(await world.rows(select(probe.pots))) == 1


def _after(seconds: float, servers: ServerSet) -> None:
    """Stay down for longer than the consumer may be silent, then come back."""
    threading.Event().wait(seconds)
    servers.postgres.start()


async def test_a_transaction_that_was_open_when_the_database_died_left_nothing(
    world: World, servers: ServerSet
) -> None:
    key = new_id()
    with pytest.raises(GONE) as caught:  # noqa: PT012 - all of it
        async with world.uow.write(Actor.system("notifications")) as db:
            db.audit("half", key)
            db.publish(probe.accepted(key), key=key, sequence=1)
            await db.scalar(select(1))
            await asyncio.to_thread(servers.postgres.kill)
            await db.finish()
    await asyncio.to_thread(servers.postgres.start)
    assert is_infrastructure(caught.value), caught.value

    async def back() -> bool:
        return await world.outbox() == []

    await until(back, seconds=30)
    assert await world.rows(select(tables.audit)) == []
