"""Sessions: made anew at each sign-in, ended within 5 s at the door and in open streams (ASVS V7).

The memory of the door is 4 s; the deadlines here leave a slow machine three more.
"""

import asyncio
import uuid
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import aiohttp
import psycopg
import pytest

from chassis.testing import until
from deploy.demo import people
from deploy.demo.town import Town
from tests.security.wire import Wire

pytestmark = [pytest.mark.journey, pytest.mark.timeout(600)]

AT_ONCE_S = 8.0
STREAM_S = 12.0
"""A stream asks every 4 s whether it may go on."""


@dataclass(slots=True)
class Hired:
    """Somebody new, of this test alone."""

    id: str
    login: str
    version: int


async def hired(town: Town, *roles: str) -> Hired:
    """Hire somebody with the password of the story."""
    login = f"w{uuid.uuid4().hex[:10]}"
    body = {
        "name": "Новикова Анна",
        "login": login,
        "roles": list(roles or ("desk",)),
        "office_id": town.cast.offices["Л"],
    }
    made = await town.admin.post("/api/staff", body)
    await town.admin.put(f"/api/staff/{made['id']}/password", {"password": people.PASSWORD})
    seen = await town.admin.get(f"/api/staff/{made['id']}")
    return Hired(made["id"], login, seen["version"])


async def status_of(wire: Wire, session: str, path: str = "/api/session") -> int:
    """What this session gets."""
    return (await wire.ask("GET", path, session=session)).status


@asynccontextmanager
async def stream(town: Town, headers: dict[str, str]) -> AsyncIterator["asyncio.Task[bytes]"]:
    """An open stream; the task ends when the server has ended it."""
    timeout = aiohttp.ClientTimeout(total=None, sock_read=40)
    async with (
        aiohttp.ClientSession(headers=headers, timeout=timeout) as client,
        client.get(f"{town.base}/api/feed") as answer,
    ):
        assert answer.status == 200
        await answer.content.readuntil(b"\n\n")
        reading = asyncio.create_task(answer.read())
        yield reading
        reading.cancel()


def cookie(session: str) -> dict[str, str]:
    """The session as a browser sends it."""
    return {"Cookie": f"vitrazh_session={session}"}


async def test_a_session_brought_along_is_never_taken_over(wire: Wire) -> None:
    planted = "A" * 43
    answer = await wire.sign_in("sokolova", Cookie=f"vitrazh_session={planted}")

    assert answer.status == 200
    assert answer.cookie("vitrazh_session") != planted
    assert await status_of(wire, planted) == 401


async def test_each_sign_in_in_a_browser_ends_the_session_before(wire: Wire) -> None:
    first = await wire.session_of("lebedev")
    second = await wire.sign_in("lebedev", Cookie=f"vitrazh_session={first}")

    async def ended() -> bool:
        return await status_of(wire, first) == 401

    assert second.cookie("vitrazh_session") != first
    await until(ended, seconds=AT_ONCE_S)


async def test_cookies_are_out_of_reach_of_scripts_and_foreign_pages(wire: Wire) -> None:
    set_ = (await wire.sign_in("sokolova")).cookies

    assert set(set_) == {"vitrazh_session", "vitrazh_browser"}
    for told in set_.values():
        parts = {part.strip().lower() for part in told.split(";")}
        assert {"httponly", "samesite=lax", "path=/"} <= parts
        assert not any(part.startswith("domain=") for part in parts)
    assert "max-age=43200" in set_["vitrazh_session"].lower()
    assert len({(await wire.sign_in("sokolova")).cookie("vitrazh_session") for _ in range(5)}) == 5


async def test_whoever_signs_out_is_out_and_so_is_his_stream(wire: Wire, town: Town) -> None:
    session = await wire.session_of("sokolova")
    other = await wire.session_of("sokolova")
    async with stream(town, cookie(session)) as open_:
        assert (await wire.ask("DELETE", "/api/session", session=session)).status == 204

        async def out() -> bool:
            return await status_of(wire, session) == 401

        await until(out, seconds=AT_ONCE_S)
        await asyncio.wait_for(open_, STREAM_S)
    assert await status_of(wire, other) == 200


Ending = Callable[[Town, Hired], Awaitable[Any]]


async def _leaves(town: Town, person: Hired) -> None:
    await town.admin.post(f"/api/staff/{person.id}/deactivate")


async def _new_password(town: Town, person: Hired) -> None:
    body = {"password": "другое-стекло-наутро-7"}
    await town.admin.put(f"/api/staff/{person.id}/password", body)


@pytest.mark.parametrize("ending", [_leaves, _new_password])
async def test_what_the_administrator_ends_is_over_at_the_door_and_in_streams(
    wire: Wire, town: Town, ending: Ending
) -> None:
    person = await hired(town)
    session = await wire.session_of(person.login)
    assert await status_of(wire, session, "/api/work-orders") == 200
    async with stream(town, cookie(session)) as open_:
        await ending(town, person)

        async def out() -> bool:
            seen = [await status_of(wire, session, p) for p in ("/api/session", "/api/work-orders")]
            return seen == [401, 401]

        await until(out, seconds=AT_ONCE_S)
        await asyncio.wait_for(open_, STREAM_S)
    if ending is _leaves:
        assert (await wire.sign_in(person.login)).status == 401


async def test_whose_role_changes_begins_anew_with_the_new_rights(wire: Wire, town: Town) -> None:
    person = await hired(town, "desk")
    session = await wire.session_of(person.login)
    body = {
        "name": "Новикова Анна",
        "login": person.login,
        "roles": ["workshop"],
        "office_id": town.cast.offices["Л"],
    }
    assert await status_of(wire, session, "/api/clients?q=%D0%98") == 200
    async with stream(town, cookie(session)) as open_:
        await town.admin.put(f"/api/staff/{person.id}", body, If_Match=f'"{person.version}"')

        async def out() -> bool:
            return await status_of(wire, session, "/api/clients?q=%D0%98") == 401

        await until(out, seconds=AT_ONCE_S)
        await asyncio.wait_for(open_, STREAM_S)
    again = await wire.session_of(person.login)
    assert await status_of(wire, again, "/api/clients?q=%D0%98") == 403


async def test_a_lost_tablet_is_refused_at_the_door_and_in_its_stream(
    wire: Wire, town: Town
) -> None:
    code = await town.admin.post("/api/devices/pairing-codes", {"shop": "workshop"})
    body = {"code": code["code"], "name": "Украденный"}
    paired = await wire.ask("POST", "/api/devices/pair", body=body)
    told = {part.strip().lower() for part in paired.cookies["vitrazh_device"].split(";")}
    assert {"httponly", "samesite=lax", "path=/"} <= told
    token = {"Authorization": f"Bearer {paired.cookie('vitrazh_device')}"}
    device = (await town.admin.get("/api/devices?limit=200"))["items"]
    lost = next(one["id"] for one in device if one["name"] == "Украденный")
    assert (await wire.ask("GET", "/api/queue?shop=workshop", headers=token)).status == 200
    async with stream(town, token) as open_:
        await town.admin.post(f"/api/devices/{lost}/revoke")

        async def out() -> bool:
            return (await wire.ask("GET", "/api/queue?shop=workshop", headers=token)).status == 401

        await until(out, seconds=AT_ONCE_S)
        await asyncio.wait_for(open_, STREAM_S)


async def test_a_revoked_token_is_refused_at_the_door(wire: Wire, town: Town) -> None:
    body = {"name": "Сайт", "roles": ["quality"], "expires_at": "2027-06-01T00:00:00Z"}
    made = await town.admin.post("/api/tokens", body)
    token = {"Authorization": f"Bearer {made['token']}"}
    assert (await wire.ask("GET", "/api/work-orders", headers=token)).status == 200

    await town.admin.post(f"/api/tokens/{made['id']}/revoke")

    async def out() -> bool:
        return (await wire.ask("GET", "/api/work-orders", headers=token)).status == 401

    await until(out, seconds=AT_ONCE_S)


@pytest.mark.parametrize(
    "aged",
    [
        "used_at = now() - interval '2 hours 1 second'",
        "signed_in_at = now() - interval '12 hours 1 second', used_at = now()",
    ],
    ids=["idle for two hours", "twelve hours old"],
)
async def test_an_old_session_is_over(wire: Wire, town: Town, aged: str) -> None:
    person = await hired(town)
    session = await wire.session_of(person.login)
    assert await status_of(wire, session) == 200
    dsn = town.system.wiring.databases["gateway"].owner_url.replace("+asyncpg", "")
    async with await psycopg.AsyncConnection.connect(dsn) as database:
        await database.execute(
            f"UPDATE sessions SET {aged} WHERE staff_id = %s",  # noqa: S608 - of the list above
            (person.id,),
        )

    async def over() -> bool:
        return await status_of(wire, session) == 401

    await until(over, seconds=AT_ONCE_S)


async def test_secrets_are_kept_as_hashes_only(wire: Wire, town: Town) -> None:
    session = await wire.session_of("sokolova")
    dsn = town.system.wiring.databases["gateway"].owner_url.replace("+asyncpg", "")
    async with await psycopg.AsyncConnection.connect(dsn) as database:
        tables = await database.execute(
            "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
        )
        kept = ""
        for (table,) in await tables.fetchall():
            rows = await database.execute(f"SELECT t::text FROM {table} t")  # noqa: S608 - our own
            kept += "\n".join(row[0] for row in await rows.fetchall())

    for secret in (session, town.tablet_token, people.PASSWORD):
        assert secret not in kept
        assert secret.encode().hex() not in kept
    assert "$argon2id$" in kept
