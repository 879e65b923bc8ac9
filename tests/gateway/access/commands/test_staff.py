import asyncio
from datetime import timedelta
from uuid import UUID

import pytest
import pytest_asyncio

from chassis import clock
from chassis.actor import Actor
from chassis.ids import new_id
from chassis.testing import World
from contracts.rights import Role
from gateway.access.commands.staff import activate, change_staff, deactivate, first_admin
from gateway.access.domain.staff import LastAdmin, StaffFacts
from gateway.access.queries.staff import standing_at, was_active
from tests.gateway.people import MACHINE, PASSWORD, Door, sign_in


@pytest_asyncio.fixture
async def door(world: World) -> Door:
    return Door(world)


async def test_two_administrators_leaving_at_once_leave_one(door: Door) -> None:
    first = await door.person("first", Role.ADMIN)
    second = await door.person("second", Role.ADMIN)

    async def leave(person_id: UUID) -> bool:
        try:
            async with door.world.uow.write(MACHINE) as db:
                await deactivate(db, person_id)
        except LastAdmin:
            return False
        return True

    assert sorted(await asyncio.gather(leave(first), leave(second))) == [False, True]


async def test_first_administrator_is_made_from_the_command_line(door: Door) -> None:
    async with door.world.uow.write(MACHINE) as db:
        await first_admin(db, login="admin", name="Администратор", password=PASSWORD)

    async with door.stranger() as browser:
        assert (await sign_in(browser, "admin")).json()["roles"] == ["admin"]


async def test_administrator_who_forgot_his_password_gets_a_new_one(door: Door) -> None:
    person_id = await door.person("admin", Role.ADMIN, password="another-password-1")

    async with door.world.uow.write(MACHINE) as db:
        found = await first_admin(db, login="admin", name="X", password=PASSWORD)

    assert found == person_id
    async with door.stranger() as browser:
        assert (await sign_in(browser, "admin")).status_code == 200


async def test_rights_are_judged_at_the_moment_of_the_action(
    door: Door, monkeypatch: pytest.MonkeyPatch
) -> None:
    hired = clock.now()
    igor = await door.person("volkov", Role.WORKSHOP, name="Игорь Волков")

    async def later(hours: int) -> None:
        at = hired + timedelta(hours=hours)
        monkeypatch.setattr(clock, "now", lambda: at)

    await later(1)
    async with door.world.uow.write(MACHINE) as db:
        facts = StaffFacts(name="Игорь Волков", login="volkov", roles=frozenset({Role.ART_SHOP}))
        await change_staff(db, igor, facts, version=1)
    await later(2)
    async with door.world.uow.write(MACHINE) as db:
        await deactivate(db, igor)
    await later(3)
    async with door.world.uow.write(MACHINE) as db:
        await activate(db, igor)

    async with door.world.uow.read(Actor(subject="anonymous")) as seen_by:
        half = timedelta(minutes=30)
        seen = [
            await standing_at(seen_by, igor, hired + timedelta(hours=h) + half) for h in range(4)
        ]
        before = await was_active(seen_by, igor, hired - half)
        nobody = await was_active(seen_by, new_id(), hired)
    assert [s and (s.active, set(s.roles)) for s in seen] == [
        (True, {Role.WORKSHOP}),
        (True, {Role.ART_SHOP}),
        (False, {Role.ART_SHOP}),
        (True, {Role.ART_SHOP}),
    ]
    assert (before, nobody) == (False, False)
