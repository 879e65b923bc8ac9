"""The operator's commands on dead letters and states."""

import asyncio
import re
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select
from typer.testing import CliRunner, Result

from chassis import cli, tables
from chassis.inbox import Inbox
from chassis.service import Service
from chassis.testing import World
from tests.chassis import probe
from tests.chassis.probe import add_pot
from tests.chassis.records import record

KEY = UUID("018f0000-0000-7000-8000-0000000000aa")


@pytest.fixture
def tool(world: World, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Run a command on the probe's database, in a thread with a loop of its own."""

    def found(name: str) -> Service:
        assert name == "notifications"
        return probe.service

    monkeypatch.setattr(cli, "find", found)
    monkeypatch.setattr(cli, "Settings", lambda: world.settings)
    monkeypatch.setattr(cli.console, "width", 300, raising=False)

    async def run(*words: str) -> Result:
        return await asyncio.to_thread(CliRunner().invoke, cli.app, list(words))

    return run


async def kill(world: World, *sequences: int) -> None:
    probe.failures[KEY] = ValueError("cannot")
    for sequence in sequences:
        item = record(KEY, sequence=sequence, offset=sequence)
        await Inbox(probe.consumers, world.uow, tries=1).take(item)
    probe.failures.clear()


async def letters(world: World) -> list[Any]:
    table = tables.dead_letters
    return list(await world.rows(select(table).order_by(table.c.offset)))


async def test_letters_are_listed_shown_and_replayed(world: World, tool: Any) -> None:
    await kill(world, 1, 2)
    first = str((await letters(world))[0]["id"])
    listed = await tool("dead-letters", "list", "notifications")
    assert listed.exit_code == 0
    assert len(re.findall(r"open|parked", listed.output)) >= 2
    shown = await tool("dead-letters", "show", "notifications", first)
    assert "ValueError: cannot" in shown.output

    done = await tool("dead-letters", "replay", "notifications", first)
    assert (done.exit_code, done.output.strip()) == (0, "2 replayed")
    (row,) = await world.rows(select(probe.tallies))
    assert row["trail"] == "1,2"
    assert str(KEY) not in (await tool("dead-letters", "list", "notifications")).output


async def test_a_letter_can_be_given_up(world: World, tool: Any) -> None:
    await kill(world, 1)
    first = str((await letters(world))[0]["id"])
    assert (await tool("dead-letters", "discard", "notifications", first)).exit_code == 0
    assert [row["state"] for row in await letters(world)] == ["discarded"]
    assert (await tool("dead-letters", "discard", "notifications", first)).exit_code == 1


async def test_a_letter_that_is_not_there_is_said_in_words(world: World, tool: Any) -> None:
    done = await tool("dead-letters", "replay", "notifications", str(KEY))
    assert done.exit_code == 1
    assert "not-found" in done.output


async def test_states_are_republished_by_command(world: World, tool: Any) -> None:
    await add_pot(world.uow)
    done = await tool("republish", "notifications", "notifications.messages.v1")
    assert done.output.strip() == "1 states written"
    wrong = await tool("republish", "notifications", "nothing.v1")
    assert wrong.exit_code == 2


def test_a_service_that_is_not_there_is_refused_by_name() -> None:
    done = CliRunner().invoke(cli.app, ["migrate", "warehouse"])
    assert done.exit_code == 2
    assert "warehouse" in done.output
