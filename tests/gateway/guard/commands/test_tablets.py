from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import select
from starlette.requests import Request

from chassis import clock
from chassis.actor import Actor
from chassis.db import Uow
from chassis.errors import DomainError
from contracts.rights import Role, Shop
from gateway.access.commands.staff import deactivate
from gateway.devices.commands import take_tablet
from gateway.devices.domain import OperatedTooLongAgo, OperatorSessionEnded, OperatorUnknown
from gateway.devices.tables import devices, operators
from gateway.guard.commands import Watch, authenticate
from tests.gateway.people import Door

PIN = "2468"


def asking(**headers: str) -> Request:
    pairs = [(n.replace("_", "-").encode(), v.encode()) for n, v in headers.items()]
    return Request({"type": "http", "method": "GET", "path": "/", "headers": pairs})


async def test_tablet_acts_in_its_shop(door: Door) -> None:
    paired = await door.tablet(Shop.ART_SHOP)

    actor = await authenticate(asking(authorization=f"Bearer {paired.token}"), door.world.uow)

    assert actor.subject == f"device:{paired.device_id}"
    assert (actor.shop, set(actor.roles)) == (Shop.ART_SHOP, {Role.ART_SHOP})
    assert (actor.operator_id, actor.operator_verified) == (None, False)
    assert (await door.world.rows(select(devices.c.seen_at)))[0]["seen_at"] is not None


async def take(door: Door, actor: Actor, staff_id: UUID) -> str:
    taken = await take_tablet(door.world.uow, actor, staff_id=staff_id, pin=PIN)
    return taken.session


async def test_worker_with_a_pin_is_verified(door: Door) -> None:
    igor = await door.person("volkov", Role.WORKSHOP, pin=PIN)
    bearer = f"Bearer {(await door.tablet()).token}"
    tablet = await authenticate(asking(authorization=bearer), door.world.uow)
    session = await take(door, tablet, igor)

    for _ in range(2):  # looked up, then remembered
        actor = await authenticate(asking(authorization=bearer, x_operator=session), door.world.uow)
        assert (actor.operator_id, actor.operator_verified) == (igor, True)
        assert actor.staff_id == igor


async def test_operators_session_is_no_good_at_another_tablet(door: Door) -> None:
    igor = await door.person("volkov", Role.WORKSHOP, pin=PIN)
    here = await authenticate(
        asking(authorization=f"Bearer {(await door.tablet()).token}"), door.world.uow
    )
    session = await take(door, here, igor)
    other = await door.tablet()

    with pytest.raises(OperatorSessionEnded):
        await authenticate(
            asking(authorization=f"Bearer {other.token}", x_operator=session), door.world.uow
        )


async def test_operator_who_left_his_work_is_asked_again(door: Door, forgetful: Uow) -> None:
    igor = await door.person("volkov", Role.WORKSHOP, pin=PIN)
    bearer = f"Bearer {(await door.tablet()).token}"
    tablet = await authenticate(asking(authorization=bearer), forgetful)
    session = await take(door, tablet, igor)
    async with door.world.uow.write(Actor.system("gateway")) as db:
        await deactivate(db, igor)

    with pytest.raises(OperatorSessionEnded):
        await authenticate(asking(authorization=bearer, x_operator=session), forgetful)


async def test_still_tablet_asks_for_the_pin_after_a_quarter_of_an_hour(
    door: Door, forgetful: Uow, monkeypatch: pytest.MonkeyPatch
) -> None:
    igor = await door.person("volkov", Role.WORKSHOP, pin=PIN)
    bearer = f"Bearer {(await door.tablet()).token}"
    tablet = await authenticate(asking(authorization=bearer), forgetful)
    session = await take(door, tablet, igor)
    request = asking(authorization=bearer, x_operator=session)
    begun = clock.now()
    for minutes in (10, 20):
        monkeypatch.setattr(clock, "now", lambda m=minutes: begun + timedelta(minutes=m))
        await authenticate(request, forgetful)
    monkeypatch.setattr(clock, "now", lambda: begun + timedelta(minutes=35))

    with pytest.raises(OperatorSessionEnded):
        await authenticate(request, forgetful)
    assert await Watch(forgetful).actor(request) == tablet
    assert len(await door.world.rows(select(operators))) == 1


async def named(door: Door, bearer: str, who: UUID | str, at: str = "") -> Actor | str:
    headers = {"authorization": bearer, "x_operator_id": str(who)}
    if at:
        headers["x_operated_at"] = at
    try:
        return await authenticate(asking(**headers), door.world.uow)
    except DomainError as error:
        return type(error).__name__


async def test_worker_without_network_is_named_and_marked_unverified(door: Door) -> None:
    igor = await door.person("volkov", Role.WORKSHOP)
    bearer = f"Bearer {(await door.tablet()).token}"

    worked = clock.now()
    actor = await named(door, bearer, igor, worked.isoformat())

    assert isinstance(actor, Actor)
    assert (actor.operator_id, actor.operator_verified) == (igor, False)
    assert actor.judged_at == worked


async def test_named_worker_is_judged_at_the_moment_of_his_action(
    door: Door, monkeypatch: pytest.MonkeyPatch
) -> None:
    igor = await door.person("volkov", Role.WORKSHOP)
    vera = await door.person("zaitseva", Role.ART_SHOP)
    bearer = f"Bearer {(await door.tablet()).token}"
    worked = clock.now()
    monkeypatch.setattr(clock, "now", lambda: worked + timedelta(days=1))
    async with door.world.uow.write(Actor.system("gateway")) as db:
        await deactivate(db, igor)
    monkeypatch.setattr(clock, "now", lambda: worked + timedelta(days=2))

    assert isinstance(await named(door, bearer, igor, worked.isoformat()), Actor)
    assert await named(door, bearer, igor) == OperatorUnknown.__name__
    assert await named(door, bearer, vera) == OperatorUnknown.__name__
    before = (worked - timedelta(days=1)).isoformat()
    assert await named(door, bearer, igor, before) == OperatorUnknown.__name__
    old = (worked - timedelta(days=12, hours=1)).isoformat()
    assert await named(door, bearer, igor, old) == OperatedTooLongAgo.__name__


@pytest.mark.parametrize(
    ("who", "at"),
    [("nobody", ""), ("018f0000-0000-7000-8000-00000000ffff", ""), ("", "yesterday")],
)
async def test_ill_named_worker_is_refused(door: Door, who: str, at: str) -> None:
    igor = await door.person("volkov", Role.WORKSHOP)
    bearer = f"Bearer {(await door.tablet()).token}"

    assert await named(door, bearer, who or igor, at) == OperatorUnknown.__name__


async def test_operator_headers_of_a_person_mean_nothing(door: Door) -> None:
    igor = await door.person("volkov", Role.WORKSHOP, pin=PIN)
    await door.person("admin", Role.ADMIN)
    async with door.signed_in("admin") as browser:
        session = browser.cookies["vitrazh_session"]

    actor = await authenticate(
        asking(cookie=f"vitrazh_session={session}", x_operator_id=str(igor)), door.world.uow
    )

    assert actor.operator_id is None
