"""The process of a service: `python -m services.<name> --role all|api|worker`."""

import argparse
import asyncio
import contextlib
import gc
import os
import signal
import sys
import time
from collections.abc import Iterator

import uvicorn
import uvloop
from fastapi import FastAPI
from opentelemetry import trace
from opentelemetry.instrumentation.fastapi import FastAPIInstrumentor
from opentelemetry.sdk.trace import TracerProvider
from sqlalchemy import text
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from chassis import health
from chassis.consumer import Group, Watchdog
from chassis.housekeeping import run_housekeeping
from chassis.inbox import Inbox
from chassis.kafka import check_topics
from chassis.migrations import SchemaDiffers, check_schema
from chassis.relay import Relay
from chassis.service import Runtime, Service, build_app, build_uow
from chassis.settings import Settings
from chassis.telemetry import configure, handled, instrument_engines, log, loop_lag
from chassis.timers import run_loop, run_timers
from chassis.wire import BoundedHttp

_METHODS = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"}
PATIENCE_S = 60
GRACE_S = 25


class _Server(uvicorn.Server):
    """uvicorn without its signal handlers: it would raise SIGTERM again before we are done."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


class _Measured:
    """Pure ASGI: counts requests by route and keeps the tracing spans few."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        status = 500
        begun = time.perf_counter()

        async def watched(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self.app(scope, receive, watched)
        finally:
            route = getattr(scope.get("route"), "path", "other")
            method = scope["method"] if scope["method"] in _METHODS else "other"
            handled.labels(method, route, status).observe(time.perf_counter() - begun)


def compose(service: Service, runtime: Runtime, *, api: bool) -> ASGIApp:
    """Return the ASGI application of a process; a worker serves its health only."""
    app = build_app(service, runtime) if api else FastAPI(openapi_url=None)
    app.include_router(health.router)
    app.state.ready_checks = _ready_checks(runtime)
    app.state.watchdog = None
    app.state.may_watch = runtime.settings.may_watch
    if isinstance(trace.get_tracer_provider(), TracerProvider):
        instrument_engines(runtime.uow.engine, runtime.uow.reader)
        FastAPIInstrumentor.instrument_app(
            app,
            excluded_urls="health,metrics",
            exclude_spans=["send", "receive"],
            server_request_hook=_without_query,
        )
    wrapped: ASGIApp = _Measured(app)
    if service.wrap is not None and api:
        wrapped = service.wrap(wrapped, runtime)
    return wrapped


def _without_query(span: trace.Span, scope: Scope) -> None:
    """What is searched for (`?q=ivanova`) is personal and does not belong in a trace."""
    for name in ("http.url", "http.target", "url.full", "url.query"):
        span.set_attribute(name, scope["path"])


def _ready_checks(runtime: Runtime) -> dict[str, object]:
    async def database() -> None:
        async with runtime.uow.reader.connect() as connection:
            await connection.execute(text("SELECT 1"))

    checks: dict[str, object] = {"database": database}
    for number, check in enumerate(runtime.ready_checks):
        checks[f"extra-{number}"] = check
    return checks


def _server(app: ASGIApp, settings: Settings) -> _Server:
    return _Server(
        uvicorn.Config(
            app,
            host=settings.http_host,
            port=settings.http_port,
            # Its lines take our form (telemetry), so it may not bring its own.
            log_config=None,
            log_level="warning",
            access_log=False,
            lifespan="off",
            http=BoundedHttp,
            ws="none",
            timeout_graceful_shutdown=GRACE_S,
            timeout_keep_alive=75,
            server_header=False,
            proxy_headers=False,
        )
    )


async def serve(service: Service, settings: Settings, role: str) -> int:
    """Run one process until SIGTERM or SIGINT; ends in order within 30 s. 1 = a part died."""
    runtime = Runtime(service=service, settings=settings, uow=build_uow(service, settings))
    await _wait_for_parts(runtime)
    app = compose(service, runtime, api=role != "worker")
    server = _server(app, settings)
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, runtime.stopping.set)
    work = Worker(runtime) if role != "api" else None
    background = [asyncio.create_task(_measure_lag())]
    background += [asyncio.create_task(run()) for run in runtime.tasks if role != "worker"]
    for part in background:
        part.add_done_callback(lambda done: _end_with(done, runtime))
    if work is not None:
        work.start()
    serving = asyncio.create_task(server.serve())
    _settle_garbage()
    log().info("started", service=service.name, role=role, port=settings.http_port)
    stop = asyncio.create_task(runtime.stopping.wait())
    await asyncio.wait({serving, stop}, return_when=asyncio.FIRST_COMPLETED)
    runtime.stopping.set()
    server.should_exit = True
    if work is not None:
        await work.stop()
    await serving
    for task in [*background, stop]:
        task.cancel()
    await asyncio.gather(*background, stop, return_exceptions=True)
    await _close(runtime)
    return int(runtime.broken)


def _end_with(done: "asyncio.Task[None]", runtime: Runtime) -> None:
    """End the process when a part of it has died: half a process helps nobody.

    A part that is cancelled while nobody asked us to end was cancelled by a library within it.
    """
    error: BaseException | None
    if done.cancelled():
        error = None if runtime.stopping.is_set() else asyncio.CancelledError("from within")
    else:
        error = done.exception()
    if error is not None:
        log().critical("a part of the process died", why=repr(error))
        runtime.broken = True
        runtime.stopping.set()


async def _close(runtime: Runtime) -> None:
    for port in runtime.uow.ports.values():
        closing = getattr(port, "close", None)
        if closing is not None:
            await closing()
    await runtime.uow.close()


class Worker:
    """Relay, consumers, timers and loops of one process."""

    def __init__(self, runtime: Runtime) -> None:
        service, settings, uow = runtime.service, runtime.settings, runtime.uow
        self.runtime = runtime
        self.relay = Relay(service.name, settings)
        self.groups = [
            Group(
                Inbox(c, uow, tries=settings.consumer_tries, backoff=settings.consumer_backoff),
                settings,
            )
            for c in service.consumers
        ]
        self.watchdog = Watchdog(self.groups, lambda: os._exit(1))
        self._tasks: list[asyncio.Task[None]] = []
        self._watch: list[asyncio.Task[None]] = []

    def start(self) -> None:
        """Start everything."""
        uow, stopping = self.runtime.uow, self.runtime.stopping
        service = self.runtime.service
        loops = [every for s in service.slices if s.jobs for every in s.jobs.loops]
        runs = [
            self.relay.run(),
            *(group.run() for group in self.groups),
            run_timers(uow, service.timer_handlers, stopping),
            *(run_loop(uow, every, stopping) for every in loops),
            run_housekeeping(uow, stopping),
        ]
        self._tasks = [asyncio.create_task(run) for run in runs]
        for task in self._tasks:
            task.add_done_callback(lambda done: _end_with(done, self.runtime))
        self._watch = [asyncio.create_task(self.watchdog.run())]

    async def stop(self) -> None:
        """End consumers and loops, and the relay last, so that what they wrote still leaves."""
        for group in self.groups:
            group.stop()
        await asyncio.wait(self._tasks[1:], timeout=GRACE_S)
        self.relay.stop()
        await asyncio.wait(self._tasks, timeout=5)
        for task in [*self._tasks, *self._watch]:
            task.cancel()
        await asyncio.gather(*self._tasks, *self._watch, return_exceptions=True)


async def _wait_for_parts(runtime: Runtime) -> None:
    """Wait a minute for database and bus; a wrong schema ends the process at once."""
    deadline = time.monotonic() + PATIENCE_S
    while True:
        try:
            await check_schema(runtime.service, runtime.uow.reader)
            await check_topics(runtime.settings)
        except SchemaDiffers:
            raise
        except Exception as error:
            if time.monotonic() > deadline:
                raise
            log().warning("waiting for database and bus", why=repr(error))
            await asyncio.sleep(0.5)
        else:
            return


async def _measure_lag() -> None:
    while True:
        begun = time.perf_counter()
        await asyncio.sleep(0.5)
        loop_lag.observe(max(0.0, time.perf_counter() - begun - 0.5))


def _settle_garbage() -> None:
    # Full collections over the imported modules gave p99 112-129 ms at 16 writers, 60-80 after.
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


def main(service: Service) -> None:
    """Entry of `python -m services.<name>`."""
    parser = argparse.ArgumentParser(prog=f"vitrazh-{service.name}")
    parser.add_argument("--role", choices=("all", "api", "worker"), default="all")
    role: str = parser.parse_args().role
    settings = Settings()
    configure(service.name, settings.log_level)
    sys.exit(uvloop.run(serve(service, settings, role)))
