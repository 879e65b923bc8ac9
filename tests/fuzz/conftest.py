"""A whole system of the session's own in which something has happened already."""

import asyncio
import os
from collections import Counter
from collections.abc import Iterator
from typing import Final

import pytest

from deploy.demo.town import for_a_while
from deploy.embedded.system import System
from tests.fuzz.world import World, make_world
from tests.servers import ROOT

CASES_ENV: Final = "VITRAZH_FUZZ_CASES"
SEED_ENV: Final = "VITRAZH_FUZZ_SEED"
FEW: Final = 2_000


@pytest.fixture(scope="session")
def fuzzed_system() -> Iterator[System]:
    """Start everything on free ports, without the limit of requests in a minute."""
    root = ROOT / f"test-{os.getpid()}-fuzz"
    settings = {"VITRAZH_ENVIRONMENT": "test", "VITRAZH_REQUESTS_PER_MINUTE": "0"}
    with for_a_while(System(root, zipkin=False, settings=settings)) as system:
        yield system


@pytest.fixture(scope="session")
def world(fuzzed_system: System) -> World:
    """Orders at every stage, people, tablets."""
    return asyncio.run(make_world(fuzzed_system.gateway_url))


@pytest.fixture(scope="session")
def cases() -> int:
    """How many cases the campaigns send in all."""
    return int(os.environ.get(CASES_ENV, FEW))


@pytest.fixture(scope="session")
def seed() -> int:
    """Chance of this run; the same number sends the same cases again."""
    return int(os.environ.get(SEED_ENV, "6"))


@pytest.fixture(scope="session")
def tally(request: pytest.FixtureRequest) -> Iterator[Counter[str]]:
    """What was sent in all, printed at the end whether or not output is shown."""
    sent: Counter[str] = Counter()
    yield sent
    parts = ", ".join(f"{name}: {n}" for name, n in sent.items())
    terminal = request.config.pluginmanager.get_plugin("terminalreporter")
    if terminal is not None:
        terminal.write_line(f"\nbad input: {sent.total()} cases sent ({parts})")
