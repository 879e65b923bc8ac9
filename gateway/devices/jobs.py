"""Because time passed: codes and short sessions that cannot be used any more are forgotten."""

from chassis.actor import Actor
from chassis.db import Uow
from chassis.timers import Jobs
from gateway.devices import commands

HOUR_S = 3600
jobs = Jobs()


@jobs.every(HOUR_S, name="forget-codes")
async def forget_codes(uow: Uow) -> bool:
    """Forget what can no longer be used."""
    async with uow.write(Actor.system(uow.service)) as db:
        await commands.sweep(db)
    return False
