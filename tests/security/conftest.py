"""A whole system of one's own, its people, and a browser; nothing is forgiven at its end."""

import os
import shutil
from collections.abc import AsyncIterator, Iterator

import pytest
import pytest_asyncio

from deploy.demo import people
from deploy.demo.api import Person
from deploy.demo.seed import cast_of, make_offices, make_staff
from deploy.demo.town import make_admin
from deploy.embedded.system import System
from tests.browser.fixtures import (  # noqa: F401 - pytest finds fixtures and hooks by their names
    allow,
    browser,
    office_page,
    open_context,
    pairing_code,
    pytest_runtest_makereport,
    tablet_page,
    watch,
)
from tests.journeys.conftest import Town
from tests.security.wire import Wire
from tests.servers import ROOT


@pytest.fixture(scope="session")
def guarded_system() -> Iterator[System]:
    """Start everything on free ports, with the mail and SMS sandboxes."""
    root = ROOT / f"test-{os.getpid()}-security"
    settings = {"VITRAZH_ENVIRONMENT": "test"}
    with System(root, zipkin=False, settings=settings) as system:
        make_admin(system)
        yield system
    shutil.rmtree(root, ignore_errors=True)


@pytest_asyncio.fixture(scope="session")
async def town(guarded_system: System) -> AsyncIterator[Town]:
    """The people of the story, signed in, and one paired tablet."""
    base = guarded_system.gateway_url
    async with await Person.signed_in(base, people.ADMIN, people.PASSWORD) as admin:
        offices = await make_offices(admin)
        await make_staff(admin, offices)
        async with cast_of(base, offices) as cast:
            code = await admin.post("/api/devices/pairing-codes", {"shop": "workshop"})
            async with Person(base) as nobody:
                paired = await nobody.post(
                    "/api/devices/pair", {"code": code["code"], "name": "Стол раскроя"}
                )
            yield Town(guarded_system, cast, admin, paired["token"])


@pytest_asyncio.fixture
async def wire(town: Town) -> AsyncIterator[Wire]:
    """A client that sends what it is told, and believes nothing."""
    async with Wire(town.base) as made:
        yield made
