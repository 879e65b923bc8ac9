"""The door with an administrator and the manager of «Ленина» behind it."""

import pytest_asyncio

from chassis.testing import World
from contracts.rights import Role
from tests.gateway.people import Door


@pytest_asyncio.fixture
async def door(world: World) -> Door:
    door = Door(world)
    office_id = await door.office()
    await door.person("admin", Role.ADMIN, name="Администратор")
    await door.person("sokolova", Role.DESK, office_id=office_id)
    return door
