"""A process: its health, its parts, and its end."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator
from typing import Any
from uuid import UUID

import httpx
import pytest
import pytest_asyncio
from prometheus_client import REGISTRY
from sqlalchemy import select, text
from starlette.types import ASGIApp

from chassis import run
from chassis.actor import Actor
from chassis.ids import new_id
from chassis.migrations import SchemaDiffers, check_schema
from chassis.run import compose, serve
from chassis.service import Runtime, Service
from chassis.settings import Settings
from chassis.testing import World, until
from contracts.rights import Role
from deploy.embedded.ports import pick
from tests.chassis import probe
from tests.chassis.bus import acted
from tests.chassis.records import everything

SYSTEM = Actor.system("notifications")


def asking(app: ASGIApp) -> httpx.AsyncClient:
    transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
    return httpx.AsyncClient(transport=transport, base_url="http://service")


async def test_a_worker_serves_its_health_and_no_api(world: World) -> None:
    async with asking(compose(world.service, world.runtime, api=False)) as client:
        assert (await client.get("/health/live")).json() == {"live": True}
        assert (await client.get("/api/pots")).status_code == 404
        assert (await client.get("/openapi.json")).status_code == 404
        assert (await client.get("/version")).status_code == 200


async def test_ready_means_that_the_parts_answer(world: World) -> None:
    async def broken() -> None:
        raise ConnectionRefusedError("the inside of it")

    runtime = Runtime(service=world.service, settings=world.settings, uow=world.uow)
    async with asking(compose(world.service, runtime, api=True)) as client:
        assert (await client.get("/health/ready")).json() == {"ready": True, "failures": {}}
    runtime.ready_checks.append(broken)
    async with asking(compose(world.service, runtime, api=True)) as client:
        answer = await client.get("/health/ready")
    assert answer.status_code == 503
    assert answer.json() == {"ready": False, "failures": {"extra-0": "ConnectionRefusedError"}}


async def test_a_stuck_process_says_that_it_does_not_live(world: World) -> None:
    app: Any = compose(world.service, world.runtime, api=False)
    app.app.state.watchdog = type("Dog", (), {"stuck": True})()
    async with asking(app) as client:
        assert (await client.get("/health/live")).status_code == 503


async def test_requests_are_counted_by_route_never_by_address(world: World) -> None:
    async with asking(compose(world.service, world.runtime, api=True)) as client:
        await client.put(f"/api/pots/{new_id()}", json={})
        await client.request("BREW", f"/api/{new_id()}")
        text_ = (await client.get("/metrics")).text
    assert 'route="/api/pots/{pot_id}"' in text_
    assert "BREW" not in text_
    samples = {
        sample.labels["route"]
        for metric in REGISTRY.collect()
        if metric.name == "vitrazh_http_seconds"
        for sample in metric.samples
    }
    assert not any("018f" in route or len(route) > 80 for route in samples)


async def test_a_schema_of_another_revision_refuses_the_start(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with world._owner.begin() as connection:
        await connection.execute(text("CREATE TABLE alembic_version AS SELECT '0001' version_num"))
    try:
        for ours in ("0000", "0002"):
            monkeypatch.setattr("chassis.migrations.head", lambda _, at=ours: at)
            with pytest.raises(SchemaDiffers, match=f"database at 0001, code at {ours}"):
                await check_schema(world.service, world.uow.reader)
        monkeypatch.setattr("chassis.migrations.head", lambda _: "0001")
        await check_schema(world.service, world.uow.reader)
    finally:
        async with world._owner.begin() as connection:
            await connection.execute(text("DROP TABLE alembic_version"))


async def no_check(*_: object) -> None:
    """The probe has no migrations and its topics are few."""


@pytest_asyncio.fixture
async def served(
    world: World, bus: Settings, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Settings]:
    monkeypatch.setattr(run, "check_schema", no_check)
    monkeypatch.setattr(run, "check_topics", no_check)
    monkeypatch.setattr(run, "_settle_garbage", lambda: None)
    yield bus.model_copy(update={"http_port": pick()})
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().remove_signal_handler(number)


async def test_one_process_takes_a_request_and_its_fact_comes_round_and_sigterm_ends_it(
    world: World, served: Settings, key_pair: tuple[str, str]
) -> None:
    process = asyncio.create_task(serve(world.service, served, "all"))
    address = f"http://127.0.0.1:{served.http_port}"
    async with httpx.AsyncClient(base_url=address) as client:

        async def up() -> bool:
            try:
                return (await client.get("/health/ready")).status_code == 200
            except httpx.TransportError:
                return False

        await until(up)
        token = world.signer.sign(world.actor(Role.DESK), "notifications")
        headers = {"Authorization": f"Bearer {token}", "Idempotency-Key": "k"}
        answer = await client.post("/api/pots", json={"name": "a"}, headers=headers)
        assert answer.status_code == 201
        assert "server" not in answer.headers
        await acted(world, UUID(answer.json()["id"]), "1")
    os.kill(os.getpid(), signal.SIGTERM)
    assert await asyncio.wait_for(process, 30) == 0
    assert len(await everything(served)) == 1


async def raised() -> None:
    raise RuntimeError("the feed is gone")


async def cancelled() -> None:
    """End as a part does whose library cancels something of its own."""
    lost: asyncio.Future[None] = asyncio.get_running_loop().create_future()
    lost.cancel()
    await lost


@pytest.mark.parametrize("die", [raised, cancelled])
async def test_a_part_that_dies_ends_the_process(world: World, served: Settings, die: Any) -> None:
    service = Service(
        name="notifications",
        slices=probe.service.slices,
        migrations=probe.service.migrations,
        extend=lambda _, runtime: runtime.tasks.append(die),
    )
    assert await asyncio.wait_for(serve(service, served, "api"), 30) == 1
    assert await world.rows(select(probe.pots)) == []
