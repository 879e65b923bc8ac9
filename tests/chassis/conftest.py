"""The probe service on a database of its own."""

from collections.abc import AsyncIterator

import pytest_asyncio
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

from chassis.settings import Settings
from chassis.testing import World
from deploy.embedded.databases import drop, provision
from tests.chassis import probe
from tests.servers import Addresses, Databases


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
    urls = provision(addresses.pg_dsn_super, ["notifications"], databases.secrets, prefix=prefix)
    address = urls["notifications"]
    owner = create_async_engine(address.owner_url)
    async with owner.begin() as connection:
        for metadata in probe.service.metadata:
            await connection.run_sync(metadata.create_all)
        await connection.execute(text("REVOKE UPDATE, DELETE ON audit FROM notifications_app"))
    await owner.dispose()
    own = settings.model_copy(update={"database_url": address.app_url})
    world = World(probe.service, own, address.owner_url, key_pair[0])
    yield world
    await world.close()
    drop(addresses.pg_dsn_super, prefix + "notifications")


@pytest_asyncio.fixture
async def world(probe_world: World) -> AsyncIterator[World]:
    """The probe service with empty tables."""
    yield probe_world
    probe.failures.clear()
    await probe_world.clean()
