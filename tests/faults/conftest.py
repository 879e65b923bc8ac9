"""Two systems of the session's own, their people at their places, two feeds open on each."""

import os
import shutil
from collections.abc import AsyncIterator, Generator, Iterator
from contextlib import asynccontextmanager, contextmanager
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
from tests.faults.plan import Stage
from tests.faults.report import Table
from tests.faults.rig.topology import Staged
from tests.servers import ROOT

SETTINGS = {"VITRAZH_ENVIRONMENT": "test", "VITRAZH_REQUESTS_PER_MINUTE": "0"}


@contextmanager
def _running(system: System) -> Iterator[System]:
    with system:
        make_admin(system)
        yield system
    shutil.rmtree(system.root, ignore_errors=True)


@pytest.fixture(scope="session")
def doomed_system() -> Iterator[System]:
    """Start everything on free ports, one process a service, with failpoints allowed."""
    root = ROOT / f"test-{os.getpid()}-faults"
    with _running(System(root, zipkin=False, mail=False, settings=SETTINGS)) as system:
        yield system


@pytest.fixture(scope="session")
def doomed_apart() -> Iterator[System]:
    """Start everything with api and worker apart, and links that can be cut."""
    with _running(Staged(ROOT / f"test-{os.getpid()}-apart", SETTINGS)) as system:
        yield system


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


@asynccontextmanager
async def _peopled(system: System) -> AsyncIterator[Stage]:
    base = system.gateway_url
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
            yield Stage(system, cast, admin, Gather(system, Log(), desk, tablet))


@pytest_asyncio.fixture(scope="session")
async def together(doomed_system: System) -> AsyncIterator[Stage]:
    """The people of the story, signed in; the desk's and a tablet's feed."""
    async with _peopled(doomed_system) as stage:
        yield stage


@pytest_asyncio.fixture(scope="session")
async def apart(doomed_apart: System) -> AsyncIterator[Stage]:
    """The same people where api and worker are apart."""
    async with _peopled(doomed_apart) as stage:
        yield stage


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Note the faults that are proved by tests of their own, for the same page."""
    told = yield
    if isinstance(item, pytest.Function) and "table" not in item.fixturenames:
        docs = (item.function.__doc__, item.module.__doc__)
        if told.when == "call" or told.outcome != "passed":
            report.TABLE_OF_RUN.note_test(docs, item.originalname, told.outcome)
    return told


@pytest.fixture(scope="session")
def table() -> Iterator[Table]:
    """What the tests have come to; written to docs/faults.md when asked for."""
    yield report.TABLE_OF_RUN
    if os.environ.get("VITRAZH_FAULTS_WRITE"):
        report.PAGE.write_text(report.page(report.TABLE_OF_RUN), encoding="utf-8")
