"""Because time passed: sessions that no longer hold, and quiet guesses, are forgotten."""

from chassis.actor import Actor
from chassis.db import Uow
from chassis.timers import Jobs
from gateway.access.commands import sessions
from gateway.throttle import commands as throttle

HOUR_S = 3600
jobs = Jobs()


@jobs.every(HOUR_S, name="forget-sessions")
async def forget_sessions(uow: Uow) -> bool:
    """Forget what can no longer be used."""
    async with uow.write(Actor.system(uow.service)) as db:
        await sessions.sweep(db)
        await throttle.sweep(db)
    return False
