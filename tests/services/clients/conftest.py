"""The clients service on a database of its own, and its people."""

from collections.abc import AsyncIterator
from uuid import UUID

import httpx
import pytest
import pytest_asyncio

from chassis.testing import World
from contracts.rights import Role
from tests.conftest import MakeWorld

LENINA = UUID("018f0000-0000-7000-8000-000000000001")
ANNA = UUID("018f0000-0000-7000-8000-000000000101")
IVANOVA = {
    "kind": "person",
    "name": "Иванова Мария Петровна",
    "phones": ["8 (921) 555-12-34"],
    "email": "Ivanova@Example.org",
    "language": "ru",
    "channel": "sms",
    "office_id": str(LENINA),
    "manager_id": str(ANNA),
}


@pytest_asyncio.fixture(scope="session")
async def clients_world(make_world: MakeWorld) -> World:
    """The service, once a session."""
    return await make_world("clients")


@pytest_asyncio.fixture
async def world(clients_world: World) -> AsyncIterator[World]:
    """The service with empty tables."""
    yield clients_world
    await clients_world.clean()


@pytest.fixture
def desk(world: World) -> httpx.AsyncClient:
    """Anna of the order desk, at «Ленина»."""
    return world.client(world.actor(Role.DESK, staff_id=ANNA, office_id=LENINA))
