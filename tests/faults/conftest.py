"""A whole system of the session's own, its people at their places, two feeds open."""

import os
import shutil
from collections.abc import AsyncIterator, Iterator
from datetime import timedelta

import pytest
import pytest_asyncio

from chassis.clock import now
from deploy.demo import people
from deploy.demo.api import Person
from deploy.demo.feed import FeedClient
from deploy.demo.seed import cast_of, make_offices, make_staff
from deploy.demo.town import make_admin
from deploy.embedded.system import System
from tests.faults import report
from tests.faults.evidence import Log
from tests.faults.gather import Gather
from tests.faults.play import Result, Stage
from tests.servers import ROOT


@pytest.fixture(scope="session")
def doomed_system() -> Iterator[System]:
    """Start everything on free ports, with failpoints allowed."""
    root = ROOT / f"test-{os.getpid()}-faults"
    settings = {"VITRAZH_ENVIRONMENT": "test", "VITRAZH_REQUESTS_PER_MINUTE": "0"}
    with System(root, zipkin=False, mail=False, settings=settings) as system:
        make_admin(system)
        yield system
    shutil.rmtree(root, ignore_errors=True)


async def _tokens(admin: Person, base: str) -> tuple[str, str]:
    """Return tokens for the feeds: the manager of «Ленина», a tablet of the workshop."""
    staff = await admin.get("/api/staff?limit=200")
    manager = next(one for one in staff["items"] if one["name"] == "Соколова Анна")
    tomorrow = (now() + timedelta(days=1)).isoformat()
    asked = {"name": "лента", "staff_id": manager["id"], "expires_at": tomorrow}
    desk = await admin.post("/api/tokens", asked)
    code = await admin.post("/api/devices/pairing-codes", {"shop": "workshop"})
    async with Person(base) as nobody:
        tablet = await nobody.post("/api/devices/pair", {"code": code["code"], "name": "Раскрой"})
    return desk["token"], tablet["token"]


@pytest_asyncio.fixture(scope="session")
async def stage(doomed_system: System) -> AsyncIterator[Stage]:
    """The people of the story, signed in; the desk's and a tablet's feed."""
    base = doomed_system.gateway_url
    async with await Person.signed_in(base, people.ADMIN, people.PASSWORD) as admin:
        offices = await make_offices(admin)
        await make_staff(admin, offices)
        tokens = await _tokens(admin, base)
        bearers = [{"Authorization": f"Bearer {token}"} for token in tokens]
        async with (
            cast_of(base, offices) as cast,
            FeedClient(base, bearers[0]) as desk,
            FeedClient(base, bearers[1]) as tablet,
        ):
            yield Stage(doomed_system, cast, Gather(doomed_system, Log(), desk, tablet))


@pytest.fixture(scope="session")
def results(stage: Stage) -> Iterator[list[Result]]:
    """What the rounds have come to; written to docs/faults.md when asked for."""
    found: list[Result] = []
    yield found
    if found and os.environ.get("VITRAZH_FAULTS_WRITE"):
        page = report.page(found, stage.gather.log.repeated)
        report.PAGE.write_text(page, encoding="utf-8")
