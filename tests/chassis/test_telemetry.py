"""Telemetry: one trace from the request over outbox and bus to the consumer."""

from uuid import UUID

import pytest
from opentelemetry.instrumentation.fastapi import FastAPIInstrumentor
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from sqlalchemy import select

from chassis import tables, telemetry
from chassis.service import build_app
from chassis.settings import Settings
from chassis.testing import World
from contracts.rights import Role
from tests.chassis.bus import acted, consuming, relaying
from tests.chassis.records import everything


async def test_one_trace_reaches_from_the_request_to_the_consumer(
    world: World, bus: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    spans = InMemorySpanExporter()
    provider = TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(spans))
    monkeypatch.setattr(telemetry, "tracer", provider.get_tracer("test"))
    app = build_app(world.service, world.runtime)
    FastAPIInstrumentor.instrument_app(app, tracer_provider=provider)
    monkeypatch.setattr(world, "app", app)
    trace_id = "0af7651916cd43dd8448eb211c80319c"

    async with relaying(world, bus), consuming(world, bus):
        client = world.client(world.actor(Role.DESK))
        answer = await client.post(
            "/api/pots",
            json={"name": "a"},
            headers={"traceparent": f"00-{trace_id}-b7ad6b7169203331-01"},
        )
        assert answer.status_code == 201
        pot_id = UUID(answer.json()["id"])
        await acted(world, pot_id, "1")
    FastAPIInstrumentor.uninstrument_app(app)

    (row,) = await world.rows(select(tables.outbox))
    (item,) = await everything(bus)
    header = dict(item.headers)["traceparent"].decode()
    assert row["traceparent"].split("-")[1] == header.split("-")[1] == trace_id
    ours = {
        span.name: span
        for span in spans.get_finished_spans()
        if span.context and format(span.context.trace_id, "032x") == trace_id
    }
    sent = ours["publish notifications.message.accepted.v1"]
    taken = ours["notifications.probe notifications.message.accepted.v1"]
    assert sent.context is not None
    assert taken.parent is not None
    assert taken.parent.span_id == sent.context.span_id
    assert any("POST" in name for name in ours)
