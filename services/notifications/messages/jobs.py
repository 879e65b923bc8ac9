"""What time does to messages: they are sent, asked about, given up."""

from typing import Any
from uuid import UUID

from chassis.db import Db, Uow
from chassis.timers import Jobs
from services.notifications.messages import commands

SENDERS = 3
"""Letters in the providers' hands at once, per process: one slow provider holds up one sender."""

jobs = Jobs()


@jobs.every(seconds=1, name="send-messages", crew=SENDERS)
async def send(uow: Uow) -> bool:
    """Send the message that is due longest."""
    return await commands.send_next(uow)


@jobs.every(seconds=2, name="ask-about-messages")
async def ask(uow: Uow) -> bool:
    """Ask the provider about a message of unknown outcome."""
    return await commands.ask_next(uow)


@jobs.every(seconds=5, name="find-lost-messages")
async def find_lost(uow: Uow) -> bool:
    """Find a message whose sender was killed."""
    return await commands.find_lost(uow)


@jobs.timer("client-not-known")
async def client_not_known(key: str, _payload: dict[str, Any], db: Db) -> None:
    """An hour has passed without a word about the client."""
    await commands.give_up_waiting(db, UUID(key))
