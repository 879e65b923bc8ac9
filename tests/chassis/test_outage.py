"""A part that is down: 503 with a time to come back, and never the caller's or record's fault."""

import asyncio
from collections.abc import Callable
from typing import Any

import asyncpg
import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy.exc import DBAPIError

from chassis.db import Uow
from chassis.errors import Unavailable
from chassis.http.problems import BadRequest, database_refusal, install_problems
from chassis.service import Runtime, build_app, build_uow
from chassis.settings import Settings
from chassis.testing import World
from contracts.rights import Role
from tests.chassis import probe
from tests.chassis.http.refusals import assert_is_problem


def client_of(world: World, uow: Uow) -> httpx.AsyncClient:
    """Return a client of the same service on another database address."""
    runtime = Runtime(service=world.service, settings=world.settings, uow=uow)
    app = build_app(world.service, runtime)
    transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
    signed = world.client(world.actor(Role.DESK)).auth
    return httpx.AsyncClient(transport=transport, base_url="http://service", auth=signed)


def changed(settings: Settings, edit: Callable[[str], str]) -> Settings:
    return settings.model_copy(update={"database_url": edit(settings.database_url)})


async def test_a_database_that_is_down_is_503_with_a_time_to_come_back(world: World) -> None:
    host = world.settings.database_url.rpartition("@")[2].partition("/")[0]
    uow = build_uow(
        world.service, changed(world.settings, lambda u: u.replace(host, "127.0.0.1:1"))
    )
    async with client_of(world, uow) as client:
        for answer in (
            await client.post("/api/pots", json={"name": "a"}),
            await client.get("/api/pots"),
        ):
            assert_is_problem(answer, 503, "temporarily-unavailable")
            assert int(answer.headers["Retry-After"]) > 0
    await uow.close()


async def test_an_exhausted_pool_is_503_and_heals(world: World) -> None:
    settings = world.settings.model_copy(update={"database_pool": 1})
    uow = build_uow(world.service, settings)
    uow.reader.pool._timeout = 0.2  # type: ignore[attr-defined]
    inside, go_on = asyncio.Event(), asyncio.Event()

    async def hold(_: Any) -> None:
        inside.set()
        await go_on.wait()

    probe.gates["wait"] = hold
    async with client_of(world, uow) as client:
        holding = asyncio.create_task(client.get("/api/pots/wait"))
        await inside.wait()
        answer = await client.get("/api/pots")
        assert_is_problem(answer, 503, "temporarily-unavailable")
        assert int(answer.headers["Retry-After"]) > 0
        go_on.set()
        assert (await holding).status_code == 200
        assert (await client.get("/api/pots")).status_code == 200
    await uow.close()


@pytest.mark.parametrize(
    ("error", "refusal"),
    [
        (ConnectionRefusedError(), Unavailable),
        (TimeoutError(), Unavailable),
        (asyncpg.CannotConnectNowError("starting up"), Unavailable),
        (asyncpg.TooManyConnectionsError("too many"), Unavailable),
        (asyncpg.InterfaceError("connection is closed"), Unavailable),
        (asyncpg.InternalClientError("cannot switch to state 11"), Unavailable),
        (asyncpg.InvalidPasswordError("wrong"), type(None)),
        (FileNotFoundError("x"), type(None)),
        (RuntimeError("x"), type(None)),
    ],
)
async def test_what_a_bare_error_means_to_a_caller(error: Exception, refusal: type) -> None:
    assert isinstance(database_refusal(error), refusal)

    app = FastAPI()
    install_problems(app)

    @app.get("/")
    async def fail() -> None:
        raise error

    transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://x") as client:
        assert (await client.get("/")).status_code == (503 if refusal is Unavailable else 500)


@pytest.mark.parametrize(
    ("statement", "refusal"),
    [
        ("SELECT pg_terminate_backend(pg_backend_pid())", Unavailable),
        ("DO $$ BEGIN RAISE EXCEPTION 'x' USING ERRCODE = '40001'; END $$", Unavailable),
        ("DO $$ BEGIN RAISE EXCEPTION 'x' USING ERRCODE = '40P01'; END $$", Unavailable),
        ("DO $$ BEGIN RAISE EXCEPTION 'x' USING ERRCODE = '53100'; END $$", Unavailable),
        ("SELECT pg_sleep(5)", Unavailable),
        ("SELECT 'x'::int", BadRequest),
        ("SELECT 1/0", BadRequest),
        ("SELECT nothing", type(None)),
    ],
)
async def test_what_a_databases_error_means_to_a_caller(
    world: World, statement: str, refusal: type
) -> None:
    async with world.uow.engine.connect() as connection:
        await connection.exec_driver_sql("SET LOCAL statement_timeout = '50ms'")
        with pytest.raises(DBAPIError) as caught:
            await connection.exec_driver_sql(statement)
    assert isinstance(database_refusal(caught.value), refusal)
