"""Two systems of the session's own, their people at their places, two feeds open on each."""

import os
from collections.abc import AsyncIterator, Generator, Iterator
from contextlib import asynccontextmanager

import pytest
import pytest_asyncio

from deploy.demo.feed import FeedClient
from deploy.demo.town import for_a_while, manager_token, peopled
from deploy.embedded.system import System
from tests.faults import report
from tests.faults.evidence import Log
from tests.faults.gather import Gather
from tests.faults.plan import Stage
from tests.faults.report import Table
from tests.faults.rig.topology import Staged
from tests.servers import ROOT

SETTINGS = {"VITRAZH_ENVIRONMENT": "test", "VITRAZH_REQUESTS_PER_MINUTE": "0"}


@pytest.fixture(scope="session")
def doomed_system() -> Iterator[System]:
    """Start everything on free ports, one process a service, with failpoints allowed."""
    root = ROOT / f"test-{os.getpid()}-faults"
    with for_a_while(System(root, zipkin=False, mail=False, settings=SETTINGS)) as system:
        yield system


@pytest.fixture(scope="session")
def doomed_apart() -> Iterator[System]:
    """Start everything with api and worker apart, and links that can be cut."""
    with for_a_while(Staged(ROOT / f"test-{os.getpid()}-apart", SETTINGS)) as system:
        yield system


@asynccontextmanager
async def _peopled(system: System) -> AsyncIterator[Stage]:
    async with peopled(system) as town:
        tokens = (await manager_token(town.admin), town.tablet_token)
        bearers = [{"Authorization": f"Bearer {token}"} for token in tokens]
        async with (
            FeedClient(town.base, bearers[0]) as desk,
            FeedClient(town.base, bearers[1]) as tablet,
        ):
            yield Stage(system, town.cast, town.admin, Gather(system, Log(), desk, tablet))


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
