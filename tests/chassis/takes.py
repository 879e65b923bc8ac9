"""Handing records to the probe's inbox, and what became of them."""

from typing import Any
from uuid import UUID

from sqlalchemy import select

from chassis import tables
from chassis.actor import Actor
from chassis.inbox import Inbox, Outcome
from chassis.record import Record
from chassis.testing import World
from tests.chassis import probe

SYSTEM = Actor.system("notifications")
KEY = UUID("018f0000-0000-7000-8000-0000000000aa")


def inbox(world: World, tries: int = 2) -> Inbox:
    """Return the probe's inbox."""
    return Inbox(probe.consumers, world.uow, tries=tries, backoff=0.001)


async def take(world: World, item: Record) -> Outcome:
    """Hand a record over."""
    return await inbox(world).take(item)


async def letters(world: World) -> list[Any]:
    """Return all dead letters in the order of the log."""
    table = tables.dead_letters
    return list(await world.rows(select(table).order_by(table.c.partition, table.c.offset)))


async def trail(world: World, key: UUID) -> str | None:
    """Return the sequences that a key was counted with."""
    rows = await world.rows(select(probe.tallies).where(probe.tallies.c.key == key))
    return str(rows[0]["trail"]) if rows else None


async def person(world: World, key: UUID) -> str | None:
    """Return what is known of a person."""
    rows = await world.rows(select(probe.people).where(probe.people.c.id == key))
    return str(rows[0]["name"]) if rows else None
