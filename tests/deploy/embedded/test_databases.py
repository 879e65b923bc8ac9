"""A service's roles can do what it needs and nothing else."""

from collections.abc import Iterator
from dataclasses import dataclass

import psycopg
import pytest
from psycopg import errors

from deploy.embedded.credentials import Secrets
from deploy.embedded.databases import DatabaseUrls, clone, drop, provision
from tests.servers import Addresses

SERVICES = ("clients", "orders")


@dataclass(frozen=True)
class Made:
    """Two services' databases of this worker."""

    dsn: str
    prefix: str
    secrets: Secrets
    urls: dict[str, DatabaseUrls]

    def as_app(self, service: str, database: str | None = None) -> str:
        """Give the application's address, if wanted of another database."""
        url = plain(self.urls[service].app_url)
        return url if database is None else url.rsplit("/", 1)[0] + f"/{database}"


def plain(url: str) -> str:
    """Give the address for a driver that is not SQLAlchemy's."""
    return url.replace("+asyncpg", "")


@pytest.fixture(scope="module")
def made(addresses: Addresses, worker: str) -> Iterator[Made]:
    prefix = f"{worker}_provision_"
    # The run's own secrets: roles are shared by the whole cluster.
    secrets = Secrets(addresses.root / "secrets.json")
    urls = provision(addresses.pg_dsn_super, SERVICES, secrets, prefix=prefix)
    with psycopg.connect(plain(urls["orders"].owner_url)) as owner:
        owner.execute("create table things (id bigint generated always as identity, name text)")
        owner.execute("create sequence numbers")
    yield Made(addresses.pg_dsn_super, prefix, secrets, urls)
    for service in SERVICES:
        drop(addresses.pg_dsn_super, prefix + service)


def test_the_application_reads_and_writes_its_owners_tables(made: Made) -> None:
    with psycopg.connect(made.as_app("orders")) as app:
        app.execute("insert into things (name) values ('зеркало')")
        app.execute("update things set name = 'стекло'")
        row = app.execute("select name, nextval('numbers') from things").fetchone()

    assert row == ("стекло", 1)


@pytest.mark.parametrize(
    "statement",
    [
        "create table own (id int)",
        "alter table things add column more int",
        "drop table things",
        "truncate things",
        "create schema own",
        "create temporary table own (id int)",
        "create role another",
        "create extension hstore",
    ],
)
def test_the_application_cannot_change_the_schema(made: Made, statement: str) -> None:
    with psycopg.connect(made.as_app("orders")) as app, pytest.raises(errors.InsufficientPrivilege):
        app.execute(statement)


@pytest.mark.parametrize("database", ["clients", "postgres", "template1"])
def test_another_database_refuses_the_application(made: Made, database: str) -> None:
    name = made.prefix + database if database in SERVICES else database

    with pytest.raises(psycopg.OperationalError, match="CONNECT"):
        psycopg.connect(made.as_app("orders", name))


def test_an_owner_cannot_enter_another_services_database(made: Made) -> None:
    url = plain(made.urls["orders"].owner_url).rsplit("/", 1)[0] + f"/{made.prefix}clients"

    with pytest.raises(psycopg.OperationalError, match="CONNECT"):
        psycopg.connect(url)


def test_the_application_has_limits_on_statements_and_locks(made: Made) -> None:
    names = ("statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout")
    with psycopg.connect(made.as_app("orders")) as app:
        limits = [app.execute(f"show {name}").fetchone() for name in names]

    assert limits == [("15s",), ("5s",), ("30s",)]


def test_names_sort_as_people_expect(made: Made) -> None:
    with psycopg.connect(made.as_app("orders")) as app:
        rows = app.execute(
            "select n from unnest(array['ель','Ёлкин','Елкин','Жук','ёж','еж','Арбуз']) n"
            " order by n"
        ).fetchall()

    assert [row[0] for row in rows] == ["Арбуз", "еж", "ёж", "Елкин", "Ёлкин", "ель", "Жук"]


def test_search_by_likeness_is_there(made: Made) -> None:
    with psycopg.connect(made.as_app("orders")) as app:
        row = app.execute(
            "select similarity('Иванова', 'Иваново') > 0.5, unaccent('ё') = 'е',"
            " 'A@b'::citext = 'a@B'"
        ).fetchone()

    assert row == (True, True, True)


def test_provision_may_run_again_and_keeps_the_data(made: Made) -> None:
    again = provision(made.dsn, SERVICES, made.secrets, prefix=made.prefix)

    assert again == made.urls
    with psycopg.connect(made.as_app("orders")) as app:
        assert app.execute("select count(*) from things").fetchone() is not None


def test_a_copy_has_the_same_rights(made: Made) -> None:
    name = f"{made.prefix}copy"
    urls = clone(made.dsn, "orders", made.secrets, template=f"{made.prefix}orders", name=name)
    try:
        with psycopg.connect(plain(urls.app_url)) as app:
            app.execute("insert into things (name) values ('витраж')")
        with pytest.raises(psycopg.OperationalError, match="CONNECT"):
            psycopg.connect(made.as_app("clients", name))
    finally:
        drop(made.dsn, name)
