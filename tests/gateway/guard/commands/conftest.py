"""The door, and its database without the memory."""

from collections.abc import AsyncIterator

import pytest_asyncio

from chassis.db import Uow
from chassis.testing import World
from gateway.guard.ports import Memory
from tests.gateway.people import Door


class NoMemory:
    """Remembers nothing: each look goes to PostgreSQL."""

    async def get(self, key: str) -> bytes | None:
        return None

    async def put(self, key: str, value: bytes, milliseconds: int) -> None:
        return None


@pytest_asyncio.fixture
async def door(world: World) -> Door:
    return Door(world)


@pytest_asyncio.fixture
async def forgetful(world: World) -> AsyncIterator[Uow]:
    """The same database without the memory, for what is decided by time."""
    yield Uow(
        "gateway", world.uow.engine, world.uow.reader, {**world.uow.ports, Memory: NoMemory()}
    )
