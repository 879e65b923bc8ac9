"""PostgreSQL keeps what it has confirmed, and a service's role is held in bounds."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from chassis.actor import Actor
from chassis.testing import World

SYSTEM = Actor.system("notifications")
SAFE = {
    "fsync": "on",
    "synchronous_commit": "on",
    "full_page_writes": "on",
    "data_checksums": "on",
    "statement_timeout": "15s",
    "lock_timeout": "5s",
    "idle_in_transaction_session_timeout": "30s",
    "TimeZone": "UTC",
    "transaction_isolation": "read committed",
}


@pytest.mark.parametrize(("name", "value"), SAFE.items())
async def test_a_services_session_has_the_safe_settings(
    world: World, name: str, value: str
) -> None:
    async with world.uow.write(SYSTEM) as db:
        assert await db.scalar(text(f"SHOW {name}")) == value


async def test_a_reading_session_is_read_only_for_the_server(world: World) -> None:
    async with world.uow.read(SYSTEM) as db:
        assert await db.scalar(text("SHOW default_transaction_read_only")) == "on"


async def test_pools_of_all_processes_fit_into_the_server(world: World) -> None:
    async with world.uow.read(SYSTEM) as db:
        most = int(await db.scalar(text("SHOW max_connections")))
    default = type(world.settings).model_fields["database_pool"].default
    processes, pools, relay = 8, 2, 1  # four services, api and worker apart
    assert processes * (default * pools + relay) <= most


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TABLE x (id int)",
        "DROP TABLE pots",
        "ALTER TABLE pots ADD COLUMN x int",
        "CREATE ROLE x",
        "COPY pots TO PROGRAM 'true'",
        "SELECT pg_read_file('/etc/passwd')",
        "UPDATE audit SET actor = 'x'",
        "DELETE FROM audit",
        "SET ROLE notifications_owner",
    ],
)
async def test_a_services_role_may_only_do_its_work(world: World, statement: str) -> None:
    with pytest.raises(DBAPIError, match=r"permission denied|must be owner|denied"):
        async with world.uow.write(SYSTEM) as db:
            await db.execute(text(statement))
