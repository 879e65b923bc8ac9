"""The feed with cursors that nobody gave out: it starts anew or goes on, and never breaks."""

import asyncio
import base64
import json
from collections import Counter
from typing import Any, Final

import aiohttp
import pytest

from tests.fuzz.attacks import NUMBERS, PATHS, SQL, TEMPLATES, UNICODE
from tests.fuzz.checks import documented, faults
from tests.fuzz.world import MANAGER, TABLET, World, chance_of

pytestmark = [pytest.mark.fuzz, pytest.mark.timeout(1_800)]
AT_ONCE: Final = 8
PATIENCE: Final = aiohttp.ClientTimeout(total=120)


def written(parts: Any) -> str:
    """Return what a cursor of ours looks like from outside."""
    return base64.urlsafe_b64encode(json.dumps(parts).encode()).decode().rstrip("=")


def crooked(cursor: str) -> list[str]:
    """Return cursors that are nearly ours: other logs, impossible positions, cut, twisted."""
    parts = json.loads(base64.urlsafe_b64decode(cursor + "=="))
    name, offsets = parts[0], parts[1:]
    made = [written([name, *[value for _ in offsets]]) for value in NEARLY]
    made += [written([name, value, *offsets[1:]]) for value in NEARLY]
    made += [written(value) for value in NEARLY]
    made += [
        written([other, *offsets]) for other in ("", "00000000", name.upper(), 1, None, [name])
    ]
    made += [written([name, *offsets, 0]), written([name, *offsets[:-1]]), written([name])]
    made += [written({"name": name}), written(offsets), written([[name, *offsets]])]
    made += [cursor[:cut] for cut in range(1, len(cursor), 3)]
    made += [
        cursor + "=",
        cursor + "====",
        cursor + " ",
        cursor * 2,
        cursor * 200,
        cursor.swapcase(),
    ]
    chance = chance_of(cursor)
    for _ in range(30):
        at = chance.randrange(len(cursor))
        made.append(cursor[:at] + chance.choice("AZaz09-_+/=.") + cursor[at + 1 :])
    return made


NEARLY: Final[tuple[Any, ...]] = (
    -1, 2**31, 2**53, 2**63 - 1, 2**63, 10**100, 0.5, 1e300, True, None, "0", "x", [], {}, [0],
)  # fmt: skip
GARBAGE: Final = (
    *(text for text in (*SQL, *TEMPLATES, *PATHS, *NUMBERS, *UNICODE) if text.isprintable()),
    "[" * 3_000,
    base64.urlsafe_b64encode(b"[" * 3_000).decode(),
    base64.urlsafe_b64encode(b"\xff\xfe\x00").decode(),
    "0",
    "null",
    "W10",
    "e30",
)


async def first_event(
    session: aiohttp.ClientSession, world: World, who: str, cursor: str, *, by_header: bool
) -> str:
    """Return the first thing the feed says; else what is wrong with its answer."""
    headers = dict(world.actors[who].headers)
    query = {}
    if by_header:
        headers["Last-Event-ID"] = cursor
    else:
        query["last_event_id"] = cursor
    url = f"{world.base}/api/feed"
    async with session.get(url, headers=headers, params=query, timeout=PATIENCE) as answer:
        if answer.status != 200:
            told = {name.lower(): value for name, value in answer.headers.items()}
            wrong = faults(answer.status, told, await answer.read(), known=documented())
            return "; ".join(wrong) or f"refused {answer.status}"
        async for line in answer.content:
            if line.startswith(b"event: "):
                return line[7:].strip().decode()
    return "ended"


async def ask_all(world: World, tally: Counter[str]) -> dict[str, str]:
    """Return cursor → what is wrong, over every way to send it."""
    async with aiohttp.ClientSession() as session:
        own = await own_cursor(session, world)
        cursors = [*GARBAGE, *crooked(own)]
        gate = asyncio.Semaphore(AT_ONCE)
        wrong: dict[str, str] = {}

        async def ask(index: int, cursor: str) -> None:
            async with gate:
                who = (MANAGER, TABLET)[index % 2]
                by_header = index % 3 > 0 and cursor.isascii()
                said = await first_event(session, world, who, cursor, by_header=by_header)
                tally["feed cursors"] += 1
                if said not in {"hello", "reset"}:
                    wrong[f"{cursor[:80]!r} by {who}"] = said

        await asyncio.gather(*(ask(index, cursor) for index, cursor in enumerate(cursors)))
        assert len(cursors) >= 200
        assert await first_event(session, world, MANAGER, own, by_header=True) == "hello"
        return wrong


async def own_cursor(session: aiohttp.ClientSession, world: World) -> str:
    """Return a cursor that the feed gave out."""
    headers = world.actors[MANAGER].headers
    async with session.get(f"{world.base}/api/feed", headers=headers, timeout=PATIENCE) as answer:
        async for line in answer.content:
            if line.startswith(b"id: "):
                return line[4:].strip().decode()
    raise AssertionError("the feed gave no cursor")


def test_no_cursor_breaks_the_feed(world: World, tally: Counter[str]) -> None:
    assert asyncio.run(ask_all(world, tally)) == {}


async def opened(world: World, cursor: str) -> str:
    async with aiohttp.ClientSession() as session:
        return await first_event(session, world, MANAGER, cursor, by_header=True)


@pytest.mark.parametrize("text", ["", "0", "W10", "'; select 1--"])
def test_a_foreign_cursor_starts_anew(world: World, text: str) -> None:
    assert asyncio.run(opened(world, text)) == "reset"
