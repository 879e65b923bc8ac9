"""A system with mail and SMS, its people, and the files in which a session keeps its figures."""

import os
import shutil
from collections.abc import AsyncIterator, Iterator
from datetime import timedelta
from typing import Any

import pytest
import pytest_asyncio

from chassis.clock import now
from deploy.demo import people
from deploy.demo.api import Person
from deploy.demo.seed import cast_of, make_offices, make_staff
from deploy.demo.town import make_admin
from deploy.embedded.system import System
from tests.faults.bus.place import Place
from tests.servers import ROOT

SETTINGS = {
    "VITRAZH_ENVIRONMENT": "test",
    "VITRAZH_REQUESTS_PER_MINUTE": "0",
    "VITRAZH_PROVIDER_TIMEOUT": "2",
}


@pytest.fixture(scope="package")
def bus_system() -> Iterator[System]:
    """Start everything on free ports."""
    root = ROOT / f"test-{os.getpid()}-bus"
    with System(root, zipkin=False, settings=SETTINGS) as system:
        make_admin(system)
        yield system
    shutil.rmtree(root, ignore_errors=True)


async def _desk_token(admin: Person) -> str:
    """Return a token of the manager of «Ленина», for the feed."""
    staff = await admin.get("/api/staff?limit=200")
    manager = next(one for one in staff["items"] if one["name"] == "Соколова Анна")
    tomorrow = (now() + timedelta(days=1)).isoformat()
    asked = {"name": "лента", "staff_id": manager["id"], "expires_at": tomorrow}
    made: dict[str, Any] = await admin.post("/api/tokens", asked)
    token: str = made["token"]
    return token


async def _tablet_token(admin: Person, base: str, name: str) -> str:
    """Pair a tablet of the workshop; return its token."""
    code = await admin.post("/api/devices/pairing-codes", {"shop": "workshop"})
    async with Person(base) as nobody:
        paired = await nobody.post("/api/devices/pair", {"code": code["code"], "name": name})
    token: str = paired["token"]
    return token


@pytest_asyncio.fixture(scope="package", loop_scope="session")
async def place(bus_system: System) -> AsyncIterator[Place]:
    """The people of the story, signed in, and tokens for readers of the feed."""
    base = bus_system.gateway_url
    async with await Person.signed_in(base, people.ADMIN, people.PASSWORD) as admin:
        offices = await make_offices(admin)
        await make_staff(admin, offices)
        tablets = [await _tablet_token(admin, base, name) for name in ("Раскрой", "Сборка")]
        async with cast_of(base, offices) as cast:
            made = Place(bus_system, cast, await _desk_token(admin), tablets)
            yield made
            print(*(f"\n{name}: {figure}" for name, figure in made.figures.items()), flush=True)
