"""A whole system of one's own, and the people of the story in it."""

import os
from collections.abc import AsyncIterator, Iterator

import pytest
import pytest_asyncio

from deploy.demo.town import Town, for_a_while, peopled
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

SETTINGS = {"VITRAZH_ENVIRONMENT": "test"}


@pytest.fixture(scope="session")
def running_system() -> Iterator[System]:
    """Start everything on free ports, beside whatever else runs here."""
    root = ROOT / f"test-{os.getpid()}-journey"
    with for_a_while(System(root, zipkin=False, settings=SETTINGS)) as system:
        yield system


@pytest_asyncio.fixture(scope="session")
async def town(running_system: System) -> AsyncIterator[Town]:
    """The people of the story, signed in, and one paired tablet."""
    async with peopled(running_system) as town:
        yield town
