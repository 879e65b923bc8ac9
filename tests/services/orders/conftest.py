"""The world of the orders service."""

from collections.abc import AsyncIterator

import pytest_asyncio

from chassis.testing import World
from tests.conftest import MakeWorld


@pytest_asyncio.fixture(scope="session")
async def orders_world(make_world: MakeWorld) -> World:
    """The service on a database of its own, once a session."""
    return await make_world("orders")


@pytest_asyncio.fixture
async def world(orders_world: World) -> AsyncIterator[World]:
    """The service with empty tables."""
    yield orders_world
    await orders_world.clean()
