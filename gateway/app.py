"""The gateway: its slices, what they stand on, and what stands around every request."""

import os
from functools import partial
from pathlib import Path

from starlette.requests import Request
from starlette.types import ASGIApp, Scope

from chassis.actor import Actor
from chassis.service import Runtime, Service, Slice
from chassis.tokens import Signer
from contracts.topics import DEVICES, OFFICES, STAFF, TOPICS
from gateway import cli
from gateway.access import http as access_http
from gateway.access import jobs as access_jobs
from gateway.access import tables as access_tables
from gateway.access.adapters.argon2 import Argon2
from gateway.access.ports import Cookies, Hashes
from gateway.access.queries import staff as staff_queries
from gateway.devices import http as devices_http
from gateway.devices import jobs as devices_jobs
from gateway.devices import queries as devices_queries
from gateway.devices import tables as devices_tables
from gateway.feed import http as feed_http
from gateway.feed.adapters.kafka import KafkaLog, cluster_of, log_consumer
from gateway.feed.bus import Tail
from gateway.feed.queries import Hub
from gateway.guard.adapters.memory import ProcessMemory
from gateway.guard.adapters.valkey import rates
from gateway.guard.commands import Watch, authenticate
from gateway.guard.http import Guard
from gateway.guard.ports import GuardSettings, Memory, Rates
from gateway.offices import http as offices_http
from gateway.offices import queries as offices_queries
from gateway.offices import tables as offices_tables
from gateway.pages import http as pages_http
from gateway.proxy import http as proxy_http
from gateway.proxy.adapters.settings import addresses_in
from gateway.proxy.adapters.upstream import HttpUpstream
from gateway.proxy.ports import Upstream
from gateway.throttle import tables as throttle_tables


def _feed(runtime: Runtime) -> feed_http.Feed:
    settings, watch = runtime.settings, Watch(runtime.uow)
    hub = Hub([topic for topic in TOPICS if topic.feed], prefix=settings.topic_prefix)
    consumer = partial(log_consumer, settings)
    tail = Tail(hub, consumer, partial(cluster_of, settings))
    runtime.tasks += [tail.run, partial(hub.end_when, runtime.stopping)]
    return feed_http.Feed(
        hub, KafkaLog(hub.slots, consumer), lambda scope: watch.actor(Request(scope))
    )


def _proxy(runtime: Runtime) -> proxy_http.Proxy:
    async def asked(scope: Scope) -> Actor:
        return await authenticate(Request(scope), runtime.uow)

    signer = Signer(runtime.settings.private_key)
    return proxy_http.Proxy(runtime.uow.ports[Upstream], signer, asked)


def _edge(app: ASGIApp, runtime: Runtime) -> ASGIApp:
    """Headers around the guard, the guard around the feed, the proxy and the gateway's own."""
    public_url = runtime.settings.public_url
    runtime.tasks.append((counts := runtime.uow.ports[Rates]).run)
    inner = proxy_http.Switch(pages_http.Pages(app), {"/api/feed": _feed(runtime)}, _proxy(runtime))
    guarded = Guard(inner, counts, public_url, GuardSettings().trusted)
    return pages_http.SecurityHeaders(guarded, secure=public_url.startswith("https:"))


service = Service(
    name="gateway",
    slices=(
        Slice(name="offices", routes=(offices_http.router,), metadata=offices_tables.metadata),
        Slice(name="throttle", metadata=throttle_tables.metadata),
        Slice(
            name="access",
            routes=access_http.routers,
            jobs=access_jobs.jobs,
            metadata=access_tables.metadata,
        ),
        Slice(
            name="devices",
            routes=(devices_http.router,),
            jobs=devices_jobs.jobs,
            metadata=devices_tables.metadata,
        ),
        Slice(name="feed", routes=(feed_http.router,)),
        Slice(name="proxy", routes=(proxy_http.router,)),
        Slice(name="pages", routes=(pages_http.router,)),
    ),
    migrations=Path(__file__).parent / "migrations",
    republish={
        OFFICES: offices_queries.states,
        STAFF: staff_queries.states,
        DEVICES: devices_queries.states,
    },
    ports={
        Hashes: lambda _: Argon2(),
        Cookies: lambda settings: Cookies(secure=settings.public_url.startswith("https:")),
        Memory: lambda _: ProcessMemory(),
        Rates: rates,
        Upstream: lambda _: HttpUpstream(addresses_in(os.environ)),
    },
    authenticate=authenticate,
    wrap=_edge,
    cli=cli.app,
)
