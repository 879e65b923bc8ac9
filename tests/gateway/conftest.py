"""The world of the gateway."""

from collections.abc import AsyncIterator

import pytest_asyncio

from chassis.testing import World
from tests.conftest import MakeWorld


@pytest_asyncio.fixture(scope="session")
async def gateway_world(make_world: MakeWorld) -> World:
    """The service on a database of its own, once a session."""
    return await make_world("gateway")


@pytest_asyncio.fixture
async def world(gateway_world: World) -> AsyncIterator[World]:
    """The service with empty tables."""
    yield gateway_world
    await gateway_world.clean()
