"""Idempotency-Key: the answer is stored in the transaction of the effect, and given again.

A key in flight is refused with 409. Lock and look-up are one statement, so its snapshot may be
older than the lock and miss the answer of a request that has just finished. Such a latecomer ends
at its own answer: that row is written only where no living one stands, else everything is undone.
If it meets the other's effect before, it is refused for that (taken, done already, changed): then
the answer is looked for once more, and who has one is told to come again for it.
"""

import hmac
import re
from datetime import timedelta

from starlette.responses import Response

from chassis.actor import Actor
from chassis.db import Db, Uow
from chassis.errors import DomainError
from chassis.write_out import Remembered, RequestInFlight

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


# $1 is the lock's name. The row is looked up by the snapshot of before the lock: a writer that has
# finished in between is not seen here, but by the statement that keeps our own answer.
_CLAIM = """
WITH taken AS MATERIALIZED (
  SELECT pg_try_advisory_xact_lock(hashtextextended($1, 4711)) AS free)
SELECT taken.free, kept.fingerprint, kept.status, kept.headers, kept.body
FROM taken LEFT JOIN idempotency AS kept
  ON kept.actor = $2 AND kept.key = $3 AND kept.expires_at > $4
"""

_ANSWERED = "SELECT FROM idempotency WHERE actor = $1 AND key = $2 AND expires_at > $3"


async def claim(db: Db, key: str, fingerprint: str) -> Response | None:
    """Take the key for this transaction, or return the answer that was given before.

    Raises:
        IdempotencyKeyRequired: no key, or an ill-formed one.
        IdempotencyKeyReused: the key belongs to another request.
        RequestInFlight: another transaction works on it now.
    """
    if not _KEY.fullmatch(key):
        raise IdempotencyKeyRequired
    actor = db.actor.subject
    (row,) = await db.lane.fetch(_CLAIM, [f"{actor}\n{key}", actor, key, db.now])
    if not row["free"]:
        raise RequestInFlight
    if row["fingerprint"] is None:
        return None
    if not hmac.compare_digest(row["fingerprint"], fingerprint):
        raise IdempotencyKeyReused
    headers = dict(row["headers"])
    return Response(row["body"], row["status"], headers | {"Idempotency-Replayed": "true"})


async def was_answered(uow: Uow, actor: Actor, key: str) -> bool:
    """Tell whether the key has its answer by now."""
    async with uow.read(actor) as db:
        return bool(await db.lane.fetch(_ANSWERED, [actor.subject, key, db.now]))


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
