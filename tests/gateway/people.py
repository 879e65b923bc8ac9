"""The story's offices and people at the gateway's door; every test signs in as somebody of it."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import time
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx
from pwdlib.hashers.argon2 import Argon2Hasher

from chassis.actor import Actor
from chassis.ids import new_id
from chassis.testing import World
from contracts.rights import Permission, Role, Shop
from gateway.access.adapters.argon2 import Argon2
from gateway.access.commands import staff as staff_commands
from gateway.access.domain.staff import StaffFacts
from gateway.access.ports import Hashes
from gateway.devices import commands as devices_commands
from gateway.guard.http import Guard
from gateway.guard.ports import Rates
from gateway.offices import commands as offices_commands
from gateway.offices.domain import OfficeFacts

PASSWORD = "зеркало-800-на-1200"
MACHINE = Actor.system("gateway")
HERE = {"Origin": "http://service"}
QUICK = Argon2(Argon2Hasher(time_cost=1, memory_cost=1024, parallelism=1))
"""The same hash with the least work: what it is worth is tested at its adapter."""
EXAMPLES = Path(__file__).parents[2] / "contracts/gateway/examples"


def example(type_: str) -> Any:
    """The body of a golden example."""
    return json.loads((EXAMPLES / f"{type_}.json").read_text())["data"]


def lenina(**changes: Any) -> OfficeFacts:
    """The office «Ленина»."""
    facts: dict[str, Any] = {
        "name": "Ленина",
        "address": "пр. Ленина, 12",
        "phone": "+7 812 555-01-01",
        "zone": "Europe/Moscow",
        "opens": time(10),
        "closes": time(19),
    }
    return OfficeFacts(**(facts | changes))


def sokolova(**changes: Any) -> StaffFacts:
    """Anna Sokolova of the order desk; her office must be given."""
    facts: dict[str, Any] = {
        "name": "Анна Соколова",
        "login": "sokolova",
        "roles": frozenset({Role.DESK}),
        "office_id": UUID("018f0000-0000-7000-8000-000000000001"),
    }
    return StaffFacts(**(facts | changes))


class Door:
    """The gateway as the outside sees it: the guard stands around it."""

    def __init__(self, world: World) -> None:
        self.world = world
        world.uow.ports = {**world.uow.ports, Hashes: QUICK}
        self.app = Guard(world.app, world.uow.ports[Rates], world.settings.public_url)

    @asynccontextmanager
    async def stranger(
        self, *, address: str = "203.0.113.7", token: str | None = None, **headers: str
    ) -> AsyncIterator[httpx.AsyncClient]:
        """A browser (or with `token` a program) that nobody knows yet."""
        sent = HERE | headers | ({"Authorization": f"Bearer {token}"} if token else {})

        async def key(request: httpx.Request) -> None:
            request.headers.setdefault("Idempotency-Key", str(new_id()))

        async with httpx.AsyncClient(
            transport=httpx.ASGITransport(
                app=self.app, client=(address, 40000), raise_app_exceptions=False
            ),
            base_url="http://service",
            headers=sent,
            event_hooks={"request": [key]},
        ) as client:
            yield client

    @asynccontextmanager
    async def signed_in(self, login: str) -> AsyncIterator[httpx.AsyncClient]:
        """A browser in which this person has just signed in."""
        async with self.stranger() as client:
            answer = await sign_in(client, login)
            assert answer.status_code == 200, answer.text
            yield client

    async def office(self, letter: str = "Л", **changes: Any) -> UUID:
        """An office of the story."""
        async with self.world.uow.write(MACHINE) as db:
            return await offices_commands.open_office(db, letter, lenina(**changes))

    async def person(
        self,
        login: str,
        *roles: Role,
        office_id: UUID | None = None,
        name: str = "Анна Соколова",
        password: str | None = PASSWORD,
        pin: str | None = None,
        grants: frozenset[Permission] = frozenset(),
    ) -> UUID:
        """Somebody with these roles, a password and perhaps a PIN."""
        facts = StaffFacts(
            name=name, login=login, roles=frozenset(roles), office_id=office_id, grants=grants
        )
        async with self.world.uow.write(MACHINE) as db:
            staff_id = await staff_commands.hire(db, facts)
            if password is not None:
                await staff_commands.set_password(db, staff_id, password)
            if pin is not None:
                await staff_commands.set_pin(db, staff_id, pin)
        return staff_id

    async def tablet(self, shop: Shop = Shop.WORKSHOP) -> devices_commands.Paired:
        """A tablet that has just been paired."""
        async with self.world.uow.write(MACHINE) as db:
            made = await devices_commands.make_pairing_code(db, shop)
        return await devices_commands.pair(
            self.world.uow, code=made.code, name="Планшет у стола резки", address="203.0.113.9"
        )


async def sign_in(
    client: httpx.AsyncClient, login: str, password: str = PASSWORD
) -> httpx.Response:
    """Try to sign in."""
    return await client.post("/api/session", json={"login": login, "password": password})
