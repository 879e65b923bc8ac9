from datetime import timedelta

import pytest
from sqlalchemy import select

from chassis import clock
from chassis.testing import World
from contracts.rights import Role
from gateway.access.jobs import forget_sessions
from gateway.access.tables import browsers, sessions
from tests.gateway.people import Door


@pytest.mark.parametrize(
    ("hours", "left"), [(1, (1, 1)), (2, (0, 1)), (24 * 181, (0, 0))], ids=["soon", "idle", "old"]
)
async def test_only_what_can_no_longer_be_used_is_forgotten(
    world: World, monkeypatch: pytest.MonkeyPatch, hours: int, left: tuple[int, int]
) -> None:
    door = Door(world)
    await door.person("admin", Role.ADMIN)
    async with door.signed_in("admin"):
        later = clock.now() + timedelta(hours=hours)
    monkeypatch.setattr(clock, "now", lambda: later)

    assert await forget_sessions(world.uow) is False

    kept = [len(await world.rows(select(table))) for table in (sessions, browsers)]
    assert tuple(kept) == left
