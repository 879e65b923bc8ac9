"""Dead letters: parked in order behind the first, replayed once, given up, or forgotten."""

import asyncio
from typing import Any

import pytest
from sqlalchemy import select

from chassis import tables
from chassis.cli import replay_key
from chassis.db import Db
from chassis.dead_letters import resolve
from chassis.errors import NotFound
from chassis.ids import new_id
from chassis.inbox import Outcome
from chassis.testing import World
from contracts.topics import CLIENTS
from tests.chassis import probe
from tests.chassis.records import record
from tests.chassis.takes import KEY, SYSTEM, inbox, letters, person, take, trail


async def test_records_behind_a_dead_one_wait_and_are_replayed_in_order_and_once(
    world: World,
) -> None:
    other = new_id()
    probe.failures[KEY] = ValueError("not today")
    outcomes = [await take(world, record(KEY, sequence=1, offset=1))]
    probe.failures.clear()
    outcomes += [await take(world, record(KEY, sequence=n, offset=n)) for n in (2, 3)]
    outcomes.append(await take(world, record(other, offset=4)))
    assert outcomes == [Outcome.DEAD, Outcome.PARKED, Outcome.PARKED, Outcome.DONE]
    assert await trail(world, KEY) is None

    last = (await letters(world))[-1]["id"]  # whichever of the key is named, all go, oldest first
    assert await replay_key(world.service, world.uow, last) == 3

    assert await trail(world, KEY) == "1,2,3"
    assert {row["state"] for row in await letters(world)} == {"replayed"}
    assert await replay_key(world.service, world.uow, last) == 0
    assert await take(world, record(KEY, sequence=4, offset=5)) is Outcome.DONE
    assert await trail(world, KEY) == "1,2,3,4"


async def test_a_replay_that_fails_leaves_the_letters_as_they_were(world: World) -> None:
    probe.failures[KEY] = ValueError("no")
    for n in (1, 2):
        await take(world, record(KEY, sequence=n, offset=n))

    letter = (await letters(world))[0]["id"]
    with pytest.raises(ValueError, match="no"):
        await replay_key(world.service, world.uow, letter)

    assert [row["state"] for row in await letters(world)] == ["open", "parked"]
    assert await trail(world, KEY) is None


async def test_two_replays_at_once_act_once(world: World) -> None:
    probe.failures[KEY] = ValueError("no")
    for n in (1, 2, 3):
        await take(world, record(KEY, sequence=n, offset=n))
    probe.failures.clear()
    letter = (await letters(world))[0]["id"]

    results = await asyncio.gather(
        *(replay_key(world.service, world.uow, letter) for _ in range(3)), return_exceptions=True
    )

    assert all(isinstance(result, int | NotFound) for result in results)
    assert await trail(world, KEY) == "1,2,3"


async def test_a_record_that_comes_while_a_replay_ends_is_never_left_parked(world: World) -> None:
    """The replay holds the last letter; the next record must wait for it and then act."""
    probe.failures[KEY] = ValueError("no")
    await take(world, record(KEY, sequence=1, offset=1))
    probe.failures.clear()
    letter = (await letters(world))[0]["id"]
    inside, go_on = asyncio.Event(), asyncio.Event()

    async def hold(_: Db) -> None:
        inside.set()
        await go_on.wait()

    probe.hooks[KEY] = hold
    replaying = asyncio.create_task(inbox(world).replay(letter))
    await inside.wait()
    probe.hooks.clear()
    taking = asyncio.create_task(take(world, record(KEY, sequence=2, offset=2)))
    done, _ = await asyncio.wait([taking], timeout=0.3)
    assert not done  # it saw the letter unresolved and waits for its fate
    go_on.set()
    await replaying

    assert await taking is Outcome.DONE
    assert await trail(world, KEY) == "1,2"
    assert [row["state"] for row in await letters(world)] == ["replayed"]


async def test_a_discarded_letter_lets_the_parked_ones_go(world: World) -> None:
    probe.failures[KEY] = ValueError("never")
    await take(world, record(KEY, sequence=1, offset=1))
    probe.failures.clear()
    await take(world, record(KEY, sequence=2, offset=2))
    first, second = await letters(world)
    async with world.uow.write(SYSTEM) as db:
        await resolve(db, first["id"], "discarded")

    assert await replay_key(world.service, world.uow, second["id"]) == 1
    assert await trail(world, KEY) == "2"
    assert [row["state"] for row in await letters(world)] == ["discarded", "replayed"]
    actions = [row["action"] for row in await world.rows(select(tables.audit))]
    assert sorted(actions) == ["dead-letter.discarded", "dead-letter.replayed"]


async def test_a_replayed_event_keeps_its_chain(world: World) -> None:
    async def tell(db: Db) -> None:
        db.audit("heard", KEY)
        db.publish(probe.accepted(KEY), key=KEY, sequence=1)

    item = record(KEY, correlation_id="the-click")
    probe.failures[KEY] = ValueError("no")
    await take(world, item)
    probe.failures.clear()
    probe.hooks[KEY] = tell
    await replay_key(world.service, world.uow, (await letters(world))[0]["id"])

    (row,) = await world.rows(select(tables.outbox))
    assert row["correlationid"] == "the-click"
    assert row["causationid"] == next(v for k, v in item.headers if k == "ce_id").decode()


async def test_an_unknown_type_can_be_replayed_once_it_is_known(world: World) -> None:
    await take(world, record(KEY, type="notifications.message.sung.v1"))
    (letter,) = await letters(world)
    headers = [
        [name, "bm90aWZpY2F0aW9ucy5tZXNzYWdlLmFjY2VwdGVkLnYx" if name == "ce_type" else value]
        for name, value in letter["headers"]
    ]
    async with world.uow.write(SYSTEM) as db:
        update = tables.dead_letters.update().values(headers=headers)
        await db.execute(update)
    assert await replay_key(world.service, world.uow, letter["id"]) == 1
    assert await trail(world, KEY) == "1"


async def test_a_newer_state_supersedes_a_dead_one_instead_of_waiting_behind_it(
    world: World,
) -> None:
    probe.failures[KEY] = ValueError("no")
    await take(world, record(KEY, event=probe.client(KEY, "old"), sequence=1, offset=1))
    probe.failures.clear()
    newer = record(KEY, event=probe.client(KEY, "new"), sequence=2, offset=2)
    assert await take(world, newer) is Outcome.DONE

    await replay_key(world.service, world.uow, (await letters(world))[0]["id"])
    assert await person(world, KEY) == "new"


async def test_a_tombstone_forgets_the_person_and_what_dead_letters_hold_of_him(
    world: World,
) -> None:
    other = new_id()
    await take(world, record(KEY, event=probe.client(KEY), sequence=1))
    for number, key in enumerate((KEY, other)):
        part: dict[str, Any] = {"event": probe.client(key), "partition": number}
        await take(world, record(key, sequence=2, offset=8, value=b"{", **part))
        probe.failures[key] = ValueError("no")
        await take(world, record(key, sequence=3, offset=9, **part))
        probe.failures.clear()
    assert await world.forget(CLIENTS, KEY) == [Outcome.DONE]

    assert await person(world, KEY) is None
    assert {row["key"] for row in await letters(world)} == {str(other)}


async def test_a_tombstone_that_fails_is_kept_and_can_be_replayed(world: World) -> None:
    await take(world, record(KEY, event=probe.client(KEY), sequence=1))
    probe.failures[KEY] = ValueError("no")
    assert await world.forget(CLIENTS, KEY) == [Outcome.DEAD]
    assert await person(world, KEY) is not None
    probe.failures.clear()

    await replay_key(world.service, world.uow, (await letters(world))[0]["id"])
    assert await person(world, KEY) is None
    assert [row["state"] for row in await letters(world)] == ["replayed"]
