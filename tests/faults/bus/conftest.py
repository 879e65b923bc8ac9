"""A system with mail and SMS, its people, and the files in which a session keeps its figures."""

import os
from collections.abc import AsyncIterator, Iterator

import pytest
import pytest_asyncio

from deploy.demo.town import for_a_while, manager_token, pair_tablet, peopled
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
    with for_a_while(System(root, zipkin=False, settings=SETTINGS)) as system:
        yield system


@pytest_asyncio.fixture(scope="package", loop_scope="session")
async def place(bus_system: System) -> AsyncIterator[Place]:
    """The people of the story, signed in, and tokens for readers of the feed."""
    async with peopled(bus_system) as town:
        tablets = [town.tablet_token, await pair_tablet(town.admin, town.base, "Сборка")]
        made = Place(bus_system, town.cast, await manager_token(town.admin), tablets)
        yield made
        print(*(f"\n{name}: {figure}" for name, figure in made.figures.items()), flush=True)
