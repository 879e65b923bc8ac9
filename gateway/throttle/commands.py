"""Count guesses before they are checked, so that a hundred at once are a hundred."""

import hashlib
import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import RowMapping, and_, delete, or_, select, update
from sqlalchemy.dialects.postgresql import insert

from chassis.db import Db
from gateway.throttle.domain import GuessedTooOften, Policy, Tries
from gateway.throttle.tables import guesses

KEPT: timedelta = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Guess:
    """A guess under one policy: at whose password, from which address."""

    policy: Policy
    key: str

    @property
    def row_key(self) -> tuple[str, bytes]:
        """Kind and hash under which it is counted."""
        return self.policy.kind, hashlib.sha256(self.key.encode()).digest()


async def count_guess(db: Db, attempt: Sequence[Guess]) -> None:
    """Count the attempt as wrong under each key; the caller commits before he checks it.

    Raises:
        GuessedTooOften: one of the keys has to wait; nothing is counted then.
    """
    rows = await _locked(db, attempt)
    tries = {key: _tries(row) for key, row in rows.items()}
    wait = max((tries[guess.row_key].wait(db.now) for guess in attempt), default=timedelta())
    if wait:
        raise GuessedTooOften(seconds=math.ceil(wait.total_seconds()))
    for guess in attempt:
        await _write(db, guess, tries[guess.row_key].after_wrong(guess.policy, db.now))


async def forgive(db: Db, attempt: Sequence[Guess]) -> None:
    """The guess was right: forget it."""
    rows = await _locked(db, attempt)
    for guess in attempt:
        await _write(db, guess, _tries(rows[guess.row_key]).after_right(guess.policy))


async def sweep(db: Db) -> None:
    """Forget what has been quiet for a day."""
    await db.execute(delete(guesses).where(guesses.c.last_at < db.now - KEPT))


async def _locked(db: Db, attempt: Sequence[Guess]) -> dict[tuple[str, bytes], RowMapping]:
    """Return the rows, made if missing, locked in one order so that nobody waits in a ring."""
    keys = sorted({guess.row_key for guess in attempt})
    blank = [{"kind": kind, "key": key, "count": 0} for kind, key in keys]
    await db.execute(insert(guesses).values(blank).on_conflict_do_nothing())
    found = await db.rows(
        select(guesses)
        .where(or_(*(and_(guesses.c.kind == kind, guesses.c.key == key) for kind, key in keys)))
        .order_by(guesses.c.kind, guesses.c.key)
        .with_for_update()
    )
    return {(row["kind"], bytes(row["key"])): row for row in found}


async def _write(db: Db, guess: Guess, tries: Tries) -> None:
    kind, key = guess.row_key
    await db.execute(
        update(guesses)
        .where(guesses.c.kind == kind, guesses.c.key == key)
        .values(count=tries.count, last_at=tries.last_at, blocked_until=tries.blocked_until)
    )


def _tries(row: RowMapping) -> Tries:
    return Tries(row["count"], row["last_at"], row["blocked_until"])
