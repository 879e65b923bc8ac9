"""Passwords, PINs and pairing codes cannot be tried one after another, nor all at once (ASVS V6.3).

The gateway alone, on its own database: what counts is how many guesses are looked at.
"""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from itertools import count

import httpx
import pytest
import pytest_asyncio

from chassis.testing import World
from contracts.rights import Role
from gateway.access.ports import Hashes
from tests.conftest import MakeWorld
from tests.gateway.people import PASSWORD, Door, sign_in
from tests.security.guesses import FREE, FREE_OF_AN_ADDRESS, WRONG, Counted

pytestmark = pytest.mark.timeout(300)


@pytest_asyncio.fixture(scope="session")
async def gateway_world(make_world: MakeWorld) -> World:
    """The gateway on a database of its own."""
    return await make_world("gateway")


@pytest_asyncio.fixture
async def door(gateway_world: World) -> AsyncIterator[Door]:
    """The door, with an administrator and a manager behind it."""
    door = Door(gateway_world)
    office_id = await door.office()
    await door.person("admin", Role.ADMIN)
    await door.person("sokolova", Role.DESK, office_id=office_id)
    yield door
    await gateway_world.clean()


@pytest_asyncio.fixture
async def hashes(door: Door) -> Counted:
    """Counts from now on."""
    counted = Counted()
    door.world.uow.ports = {**door.world.uow.ports, Hashes: counted}
    return counted


def said(answer: httpx.Response) -> tuple[int, object, tuple[str, ...]]:
    """All that a guesser can see, but the trace's number and the moment."""
    body = {k: v for k, v in answer.json().items() if k != "trace_id"}
    return answer.status_code, body, tuple(sorted(answer.headers))


async def test_an_unknown_person_costs_and_says_the_same(door: Door, hashes: Counted) -> None:
    await door.person("volkov", Role.WORKSHOP, password=None)
    answers = []
    for login in ("sokolova", "nobody", "volkov"):
        async with door.stranger() as browser:
            answers.append(said(await sign_in(browser, login, WRONG)))

    assert answers[0] == answers[1] == answers[2]
    assert hashes.looked == {True: 1, False: 2}


async def test_a_hundred_guesses_at_once_are_ten(door: Door, hashes: Counted) -> None:
    async with door.stranger() as browser:
        answers = await asyncio.gather(*(sign_in(browser, "sokolova", WRONG) for _ in range(40)))

    codes = Counter(answer.status_code for answer in answers)
    assert sum(hashes.looked.values()) == codes[401] == FREE
    # All wait for one row; on a slow machine the pool of the test's database may run out.
    assert codes[429] + codes[503] == 30
    assert codes[429] > 0


async def test_writing_a_login_otherwise_is_no_new_account(door: Door, hashes: Counted) -> None:
    spellings = ("sokolova", "SOKOLOVA", " Sokolova ", "ｓｏｋｏｌｏｖａ", "sokolova\u00a0")
    async with door.stranger() as browser:
        codes = [
            (await sign_in(browser, spellings[n % len(spellings)], WRONG)).status_code
            for n in range(FREE + 5)
        ]

    assert codes == [401] * FREE + [429] * 5


async def test_a_hundred_addresses_are_no_hundred_times_ten_guesses(
    door: Door, hashes: Counted
) -> None:
    codes = []
    for number in range(FREE + 5):
        async with door.stranger(address=f"198.51.100.{number}") as browser:
            codes.append((await sign_in(browser, "sokolova", WRONG)).status_code)

    assert codes == [401] * FREE + [429] * 5


async def test_one_password_tried_at_everybody_is_stopped_by_the_address(
    door: Door, hashes: Counted
) -> None:
    numbers = count()
    async with door.stranger() as browser:
        codes = [
            (await sign_in(browser, f"w{next(numbers)}", WRONG)).status_code
            for _ in range(FREE_OF_AN_ADDRESS + 5)
        ]

    assert codes == [401] * FREE_OF_AN_ADDRESS + [429] * 5


async def test_a_forwarded_address_of_a_strangers_own_is_not_believed(
    door: Door, hashes: Counted
) -> None:
    numbers = count()
    codes = []
    for _ in range(FREE_OF_AN_ADDRESS + 3):
        number = next(numbers)
        forged = {"X-Forwarded-For": f"10.0.0.{number}", "X-Real-IP": f"10.0.1.{number}"}
        forged["Forwarded"] = f"for=10.0.2.{number}"
        async with door.stranger(**forged) as browser:
            codes.append((await sign_in(browser, f"w{number}", WRONG)).status_code)

    assert codes[-3:] == [429] * 3


async def test_the_wait_ends_and_nobody_is_locked_out_for_ever(door: Door) -> None:
    async with door.stranger() as browser:
        for _ in range(FREE):
            await sign_in(browser, "sokolova", WRONG)
        waiting = await sign_in(browser, "sokolova")

    assert waiting.status_code == 429
    assert 1 <= int(waiting.headers["retry-after"]) <= 900


async def test_a_browser_that_is_known_goes_on_while_strangers_wait(door: Door) -> None:
    async with door.signed_in("sokolova") as known:
        async with door.stranger() as stranger:
            for _ in range(FREE + 3):
                await sign_in(stranger, "sokolova", WRONG)
        assert (await sign_in(known, "sokolova", PASSWORD)).status_code == 200


async def test_pairing_codes_are_not_tried_all_at_once(door: Door) -> None:
    async with door.stranger() as stranger:
        answers = await asyncio.gather(
            *(
                stranger.post("/api/devices/pair", json={"code": f"AAAA{n:04d}", "name": "x"})
                for n in range(40)
            )
        )

    codes = Counter(answer.status_code for answer in answers)
    assert codes[404] == FREE
    assert codes[429] + codes[503] == 30


async def test_pins_are_not_tried_all_at_once(door: Door, hashes: Counted) -> None:
    worker = await door.person("volkov", Role.WORKSHOP, password=None, pin="2468")
    paired = await door.tablet()
    async with door.stranger(token=paired.token) as tablet:
        answers = await asyncio.gather(
            *(
                tablet.post("/api/devices/operator", json={"staff_id": str(worker), "pin": "1357"})
                for _ in range(20)
            )
        )

    codes = Counter(answer.status_code for answer in answers)
    assert sum(hashes.looked.values()) == codes[422] == 5
    assert codes[429] == 15
