"""Waiting for something true, with a deadline instead of a guess."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")


async def until(
    check: Callable[[], Awaitable[T]], *, seconds: float = 15, every: float = 0.05
) -> T:
    """Return the first truthy answer of `check`.

    Raises:
        TimeoutError: none came in time; the message shows the last answer.
    """
    deadline = time.monotonic() + seconds
    while True:
        answer = await check()
        if answer:
            return answer
        if time.monotonic() > deadline:
            raise TimeoutError(f"not true within {seconds} s; last: {answer!r}")
        await asyncio.sleep(every)
