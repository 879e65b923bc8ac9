"""What is kept for a while and then goes: published outbox rows, inbox rows, old answers."""

import asyncio

from sqlalchemy import text

from chassis.actor import Actor
from chassis.db import Uow
from chassis.telemetry import log

EVERY_S = 3600
CHUNK = 5000
# The inbox must outlive the topics (14 d), else a re-read record would act twice.
_RULES = (
    # The oldest stand first; an index on the time would be written twice an event for this alone.
    """DELETE FROM outbox WHERE position IN (
         SELECT position FROM outbox ORDER BY position LIMIT 5000)
       AND published_at < now() - interval '14 days'""",
    """DELETE FROM inbox WHERE ctid = ANY (ARRAY(
         SELECT ctid FROM inbox
         WHERE processed_at < now() - interval '30 days' LIMIT 5000))""",
    """DELETE FROM idempotency WHERE ctid = ANY (ARRAY(
         SELECT ctid FROM idempotency WHERE expires_at < now() LIMIT 5000))""",
)


async def tidy(uow: Uow) -> int:
    """Delete what is old, in small transactions; return the number of rows."""
    total = 0
    for rule in _RULES:
        while True:
            async with uow.write(Actor.system(uow.service)) as db:
                gone: int = (await db.execute(text(rule))).rowcount  # type: ignore[attr-defined]
            total += gone
            if gone < CHUNK:
                break
    return total


async def run_housekeeping(uow: Uow, stopping: asyncio.Event) -> None:
    """Tidy once an hour until the process stops."""
    while not stopping.is_set():
        try:
            await tidy(uow)
        except Exception as error:  # noqa: BLE001 - tried again in an hour
            log().warning("housekeeping waits", why=repr(error))
        try:
            await asyncio.wait_for(stopping.wait(), EVERY_S)
        except TimeoutError:
            continue
