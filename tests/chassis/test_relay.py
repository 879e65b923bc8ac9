"""The relay on real Kafka: in order, nothing left behind, whatever breaks on the way."""

import asyncio
from collections import Counter
from collections.abc import Sequence
from typing import Any
from uuid import UUID

import pytest
from aiokafka import ConsumerRecord
from aiokafka.errors import KafkaConnectionError
from opentelemetry.instrumentation.fastapi import FastAPIInstrumentor
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from sqlalchemy import insert, select, text

from chassis import clock, kafka, tables, telemetry
from chassis import relay as relay_module
from chassis.actor import Actor
from chassis.codec import EventTooLarge, encode
from chassis.ids import new_id
from chassis.relay import Relay
from chassis.service import build_app
from chassis.settings import Settings
from chassis.testing import World, until
from contracts.envelope import MAX_EVENT_BYTES, read_headers
from contracts.notifications.events import MessageFailed, Purpose
from contracts.rights import Role
from contracts.topics import CLIENTS, MESSAGES
from tests.chassis import probe
from tests.chassis.bus import acted, consuming, drained, played, relaying, unpublished
from tests.chassis.probe import Pot, add_pot
from tests.chassis.records import everything, of_key

SYSTEM = Actor.system("notifications")
_CUT = text(
    "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
    " WHERE application_name = 'vitrazh-notifications-relay' AND datname = current_database()"
)


async def leads(relay: Relay) -> None:
    """Wait until a relay has the lock."""

    async def leading() -> bool:
        return relay.leading

    await until(leading)


async def cut(world: World) -> int:
    """End every relay's session in PostgreSQL, as a network that breaks would."""
    async with world.uow.write(SYSTEM) as db:
        return int(await db.scalar(_CUT))


def first_sequences(records: Sequence[ConsumerRecord], key: UUID) -> list[int]:
    """Return the sequences of a key by the first place of each in the log."""
    seen: dict[UUID, int] = {}
    for item in of_key(records, key):
        note = read_headers(item.headers)
        seen.setdefault(note.id, note.sequence)
    return list(seen.values())


async def arrived_in_order(settings: Settings, key: UUID, count: int) -> list[ConsumerRecord]:
    """Assert that all events of a key are on the bus, none before its time; return the log."""
    log = await everything(settings)
    assert first_sequences(log, key) == list(range(1, count + 1))
    return log


async def touch(world: World, key: UUID, times: int = 1) -> None:
    """Cause events, each in a transaction of its own."""
    for _ in range(times):
        async with world.uow.write(SYSTEM) as db:
            (await db.load(Pot, key)).touch()


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


async def test_a_failure_in_the_middle_of_a_batch_sends_the_same_batch_again(
    world: World, bus: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    pot_id = await add_pot(world.uow, touches=10)
    failures = 2
    make = kafka.producer

    def fragile(settings: Settings) -> Any:
        nonlocal failures
        producer = make(settings)
        if failures:
            failures -= 1
            send, left = producer.send, 6

            async def stumble(*args: Any, **more: Any) -> Any:
                nonlocal left
                left -= 1
                if left == 0:
                    raise KafkaConnectionError("gone")
                return await send(*args, **more)

            producer.send = stumble
        return producer

    monkeypatch.setattr(kafka, "producer", fragile)
    async with relaying(world, bus):
        await drained(world)
    log = await arrived_in_order(bus, pot_id, 10)
    assert failures == 0
    assert len(log) > 10  # what had arrived of the failed batches came again, as duplicates


async def test_an_error_that_nobody_thought_of_does_not_end_the_relay(
    world: World, bus: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = [1, 2]

    async def stumble(_: str) -> None:
        if left:
            left.pop()
            raise AssertionError("a mistake of ours")

    monkeypatch.setattr(relay_module, "failpoint", stumble)
    pot_id = await add_pot(world.uow, touches=4)
    async with relaying(world, bus):
        await drained(world)
    await arrived_in_order(bus, pot_id, 4)


@pytest.mark.parametrize("point", ["relay.mid_batch", "relay.after_send_before_mark"])
async def test_a_relay_killed_in_a_batch_loses_nothing_and_keeps_the_order(
    world: World, bus: Settings, point: str
) -> None:
    keys = [await add_pot(world.uow, str(number), touches=15) for number in range(3)]
    async with played(world, bus, "relay", failpoint=f"{point}:exit") as process:
        assert await asyncio.wait_for(process.wait(), 25) == 137
    assert await unpublished(world) == 45

    async with relaying(world, bus):
        await touch(world, keys[0])
        await drained(world)
    log = await everything(bus)
    assert first_sequences(log, keys[0]) == list(range(1, 17))
    for key in keys[1:]:
        assert first_sequences(log, key) == list(range(1, 16))
    ids = Counter(read_headers(item.headers).id for item in log)
    assert len(ids) == 46
    if point == "relay.after_send_before_mark":
        assert set(ids.values()) == {1, 2}  # every duplicate has the id of its first


async def test_a_leader_whose_lock_is_gone_never_publishes_behind_the_new_one(
    world: World, bus: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The old leader holds a batch while the new one sends it and more; then it goes on."""
    pot_id = await add_pot(world.uow, touches=6)
    inside, go_on = asyncio.Event(), asyncio.Event()
    gate = [1]

    async def hold(point: str) -> None:
        if point == "relay.mid_batch" and gate:
            gate.pop()
            inside.set()
            await go_on.wait()

    monkeypatch.setattr(relay_module, "failpoint", hold)
    async with relaying(world, bus) as old:
        await asyncio.wait_for(inside.wait(), 15)
        assert await cut(world) == 1
        async with relaying(world, bus) as new:
            await leads(new)
            await touch(world, pot_id, 5)
            await drained(world)
            go_on.set()

            async def gave_up() -> bool:
                return not old.leading

            await until(gave_up)
            await touch(world, pot_id, 2)
            await drained(world)
            assert new.leading
    log = await arrived_in_order(bus, pot_id, 13)
    late = Counter(read_headers(item.headers).sequence for item in log)
    assert {number for number, times in late.items() if times > 1} <= {1, 2, 3, 4, 5, 6}


async def test_a_relay_whose_session_is_cut_while_idle_takes_the_lead_again(
    world: World, bus: Settings
) -> None:
    async with relaying(world, bus) as relay:
        await leads(relay)
        assert await cut(world) == 1
        pot_id = await add_pot(world.uow)
        await drained(world)
    await arrived_in_order(bus, pot_id, 1)


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
    with pytest.raises(EventTooLarge):
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


async def test_one_trace_reaches_from_the_request_to_the_consumer(
    world: World, bus: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    spans = InMemorySpanExporter()
    provider = TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(spans))
    monkeypatch.setattr(telemetry, "tracer", provider.get_tracer("test"))
    app = build_app(world.service, world.runtime)
    FastAPIInstrumentor.instrument_app(app, tracer_provider=provider)
    monkeypatch.setattr(world, "app", app)
    trace_id = "0af7651916cd43dd8448eb211c80319c"

    async with relaying(world, bus), consuming(world, bus):
        client = world.client(world.actor(Role.DESK))
        answer = await client.post(
            "/api/pots",
            json={"name": "a"},
            headers={"traceparent": f"00-{trace_id}-b7ad6b7169203331-01"},
        )
        assert answer.status_code == 201
        pot_id = UUID(answer.json()["id"])
        await acted(world, pot_id, "1")
    FastAPIInstrumentor.uninstrument_app(app)

    (row,) = await world.rows(select(tables.outbox))
    (item,) = await everything(bus)
    header = dict(item.headers)["traceparent"].decode()
    assert row["traceparent"].split("-")[1] == header.split("-")[1] == trace_id
    ours = {
        span.name: span
        for span in spans.get_finished_spans()
        if span.context and format(span.context.trace_id, "032x") == trace_id
    }
    sent = ours["publish notifications.message.accepted.v1"]
    taken = ours["notifications.probe notifications.message.accepted.v1"]
    assert sent.context is not None
    assert taken.parent is not None
    assert taken.parent.span_id == sent.context.span_id
    assert any("POST" in name for name in ours)


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
