import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import select

from chassis import clock
from chassis.actor import Actor
from chassis.testing import World
from gateway.throttle.commands import Guess, count_guess, forgive, sweep
from gateway.throttle.domain import PER_ACCOUNT, PER_ADDRESS, GuessedTooOften
from gateway.throttle.tables import guesses

STRANGER = Actor(subject="anonymous")
ATTEMPT = [Guess(PER_ACCOUNT, "sokolova"), Guess(PER_ADDRESS, "203.0.113.7")]


async def guess(world: World, attempt: list[Guess]) -> bool:
    try:
        async with world.uow.write(STRANGER) as db:
            await count_guess(db, attempt)
    except GuessedTooOften:
        return False
    return True


async def test_thirty_guesses_at_once_are_counted_one_by_one(world: World) -> None:
    let_through = await asyncio.gather(*(guess(world, ATTEMPT) for _ in range(30)))

    assert sum(let_through) == 10


async def test_refused_guess_counts_nowhere(world: World) -> None:
    for _ in range(12):
        await guess(world, ATTEMPT)

    counts = {row["kind"]: row["count"] for row in await world.rows(select(guesses))}
    assert counts == {"account": 10, "address": 10}


async def test_wait_is_told_in_whole_seconds(world: World) -> None:
    for _ in range(10):
        await guess(world, ATTEMPT)

    with pytest.raises(GuessedTooOften) as refused:
        async with world.uow.write(STRANGER) as db:
            await count_guess(db, ATTEMPT)
    assert 1 <= refused.value.params["seconds"] <= 15


async def test_right_guess_starts_the_account_anew(world: World) -> None:
    for _ in range(9):
        await guess(world, ATTEMPT)

    async with world.uow.write(STRANGER) as db:
        await forgive(db, ATTEMPT)

    counts = {row["kind"]: row["count"] for row in await world.rows(select(guesses))}
    assert counts == {"account": 0, "address": 8}


async def test_mistyped_log_in_is_kept_as_a_hash_only(world: World) -> None:
    await guess(world, [Guess(PER_ACCOUNT, "my-password-in-the-wrong-field")])

    rows = await world.rows(select(guesses))
    assert all(b"password" not in row["key"] and len(row["key"]) == 32 for row in rows)


async def test_what_was_quiet_for_a_day_is_forgotten(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    await guess(world, ATTEMPT)
    later = clock.now() + timedelta(days=1, seconds=1)
    monkeypatch.setattr(clock, "now", lambda: later)

    async with world.uow.write(STRANGER) as db:
        await sweep(db)

    assert await world.rows(select(guesses)) == []
