"""A town on a system that a tool or a test started for itself: first administrator, offices, people."""

import asyncio
import shutil
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from datetime import timedelta

from chassis import clock
from deploy.demo import people
from deploy.demo.api import Person
from deploy.demo.seed import cast_of, make_offices, make_staff
from deploy.demo.walk import Cast
from deploy.embedded.credentials import write_private
from deploy.embedded.processes import Step
from deploy.embedded.system import System

MANAGER, TABLET = "Соколова Анна", "Стол раскроя"


@dataclass(slots=True)
class Town:
    """A running system with the people of the story, signed in."""

    system: System
    cast: Cast
    admin: Person
    tablet_token: str
    """Of a tablet of the workshop."""

    @property
    def base(self) -> str:
        """Address of the gateway."""
        return self.system.gateway_url

    async def restart(self, name: str) -> None:
        """Kill -9 a service and start it again."""
        service = self.system.services[name]
        await asyncio.to_thread(service.kill)
        await asyncio.to_thread(service.start)


@contextmanager
def for_a_while(system: System) -> Iterator[System]:
    """Run a system with its first administrator; its folder is gone afterwards."""
    with system:
        make_admin(system)
        yield system
    shutil.rmtree(system.root, ignore_errors=True)


def make_admin(system: System) -> None:
    """Make him by the operator's command."""
    password = system.root / "admin-password"
    write_private(password, people.PASSWORD)
    command = f"VITRAZH_ADMIN_PASSWORD_FILE={password}"
    words = ("env", command, sys.executable, "-m", "chassis.cli", "admin", "--login", people.ADMIN)
    system.run_step(Step("admin", words, service="gateway"))


@asynccontextmanager
async def peopled(system: System) -> AsyncIterator[Town]:
    """Open the offices, hire everybody, sign them in, pair a tablet; its administrator is there."""
    base = system.gateway_url
    async with await Person.signed_in(base, people.ADMIN, people.PASSWORD) as admin:
        offices = await make_offices(admin)
        await make_staff(admin, offices)
        async with cast_of(base, offices) as cast:
            yield Town(system, cast, admin, await pair_tablet(admin, base))


async def pair_tablet(admin: Person, base: str, name: str = TABLET) -> str:
    """Pair a tablet of the workshop; return its token."""
    code = await pairing_code(admin)
    async with Person(base) as nobody:
        paired = await nobody.post("/api/devices/pair", {"code": code, "name": name})
    token: str = paired["token"]
    return token


async def manager_token(admin: Person) -> str:
    """Return a token, good for a day, that acts for the manager of «Ленина»."""
    staff = await admin.get("/api/staff?limit=200")
    manager = next(one for one in staff["items"] if one["name"] == MANAGER)
    tomorrow = (clock.now() + timedelta(days=1)).isoformat()
    asked = {"name": "лента", "staff_id": manager["id"], "expires_at": tomorrow}
    token: str = (await admin.post("/api/tokens", asked))["token"]
    return token


async def pairing_code(admin: Person) -> str:
    """Return a code for a tablet of the workshop."""
    made: str = (await admin.post("/api/devices/pairing-codes", {"shop": "workshop"}))["code"]
    return made
