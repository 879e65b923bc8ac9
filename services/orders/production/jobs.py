"""What happens because time passed: nobody has looked at an order."""

from typing import Any
from uuid import UUID

from chassis.db import Db
from chassis.timers import Jobs
from contracts.rights import Shop
from services.orders.production import commands
from services.orders.workorders.commands.handing import UNSEEN_ALARM

jobs = Jobs()


@jobs.timer(UNSEEN_ALARM)
async def unseen_alarm(key: str, payload: dict[str, Any], db: Db) -> None:
    """Five working minutes are over (`<order>:<revision>:<shop>`); `payload` says since when."""
    order_id, revision, shop = key.split(":")
    await commands.alarm_unseen(db, UUID(order_id), int(revision), Shop(shop), payload["since"])
