"""Each kind of malformed record is one dead letter with its reason; the right ones flow by."""

import asyncio
import json
from collections.abc import Sequence
from typing import Any

import pytest
from sqlalchemy import select

from chassis import kafka, tables
from chassis.cli import replay_key
from chassis.record import Record
from chassis.testing import World, until
from contracts.envelope import MalformedRecord
from tests.fuzz.bus import bodies, headers
from tests.fuzz.bus.conftest import Listening
from tests.fuzz.bus.kinds import CLIENT, OFFICE, READY, ids, right

pytestmark = [pytest.mark.fuzz, pytest.mark.timeout(600)]
KINDS = [*headers.all_of_them(), *bodies.all_of_them()]
LEAST = 500
GOOD = (CLIENT, OFFICE, READY)
PATIENCE_S = 240
Place = tuple[str, int, int]


async def produce(listening: Listening, records: Sequence[Record]) -> list[Place]:
    """Put the records on the bus in their order; return where each stands."""
    settings = listening.settings
    async with kafka.producer(settings) as producer:
        sent = [
            await producer.send(
                settings.topic_prefix + record.topic,
                key=record.key,
                value=record.value,
                headers=list(record.headers),
            )
            for record in records
        ]
        done = await asyncio.gather(*sent)
    return [(r.topic, one.partition, one.offset) for r, one in zip(records, done, strict=True)]


async def letters(world: World) -> dict[Place, Any]:
    """Return the dead letters of a service by their place."""
    rows = await world.rows(select(tables.dead_letters))
    return {(row["topic"], row["partition"], row["offset"]): row for row in rows}


async def quiet(listening: Listening) -> None:
    """Wait until no group has anything before it."""

    async def done() -> bool:
        return not any([await group.lag() for group in listening.groups])

    async def assigned() -> bool:
        return all(group._consumer and group._consumer.assignment() for group in listening.groups)

    await until(assigned, seconds=60)
    await until(done, seconds=PATIENCE_S, every=0.3)


def mixed() -> tuple[list[Record], list[str]]:
    """Return all kinds with a right record before every fifth, and the names of the right ones."""
    records, names = [], []
    for number, kind in enumerate(KINDS):
        if number % 5 == 0:
            names.append(f"right {number}")
            records.append(right(GOOD[number // 5 % len(GOOD)], names[-1]))
        records.append(kind.record)
    return records, names


def test_there_are_at_least_five_hundred_kinds_and_no_two_are_alike() -> None:
    named = {kind.name for kind in KINDS}
    told = {
        (
            kind.record.topic,
            kind.record.key,
            kind.record.value,
            json.dumps([(name, (raw or b"").hex()) for name, raw in kind.record.headers]),
        )
        for kind in KINDS
    }
    print(f"{len(KINDS)} kinds of malformed records")
    assert len(named) == len(told) == len(KINDS) >= LEAST


async def test_every_kind_is_a_dead_letter_with_its_reason_and_the_right_ones_flow(
    listening: Listening,
) -> None:
    records, names = mixed()
    places = await produce(listening, records)
    await quiet(listening)

    where = dict(zip(map(id, records), places, strict=True))
    wrong = [
        line
        for world in listening.worlds.values()
        for line in _misjudged(listening, world, await letters(world), where)
    ]
    assert wrong == []
    await _all_right_ones_were_taken(listening.worlds, names)


def _misjudged(
    listening: Listening, world: World, found: dict[Place, Any], where: dict[int, Place]
) -> list[str]:
    """Name the kinds that are no dead letter here, or one without its reason."""
    (group,) = (consumers.group for consumers in world.service.consumers)
    expected = {
        where[id(kind.record)]: kind
        for kind in KINDS
        if group in listening.readers(kind.record.topic)
    }
    lines = [f"{group}: a letter of nothing wrong at {p}" for p in found.keys() - expected.keys()]
    for place, kind in expected.items():
        letter = found.get(place)
        if letter is None:
            lines.append(f"{group}: {kind.name}: no dead letter")
        elif (letter["state"], letter["value"]) != ("open", kind.record.value):
            lines.append(f"{group}: {kind.name}: {letter['state']}")
        elif kind.reason not in letter["reason"]:
            lines.append(f"{group}: {kind.name}: {letter['reason'][:200]}")
    return lines


async def _all_right_ones_were_taken(worlds: dict[str, World], names: list[str]) -> None:
    """Each right record left its mark: the projections, and a message for each ready order."""
    good = {name: ids(name)[0] for name in names}
    kinds = {key: GOOD[int(name.split()[1]) // 5 % len(GOOD)] for name, key in good.items()}
    for world in worlds.values():
        tables_of = {t.name: t for m in world.service.metadata for t in m.sorted_tables}
        marks = {CLIENT: ("known_clients", "id"), OFFICE: ("known_offices", "id")}
        if world.service.name == "notifications":
            marks[READY] = ("messages", "work_order_id")
        for type_, (table, column) in marks.items():
            known = {row[column] for row in await world.rows(select(tables_of[table]))}
            assert known == {key for key, of in kinds.items() if of == type_}, world.service.name
        assert all(row["sequence"] for row in await world.rows(select(tables_of["known_clients"])))


async def test_a_malformed_letter_that_is_driven_again_stays_and_changes_nothing(
    listening: Listening,
) -> None:
    some = KINDS[::7]
    await produce(listening, [kind.record for kind in some])
    await quiet(listening)
    for world in listening.worlds.values():
        before = await letters(world)
        state = await everything(world)
        for letter in before.values():
            with pytest.raises(MalformedRecord):
                await replay_key(world.service, world.uow, letter["id"])
        assert await letters(world) == before
        assert await everything(world) == state
        assert len(before) > 20


async def everything(world: World) -> dict[str, list[Any]]:
    """Return every row of every table, in an order of its own."""
    names = [table for metadata in world.service.metadata for table in metadata.sorted_tables]
    return {
        table.name: sorted(
            [tuple(row.values()) for row in await world.rows(select(table))], key=repr
        )
        for table in names
    }
