"""What a tombstone takes along: answers kept under idempotency keys, which may hold a name.

A slice forgets its own rows; the inbox drops the key's dead letters; outbox rows of personal
topics go as soon as they are published.
"""

from chassis.lane import Lane

_ANSWERS = "DELETE FROM idempotency WHERE position(convert_to($1::text, 'UTF8') IN body) > 0"


async def forget_answers(lane: Lane, key: str) -> None:
    """Remove the kept answers that speak of this key."""
    await lane.fetch(_ANSWERS, [key])
