"""Idempotency-Key: the answer is stored in the transaction of the effect, and given again.

A key in flight is refused with 409. The advisory lock is its own statement and comes first: a
look-up in the same statement would read a snapshot taken before the lock, and so miss the row of
a writer that has just finished (that would be a second effect).
"""

import hmac
import re
from datetime import timedelta

from sqlalchemy import bindparam, select, text
from starlette.responses import Response

from chassis import tables
from chassis.db import Db
from chassis.errors import Conflict, DomainError
from chassis.write_out import Remembered

_KEY = re.compile(r"[\x21-\x7e]{1,255}")
_KEPT_HEADERS = ("content-type", "etag", "location")


class IdempotencyKeyRequired(DomainError):
    """A POST that creates or moves something came without a key."""

    code = "idempotency-key-required"
    ru = "Нужен заголовок Idempotency-Key (1–255 видимых знаков ASCII)"
    en = "The Idempotency-Key header is required (1-255 visible ASCII characters)"


class IdempotencyKeyReused(DomainError):
    """The key was used for another request."""

    status = 422
    code = "idempotency-key-reused"
    ru = "Этот Idempotency-Key уже использован для другого запроса"
    en = "This Idempotency-Key was already used for another request"


class RequestInFlight(Conflict):
    """The same key is being worked on right now."""

    code = "request-in-flight"
    ru = "Этот же запрос уже выполняется"
    en = "The same request is being processed"
    retry_after = 1


_LOCK = text("SELECT pg_try_advisory_xact_lock(hashtextextended(:name, 4711))")
_FIND = select(
    tables.idempotency.c.fingerprint,
    tables.idempotency.c.status,
    tables.idempotency.c.headers,
    tables.idempotency.c.body,
).where(
    tables.idempotency.c.actor == bindparam("actor"),
    tables.idempotency.c.key == bindparam("key"),
    tables.idempotency.c.expires_at > bindparam("now"),
)


async def claim(db: Db, key: str, fingerprint: str) -> Response | None:
    """Take the key for this transaction, or return the answer that was given before.

    Raises:
        IdempotencyKeyRequired: no key, or an ill-formed one.
        IdempotencyKeyReused: the key belongs to another request.
        RequestInFlight: another transaction works on it now.
    """
    if not _KEY.fullmatch(key):
        raise IdempotencyKeyRequired
    if not await db.scalar(_LOCK, {"name": f"{db.actor.subject}\n{key}"}):
        raise RequestInFlight
    row = await db.row(_FIND, {"actor": db.actor.subject, "key": key, "now": db.now})
    if row is None:
        return None
    if not hmac.compare_digest(row["fingerprint"], fingerprint):
        raise IdempotencyKeyReused
    headers = dict(row["headers"])
    return Response(row["body"], row["status"], headers | {"Idempotency-Replayed": "true"})


def remembered(
    db: Db, key: str, fingerprint: str, response: Response, memory: timedelta
) -> Remembered:
    """Return the row that keeps this answer."""
    kept = [[name, response.headers[name]] for name in _KEPT_HEADERS if name in response.headers]
    return Remembered(
        db.actor.subject,
        key,
        fingerprint,
        response.status_code,
        kept,
        bytes(response.body),
        db.now + memory,
    )
