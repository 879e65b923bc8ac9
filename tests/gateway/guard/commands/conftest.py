"""The door, and its database without the memory."""

from collections.abc import AsyncIterator, Iterator

import pytest
import pytest_asyncio

from chassis.db import Uow
from chassis.testing import World
from chassis.testing.statements import statements_of
from gateway.guard.ports import Memory
from tests.gateway.people import Door


class NoMemory:
    """Remembers nothing: each look goes to PostgreSQL."""

    def get(self, key: bytes) -> None:
        return None

    def put(self, key: bytes, value: object, seconds: float) -> None:
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


@pytest.fixture
def statements(world: World) -> Iterator[list[str]]:
    """What is asked of the database, as it is asked."""
    with statements_of(world.uow) as seen:
        yield seen
