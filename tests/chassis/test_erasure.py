"""Erasing a person takes the copies along that the machinery had kept."""

from datetime import timedelta

from sqlalchemy import select

from chassis import tables
from chassis.actor import Actor
from chassis.ids import new_id
from chassis.testing import World
from chassis.write_out import Remembered
from contracts.topics import CLIENTS

SYSTEM = Actor.system("notifications")


async def remember(world: World, key: str, body: str) -> None:
    """Keep an answer, as a request would."""
    async with world.uow.write(SYSTEM) as db:
        answer = Remembered(
            "staff:1", key, "f", 200, [], body.encode(), db.now + timedelta(hours=1)
        )
        db.remember(answer)


async def test_answers_that_speak_of_the_person_go_and_others_stay(world: World) -> None:
    person, other = new_id(), new_id()
    await remember(world, "a", f'{{"client": {{"id": "{person}", "name": "Иванова"}}}}')
    await remember(world, "b", f'{{"client": {{"id": "{other}", "name": "Петров"}}}}')

    async with world.uow.write(SYSTEM) as db:
        db.tombstone(CLIENTS, key=person)

    kept = await world.rows(select(tables.idempotency.c.key))
    assert [row["key"] for row in kept] == ["b"]
