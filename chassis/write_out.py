"""The end of a unit of work in one round trip: outbox, audit, timers and idempotent answer.

One statement of CTEs instead of four inserts: -0.7 ms a request, measured (probes).
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, DateTime, LargeBinary, SmallInteger, Text, Uuid, bindparam, text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.ext.asyncio import AsyncSession


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
  SELECT r.id, r.topic, r.key, r.type, r.payload, r.sequence, :now, :actor,
         :correlation, :causation, :traceparent
  FROM unnest(:o_id, :o_topic, :o_key, :o_type, :o_payload, :o_sequence)
       WITH ORDINALITY AS r(id, topic, key, type, payload, sequence, n)
  ORDER BY r.n RETURNING 1),
n AS (SELECT pg_notify('outbox', '') FROM o LIMIT 1)"""
_AUDIT = """
a AS (
  INSERT INTO audit (at, actor, operator, action, subject, old, new, correlationid)
  SELECT :now, :actor, :operator, r.action, r.subject, r.old::jsonb, r.new::jsonb, :correlation
  FROM unnest(:a_action, :a_subject, :a_old, :a_new)
       WITH ORDINALITY AS r(action, subject, old, new, n)
  ORDER BY r.n RETURNING 1)"""
_TIMERS = """
t AS (
  INSERT INTO timers (name, key, at, payload, correlationid, traceparent)
  SELECT r.name, r.key, r.at, r.payload::jsonb, :correlation, :traceparent
  FROM unnest(:t_name, :t_key, :t_at, :t_payload) AS r(name, key, at, payload)
  ON CONFLICT (name, key) DO UPDATE SET at = excluded.at, payload = excluded.payload, tries = 0,
    correlationid = excluded.correlationid, traceparent = excluded.traceparent
  RETURNING 1)"""
_CANCEL = """
c AS (
  DELETE FROM timers USING unnest(:c_name, :c_key) AS r(name, key)
  WHERE timers.name = r.name AND timers.key = r.key RETURNING 1)"""
_ANSWER = """
i AS (
  INSERT INTO idempotency (actor, key, fingerprint, status, headers, body, expires_at)
  VALUES (:i_actor, :i_key, :i_fingerprint, :i_status, :i_headers, :i_body, :i_expires)
  ON CONFLICT (actor, key) DO UPDATE SET fingerprint = excluded.fingerprint,
    status = excluded.status, headers = excluded.headers, body = excluded.body,
    expires_at = excluded.expires_at
  RETURNING 1)"""

_INSTANT = DateTime(timezone=True)
_TYPES: dict[str, Any] = {
    "now": _INSTANT,
    "actor": Text,
    "operator": Text,
    "correlation": Text,
    "causation": Text,
    "traceparent": Text,
    "o_id": ARRAY(Uuid),
    "o_topic": ARRAY(Text),
    "o_key": ARRAY(Text),
    "o_type": ARRAY(Text),
    "o_payload": ARRAY(Text),
    "o_sequence": ARRAY(BigInteger),
    "a_action": ARRAY(Text),
    "a_subject": ARRAY(Uuid),
    "a_old": ARRAY(Text),
    "a_new": ARRAY(Text),
    "t_name": ARRAY(Text),
    "t_key": ARRAY(Text),
    "t_at": ARRAY(_INSTANT),
    "t_payload": ARRAY(Text),
    "c_name": ARRAY(Text),
    "c_key": ARRAY(Text),
    "i_actor": Text,
    "i_key": Text,
    "i_fingerprint": Text,
    "i_status": SmallInteger,
    "i_headers": JSONB,
    "i_body": LargeBinary,
    "i_expires": _INSTANT,
}


async def write_out(
    session: AsyncSession,
    *,
    outbox: Sequence[OutboxRow],
    audit: Sequence[AuditRow],
    timers: Sequence[TimerChange],
    remembered: Remembered | None,
    head: Mapping[str, Any],
) -> None:
    """Write everything in one statement; nothing to write = no statement."""
    parts: list[str] = []
    values: dict[str, Any] = {}
    if outbox:
        parts.append(_OUTBOX)
        values |= _columns(
            "o",
            ("id", "topic", "key", "type", "payload", "sequence"),
            [(r.id, r.topic, str(r.key), r.type, r.payload, r.sequence) for r in outbox],
        )
    if audit:
        parts.append(_AUDIT)
        values |= _columns(
            "a",
            ("action", "subject", "old", "new"),
            [(r.action, r.subject, _json(r.old), _json(r.new)) for r in audit],
        )
    _add_timers(timers, parts, values)
    if remembered is not None:
        parts.append(_ANSWER)
        values |= _answer(remembered)
    if not parts:
        return
    tail = "SELECT count(*) FROM n" if outbox else "SELECT 1"  # `n` runs only when it is read
    sql = f"WITH {','.join(parts)} {tail}"
    named = {name: head[name] for name in head if f":{name}" in sql} | values
    await session.execute(
        text(sql).bindparams(*(bindparam(name, type_=_TYPES[name]) for name in named)), named
    )


def _answer(remembered: Remembered) -> dict[str, Any]:
    return {
        "i_actor": remembered.actor,
        "i_key": remembered.key,
        "i_fingerprint": remembered.fingerprint,
        "i_status": remembered.status,
        "i_headers": remembered.headers,
        "i_body": remembered.body,
        "i_expires": remembered.expires_at,
    }


def _add_timers(timers: Sequence[TimerChange], parts: list[str], values: dict[str, Any]) -> None:
    # Always in the same order: two transactions with the same timers must not lock each other out.
    in_order = sorted(timers, key=lambda t: (t.name, t.key))
    to_set = [t for t in in_order if t.at is not None]
    to_cancel = [t for t in in_order if t.at is None]
    if to_set:
        parts.append(_TIMERS)
        values |= _columns(
            "t",
            ("name", "key", "at", "payload"),
            [(t.name, t.key, t.at, _json(t.payload)) for t in to_set],
        )
    if to_cancel:
        parts.append(_CANCEL)
        values |= _columns("c", ("name", "key"), [(t.name, t.key) for t in to_cancel])


def _columns(
    prefix: str, names: tuple[str, ...], rows: Sequence[tuple[Any, ...]]
) -> dict[str, list[Any]]:
    columns = zip(*rows, strict=True)
    return {f"{prefix}_{name}": list(column) for name, column in zip(names, columns, strict=True)}


def _json(value: Mapping[str, Any] | None) -> str | None:
    if value is None:
        return None
    return json.dumps(value, ensure_ascii=False, default=str)
