"""A relay or a consumer as a process of its own, so that a test can kill it as a crash would."""

import asyncio
import sys

from chassis.consumer import Group
from chassis.inbox import Inbox
from chassis.relay import Relay
from chassis.service import build_uow
from chassis.settings import Settings
from tests.chassis import probe


async def main(part: str) -> None:
    """Run until killed; say "up" once the work has begun."""
    settings = Settings()
    if part == "relay":
        relay = Relay("notifications", settings)
        running = asyncio.create_task(relay.run())
        while not relay.leading:
            await asyncio.sleep(0.02)
    else:
        uow = build_uow(probe.service, settings)
        group = Group(Inbox(probe.consumers, uow), settings)
        running = asyncio.create_task(group.run())
        while group._consumer is None or not group._consumer.assignment():
            await asyncio.sleep(0.02)
    print("up", flush=True)
    await running


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
