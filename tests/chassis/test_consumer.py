"""The consumer loop on real Kafka: every record acts once, and nothing is skipped."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlalchemy import select

from chassis import tables
from chassis.consumer import Group
from chassis.inbox import Inbox
from chassis.testing import World, until
from tests.chassis import probe
from tests.chassis.test_relay import relaying


@asynccontextmanager
async def consuming(world: World) -> AsyncIterator[Group]:
    """Run the probe's consumer group."""
    inbox = Inbox(probe.consumers, world.uow, tries=2, backoff=0.01)
    group = Group(inbox, world.settings)
    task = asyncio.create_task(group.run())
    try:
        yield group
    finally:
        group.stop()
        await asyncio.wait_for(task, 30)


async def tally(world: World, key: object) -> tuple[int, str] | None:
    """Return how often a key was counted, and in which order."""
    rows = await world.rows(select(probe.tallies).where(probe.tallies.c.key == key))
    return (rows[0]["count"], rows[0]["trail"]) if rows else None


async def test_every_event_acts_once_and_in_order(world: World) -> None:
    async with relaying(world), consuming(world):
        pot_id = await probe.add_pot(world.uow, touches=5)

        async def counted() -> bool:
            return await tally(world, pot_id) == (5, "1,2,3,4,5")

        await until(counted, seconds=20)


async def test_after_a_restart_nothing_acts_again(world: World) -> None:
    async with relaying(world):
        pot_id = await probe.add_pot(world.uow, touches=2)
        async with consuming(world):

            async def twice() -> bool:
                return await tally(world, pot_id) == (2, "1,2")

            await until(twice, seconds=20)
        second = await probe.add_pot(world.uow, name="second")
        async with consuming(world):

            async def once() -> bool:
                return await tally(world, second) == (1, "1")

            await until(once, seconds=20)
    assert await tally(world, pot_id) == (2, "1,2")


async def test_a_record_that_fails_becomes_a_dead_letter_and_others_flow(world: World) -> None:
    bad = await probe.add_pot(world.uow, name="bad", touches=2)
    good = await probe.add_pot(world.uow, name="good")
    probe.failures[bad] = ValueError("cannot")
    async with relaying(world), consuming(world):

        async def flowed() -> bool:
            return await tally(world, good) == (1, "1")

        await until(flowed, seconds=20)

        async def buried() -> bool:
            return len(await world.rows(select(tables.dead_letters))) == 2

        await until(buried, seconds=20)
    letters = await world.rows(select(tables.dead_letters).order_by(tables.dead_letters.c.offset))
    assert [row["state"] for row in letters] == ["open", "parked"]
    assert "cannot" in letters[0]["reason"]
