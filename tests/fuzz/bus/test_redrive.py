"""Letters of a mended fault are driven again by several hands at once: in order, and once."""

import asyncio
from collections import Counter
from typing import Any

import pytest
from sqlalchemy import select

from chassis import tables
from chassis.cli import replay_key
from chassis.errors import NotFound
from chassis.testing import World
from contracts.orders.events import WorkOrderReady
from tests.fuzz.bus.conftest import Listening
from tests.fuzz.bus.kinds import READY, right
from tests.fuzz.bus.test_malformed import everything, letters, produce, quiet

pytestmark = [pytest.mark.fuzz, pytest.mark.timeout(300)]
ORDERS = 40
REOPENED = "orders.work-order.reopened.v1"


def lives() -> list[Any]:
    """Return what is said of forty orders: ready, every second one reopened after it."""
    told = []
    for number in range(ORDERS):
        ready = right(READY, f"order {number}")
        told.append(ready)
        if number % 2:
            back = right(REOPENED, f"order {number}")
            headers = [
                (name, b"026" + value[3:] if name == "ce_id" else value)
                for name, value in back.headers
            ]
            told.append(type(back)(back.topic, -1, -1, ready.key, back.value, headers))
    return told


async def drive(world: World) -> Counter[str]:
    """Three people drive every letter again at once; return what each try came to."""

    async def one(letter: Any) -> str:
        try:
            return f"{await replay_key(world.service, world.uow, letter['id'])} replayed"
        except NotFound:
            return "somebody else did"

    found = list((await letters(world)).values())
    return Counter(await asyncio.gather(*(one(letter) for letter in found for _ in range(3))))


async def test_a_mended_fault_is_driven_again_in_order_and_once(
    listening: Listening, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = listening.worlds["notifications"]
    (consumers,) = world.service.consumers

    async def broken(*_: object) -> None:
        raise ValueError("a fault of ours")

    records = lives()
    with monkeypatch.context() as patched:
        patched.setitem(consumers.handlers, WorkOrderReady, broken)
        await produce(listening, records)
        await quiet(listening)
    states = Counter(row["state"] for row in (await letters(world)).values())
    assert states == {"open": ORDERS, "parked": ORDERS // 2}

    said = await drive(world)

    assert set(said) <= {"0 replayed", "1 replayed", "2 replayed", "somebody else did"}
    assert {row["state"] for row in (await letters(world)).values()} == {"replayed"}
    await each_was_told_once(world)
    state = await everything(world)
    await drive(world)
    await produce(listening, records)
    await quiet(listening)
    assert await everything(world) == state


async def each_was_told_once(world: World) -> None:
    """One message an order; of a reopened one it was taken back, since that came after."""
    messages = next(
        t for m in world.service.metadata for t in m.sorted_tables if t.name == "messages"
    )
    rows = await world.rows(select(messages))
    assert Counter(row["state"] for row in rows) == {
        "waiting-for-client": ORDERS // 2,
        "withdrawn": ORDERS // 2,
    }
    audit = Counter(row["action"] for row in await world.rows(select(tables.audit)))
    assert audit["message.queued"] == ORDERS
    assert audit["message.void"] == ORDERS // 2
    assert audit["dead-letter.replayed"] == ORDERS * 3 // 2
