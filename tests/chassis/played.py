"""A relay or a consumer as a process of its own, so that a test can kill it as a crash would."""

import asyncio
import sys

from chassis.consumer import Group
from chassis.inbox import Inbox
from chassis.relay import Relay
from chassis.service import build_uow
from chassis.settings import Settings
from chassis.testing import until
from tests.chassis import probe


async def _true(answer: object) -> bool:
    return bool(answer)


async def main(part: str) -> None:
    """Run until killed; say "up" once the work has begun."""
    settings = Settings()
    if part == "relay":
        relay = Relay("notifications", settings)
        running = asyncio.create_task(relay.run())
        await until(lambda: _true(relay.leading))
    else:
        uow = build_uow(probe.service, settings)
        group = Group(Inbox(probe.consumers, uow), settings)
        running = asyncio.create_task(group.run())
        await until(lambda: _true(group._consumer and group._consumer.assignment()))
    print("up", flush=True)
    await running


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
