"""A whole system of one's own, and the people of the story in it."""

import asyncio
import os
import shutil
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass

import pytest
import pytest_asyncio

from deploy.demo import people
from deploy.demo.api import Person
from deploy.demo.seed import cast_of, make_offices, make_staff
from deploy.demo.town import make_admin
from deploy.demo.walk import Cast
from deploy.embedded.system import System
from tests.browser.fixtures import (  # noqa: F401 - pytest finds fixtures and hooks by their names
    allow,
    browser,
    office_page,
    open_context,
    pairing_code,
    pytest_runtest_makereport,
    shoot,
    tablet_page,
    watch,
)
from tests.servers import ROOT


@dataclass(slots=True)
class Town:
    """The running system with its people; `tablet_token` is a paired tablet of the workshop."""

    system: System
    cast: Cast
    admin: Person
    tablet_token: str

    @property
    def base(self) -> str:
        """Address of the gateway."""
        return self.system.gateway_url

    async def restart(self, name: str) -> None:
        """kill -9 a service and start it again."""
        service = self.system.services[name]
        await asyncio.to_thread(service.kill)
        await asyncio.to_thread(service.start)


@pytest.fixture(scope="session")
def running_system() -> Iterator[System]:
    """Start everything on free ports, beside whatever else runs here."""
    root = ROOT / f"test-{os.getpid()}-journey"
    settings = {"VITRAZH_ENVIRONMENT": "test"}
    with System(root, zipkin=False, settings=settings) as system:
        make_admin(system)
        yield system
    shutil.rmtree(root, ignore_errors=True)


@pytest_asyncio.fixture(scope="session")
async def town(running_system: System) -> AsyncIterator[Town]:
    """The people of the story, signed in, and one paired tablet."""
    base = running_system.gateway_url
    async with await Person.signed_in(base, people.ADMIN, people.PASSWORD) as admin:
        offices = await make_offices(admin)
        await make_staff(admin, offices)
        async with cast_of(base, offices) as cast:
            code = await admin.post("/api/devices/pairing-codes", {"shop": "workshop"})
            async with Person(base) as nobody:
                paired = await nobody.post(
                    "/api/devices/pair", {"code": code["code"], "name": "Стол раскроя"}
                )
            yield Town(running_system, cast, admin, paired["token"])
