"""Traces, metrics and logs with the same ids; configured by the standard OTEL_* variables.

The path of a fact crosses the outbox: the causing request's `traceparent` is stored in the row,
sent as a header, and taken up by the consumer, so one trace reaches from click to tablet.
"""

import logging
import os
import sys
from collections.abc import Iterator, Mapping, MutableMapping, Sequence
from contextlib import contextmanager
from typing import Any, Final

import structlog
from opentelemetry import propagate, trace
from opentelemetry.instrumentation.sqlalchemy import SQLAlchemyInstrumentor
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor, SpanExporter
from opentelemetry.trace import Span, SpanKind
from prometheus_client import Counter, Gauge, Histogram
from sqlalchemy.ext.asyncio import AsyncEngine
from structlog.typing import Processor

tracer = trace.get_tracer("vitrazh")

outbox_age = Gauge("vitrazh_outbox_age_seconds", "Age of the oldest unpublished outbox row")
outbox_published = Counter("vitrazh_outbox_published_total", "Outbox rows acknowledged by Kafka")
relay_restarts = Counter("vitrazh_relay_restarts_total", "Times the relay began anew")
consumed = Counter("vitrazh_consumed_total", "Records by outcome", ["consumer", "outcome"])
consumer_lag = Gauge("vitrazh_consumer_lag", "Records behind the log's end", ["consumer"])
dead = Counter("vitrazh_dead_letters_total", "Records put among the dead letters", ["consumer"])
loop_lag = Histogram("vitrazh_event_loop_lag_seconds", "How late the event loop wakes")
handled = Histogram(
    "vitrazh_http_seconds", "HTTP requests", ["method", "route", "status"],
    buckets=(0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10),
)  # fmt: skip


def configure(service: str, level: str = "INFO") -> None:
    """Set up JSON logs and, if an exporter is named in OTEL_TRACES_EXPORTER, traces."""
    structlog.configure(
        processors=[*_MEANING, *_FORM],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelNamesMapping()[level]),
    )
    _let_libraries_speak_so()
    exporter = _exporter()
    if exporter is not None:
        provider = TracerProvider(resource=Resource.create({"service.name": service}))
        provider.add_span_processor(BatchSpanProcessor(exporter))
        trace.set_tracer_provider(provider)


def _let_libraries_speak_so() -> None:
    """Give what libraries say, and Python's own warnings, the form of our lines."""
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[*_MEANING, structlog.stdlib.add_logger_name],
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *_FORM],
        )
    )
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    logging.captureWarnings(True)


def _exporter() -> SpanExporter | None:
    kind = os.environ.get("OTEL_TRACES_EXPORTER", "none")
    if kind == "zipkin":
        from opentelemetry.exporter.zipkin.json import ZipkinExporter  # noqa: PLC0415 - optional

        return ZipkinExporter()
    if kind == "otlp":
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import (  # noqa: PLC0415
            OTLPSpanExporter,
        )

        return OTLPSpanExporter()
    return None


def instrument_engines(*engines: AsyncEngine) -> None:
    """Trace the statements of these engines; texts only, never the values."""
    # It names SQLAlchemy < 2.1 as its newest; it was seen to work on the one that is pinned here.
    SQLAlchemyInstrumentor().instrument(
        engines=[engine.sync_engine for engine in engines], skip_dep_check=True
    )


def _trace_ids(_logger: Any, _method: str, event: MutableMapping[str, Any]) -> Any:
    context = trace.get_current_span().get_span_context()
    if context.is_valid:
        event["trace_id"] = format(context.trace_id, "032x")
    return event


_MEANING: Final[tuple[Processor, ...]] = (
    structlog.contextvars.merge_contextvars,
    structlog.processors.add_log_level,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
    _trace_ids,
)
_FORM: Final[tuple[Processor, ...]] = (
    structlog.processors.format_exc_info,
    structlog.processors.JSONRenderer(ensure_ascii=False),
)


def traceparent() -> str | None:
    """Return the W3C header of the current span, for an outbox row; None without a trace."""
    carrier: dict[str, str] = {}
    propagate.inject(carrier)
    return carrier.get("traceparent")


@contextmanager
def span(
    name: str,
    *,
    parent: str | None = None,
    kind: SpanKind = SpanKind.INTERNAL,
    attributes: Mapping[str, str | int] | None = None,
    links: Sequence[trace.Link] = (),
) -> Iterator[Span]:
    """Open a span; `parent` is a `traceparent` that came from elsewhere."""
    context = propagate.extract({"traceparent": parent}) if parent else None
    with tracer.start_as_current_span(
        name, context=context, kind=kind, attributes=dict(attributes or {}), links=links
    ) as opened:
        yield opened


def log() -> Any:
    """Return the process's structured logger."""
    return structlog.get_logger()
