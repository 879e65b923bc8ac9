"""Every route × everybody: whoever may does it and leaves one line; whoever may not changes nothing."""

import asyncio
from collections.abc import Iterable, Sequence

import pytest

from tests.rights import table
from tests.rights.rows import ROWS, Row
from tests.rights.rows.row import ALLOWED
from tests.rights.stage.caller import Caller, Sent
from tests.rights.stage.leaks import leaks
from tests.rights.stage.people import EVERYBODY, NOBODY, Who
from tests.rights.stage.routes import routes
from tests.rights.stage.world import World

pytestmark = [
    pytest.mark.rights,
    pytest.mark.servers,
    pytest.mark.slow,
    pytest.mark.timeout(600),
    pytest.mark.xdist_group("rights"),
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
async def test_row(row: Row, world: World) -> None:
    cells = {who: table.expected(row, who) for who in EVERYBODY}
    allowed = [who for who, cell in cells.items() if cell == ALLOWED]
    refused = [who for who, cell in cells.items() if cell != ALLOWED]

    wrong = await _refusals(row, world, {who: cells[who] for who in refused})
    if routes()[row.route].changes:
        wrong += await _changes(row, world, allowed)
    else:
        wrong += await _reads(row, world, allowed)

    assert wrong == []


async def _refusals(row: Row, world: World, cells: dict[Who, str]) -> list[str]:
    """Send one request, that the right person could send, by everybody who may not.

    They knock at once; if anything stands otherwise afterwards, one by one, to name who did it.
    """
    if not cells:
        return []
    sent = await row.make(world, world[NOBODY])
    before = world.databases.picture()
    answers = await asyncio.gather(*(world[who].send(sent) for who in cells))
    wrong = []
    for (who, cell), came in zip(cells.items(), answers, strict=True):
        if str(came.status) != cell:
            wrong.append(f"{who.name}: {came.status} instead of {cell}: {came.body[:300]!r}")
        wrong += leaks(who, row.name, came.body)
    if before.differs_in(world.databases.picture()):
        wrong += await _who_changed(row, world, cells)
    return wrong


async def _who_changed(row: Row, world: World, cells: Iterable[Who]) -> list[str]:
    found = ["somebody was refused, but something changed"]
    for who in cells:
        sent = await row.make(world, world[NOBODY])
        before = world.databases.picture()
        came = await world[who].send(sent)
        changed = before.differs_in(world.databases.picture())
        if changed:
            found.append(f"{who.name}: refused with {came.status}, but {changed} changed")
    return found


async def _reads(row: Row, world: World, allowed: Iterable[Who]) -> list[str]:
    """Whoever may read reads, and nothing stands otherwise afterwards."""
    sent = await row.make(world, world[NOBODY])
    before = world.databases.picture()
    answers = await asyncio.gather(*(world[who].send(sent) for who in allowed))
    changed = before.differs_in(world.databases.picture())
    wrong = [f"a read, but {changed} changed"] if changed else []
    for who, came in zip(allowed, answers, strict=True):
        if came.status != routes()[row.route].success:
            wrong.append(f"{who.name}: {came.status}: {came.body[:300]!r}")
        wrong += leaks(who, row.name, came.body)
    return wrong


async def _changes(row: Row, world: World, allowed: Sequence[Who]) -> list[str]:
    """Whoever may do it does it, each on a thing of his own, and leaves his line in the audit."""
    prepared = await asyncio.gather(*(row.make(world, world[who]) for who in allowed))
    wrong: list[str] = []
    for who, sent in zip(allowed, prepared, strict=True):
        wrong += await _done(row, world, world[who], sent)
    return wrong


async def _done(row: Row, world: World, caller: Caller, sent: Sent) -> list[str]:
    who, route = caller.who, routes()[row.route]
    before = world.databases.audits()
    came = await caller.send(sent)
    left = world.databases.audits() - before
    if came.status != route.success:
        return [f"{who.name}: {came.status} instead of {route.success}: {came.body[:300]!r}"]
    wrong = leaks(who, row.name, came.body)
    if left != row.audits(who):
        wrong.append(f"{who.name}: {left} lines in the audit instead of {row.audits(who)}")
    if route.permission is not None and left == 1:
        wrong += _signed(world, route.service, caller)
    await row.after(world, caller, came)
    return wrong


def _signed(world: World, service: str, caller: Caller) -> list[str]:
    actor, action = world.databases.last_audit(service)
    if actor == caller.subject:
        return []
    return [f"{caller.who.name}: {action} stands under {actor}, not under {caller.subject}"]
