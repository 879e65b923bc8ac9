"""One system a session, api and workers apart; the workers are stopped once the story is told."""

import os
import shutil
from collections.abc import AsyncIterator, Iterator

import pytest
import pytest_asyncio

from deploy.embedded.processes import APART
from deploy.embedded.system import System
from tests.rights.stage.world import World, opened
from tests.servers import ROOT


@pytest.fixture(scope="session")
def guarded_system() -> Iterator[System]:
    """Start everything on free ports, in a folder of its own."""
    root = ROOT / f"test-{os.getpid()}-rights"
    settings = {"VITRAZH_ENVIRONMENT": "test", "VITRAZH_REQUESTS_PER_MINUTE": "0"}
    with System(root, table=APART, zipkin=False, mail=False, settings=settings) as system:
        yield system
    shutil.rmtree(root, ignore_errors=True)


@pytest_asyncio.fixture(scope="session")
async def world(guarded_system: System) -> AsyncIterator[World]:
    """Everybody at his place, no worker running."""
    async with opened(guarded_system) as world:
        yield world
