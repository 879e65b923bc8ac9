"""Projections: newer supersedes older, whatever the order of arrival."""

import random
from uuid import UUID

import pytest
from sqlalchemy import select

from chassis.actor import Actor
from chassis.projections import upsert_if_newer
from chassis.testing import World
from tests.chassis import probe

SYSTEM = Actor.system("notifications")
KEY = UUID(int=1)


async def tell(world: World, sequence: int, name: str) -> bool:
    async with world.uow.write(SYSTEM) as db:
        values = {"id": KEY, "sequence": sequence, "name": name}
        return await upsert_if_newer(db, probe.people, values)


@pytest.mark.parametrize("seed", range(5))
async def test_any_order_of_arrival_ends_with_the_newest(world: World, seed: int) -> None:
    order = list(range(1, 8))
    random.Random(seed).shuffle(order)
    newest = 0
    for sequence in order:
        assert await tell(world, sequence, f"name {sequence}") is (sequence > newest)
        newest = max(newest, sequence)
    (row,) = await world.rows(select(probe.people))
    assert (row["sequence"], row["name"]) == (7, "name 7")


async def test_the_same_state_again_changes_nothing(world: World) -> None:
    assert await tell(world, 3, "first")
    assert not await tell(world, 3, "another story of the same number")
    assert (await world.rows(select(probe.people)))[0]["name"] == "first"
