"""The relay when things break: failures in a batch, kills, a lost lock."""

import asyncio
from collections import Counter
from typing import Any

import pytest
from aiokafka.errors import KafkaConnectionError

from chassis import kafka
from chassis import relay as relay_module
from chassis.settings import Settings
from chassis.testing import World, until
from contracts.envelope import read_headers
from tests.chassis.bus import drained, played, relaying, unpublished
from tests.chassis.outbox import arrived_in_order, cut, first_sequences, leads, touch
from tests.chassis.probe import add_pot
from tests.chassis.records import everything


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
