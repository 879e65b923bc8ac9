"""FM11: passwords are counted where they are kept, so losing Valkey lets nobody try more of them.

The gateway alone, on its own database and a Valkey of its own that is killed.
"""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
import pytest_asyncio
import redis

from chassis.cli import find
from chassis.settings import Settings
from chassis.testing import World
from contracts.rights import Role
from deploy.embedded.databases import DatabaseUrls
from deploy.embedded.valkey import Valkey
from gateway.access.ports import Hashes
from tests.gateway.people import Door, sign_in
from tests.security.guesses import FREE, WRONG, Counted, uncounted
from tests.servers import Databases

pytestmark = [pytest.mark.servers, pytest.mark.timeout(300)]


@pytest.fixture
def valkey(tmp_path: Path) -> Iterator[Valkey]:
    """A Valkey that may be killed."""
    server = Valkey(tmp_path, prefer_usual_port=False)
    server.start()
    yield server
    server.stop()


@pytest.fixture(scope="module")
def urls(databases: Databases) -> DatabaseUrls:
    """The one database of both gateways."""
    return databases.of("gateway")


@pytest_asyncio.fixture
async def doors(
    valkey: Valkey, urls: DatabaseUrls, settings: Settings, key_pair: tuple[str, str]
) -> AsyncIterator[tuple[Door, Door]]:
    """Two gateways on one database, with the manager behind them."""
    own = settings.model_copy(update={"database_url": urls.app_url, "valkey_url": valkey.url})
    worlds = [World(find("gateway"), own, urls.owner_url, key_pair[0]) for _ in range(2)]
    first, second = (Door(world) for world in worlds)
    await first.person("sokolova", Role.DESK, office_id=await first.office())
    yield first, second
    for world in worlds:
        await world.close()


@pytest.fixture
def hashes(doors: tuple[Door, Door]) -> Counted:
    """Counts what both look at from now on."""
    counted = Counted()
    for door in doors:
        door.world.uow.ports = {**door.world.uow.ports, Hashes: counted}
    return counted


async def tries(door: Door, times: int, *password: str) -> list[int]:
    """What a stranger gets who tries so often."""
    async with door.stranger() as browser:
        return [
            (await sign_in(browser, "sokolova", *(password or (WRONG,)))).status_code
            for _ in range(times)
        ]


async def test_guesses_are_counted_through_the_death_and_the_oblivion_of_valkey(
    doors: tuple[Door, Door], hashes: Counted, valkey: Valkey
) -> None:
    first, second = doors
    before = await tries(first, 4)
    valkey.kill()
    while_away = await tries(second, 4) + await tries(first, 4)
    valkey.start()
    with redis.Redis.from_url(valkey.url) as client:
        client.flushall()
    emptied = await tries(second, 3)

    assert before + while_away + emptied == [401] * FREE + [429] * 5
    assert sum(hashes.looked.values()) == FREE


async def test_even_the_right_password_waits_while_valkey_is_away(
    doors: tuple[Door, Door], hashes: Counted, valkey: Valkey
) -> None:
    valkey.kill()
    await tries(doors[0], FREE)
    async with doors[1].stranger() as browser:
        answer = await sign_in(browser, "sokolova")

    assert answer.status_code == 429
    assert int(answer.headers["retry-after"]) >= 1


async def test_nobody_is_let_in_while_guesses_cannot_be_counted(
    doors: tuple[Door, Door], hashes: Counted, urls: DatabaseUrls
) -> None:
    """In doubt the door stays shut: no password is looked at that was not counted before."""
    dsn = urls.owner_url.replace("+asyncpg", "")
    database: psycopg.Connection[Any]
    with psycopg.connect(dsn) as database:
        database.execute("LOCK TABLE guesses IN ACCESS EXCLUSIVE MODE")
        async with doors[0].stranger() as browser:
            answer = await sign_in(browser, "sokolova")
        database.rollback()

    assert answer.status_code == 503
    assert int(answer.headers["retry-after"]) >= 1
    assert sum(hashes.looked.values()) == 0
    assert await tries(doors[0], 1, "wrong once more") == [401]


async def test_where_nothing_is_counted_these_proofs_turn_red(
    doors: tuple[Door, Door],
    hashes: Counted,
    valkey: Valkey,
    urls: DatabaseUrls,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    uncounted(monkeypatch)

    with pytest.raises(AssertionError):
        await test_guesses_are_counted_through_the_death_and_the_oblivion_of_valkey(
            doors, hashes, valkey
        )
    with pytest.raises(AssertionError):
        await test_even_the_right_password_waits_while_valkey_is_away(doors, hashes, valkey)
    hashes.looked.clear()
    with pytest.raises(AssertionError):
        await test_nobody_is_let_in_while_guesses_cannot_be_counted(doors, hashes, urls)
