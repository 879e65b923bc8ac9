"""Failpoints: places where a test may stop, delay or break a real process.

`VITRAZH_FAILPOINT=name:action[:n]`, action `exit`, `raise`, `sleep` (five seconds) or `hang` (for
ever); fires at the n-th passing (1 if not given). Ignored unless `VITRAZH_ENVIRONMENT=test`, so that
no shop is ever hit by one.
"""

import asyncio
import os
from typing import Final

ACTIONS: Final = frozenset({"exit", "raise", "sleep", "hang"})
POINTS: Final = frozenset(
    {
        "api.before_commit",
        "api.after_commit_before_response",
        "relay.after_send_before_mark",
        "relay.mid_batch",
        "consumer.before_commit",
        "consumer.after_commit_before_ack",
        "consumer.after_dead_letter_before_ack",
        "notify.after_claim",
        "notify.after_provider_ok",
        "file.after_store_before_row",
        "timer.before_commit",
    }
)
KILLED = 137


class FailpointRaised(RuntimeError):
    """A failpoint said so."""


class _Plan:
    def __init__(self, text: str) -> None:
        name, _, rest = text.partition(":")
        action, _, count = rest.partition(":")
        if name not in POINTS or action not in ACTIONS:
            raise ValueError(text)
        self.name, self.action, self.left = name, action, int(count or 1)


def _read() -> _Plan | None:
    text = os.environ.get("VITRAZH_FAILPOINT", "")
    if not text or os.environ.get("VITRAZH_ENVIRONMENT") != "test":
        return None
    return _Plan(text)


_plan = _read()


async def failpoint(name: str) -> None:
    """Do what the plan says of this place; without a plan, nothing."""
    if _plan is None or _plan.name != name:
        return
    _plan.left -= 1
    if _plan.left != 0:
        return
    if _plan.action == "exit":
        os._exit(KILLED)
    if _plan.action == "raise":
        raise FailpointRaised(name)
    if _plan.action == "hang":
        await asyncio.Event().wait()
    await asyncio.sleep(5)
