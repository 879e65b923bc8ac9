"""Build a service from its slices: one description, read by the process, the tools and the docs."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import typer
from fastapi import APIRouter, FastAPI
from sqlalchemy import MetaData
from starlette.types import ASGIApp

from chassis import tables
from chassis.bus import Consumers
from chassis.db import Db, ReadDb, Uow, engines
from chassis.http.context import Authenticate, HttpContext, by_token
from chassis.http.problems import ProblemApi, install_problems
from chassis.settings import Settings
from chassis.timers import Jobs, TimerHandler
from chassis.tokens import Verifier
from contracts.topics import Topic

MAX_JSON_BYTES = 1_048_576


@dataclass(frozen=True, slots=True)
class State:
    """An aggregate's present state as an event, for a republish."""

    key: Any
    sequence: int
    event: object


Republisher = Callable[[Db | ReadDb], AsyncIterator[State]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Slice:
    """One business noun of a service, with its doors."""

    name: str
    routes: Sequence[APIRouter] = ()
    consumers: Sequence[Consumers] = ()
    jobs: Jobs | None = None
    metadata: MetaData | None = None


@dataclass(slots=True, kw_only=True)
class Runtime:
    """What one running process of a service holds."""

    service: "Service"
    settings: Settings
    uow: Uow
    stopping: asyncio.Event = field(default_factory=asyncio.Event)
    tasks: list[Callable[[], Coroutine[Any, Any, None]]] = field(default_factory=list)
    """Background work that `extend` adds; run beside the worker's own."""
    ready_checks: list[Callable[[], Awaitable[None]]] = field(default_factory=list)
    broken: bool = False
    """Whether a part of the process died."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """A service as its `app.py` writes it down."""

    name: str
    slices: Sequence[Slice]
    migrations: Path
    republish: Mapping[Topic, Republisher] = field(default_factory=dict)
    ports: Mapping[type, Callable[[Settings], Any]] = field(default_factory=dict)
    cli: typer.Typer | None = None
    authenticate: Authenticate | None = None
    extend: Callable[[FastAPI, Runtime], None] | None = None
    """Adds mounts and background tasks (the gateway's feed and proxy)."""
    wrap: Callable[[ASGIApp, Runtime], ASGIApp] | None = None
    """Puts pure ASGI middleware around the whole application."""

    @property
    def consumers(self) -> tuple[Consumers, ...]:
        """All consumer groups."""
        return tuple(c for s in self.slices for c in s.consumers)

    @property
    def timer_handlers(self) -> dict[str, TimerHandler]:
        """Timers of all slices by name."""
        return {n: h for s in self.slices if s.jobs for n, h in s.jobs.timers.items()}

    @property
    def metadata(self) -> list[MetaData]:
        """Tables of the service: ours and those of its slices."""
        return [tables.metadata, *(s.metadata for s in self.slices if s.metadata is not None)]


def build_uow(service: Service, settings: Settings) -> Uow:
    """Return the service's database with its adapters."""
    engine, reader = engines(settings.database_url, settings.database_pool, service.name)
    ports = {protocol: make(settings) for protocol, make in service.ports.items()}
    return Uow(service.name, engine, reader, ports)


def build_app(service: Service, runtime: Runtime | None = None) -> FastAPI:
    """Return the HTTP application; without a runtime it only describes itself (OpenAPI)."""
    app = ProblemApi(
        title=f"Vitrazh {service.name}",
        version="1",
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        max_body_size=MAX_JSON_BYTES,
        generate_unique_id_function=lambda route: f"{service.name}-{route.name}",
        responses={"4XX": {"description": "Problem", "content": {"application/problem+json": {}}}},
    )
    install_problems(app)
    for part in service.slices:
        for router in part.routes:
            app.include_router(router)
    if runtime is not None:
        authenticate = service.authenticate or by_token(
            Verifier(runtime.settings.public_key, service.name)
        )
        app.state.context = HttpContext(service.name, runtime.uow, authenticate)
        app.state.runtime = runtime
    if service.extend is not None and runtime is not None:
        service.extend(app, runtime)
    return app
