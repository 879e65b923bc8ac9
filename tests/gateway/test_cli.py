import asyncio
import re
from pathlib import Path

import pytest
import pytest_asyncio
from sqlalchemy import select
from typer.testing import CliRunner, Result

from chassis import tables
from chassis.testing import World
from contracts.rights import Role
from gateway.access.tables import api_tokens
from gateway.cli import app
from tests.gateway.people import PASSWORD, Door, sign_in


@pytest_asyncio.fixture
async def door(world: World, monkeypatch: pytest.MonkeyPatch) -> Door:
    monkeypatch.setenv("VITRAZH_DATABASE_URL", world.settings.database_url)
    monkeypatch.setenv("VITRAZH_VALKEY_URL", world.settings.valkey_url)
    monkeypatch.setenv("COLUMNS", "250")
    return Door(world)


async def run(*words: str, typed: str | None = None) -> Result:
    """Run the command in a thread of its own: it has its own event loop."""
    return await asyncio.to_thread(lambda: CliRunner().invoke(app, list(words), input=typed))


async def test_first_administrator_comes_with_a_password_from_a_file(
    door: Door, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "password"
    file.write_text(PASSWORD + "\n", encoding="utf-8")
    monkeypatch.setenv("VITRAZH_ADMIN_PASSWORD_FILE", str(file))

    made = await run("admin", "--login", "Admin")

    assert made.exit_code == 0, made.output
    assert PASSWORD not in made.output
    async with door.stranger() as browser:
        assert (await sign_in(browser, "admin")).json()["roles"] == ["admin"]


async def test_password_is_asked_for_twice_and_not_shown(door: Door) -> None:
    made = await run("admin", "--login", "admin", typed=f"{PASSWORD}\n{PASSWORD}\n")

    assert made.exit_code == 0, made.output
    assert PASSWORD not in made.output


async def test_weak_password_is_refused_in_words(door: Door) -> None:
    refused = await run("admin", "--login", "admin", typed="admin\nadmin\n")

    assert refused.exit_code == 1
    assert "Пароль: от 12 до 128 знаков" in refused.output


async def test_token_is_made_listed_and_revoked(door: Door) -> None:
    made = await run("token", "create", "1c", "--role", "director", "--days", "30")
    secret = re.findall(r"vz_[\w-]{43}", made.output)[0]
    async with door.stranger(token=secret) as program:
        who = await program.get("/api/session")
    token_id = who.json()["subject"].removeprefix("token:")
    listed = await run("token", "list")
    revoked = await run("token", "revoke", token_id)

    assert who.json()["roles"] == ["director"]
    assert token_id in listed.output
    assert secret not in listed.output
    assert revoked.exit_code == 0
    rows = await door.world.rows(select(api_tokens.c.revoked_at))
    assert rows[0]["revoked_at"] is not None


async def test_token_for_a_person_acts_as_he_does(door: Door) -> None:
    person = await door.person("kuznetsov", Role.HEAD_OF_PRODUCTION)
    made = await run("token", "create", "board", "--staff", str(person))
    secret = re.findall(r"vz_[\w-]{43}", made.output)[0]
    async with door.stranger(token=secret) as program:
        who = await program.get("/api/session")

    assert who.json()["staff_id"] == str(person)


async def test_token_for_nobody_is_refused_in_words(door: Door) -> None:
    refused = await run("token", "create", "1c")

    assert refused.exit_code == 1
    assert "Укажите либо сотрудника, либо роли" in refused.output


async def test_what_the_operator_did_is_in_the_audit(door: Door) -> None:
    await run("admin", "--login", "admin", typed=f"{PASSWORD}\n{PASSWORD}\n")

    rows = await door.world.rows(select(tables.audit).order_by(tables.audit.c.id))
    assert [(row["actor"], row["action"]) for row in rows] == [
        ("system:gateway", "staff.hired"),
        ("system:gateway", "staff.password-set"),
    ]
