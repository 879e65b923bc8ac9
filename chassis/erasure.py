"""What a tombstone takes along: answers kept under idempotency keys, which may hold a name.

A slice forgets its own rows; the inbox drops the key's dead letters; outbox rows of personal
topics go as soon as they are published.
"""

from sqlalchemy import Text, bindparam, text
from sqlalchemy.ext.asyncio import AsyncSession

_ANSWERS = text(
    "DELETE FROM idempotency WHERE position(convert_to(:key, 'UTF8') IN body) > 0"
).bindparams(bindparam("key", type_=Text))


async def forget_answers(session: AsyncSession, key: str) -> None:
    """Remove the kept answers that speak of this key."""
    await session.execute(_ANSWERS, {"key": key})
