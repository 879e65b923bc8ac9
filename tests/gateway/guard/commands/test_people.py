import asyncio
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import select
from starlette.requests import Request

from chassis import clock
from chassis.actor import Actor
from chassis.db import Uow
from chassis.errors import Unauthorized
from chassis.testing import until
from contracts.rights import Permission, Role
from gateway.access.commands.sessions import Visitor, sign_in
from gateway.access.commands.tokens import TokenFacts, create_token
from gateway.access.tables import sessions
from gateway.guard import commands
from gateway.guard.commands import Watch, authenticate
from tests.gateway.people import PASSWORD, Door


def asking(**headers: str) -> Request:
    pairs = [(n.replace("_", "-").encode(), v.encode()) for n, v in headers.items()]
    return Request({"type": "http", "method": "GET", "path": "/", "headers": pairs})


def with_session(secret: str) -> Request:
    return asking(cookie=f"vitrazh_session={secret}")


async def a_session(door: Door, login: str) -> str:
    signed_in = await sign_in(
        door.world.uow, login=login, password=PASSWORD, visitor=Visitor("203.0.113.7")
    )
    return signed_in.session


async def test_session_is_the_person_with_his_rights(door: Door) -> None:
    office_id = await door.office()
    anna = await door.person(
        "sokolova",
        Role.DESK,
        office_id=office_id,
        grants=frozenset({Permission.ORDERS_ENTER_OLD}),
    )
    session = await a_session(door, "sokolova")

    actor = await authenticate(with_session(session), door.world.uow)

    assert (actor.staff_id, actor.office_id) == (anna, office_id)
    assert actor.roles == {Role.DESK}
    assert actor.grants == {Permission.ORDERS_ENTER_OLD}
    assert str(UUID(actor.session_id or "")) == actor.session_id


async def test_second_look_is_the_same_person(door: Door) -> None:
    await door.person("admin", Role.ADMIN)
    session = await a_session(door, "admin")

    first = await authenticate(with_session(session), door.world.uow)
    second = await authenticate(with_session(session), door.world.uow)

    assert first == second


@pytest.mark.parametrize(
    "request_",
    [
        asking(),
        with_session("made-up"),
        asking(authorization="Bearer vz_made-up"),
        asking(authorization="Bearer vd_made-up"),
        asking(cookie="vitrazh_device=vd_made-up"),
        asking(authorization="Bearer eyJhbGciOiJub25lIn0.e30."),
    ],
)
async def test_nobody_is_refused(door: Door, request_: Request) -> None:
    with pytest.raises(Unauthorized):
        await authenticate(request_, door.world.uow)


async def test_ended_session_is_refused_within_five_seconds(door: Door) -> None:
    await door.person("admin", Role.ADMIN)
    session = await a_session(door, "admin")
    await authenticate(with_session(session), door.world.uow)
    async with door.world.uow.write(Actor.system("gateway")) as db:
        await db.execute(sessions.delete())

    async def refused() -> bool:
        try:
            await authenticate(with_session(session), door.world.uow)
        except Unauthorized:
            return True
        return False

    assert not await refused(), "the memory was not used: this test would prove nothing"
    assert await until(refused, seconds=5)


async def test_stream_looks_past_the_memory(door: Door) -> None:
    await door.person("admin", Role.ADMIN)
    session = await a_session(door, "admin")
    await authenticate(with_session(session), door.world.uow)
    async with door.world.uow.write(Actor.system("gateway")) as db:
        await db.execute(sessions.delete())

    with pytest.raises(Unauthorized):
        await Watch(door.world.uow).actor(with_session(session))


async def test_streams_that_ask_at_once_are_looked_up_together_and_each_gets_his_own(
    door: Door, statements: list[str]
) -> None:
    await door.person("admin", Role.ADMIN)
    anna = await door.person("sokolova", Role.DIRECTOR)
    secrets = [await a_session(door, "admin"), await a_session(door, "sokolova"), "made-up"]
    watch = Watch(door.world.uow)
    statements.clear()

    async def who(secret: str) -> Actor | None:
        try:
            return await watch.actor(with_session(secret))
        except Unauthorized:
            return None

    found = await asyncio.gather(*(who(secret) for secret in secrets * 20))

    assert [actor.roles for actor in found[:2] if actor] == [{Role.ADMIN}, {Role.DIRECTOR}]
    assert (found[1] and found[1].staff_id, found[2]) == (anna, None)
    assert found == found[:3] * 20
    assert len(statements) == 1


async def test_a_lost_database_is_told_to_every_stream_and_the_next_look_is_a_new_one(
    door: Door, monkeypatch: pytest.MonkeyPatch
) -> None:
    await door.person("admin", Role.ADMIN)
    session = await a_session(door, "admin")
    watch = Watch(door.world.uow)

    async def lost(*_: object) -> None:
        raise ConnectionError

    with monkeypatch.context() as patch:
        patch.setattr(commands, "_badges", lost)
        asking_ = [watch.actor(with_session(session)) for _ in range(2)]
        errors = await asyncio.gather(*asking_, return_exceptions=True)

    assert [type(error) for error in errors] == [ConnectionError] * 2
    assert (await watch.actor(with_session(session))).roles == {Role.ADMIN}


async def test_use_is_noted_once_a_minute_and_a_stream_is_no_use(
    door: Door, forgetful: Uow, monkeypatch: pytest.MonkeyPatch
) -> None:
    await door.person("admin", Role.ADMIN)
    session = await a_session(door, "admin")

    async def used_at() -> object:
        return (await door.world.rows(select(sessions.c.used_at)))[0]["used_at"]

    begun = await used_at()
    at = clock.now() + timedelta(minutes=2)
    monkeypatch.setattr(clock, "now", lambda: at)
    await Watch(forgetful).actor(with_session(session))
    watched = await used_at()
    await authenticate(with_session(session), forgetful)

    assert watched == begun
    assert await used_at() == at


async def test_idle_session_is_over(
    door: Door, forgetful: Uow, monkeypatch: pytest.MonkeyPatch
) -> None:
    await door.person("admin", Role.ADMIN)
    session = await a_session(door, "admin")
    at = clock.now() + timedelta(hours=2)
    monkeypatch.setattr(clock, "now", lambda: at)

    with pytest.raises(Unauthorized):
        await authenticate(with_session(session), forgetful)


async def test_used_session_is_over_after_twelve_hours(
    door: Door, forgetful: Uow, monkeypatch: pytest.MonkeyPatch
) -> None:
    await door.person("admin", Role.ADMIN)
    session = await a_session(door, "admin")
    begun = clock.now()
    for hour in range(1, 12):
        monkeypatch.setattr(clock, "now", lambda hour=hour: begun + timedelta(hours=hour))
        await authenticate(with_session(session), forgetful)
    monkeypatch.setattr(clock, "now", lambda: begun + timedelta(hours=12))

    with pytest.raises(Unauthorized):
        await authenticate(with_session(session), forgetful)


async def test_expired_api_token_is_refused(
    door: Door, forgetful: Uow, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with door.world.uow.write(Actor.system("gateway")) as db:
        facts = TokenFacts(
            name="1C", expires_at=db.now + timedelta(days=1), roles=frozenset({Role.DIRECTOR})
        )
        made = await create_token(db, facts)
    request = asking(authorization=f"Bearer {made.secret}")
    actor = await authenticate(request, forgetful)
    later = clock.now() + timedelta(days=1)
    monkeypatch.setattr(clock, "now", lambda: later)

    assert actor.roles == {Role.DIRECTOR}
    with pytest.raises(Unauthorized):
        await authenticate(request, forgetful)
