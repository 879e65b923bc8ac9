"""Schema of a service's database: forward-only alembic revisions, run by the owner role."""

import re
from typing import Any, Literal

from alembic import command, context
from alembic.autogenerate import render
from alembic.autogenerate.api import AutogenContext
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, TypeDecorator, create_engine, make_url, text
from sqlalchemy.ext.asyncio import AsyncEngine

from chassis.service import Service

LOCK_NAME = "vitrazh-migrate"


class SchemaDiffers(RuntimeError):
    """The database is not at the revision that this code was written for."""


def config_of(service: Service, connection: Connection | None = None) -> Config:
    """Return alembic's configuration of a service."""
    config = Config()
    config.set_main_option("script_location", str(service.migrations).replace("%", "%%"))
    config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    config.attributes["connection"] = connection
    config.attributes["metadata"] = service.metadata
    return config


def run_env() -> None:
    """Do what a service's `migrations/env.py` is there for."""
    attributes = context.config.attributes
    context.configure(
        connection=attributes["connection"],
        target_metadata=attributes["metadata"],
        compare_type=True,
        compare_server_default=False,
        include_object=_ours,
        render_item=_rendered,
    )
    with context.begin_transaction():
        context.run_migrations()


def _ours(_object: Any, name: str | None, kind: str, reflected: bool, _other: Any) -> bool:  # noqa: FBT001
    # Expression indexes (trigram, lower) are written by hand in the revisions.
    return not (kind == "index" and reflected and str(name).startswith("ix_raw_"))


def _rendered(kind: str, item: Any, autogen: AutogenContext) -> str | Literal[False]:
    """A revision names what is stored, not the class that a slice reads it by."""
    if kind == "type" and isinstance(item, TypeDecorator):
        return render._repr_type(item.impl_instance, autogen)  # noqa: SLF001 - no public one
    return False


def migrate(service: Service, owner_url: str) -> str:
    """Bring the database to the newest revision, under a lock; return that revision.

    Grants are renewed each time: the application role reads and writes rows, may only add to
    `audit`, and has no other right. Nobody changes what stands in `audit`, its owner included.
    """
    url = make_url(owner_url).set(drivername="postgresql+psycopg")
    engine = create_engine(url)
    try:
        with engine.connect() as connection:
            connection.execute(
                text("SELECT pg_advisory_lock(hashtext(:name))"), {"name": LOCK_NAME}
            )
            connection.execute(text("SET lock_timeout = '3s'"))
            connection.commit()
            command.upgrade(config_of(service, connection), "head")
            connection.commit()
            _grant(connection, url.username or "")
            keep_history(connection)
            connection.commit()
    finally:
        engine.dispose()
    return head(service)


def _grant(connection: Connection, owner: str) -> None:
    application = re.sub(r"_owner$", "_app", owner)
    known = connection.execute(
        text("SELECT 1 FROM pg_roles WHERE rolname = :role"), {"role": application}
    ).first()
    if application == owner or known is None:
        return
    role = '"' + application.replace('"', '""') + '"'
    for statement in (
        f"GRANT USAGE ON SCHEMA public TO {role}",
        f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {role}",
        f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {role}",
        f"REVOKE UPDATE, DELETE, TRUNCATE ON audit FROM {role}",
        f"REVOKE INSERT, UPDATE, DELETE ON alembic_version FROM {role}",
    ):
        connection.execute(text(statement))


def keep_history(connection: Connection) -> None:
    """Refuse every UPDATE, DELETE and TRUNCATE of `audit`, whoever asks.

    The trigger fires once a statement and never on INSERT, so writing costs nothing; ALWAYS, so
    that a session which replays as a replica does not pass by it either. To lift it is a change of
    schema, which the owner may make and the services may not.
    """
    connection.execute(text(_REFUSE_CHANGE))
    kept = connection.execute(text(_IS_KEPT)).first()
    if kept is None:
        connection.execute(text(_KEEP))
        connection.execute(text("ALTER TABLE audit ENABLE ALWAYS TRIGGER audit_is_added_to"))


_REFUSE_CHANGE = """
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is only added to', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$
"""
_IS_KEPT = """
SELECT 1 FROM pg_trigger
WHERE tgrelid = 'audit'::regclass AND tgname = 'audit_is_added_to' AND tgenabled = 'A'
"""
_KEEP = """
CREATE OR REPLACE TRIGGER audit_is_added_to BEFORE UPDATE OR DELETE OR TRUNCATE ON audit
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
"""


def head(service: Service) -> str:
    """Return the revision that this code was written for."""
    return ScriptDirectory.from_config(config_of(service)).get_current_head() or ""


async def check_schema(service: Service, engine: AsyncEngine) -> None:
    """Refuse to start on another revision.

    Raises:
        SchemaDiffers: run `vitrazh migrate` first, or newer code.
    """
    async with engine.connect() as connection:
        found = await connection.scalar(text("SELECT version_num FROM alembic_version"))
    expected = head(service)
    if found != expected:
        raise SchemaDiffers(f"{service.name}: database at {found}, code at {expected}")


def new_revision(service: Service, owner_url: str, message: str) -> None:
    """Write a revision from the difference between tables and database (for developers)."""
    engine = create_engine(make_url(owner_url).set(drivername="postgresql+psycopg"))
    try:
        with engine.connect() as connection:
            config = config_of(service, connection)
            command.upgrade(config, "head")
            numbers = [int(p.name[:4]) for p in service.migrations.glob("versions/[0-9]*.py")]
            revision = f"{max(numbers, default=0) + 1:04d}"
            command.revision(config, message, autogenerate=True, rev_id=revision)
    finally:
        engine.dispose()
