"""What every service's database is given besides its revisions: grants, and a history that stays."""

from collections.abc import Iterator
from typing import Any, LiteralString

import psycopg
import pytest
from psycopg import Connection, errors
from sqlalchemy import create_engine, make_url

from chassis.cli import find
from chassis.migrations import keep_history, migrate
from deploy.embedded.databases import DatabaseUrls
from tests.servers import Addresses, Databases

CHANGES: tuple[LiteralString, ...] = (
    "UPDATE audit SET actor = 'nobody'",
    "UPDATE audit SET actor = 'nobody' WHERE false",
    "DELETE FROM audit",
    "DELETE FROM audit WHERE id = 1",
    "TRUNCATE audit",
    "TRUNCATE audit CASCADE",
    (
        "INSERT INTO audit OVERRIDING SYSTEM VALUE SELECT * FROM audit"
        " ON CONFLICT (id) DO UPDATE SET actor = 'nobody'"
    ),
    "MERGE INTO audit USING (VALUES (1)) v (id) ON audit.id = v.id WHEN MATCHED THEN DELETE",
)
ADD: LiteralString = (
    "INSERT INTO audit (at, actor, action, subject, correlationid)"
    " VALUES (now(), 'staff:1', 'order.placed', gen_random_uuid(), 'c')"
)


@pytest.fixture(scope="module")
def urls(databases: Databases) -> DatabaseUrls:
    """A migrated database of this file's own."""
    return databases.of("clients")


def session(url: str) -> Connection[Any]:
    """Return a session in which each statement is a transaction."""
    return psycopg.connect(url.replace("+asyncpg", ""), autocommit=True)


@pytest.fixture
def owner(urls: DatabaseUrls) -> Iterator[Connection[Any]]:
    """The owner of the schema, with a line to lose."""
    with session(urls.owner_url) as connection:
        connection.execute(ADD)
        yield connection


def lines(connection: Connection[Any]) -> list[tuple[Any, ...]]:
    """What the audit says."""
    return connection.execute("SELECT * FROM audit ORDER BY id").fetchall()


@pytest.mark.parametrize("change", CHANGES)
def test_not_even_the_owner_changes_what_stands_in_the_audit(
    owner: Connection[Any], change: LiteralString
) -> None:
    before = lines(owner)

    with pytest.raises(errors.InsufficientPrivilege, match="only added to"):
        owner.execute(change)
    assert lines(owner) == before


def test_a_session_that_plays_the_replica_does_not_either(
    addresses: Addresses, owner: Connection[Any]
) -> None:
    before = lines(owner)
    inside = psycopg.conninfo.make_conninfo(addresses.pg_dsn_super, dbname=owner.info.dbname)
    with psycopg.connect(inside, autocommit=True) as almighty:
        almighty.execute("SET session_replication_role = replica")
        with pytest.raises(errors.InsufficientPrivilege, match="only added to"):
            almighty.execute("DELETE FROM audit")
    assert lines(owner) == before


def test_lines_are_added_by_the_service_itself(urls: DatabaseUrls, owner: Connection[Any]) -> None:
    before = len(lines(owner))
    with session(urls.app_url) as service:
        service.execute(ADD)
        assert len(lines(service)) == before + 1


def test_a_trigger_that_was_lifted_is_back_after_the_next_migration(
    urls: DatabaseUrls, owner: Connection[Any]
) -> None:
    for lifted in (
        "ALTER TABLE audit DISABLE TRIGGER audit_is_added_to",
        "ALTER TABLE audit ENABLE TRIGGER audit_is_added_to",
        "DROP TRIGGER audit_is_added_to ON audit",
    ):
        owner.execute(lifted)
        migrate(find("clients"), urls.owner_url)
        found = owner.execute(
            "SELECT tgenabled FROM pg_trigger WHERE tgname = 'audit_is_added_to'"
        ).fetchall()
        assert found == [("A",)], lifted


def test_a_history_that_is_kept_is_not_locked_again(
    urls: DatabaseUrls, owner: Connection[Any]
) -> None:
    """A service that writes all the time would make a migration wait for nothing."""
    engine = create_engine(make_url(urls.owner_url).set(drivername="postgresql+psycopg"))
    with session(urls.app_url) as service, service.transaction(), engine.begin() as migration:
        service.execute(ADD)
        migration.exec_driver_sql("SET lock_timeout = '1s'")
        keep_history(migration)
    engine.dispose()
