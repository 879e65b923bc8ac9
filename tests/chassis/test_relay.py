"""The relay on real Kafka: all of the outbox, in order."""

from typing import Any
from uuid import UUID

import asyncpg
import pytest
from sqlalchemy import insert, select

from chassis import clock, tables
from chassis import relay as relay_module
from chassis.actor import Actor
from chassis.codec import EventTooLarge, encode
from chassis.ids import new_id
from chassis.relay import Relay
from chassis.settings import Settings
from chassis.testing import World, until
from contracts.envelope import MAX_EVENT_BYTES, read_headers
from contracts.notifications.events import MessageFailed, Purpose
from contracts.topics import CLIENTS, MESSAGES
from tests.chassis import probe
from tests.chassis.bus import drained, relaying, unpublished
from tests.chassis.outbox import SYSTEM, first_sequences, leads, touch
from tests.chassis.probe import add_pot
from tests.chassis.records import everything, of_key


async def test_events_of_a_key_arrive_once_and_in_the_order_of_their_sequence(
    world: World, bus: Settings
) -> None:
    async with relaying(world, bus):
        pot_id = await add_pot(world.uow, touches=3)
        await touch(world, pot_id, 5)
        await drained(world)

    log = await everything(bus)
    notes = [read_headers(item.headers) for item in log]
    assert [note.sequence for note in notes] == list(range(1, 9))
    assert {item.key for item in log} == {str(pot_id).encode()}
    assert {item.partition for item in log} == {log[0].partition}
    assert {note.source for note in notes} == {"notifications"}


async def test_more_than_one_batch_leaves_in_order(
    world: World, bus: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(relay_module, "_SELECT", relay_module._SELECT.replace("500", "7"))
    monkeypatch.setattr(relay_module, "BATCH", 7)
    keys = [await add_pot(world.uow, str(number), touches=20) for number in range(5)]
    async with relaying(world, bus):
        await drained(world)
    log = await everything(bus)
    assert len(log) == 100
    for key in keys:
        assert first_sequences(log, key) == list(range(1, 21))


async def test_a_second_relay_stands_by_until_the_leader_is_gone(
    world: World, bus: Settings
) -> None:
    async with relaying(world, bus) as first:
        await leads(first)
        async with relaying(world, bus) as second:
            await add_pot(world.uow)
            await drained(world)
            assert first.leading
            assert not second.leading
            first.stop()
            await leads(second)
            await add_pot(world.uow, name="later")
            await drained(world)
    assert len(await everything(bus)) == 2


async def test_a_slow_transactions_row_with_a_lower_position_is_not_skipped(
    world: World, bus: Settings
) -> None:
    slow, fast = new_id(), new_id()

    def row(key: UUID) -> dict[str, Any]:
        return {
            "id": new_id(),
            "aggregatetype": MESSAGES.name,
            "aggregateid": str(key),
            "type": "notifications.message.accepted.v1",
            "payload": encode(probe.accepted(key)),
            "sequence": 1,
            "time": clock.now(),
            "actor": "system:notifications",
            "correlationid": "c",
        }

    async with relaying(world, bus), world.uow.engine.connect() as connection:
        await connection.execute(insert(tables.outbox).values(row(slow)))
        async with world.uow.write(SYSTEM) as db:
            await db.execute(insert(tables.outbox).values(row(fast)))
        await drained(world)  # the fast one is out, the slow one cannot be seen yet
        await connection.commit()

        async def both() -> bool:
            rows = await world.rows(select(tables.outbox.c.published_at))
            return len(rows) == 2 and all(item["published_at"] for item in rows)

        await until(both)
    positions = await world.rows(select(tables.outbox).order_by(tables.outbox.c.position))
    assert [item["aggregateid"] for item in positions] == [str(slow), str(fast)]
    log = await everything(bus)
    assert len(of_key(log, slow)) == len(of_key(log, fast)) == 1


async def test_a_commit_wakes_the_relay_without_its_backstop(
    world: World, bus: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(relay_module, "BACKSTOP_S", 600)
    async with relaying(world, bus) as relay:
        await leads(relay)
        for number in range(5):
            await add_pot(world.uow, name=str(number))
            await drained(world)


async def test_what_was_committed_before_the_stop_still_leaves(
    world: World, bus: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Relay, "_notified", lambda *_: None)
    monkeypatch.setattr(relay_module, "BACKSTOP_S", 600)
    async with relaying(world, bus) as relay:
        await leads(relay)
        await add_pot(world.uow)
    assert await unpublished(world) == 0


async def test_without_a_notification_the_backstop_finds_the_row(
    world: World, bus: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Relay, "_notified", lambda *_: None)
    monkeypatch.setattr(relay_module, "BACKSTOP_S", 0.1)
    async with relaying(world, bus) as relay:
        await leads(relay)
        await add_pot(world.uow)
        await drained(world)


async def test_rows_of_persons_are_gone_once_published_and_a_tombstone_has_no_body(
    world: World, bus: Settings
) -> None:
    person = new_id()
    async with world.uow.write(SYSTEM) as db:
        db.publish(probe.client(person), key=person, sequence=1)
        db.publish(probe.accepted(person), key=person, sequence=1)
        db.tombstone(CLIENTS, key=person)
    async with relaying(world, bus):
        await drained(world)

        async def marked() -> bool:
            return len(await world.rows(select(tables.outbox))) == 1

        await until(marked)
    assert [sent.topic for sent in await world.outbox()] == [MESSAGES.name]
    state, tombstone = await everything(bus, CLIENTS)
    assert state.value is not None
    assert (tombstone.key, tombstone.value) == (str(person).encode(), None)


async def test_an_event_over_the_limit_is_refused_when_written_and_the_largest_arrives(
    world: World, bus: Settings
) -> None:
    key = new_id()

    def failed(length: int) -> MessageFailed:
        return MessageFailed(
            message_id=key,
            work_order_id=key,
            client_id=key,
            purpose=Purpose.ORDER_READY,
            reason="x" * length,
            at=clock.now().replace(microsecond=1),
        )

    most = MAX_EVENT_BYTES - len(encode(failed(0)))
    with pytest.raises(EventTooLarge):  # noqa: PT012 - all of it is one transaction
        async with world.uow.write(SYSTEM) as db:
            db.audit("too much", key)
            db.publish(failed(most + 1), key=key, sequence=1)
    assert await world.outbox() == []
    assert await world.rows(select(tables.audit)) == []

    async with world.uow.write(SYSTEM) as db:
        db.publish(failed(most), key=key, sequence=1)
    async with relaying(world, bus):
        await drained(world)
    (item,) = await everything(bus)
    assert len(item.value) == MAX_EVENT_BYTES


async def test_the_chain_of_causes_is_kept_in_the_records(world: World, bus: Settings) -> None:
    key = new_id()
    cause = str(new_id())
    person = Actor(subject="staff:1", operator_id=None, correlation_id="click-7")
    async with world.uow.write(person, causation_id=cause) as db:
        db.publish(probe.accepted(key), key=key, sequence=1)
    async with relaying(world, bus):
        await drained(world)
    note = read_headers((await everything(bus))[0].headers)
    assert (note.actor, note.correlation_id, note.causation_id) == ("staff:1", "click-7", cause)
    assert note.subject == key
    assert note.dataschema == "urn:vitrazh:schema:notifications.message.accepted.v1"


async def test_a_mark_goes_by_index_and_is_planned_once(world: World) -> None:
    dsn = Relay("notifications", world.settings)._dsn
    own = await asyncpg.connect(dsn, server_settings=relay_module._SERVER)
    try:
        await own.execute(f"PREPARE mark (bigint[]) AS {relay_module._MARK}")
        for _ in range(3):
            await own.execute("EXECUTE mark ('{1}')")
        plan = await own.fetch("EXPLAIN EXECUTE mark ('{1,2,3}')")
        counted = "SELECT custom_plans FROM pg_prepared_statements WHERE name = 'mark'"
        anew = await own.fetchval(counted)
    finally:
        await own.close()

    assert "pk_outbox" in str(plan)
    assert anew == 0
