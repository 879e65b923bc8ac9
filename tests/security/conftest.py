"""A whole system of one's own, its people, and a browser; nothing is forgiven at its end."""

import os
from collections.abc import AsyncIterator, Iterator

import pytest
import pytest_asyncio

from deploy.demo.town import Town, for_a_while, peopled
from deploy.embedded.processes import TOGETHER
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
from tests.security.planted import planted
from tests.security.wire import Wire
from tests.servers import ROOT

SETTINGS = {"VITRAZH_ENVIRONMENT": "test"}


@pytest.fixture(scope="session")
def guarded_system() -> Iterator[System]:
    """Start everything on free ports, with the mail and SMS sandboxes."""
    root = ROOT / f"test-{os.getpid()}-security"
    system = System(root, table=planted(TOGETHER), zipkin=False, settings=SETTINGS)
    with for_a_while(system):
        yield system


@pytest_asyncio.fixture(scope="session")
async def town(guarded_system: System) -> AsyncIterator[Town]:
    """The people of the story, signed in, and one paired tablet."""
    async with peopled(guarded_system) as town:
        yield town


@pytest_asyncio.fixture
async def wire(town: Town) -> AsyncIterator[Wire]:
    """A client that sends what it is told, and believes nothing."""
    async with Wire(town.base) as made:
        yield made
