from collections.abc import Iterator
from datetime import timedelta

import pytest
import pytest_asyncio
from fastapi.routing import APIRoute
from sqlalchemy import Table, func, select

from chassis.http.routes import permission_of
from chassis.testing import World
from contracts.rights import RIGHTS, Permission, Role
from gateway.access.commands.tokens import TokenFacts, create_token
from gateway.app import service
from tests.gateway.people import MACHINE, PASSWORD, Door, sign_in

SOMETHING = "018f0000-0000-7000-8000-00000000ffff"


def routes() -> Iterator[tuple[str, str, Permission]]:
    """Every route of the gateway that asks for a permission."""
    for part in service.slices:
        for router in part.routes:
            for route in router.routes:
                if not isinstance(route, APIRoute):
                    continue
                for dependant in route.dependant.dependencies:
                    permission = permission_of(dependant.call) if dependant.call else None
                    if permission is not None:
                        for method in sorted(route.methods or ()):
                            yield method, route.path, permission


ROUTES = list(routes())


@pytest_asyncio.fixture
async def door(world: World) -> Door:
    return Door(world)


async def token_of(door: Door, role: Role) -> str:
    async with door.world.uow.write(MACHINE) as db:
        expires_at = db.now + timedelta(days=1)
        facts = TokenFacts(name=role, expires_at=expires_at, roles=frozenset({role}))
        return (await create_token(db, facts)).secret


async def everything(door: Door) -> dict[str, int]:
    """How many rows stand in each table; a token's last use is none of them."""
    tables: list[Table] = [t for m in service.metadata for t in m.sorted_tables]
    return {
        table.name: (await door.world.rows(select(func.count().label("n")).select_from(table)))[0][
            "n"
        ]
        for table in tables
    }


def test_every_part_of_the_gateway_has_routes_in_the_matrix() -> None:
    assert {path.split("/")[2] for _, path, _ in ROUTES} >= {
        "session",
        "profile",
        "staff",
        "tokens",
        "offices",
        "devices",
    }


@pytest.mark.parametrize("role", list(Role))
async def test_role_without_the_right_is_refused_and_changes_nothing(
    door: Door, role: Role
) -> None:
    token = await token_of(door, role)
    before = await everything(door)
    denied = [entry for entry in ROUTES if entry[2] not in RIGHTS[role]]
    async with door.stranger(token=token) as program:
        for method, path, permission in denied:
            url = path.replace("{staff_id}", SOMETHING).replace("{token_id}", SOMETHING)
            url = url.replace("{office_id}", SOMETHING).replace("{device_id}", SOMETHING)
            answer = await program.request(method, url, headers={"If-Match": '"1"'})
            assert answer.status_code == 403, (method, path, answer.text)
            assert answer.json()["permission"] == permission

    assert await everything(door) == before


async def test_stranger_is_refused_everywhere_and_changes_nothing(door: Door) -> None:
    before = await everything(door)
    async with door.stranger() as nobody:
        for method, path, _ in ROUTES:
            answer = await nobody.request(method, path.replace("{", "").replace("}", ""))
            assert answer.status_code == 401, (method, path, answer.text)

    assert await everything(door) == before


async def test_no_secret_is_left_in_any_table_or_log(
    door: Door, capsys: pytest.CaptureFixture[str]
) -> None:
    pin, wrong = "908172", "not-the-password-of-anybody"
    await door.person("admin", Role.ADMIN)
    igor = await door.person("volkov", Role.WORKSHOP, pin=pin)
    secrets = [PASSWORD, pin, wrong, await token_of(door, Role.DIRECTOR)]
    async with door.signed_in("admin") as admin, door.stranger() as tablet:
        secrets += admin.cookies.values()
        await sign_in(tablet, "admin", wrong)
        made = await admin.post("/api/devices/pairing-codes", json={"shop": "workshop"})
        body = {"code": made.json()["code"], "name": "У печи"}
        paired = await tablet.post("/api/devices/pair", json=body)
        taken = await tablet.post("/api/devices/operator", json={"staff_id": str(igor), "pin": pin})
        secrets += [body["code"], paired.json()["token"], taken.json()["session"]]

    tables = [t for m in service.metadata for t in m.sorted_tables]
    kept = str([[dict(row) for row in await door.world.rows(select(t))] for t in tables])
    shown = "".join(capsys.readouterr())
    assert taken.status_code == 200
    assert [secret for secret in secrets if secret in kept or secret in shown] == []
    assert "sign-in refused" in shown
