"""Files that lie about what they are: refused, or given out as something to be saved, sealed."""

import asyncio
import io
import uuid
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, Final
from urllib.parse import quote

import aiohttp
import pytest
from PIL import Image

from deploy.embedded.system import System
from tests.fuzz.checks import documented, faults, sealed
from tests.fuzz.liars import LIARS, NAMES, REFUSED, Liar, turned
from tests.fuzz.pictures import PNG
from tests.fuzz.world import MANAGER, TABLET, World

pytestmark = [pytest.mark.fuzz, pytest.mark.timeout(600)]
PICTURES: Final = ("image/jpeg", "image/png", "image/webp", "image/heic")
LIMIT: Final = 25 * 1024 * 1024


class Desk:
    """The manager's or the tablet's hands on one order; every answer is judged on its way."""

    def __init__(self, session: aiohttp.ClientSession, url: str, headers: dict[str, str]) -> None:
        self.session = session
        self.path = url
        self.headers = headers

    async def bring(self, name: str, data: bytes, *, how: str = "attachments") -> tuple[int, Any]:
        """Upload; return status and answer."""
        query = f"?name={quote(name, safe='')}&kind=drawing" if how == "attachments" else ""
        key = {"Idempotency-Key": str(uuid.uuid4())}
        url = f"{self.path}/{how}{query}"
        async with self.session.post(
            url, data=io.BytesIO(data), headers=self.headers | key
        ) as answer:
            told = {name.lower(): value for name, value in answer.headers.items()}
            body = await answer.read()
            assert faults(answer.status, told, body, sent=name, known=documented()) == []
            return answer.status, await answer.json(content_type=None)

    async def fetch(self, attachment_id: str, *, smaller: bool) -> tuple[dict[str, str], bytes]:
        """Return the file as somebody gets it."""
        url = f"{self.path}/attachments/{attachment_id}" + ("/preview" if smaller else "")
        async with self.session.get(url, headers=self.headers) as answer:
            assert answer.status == 200
            told = {name.lower(): value for name, value in answer.headers.items()}
            return told, await answer.read()

    async def away(self, attachment_id: str) -> None:
        """Take it off again."""
        url = f"{self.path}/attachments/{attachment_id}"
        async with self.session.delete(url, headers=self.headers) as answer:
            assert answer.status == 200


@asynccontextmanager
async def desk_of(world: World, who: str = MANAGER) -> AsyncIterator[Desk]:
    path, _ = await world.order(handed_over=who == TABLET)
    if who == TABLET:
        await world.take_tablet()
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=120)) as session:
        yield Desk(session, world.base + path, world.actors[who].headers)


def objects(system: System) -> int:
    """Count what the orders keep in their store."""
    return sum(1 for _ in (system.root / "files" / "orders").iterdir())


async def judged(world: World, system: System, liar: Liar) -> None:
    before = await asyncio.to_thread(objects, system)
    async with desk_of(world) as desk:
        status, told = await desk.bring(liar.name, liar.data)
        if liar.kept_as == REFUSED:
            assert status == 422, f"{liar.what} was taken"
            assert await asyncio.to_thread(objects, system) == before, "its bytes were kept"
            return
        assert status == 201, told
        kept = next(one for one in told["attachments"] if one["name"] == liar.name)
        await given_back(desk, kept["id"], liar)
        await desk.away(kept["id"])


async def given_back(desk: Desk, attachment_id: str, liar: Liar) -> None:
    headers, data = await desk.fetch(attachment_id, smaller=False)
    assert data == liar.data
    assert headers["content-type"].partition(";")[0] == liar.kept_as
    assert sealed(headers) == []
    drawn = liar.kept_as in PICTURES
    headers, data = await desk.fetch(attachment_id, smaller=True)
    assert sealed(headers, inline=drawn) == []
    if drawn:
        assert b"<script" not in data
        assert b"PK\x03\x04" not in data
        with Image.open(io.BytesIO(data)) as picture:
            assert picture.format == "JPEG"
            assert max(picture.size) <= 1600


@pytest.mark.parametrize("liar", LIARS, ids=lambda liar: liar.what)
def test_a_file_is_what_its_bytes_say(
    world: World, fuzzed_system: System, liar: Liar, tally: Counter[str]
) -> None:
    tally["files"] += 1
    asyncio.run(judged(world, fuzzed_system, liar))


async def named(world: World, name: str) -> None:
    async with desk_of(world) as desk:
        status, told = await desk.bring(name, PNG)
        assert status == 201, told
        kept = told["attachments"][-1]
        assert kept["name"].strip() == name.strip()
        headers, _ = await desk.fetch(kept["id"], smaller=False)
        assert sealed(headers) == []
        assert "x-injected" not in headers
        assert headers["content-disposition"].isascii()
        await desk.away(kept["id"])


@pytest.mark.parametrize("name", NAMES)
def test_a_file_name_is_only_words(world: World, name: str, tally: Counter[str]) -> None:
    tally["file names"] += 1
    asyncio.run(named(world, name))


async def unturned(world: World) -> None:
    async with desk_of(world, TABLET) as tablet:
        status, told = await tablet.bring("", turned(), how="photos")
        assert status == 201, told
        _, data = await tablet.fetch(told["id"], smaller=True)
    with Image.open(io.BytesIO(data)) as picture:
        assert picture.size == (200, 400), "it lies on its side"
        assert not picture.getexif()
    assert b"SECRET-CAMERA" not in data


def test_a_photograph_is_shown_upright_and_without_where_it_was_taken(world: World) -> None:
    asyncio.run(unturned(world))


async def too_large(world: World, system: System) -> None:
    before = await asyncio.to_thread(objects, system)
    async with desk_of(world) as desk:
        status, _ = await desk.bring("большой.pdf", b"%PDF-1.7\n" + b"0" * LIMIT)
        assert status == 413
    assert await asyncio.to_thread(objects, system) == before


def test_a_file_over_the_limit_leaves_nothing(world: World, fuzzed_system: System) -> None:
    asyncio.run(too_large(world, fuzzed_system))


async def photos(world: World, tally: Counter[str]) -> list[str]:
    """Return what the tablet could bring though it is no picture."""
    taken = []
    async with desk_of(world, TABLET) as tablet:
        for liar in (one for one in LIARS if one.kept_as not in PICTURES):
            status, _ = await tablet.bring("", liar.data, how="photos")
            tally["files"] += 1
            if status != 422:
                taken.append(f"{liar.what}: {status}")
    return taken


def test_a_tablet_brings_pictures_only(world: World, tally: Counter[str]) -> None:
    assert asyncio.run(photos(world, tally)) == []
