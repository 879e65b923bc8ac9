"""One database, one owner role and one application role a service, each with the least rights."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

import psycopg
from psycopg import Connection, sql
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from deploy.embedded.credentials import Secrets
from deploy.embedded.errors import ProvisionFailed

SERVICES = ("gateway", "clients", "orders", "notifications")
EXTENSIONS = ("pg_trgm", "unaccent", "citext")
APP_LIMITS = {
    "statement_timeout": "15s",
    "lock_timeout": "5s",
    "idle_in_transaction_session_timeout": "30s",
}
LATER = "alter default privileges for role {owner} in schema public"
# Two runs that make roles at once would meet in the shared catalogue.
PROVISION_LOCK = 7_430_011


@dataclass(frozen=True)
class DatabaseUrls:
    """The two addresses of a service's database: for migrations and for the service itself."""

    owner_url: str
    app_url: str


def provision(
    super_dsn: str, services: Sequence[str], secrets: Secrets, prefix: str = "vitrazh_"
) -> dict[str, DatabaseUrls]:
    """Make what is missing and set every password anew; may be run again at any time.

    Raises ProvisionFailed.
    """
    try:
        with psycopg.connect(super_dsn, autocommit=True) as connection:
            connection.execute("select pg_advisory_lock(%s)", [PROVISION_LOCK])
            _close_shared_databases(connection)
            for service in services:
                _make_role(connection, owner_role(service), secrets, limits={})
                _make_role(connection, app_role(service), secrets, limits=APP_LIMITS)
                _make_database(connection, prefix + service, service)
                _furnish(super_dsn, prefix + service, service)
    except psycopg.Error as error:
        reason = f"databases could not be made: {str(error).splitlines()[0]}"
        raise ProvisionFailed(reason) from error
    return {service: urls(super_dsn, service, secrets, prefix + service) for service in services}


def clone(
    super_dsn: str, service: str, secrets: Secrets, *, template: str, name: str
) -> DatabaseUrls:
    """Copy a service's (migrated, unused) database under a new name, with the same rights."""
    with psycopg.connect(super_dsn, autocommit=True) as connection:
        _make_database(connection, name, service, template=template)
    return urls(super_dsn, service, secrets, name)


def drop(super_dsn: str, name: str) -> None:
    """Remove a database, ending the sessions that use it."""
    with psycopg.connect(super_dsn, autocommit=True) as connection:
        connection.execute(
            sql.SQL("drop database if exists {} with (force)").format(sql.Identifier(name))
        )


def owner_role(service: str) -> str:
    """Name the role that owns the tables and runs migrations."""
    return f"{service}_owner"


def app_role(service: str) -> str:
    """Name the role that the service works with; it cannot change the schema."""
    return f"{service}_app"


def urls(super_dsn: str, service: str, secrets: Secrets, database: str) -> DatabaseUrls:
    """Give both addresses of one database."""
    place = conninfo_to_dict(super_dsn)

    def address(role: str) -> str:
        login = f"{quote(role)}:{quote(secrets.password(role), safe='')}"
        return f"postgresql+asyncpg://{login}@{place['host']}:{place['port']}/{quote(database)}"

    return DatabaseUrls(address(owner_role(service)), address(app_role(service)))


def _close_shared_databases(connection: Connection) -> None:
    for name in ("postgres", "template1"):
        connection.execute(
            sql.SQL("revoke all on database {} from public").format(sql.Identifier(name))
        )


def _make_role(
    connection: Connection, role: str, secrets: Secrets, *, limits: dict[str, str]
) -> None:
    name = sql.Identifier(role)
    if not connection.execute("select 1 from pg_roles where rolname = %s", [role]).fetchone():
        connection.execute(sql.SQL("create role {} login").format(name))
    connection.execute(
        sql.SQL(
            "alter role {} with login nosuperuser nocreatedb nocreaterole noreplication"
            " nobypassrls password {}"
        ).format(name, sql.Literal(secrets.password(role)))
    )
    for setting, value in limits.items():
        connection.execute(
            sql.SQL("alter role {} set {} = {}").format(
                name, sql.Identifier(setting), sql.Literal(value)
            )
        )


def _make_database(
    connection: Connection, database: str, service: str, *, template: str = "template1"
) -> None:
    known = connection.execute(
        "select 1 from pg_database where datname = %s", [database]
    ).fetchone()
    name, owner = sql.Identifier(database), sql.Identifier(owner_role(service))
    if not known:
        connection.execute(
            sql.SQL("create database {} owner {} template {}").format(
                name, owner, sql.Identifier(template)
            )
        )
    connection.execute(sql.SQL("revoke all on database {} from public").format(name))
    connection.execute(
        sql.SQL("grant connect on database {} to {}, {}").format(
            name, owner, sql.Identifier(app_role(service))
        )
    )


def _furnish(super_dsn: str, database: str, service: str) -> None:
    """Inside one database: extensions, the schema's rights, what later tables grant by default."""
    owner, app = sql.Identifier(owner_role(service)), sql.Identifier(app_role(service))
    with psycopg.connect(make_conninfo(super_dsn, dbname=database), autocommit=True) as inside:
        for extension in EXTENSIONS:
            inside.execute(
                sql.SQL("create extension if not exists {}").format(sql.Identifier(extension))
            )
        for statement in (
            "revoke all on schema public from public",
            "grant usage, create on schema public to {owner}",
            "grant usage on schema public to {app}",
            f"{LATER} grant select, insert, update, delete on tables to {{app}}",
            f"{LATER} grant usage on sequences to {{app}}",
        ):
            inside.execute(sql.SQL(statement).format(owner=owner, app=app))
