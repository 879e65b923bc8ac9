import asyncio
import statistics
import time
from collections.abc import AsyncIterator

import pytest_asyncio
from pwdlib.hashers.argon2 import Argon2Hasher

from chassis.testing import until
from gateway.access.adapters.argon2 import Argon2


@pytest_asyncio.fixture
async def argon2() -> AsyncIterator[Argon2]:
    made = Argon2()
    yield made
    await made.close()


async def test_password_fits_its_own_hash_only(argon2: Argon2) -> None:
    known = await argon2.of_password("зеркало-800-на-1200")

    assert known.startswith("$argon2id$")
    assert await argon2.is_password("зеркало-800-на-1200", known)
    assert not await argon2.is_password("зеркало-800-на-1201", known)


async def test_nobody_has_no_password(argon2: Argon2) -> None:
    assert not await argon2.is_password("nobody has this password", None)
    assert not await argon2.is_pin("nobody", None)


async def test_pin_fits_its_own_hash_only(argon2: Argon2) -> None:
    known = await argon2.of_pin("2468")

    assert await argon2.is_pin("2468", known)
    assert not await argon2.is_pin("2469", known)


async def test_unknown_person_takes_as_long_as_a_wrong_password(argon2: Argon2) -> None:
    known = await argon2.of_password("зеркало-800-на-1200")

    async def seconds(hash_: str | None) -> float:
        begun = time.perf_counter()
        await argon2.is_password("a wrong password", hash_)
        return time.perf_counter() - begun

    wrong, unknown = [], []
    for _ in range(7):
        wrong.append(await seconds(known))
        unknown.append(await seconds(None))
    assert statistics.median(unknown) > statistics.median(wrong) / 2


async def test_loop_goes_on_while_a_password_is_hashed(argon2: Argon2) -> None:
    turns = 0
    hashing = asyncio.create_task(argon2.of_password("зеркало-800-на-1200"))

    async def done() -> bool:
        nonlocal turns
        turns += 1
        return hashing.done()

    await until(done, every=0.001)
    assert turns > 5


async def test_hash_of_weaker_days_is_outdated(argon2: Argon2) -> None:
    weak = Argon2Hasher(time_cost=1, memory_cost=8192, parallelism=1).hash("x" * 12)

    assert argon2.is_outdated(weak)
    assert not argon2.is_outdated(await argon2.of_password("x" * 12))
