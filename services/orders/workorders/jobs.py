"""What happens because time passed: files that no order names are removed."""

from datetime import timedelta

from chassis.actor import Actor
from chassis.db import Uow
from chassis.files import Files
from chassis.timers import Jobs
from services.orders.workorders import queries

jobs = Jobs()


@jobs.every(seconds=3600, name="sweep-files")
async def sweep_files(uow: Uow) -> bool:
    """Remove what broken uploads and removed attachments left behind, a day later."""
    async with uow.read(Actor.system("orders")) as db:
        known = await queries.file_keys(db)
        await db.port(Files).sweep(known, older_than=timedelta(days=1))
    return False
