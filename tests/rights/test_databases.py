"""Each service works with a role that can do what the service does, in its own database, and no more."""

from collections.abc import Iterator
from typing import Any, LiteralString
from urllib.parse import urlsplit

import psycopg
import pytest
from psycopg import Connection, errors

from deploy.embedded.databases import SERVICES, app_role, owner_role
from tests.rights.stage.world import World

pytestmark = [
    pytest.mark.rights,
    pytest.mark.servers,
    pytest.mark.slow,
    pytest.mark.timeout(600),
    pytest.mark.xdist_group("rights"),
]
ROLES = [app_role(service) for service in SERVICES] + [owner_role(service) for service in SERVICES]
SHARED = ("postgres", "template1", "template0")
CLOSED = "permission denied|not currently accepting"
DENIED = errors.InsufficientPrivilege

SCHEMA: tuple[LiteralString, ...] = (
    "CREATE TABLE mine (id int)",
    "CREATE TEMP TABLE mine (id int)",
    "CREATE SCHEMA mine",
    "CREATE VIEW mine AS SELECT 1",
    "CREATE FUNCTION mine() RETURNS int LANGUAGE sql AS 'SELECT 1'",
    "CREATE EXTENSION dblink",
    "ALTER TABLE audit ADD COLUMN mine int",
    "ALTER TABLE outbox DISABLE TRIGGER ALL",
    "CREATE INDEX mine ON outbox (id)",
    "DROP TABLE outbox",
    "TRUNCATE outbox",
    "COMMENT ON TABLE audit IS 'mine'",
    "UPDATE alembic_version SET version_num = 'mine'",
    "DELETE FROM alembic_version",
)
SERVER: tuple[LiteralString, ...] = (
    "COPY (SELECT 1) TO PROGRAM 'true'",
    "CREATE ROLE mine LOGIN",
    "CREATE DATABASE mine",
    "ALTER SYSTEM SET fsync = off",
    "COPY (SELECT 1) TO '/mine'",
    "SELECT pg_read_file('/etc/passwd')",
    "SELECT pg_ls_dir('.')",
    "SELECT lo_import('/etc/passwd')",
    "SELECT pg_reload_conf()",
    "SELECT rolpassword FROM pg_authid",
    "SET session_replication_role = replica",
)
HISTORY: tuple[LiteralString, ...] = (
    "UPDATE audit SET actor = 'nobody'",
    "DELETE FROM audit",
    "TRUNCATE audit",
    "ALTER TABLE audit DISABLE TRIGGER ALL",
    "DROP TABLE audit",
)


def connect(url: str, database: str | None = None, **changed: Any) -> Connection[Any]:
    """Connect as the address says, perhaps to another database."""
    place = urlsplit(url.replace("+asyncpg", ""))
    name = database or place.path.lstrip("/")
    dsn = place._replace(path=f"/{name}").geturl()
    return psycopg.connect(dsn, autocommit=True, connect_timeout=20, **changed)


@pytest.fixture(params=SERVICES)
def service(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


@pytest.fixture
def inside(world: World, service: str) -> Iterator[Connection[Any]]:
    """A session of the service's own role, in its own database."""
    with connect(world.system.wiring.databases[service].app_url) as connection:
        yield connection


def _refused(connection: Connection[Any], statement: LiteralString) -> bool:
    try:
        connection.execute(statement)
    except DENIED:
        return True
    return False


def test_a_role_opens_no_other_database(world: World, service: str) -> None:
    own = world.system.wiring.databases[service]
    others = [f"vitrazh_{name}" for name in SERVICES if name != service]
    for url in (own.app_url, own.owner_url):
        for other in (*others, *SHARED):
            with pytest.raises(psycopg.OperationalError, match=CLOSED):
                connect(url, other)


def test_a_wrong_password_opens_nothing(world: World, service: str) -> None:
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        connect(world.system.wiring.databases[service].app_url, password="guess")


def test_no_role_is_more_than_a_login(world: World) -> None:
    rows = world.databases.rows(
        "orders",
        "SELECT rolname, rolsuper OR rolcreaterole OR rolcreatedb OR rolreplication"
        " OR rolbypassrls, rolcanlogin FROM pg_roles WHERE rolname = ANY(%s)",
        ROLES,
    )
    members = world.databases.rows(
        "orders",
        "SELECT r.rolname, g.rolname FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.member"
        " JOIN pg_roles g ON g.oid = m.roleid WHERE r.rolname = ANY(%s)",
        ROLES,
    )

    assert sorted(rows) == sorted((role, False, True) for role in ROLES)
    assert members == []


@pytest.mark.parametrize("statement", SCHEMA)
def test_the_service_changes_no_schema(inside: Connection[Any], statement: LiteralString) -> None:
    assert _refused(inside, statement)


@pytest.mark.parametrize("statement", SERVER)
def test_the_service_reaches_nothing_of_the_server(
    inside: Connection[Any], statement: LiteralString
) -> None:
    assert _refused(inside, statement)


@pytest.mark.parametrize("other", ROLES)
def test_the_service_becomes_nobody_else(inside: Connection[Any], service: str, other: str) -> None:
    if other == app_role(service):
        return
    for statement in (f"SET ROLE {other}", f"SET SESSION AUTHORIZATION {other}"):
        with pytest.raises(DENIED):
            inside.execute(statement)


@pytest.mark.parametrize("statement", HISTORY)
def test_the_service_rewrites_no_history(
    world: World, service: str, inside: Connection[Any], statement: LiteralString
) -> None:
    before = world.databases.picture()

    assert _refused(inside, statement)
    assert before.differs_in(world.databases.picture()) == []


@pytest.mark.parametrize("statement", HISTORY[:3])
def test_the_owner_rewrites_no_history(
    world: World, service: str, statement: LiteralString
) -> None:
    before = world.databases.picture()

    with connect(world.system.wiring.databases[service].owner_url) as owner:
        assert _refused(owner, statement)
    assert before.differs_in(world.databases.picture()) == []
