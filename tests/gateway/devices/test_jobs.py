from datetime import timedelta

import pytest
from sqlalchemy import select

from chassis import clock
from chassis.testing import World
from contracts.rights import Role, Shop
from gateway.devices.commands import make_pairing_code, take_tablet
from gateway.devices.jobs import forget_codes
from gateway.devices.queries import by_device
from gateway.devices.tables import operators, pairing_codes
from tests.gateway.people import MACHINE, Door


@pytest.mark.parametrize(
    ("minutes", "left"), [(5, (2, 1)), (15, (2, 0)), (1441, (0, 0))], ids=["soon", "idle", "old"]
)
async def test_only_what_can_no_longer_be_used_is_forgotten(
    world: World, monkeypatch: pytest.MonkeyPatch, minutes: int, left: tuple[int, int]
) -> None:
    door = Door(world)
    igor = await door.person("volkov", Role.WORKSHOP, pin="2468")
    paired = await door.tablet()
    async with world.uow.write(MACHINE) as db:
        await make_pairing_code(db, Shop.ART_SHOP)
        badge = await by_device(db, paired.token)
    assert badge is not None
    await take_tablet(world.uow, badge.actor, staff_id=igor, pin="2468")
    later = clock.now() + timedelta(minutes=minutes)
    monkeypatch.setattr(clock, "now", lambda: later)

    assert await forget_codes(world.uow) is False

    kept = [len(await world.rows(select(table))) for table in (pairing_codes, operators)]
    assert tuple(kept) == left
