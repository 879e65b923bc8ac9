"""Fixtures of every test: one set of real servers a run, own databases and topics a worker."""

import json
import os
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path

import pytest
import pytest_asyncio
from _pytest.nodeid import coerce_node_id
from hypothesis import settings as property_tests

from chassis.cli import find
from chassis.kafka import make_topics
from chassis.settings import Settings
from chassis.testing import World, new_key_pair
from tests.servers import Addresses, Databases, running

ENV = "VITRAZH_TEST_ADDRESSES"
_NEEDS = {"addresses", "make_world", "world", "settings", "databases"}
_stack = ExitStack()
# How long one example takes depends on who else uses the machine.
property_tests.register_profile("vitrazh", deadline=None)
property_tests.load_profile("vitrazh")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what needs servers, so that `make test-fast` can leave it out."""
    for item in items:
        if _NEEDS & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.servers)
        if getattr(item.config.option, "loadgroup", False):
            _name_the_group(item)


def _name_the_group(item: pytest.Item) -> None:
    """Keep the tests of an `xdist_group` on one worker.

    xdist 3.8 writes the group behind the test's id in a way that pytest 9.2 does not read.
    """
    for mark in item.iter_markers("xdist_group"):
        if "@" not in item.nodeid.rpartition("]")[2]:
            item._id = coerce_node_id(f"{item.nodeid}@{mark.args[0]}")


def pytest_configure(config: pytest.Config) -> None:
    """Start the servers once, in the process that steers the workers."""
    steers = not hasattr(config, "workerinput")
    wanted = "not servers" not in (config.option.markexpr or "")
    listing = config.option.collectonly or config.option.help
    if steers and wanted and not listing and ENV not in os.environ and config.option.numprocesses:
        _start()


def pytest_unconfigure() -> None:
    """Stop what this process started."""
    _stack.close()


def _start() -> Addresses:
    addresses = _stack.enter_context(running())
    os.environ[ENV] = json.dumps(asdict(addresses) | {"root": str(addresses.root)})
    return addresses


@pytest.fixture(scope="session")
def addresses() -> Addresses:
    """Where PostgreSQL, Kafka, Valkey, mail and SMS answer in this run."""
    if ENV not in os.environ:
        return _start()
    known = json.loads(os.environ[ENV])
    return Addresses(**(known | {"root": Path(known["root"])}))


@pytest.fixture(scope="session")
def worker(request: pytest.FixtureRequest) -> str:
    """Name of this worker; also the prefix of its topics and databases."""
    name: str = getattr(request.config, "workerinput", {}).get("workerid", "gw0")
    return f"{name}p{os.getpid()}"


@pytest.fixture(scope="session")
def databases(addresses: Addresses, worker: str) -> Iterator[Databases]:
    """Own databases of this worker."""
    made = Databases(addresses, worker)
    yield made
    made.drop_all()


@pytest.fixture(scope="session")
def key_pair() -> tuple[str, str]:
    """Ed25519 keys of the internal token: private and public PEM."""
    return new_key_pair()


@pytest_asyncio.fixture(scope="session")
async def settings(
    addresses: Addresses,
    worker: str,
    key_pair: tuple[str, str],
    tmp_path_factory: pytest.TempPathFactory,
) -> Settings:
    """Settings on this run's servers, with topics of this worker's own; no database yet."""
    number = int("".join(c for c in worker.split("p", maxsplit=1)[0] if c.isdigit()) or 0)
    made = Settings(
        environment="test",
        kafka_bootstrap=addresses.kafka_bootstrap,
        topic_prefix=f"{worker}.",
        valkey_url=f"{addresses.valkey_url.rstrip('/')}/{number}",
        signing_public_key=key_pair[1],
        files_url=tmp_path_factory.mktemp("files").as_uri(),
        database_pool=6,
        consumer_backoff=0.02,
    )
    await make_topics(made)
    return made


MakeWorld = Callable[[str], Awaitable[World]]


@pytest_asyncio.fixture(scope="session")
async def make_world(
    settings: Settings, databases: Databases, key_pair: tuple[str, str]
) -> AsyncIterator[MakeWorld]:
    """Make the world of a service by its name, on a database of its own."""
    made: list[World] = []

    async def make(name: str) -> World:
        urls = databases.of(name)
        own = settings.model_copy(update={"database_url": urls.app_url})
        world = World(find(name), own, urls.owner_url, key_pair[0])
        made.append(world)
        return world

    yield make
    for world in made:
        await world.close()
