"""The end of a unit of work in one round trip: outbox, audit, timers and idempotent answer.

One statement of CTEs instead of four inserts: -0.7 ms a request, measured (probes).
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

from chassis.errors import Conflict
from chassis.jsons import dumps
from chassis.lane import Lane


class RequestInFlight(Conflict):
    """The same key is being worked on right now."""

    code = "request-in-flight"
    ru = "Этот же запрос уже выполняется"
    en = "The same request is being processed"
    retry_after = 1


@dataclass(frozen=True, slots=True)
class OutboxRow:
    """An event on its way out; `payload` None is a tombstone."""

    id: UUID
    topic: str
    key: UUID
    type: str
    payload: str | None
    sequence: int


@dataclass(frozen=True, slots=True)
class AuditRow:
    """Who did what (the who comes with the transaction)."""

    action: str
    subject: UUID
    old: Mapping[str, Any] | None
    new: Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class TimerChange:
    """Set a timer, or take it back (`at` None)."""

    name: str
    key: str
    at: datetime | None
    payload: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Remembered:
    """An HTTP answer kept under the caller's idempotency key."""

    actor: str
    key: str
    fingerprint: str
    status: int
    headers: list[list[str]]
    body: bytes
    expires_at: datetime


_OUTBOX = """
o AS (
  INSERT INTO outbox (id, aggregatetype, aggregateid, type, payload, sequence, time, actor,
                      correlationid, causationid, traceparent)
  SELECT r.id, r.topic, r.key, r.type, r.payload, r.sequence, :now::timestamptz, :actor::text,
         :correlation::text, :causation::text, :traceparent::text
  FROM unnest(:o_id::uuid[], :o_topic::text[], :o_key::text[], :o_type::text[],
              :o_payload::text[], :o_sequence::bigint[])
       WITH ORDINALITY AS r(id, topic, key, type, payload, sequence, n)
  ORDER BY r.n RETURNING 1),
n AS (SELECT pg_notify('outbox', '') FROM o LIMIT 1)"""
_AUDIT = """
a AS (
  INSERT INTO audit (at, actor, operator, action, subject, old, new, correlationid)
  SELECT :now::timestamptz, :actor::text, :operator::text, r.action, r.subject, r.old::jsonb,
         r.new::jsonb, :correlation::text
  FROM unnest(:a_action::text[], :a_subject::uuid[], :a_old::text[], :a_new::text[])
       WITH ORDINALITY AS r(action, subject, old, new, n)
  ORDER BY r.n RETURNING 1)"""
_TIMERS = """
t AS (
  INSERT INTO timers (name, key, at, payload, correlationid, traceparent)
  SELECT r.name, r.key, r.at, r.payload::jsonb, :correlation::text, :traceparent::text
  FROM unnest(:t_name::text[], :t_key::text[], :t_at::timestamptz[], :t_payload::text[])
       AS r(name, key, at, payload)
  ON CONFLICT (name, key) DO UPDATE SET at = excluded.at, payload = excluded.payload, tries = 0,
    correlationid = excluded.correlationid, traceparent = excluded.traceparent
  RETURNING 1)"""
_CANCEL = """
c AS (
  DELETE FROM timers USING unnest(:c_name::text[], :c_key::text[]) AS r(name, key)
  WHERE timers.name = r.name AND timers.key = r.key RETURNING 1)"""
# A row that still lives is another request's answer: it was committed after this one had looked.
_ANSWER = """
i AS (
  INSERT INTO idempotency (actor, key, fingerprint, status, headers, body, expires_at)
  VALUES (:i_actor, :i_key, :i_fingerprint, :i_status, :i_headers, :i_body, :i_expires)
  ON CONFLICT (actor, key) DO UPDATE SET fingerprint = excluded.fingerprint,
    status = excluded.status, headers = excluded.headers, body = excluded.body,
    expires_at = excluded.expires_at
    WHERE idempotency.expires_at <= :now::timestamptz
  RETURNING 1)"""
_PARTS = {"o": _OUTBOX, "a": _AUDIT, "t": _TIMERS, "c": _CANCEL, "i": _ANSWER}
_NAME = re.compile(r"(?<!:):([a-z_]+)")


@cache
def _statement(parts: str) -> tuple[str, tuple[str, ...]]:
    """Return the statement that writes these parts, and whose values stand in its places."""
    # `n` runs only when it is read.
    noted = "(SELECT count(*) FROM n)" if "o" in parts else "0"
    kept = "(SELECT count(*) FROM i)" if "i" in parts else "1"
    sql = f"WITH {','.join(_PARTS[part] for part in parts)} SELECT {noted}, {kept}"
    names = tuple(dict.fromkeys(_NAME.findall(sql)))
    return _NAME.sub(lambda match: f"${names.index(match[1]) + 1}", sql), names


async def write_out(
    lane: Lane,
    *,
    outbox: Sequence[OutboxRow],
    audit: Sequence[AuditRow],
    timers: Sequence[TimerChange],
    remembered: Remembered | None,
    head: Mapping[str, Any],
) -> None:
    """Write everything in one statement; nothing to write = no statement.

    Raises:
        RequestInFlight: another request of the same key has been answered meanwhile.
    """
    parts = ""
    values = dict(head)
    if outbox:
        parts += "o"
        values |= _columns(
            "o",
            ("id", "topic", "key", "type", "payload", "sequence"),
            [(r.id, r.topic, str(r.key), r.type, r.payload, r.sequence) for r in outbox],
        )
    if audit:
        parts += "a"
        values |= _columns(
            "a",
            ("action", "subject", "old", "new"),
            [(r.action, r.subject, _json(r.old), _json(r.new)) for r in audit],
        )
    if timers:
        parts += _add_timers(timers, values)
    if remembered is not None:
        parts += "i"
        values |= _answer(remembered)
    if not parts:
        return
    sql, names = _statement(parts)
    ((_, kept),) = await lane.fetch(sql, [values[name] for name in names])
    if not kept:
        raise RequestInFlight


def _answer(remembered: Remembered) -> dict[str, Any]:
    return {
        "i_actor": remembered.actor,
        "i_key": remembered.key,
        "i_fingerprint": remembered.fingerprint,
        "i_status": remembered.status,
        "i_headers": dumps(remembered.headers),
        "i_body": remembered.body,
        "i_expires": remembered.expires_at,
    }


def _add_timers(timers: Sequence[TimerChange], values: dict[str, Any]) -> str:
    # Always in the same order: two transactions with the same timers must not lock each other out.
    in_order = sorted(timers, key=lambda t: (t.name, t.key))
    to_set = [t for t in in_order if t.at is not None]
    to_cancel = [t for t in in_order if t.at is None]
    if to_set:
        values |= _columns(
            "t",
            ("name", "key", "at", "payload"),
            [(t.name, t.key, t.at, _json(t.payload)) for t in to_set],
        )
    if to_cancel:
        values |= _columns("c", ("name", "key"), [(t.name, t.key) for t in to_cancel])
    return "t" * bool(to_set) + "c" * bool(to_cancel)


def _columns(
    prefix: str, names: tuple[str, ...], rows: Sequence[tuple[Any, ...]]
) -> dict[str, list[Any]]:
    columns = zip(*rows, strict=True)
    return {f"{prefix}_{name}": list(column) for name, column in zip(names, columns, strict=True)}


def _json(value: Mapping[str, Any] | None) -> str | None:
    return None if value is None else dumps(value)
