"""The probe service on a database of its own."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
import pytest_asyncio
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

from chassis import telemetry
from chassis.migrations import keep_history
from chassis.settings import Settings
from chassis.testing import World
from deploy.embedded.credentials import Secrets
from deploy.embedded.databases import drop, provision
from tests.chassis import probe
from tests.chassis.bus import own_topics
from tests.servers import Addresses, Databases


@pytest.fixture(scope="session", autouse=True)
def logs() -> None:
    """Log as a process does: the library's coloured tracebacks take seconds each."""
    telemetry.configure("test", "WARNING")


@asynccontextmanager
async def opened(
    super_dsn: str, secrets: Secrets, prefix: str, settings: Settings, private_pem: str
) -> AsyncIterator[World]:
    """Make the probe's database and open its world; drop it at the end."""
    address = provision(super_dsn, ["notifications"], secrets, prefix=prefix)["notifications"]
    owner = create_async_engine(address.owner_url)
    async with owner.begin() as connection:
        for metadata in probe.service.metadata:
            await connection.run_sync(metadata.create_all)
        await connection.execute(text("REVOKE UPDATE, DELETE ON audit FROM notifications_app"))
        await connection.run_sync(keep_history)
    await owner.dispose()
    own = settings.model_copy(update={"database_url": address.app_url})
    world = World(probe.service, own, address.owner_url, private_pem)
    yield world
    await world.close()
    drop(super_dsn, prefix + "notifications")


@pytest_asyncio.fixture(scope="session")
async def probe_world(
    addresses: Addresses,
    databases: Databases,
    settings: Settings,
    worker: str,
    key_pair: tuple[str, str],
) -> AsyncIterator[World]:
    """The probe service, once a session."""
    prefix = f"{worker}_probe_"
    async with opened(
        addresses.pg_dsn_super, databases.secrets, prefix, settings, key_pair[0]
    ) as world:
        yield world


@pytest_asyncio.fixture
async def bus(probe_world: World) -> AsyncIterator[Settings]:
    """Topics of this test's own."""
    async with own_topics(probe_world.settings) as own:
        yield own


@pytest_asyncio.fixture
async def world(probe_world: World) -> AsyncIterator[World]:
    """The probe service with empty tables."""
    yield probe_world
    probe.failures.clear()
    probe.hooks.clear()
    probe.gates.clear()
    await probe_world.clean()
