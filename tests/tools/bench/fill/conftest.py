"""The world that years of orders are copied into."""

from collections.abc import AsyncIterator

import pytest_asyncio
from sqlalchemy import text

from chassis.testing import World
from tests.conftest import MakeWorld


@pytest_asyncio.fixture(scope="module")
async def orders_world(make_world: MakeWorld) -> World:
    """The orders service on a database of its own."""
    return await make_world("orders")


@pytest_asyncio.fixture
async def world(orders_world: World) -> AsyncIterator[World]:
    """The service with empty tables."""
    yield orders_world
    await orders_world.clean()


async def plain(world: World, statement: str, **given: object) -> None:
    """Run a statement as a writer of the service."""
    async with world.uow.engine.begin() as connection:
        await connection.execute(text(statement), given)
