"""An order's life and its client's message: one per fact, taken back in time."""

import asyncio
from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import select

from chassis.ids import new_id
from chassis.inbox import Outcome
from chassis.testing import World
from contracts.orders.events import WorkOrderCancelled, WorkOrderIssued, WorkOrderReady
from contracts.orders.words import CancelReason
from services.notifications.messages.domain import State
from services.notifications.messages.tables import messages
from tests.services.notifications.conftest import Telling, about, ivanova, mirror_ready, reopened


async def test_a_ready_order_queues_one_message_for_a_minute(telling: Telling) -> None:
    await telling.ready(await telling.know())

    message = await telling.message()

    assert message["state"] is State.QUEUED
    assert message["due_at"] - message["created_at"] == timedelta(seconds=60)
    assert await telling.told() == []


async def test_a_record_delivered_twice_queues_one_message(telling: Telling) -> None:
    event, note = mirror_ready(await telling.know()), new_id()

    first = await telling.world.deliver(event, id=note)
    second = await telling.world.deliver(event, id=note)

    assert first != second
    assert (await telling.message())["cause_id"] == note


async def test_a_record_handled_by_two_consumers_at_once_queues_one_message(
    telling: Telling,
) -> None:
    event, note = mirror_ready(await telling.know()), new_id()

    await asyncio.gather(*(telling.world.deliver(event, id=note) for _ in range(5)))

    assert (await telling.message())["cause_id"] == note


async def test_the_same_fact_under_another_id_opens_no_second_message(telling: Telling) -> None:
    event = mirror_ready(await telling.know())

    await telling.world.deliver(event)
    await telling.world.deliver(event, sequence=2)

    assert (await telling.message())["work_order_id"] == event.work_order_id


async def test_before_the_minute_is_over_nothing_is_sent(telling: Telling) -> None:
    await telling.ready(await telling.know())
    telling.watch.forward(seconds=59)

    await telling.send()

    assert (await telling.message())["state"] is State.QUEUED


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (reopened, "reopened"),
        (lambda e: WorkOrderCancelled(**about(e), reason=next(iter(CancelReason))), "cancelled"),
        (lambda e: WorkOrderIssued(**about(e), signature_id=new_id()), "issued"),
    ],
)
async def test_what_is_void_within_the_minute_is_never_sent(
    telling: Telling, make: Callable[[WorkOrderReady], object], reason: str
) -> None:
    event = await telling.ready(await telling.know())
    telling.watch.forward(seconds=30)

    await telling.world.deliver(make(event), sequence=2)
    telling.watch.forward(seconds=60)
    await telling.send()

    message = await telling.message()
    assert (message["state"], message["attempts"]) == (State.WITHDRAWN, 0)
    assert await telling.told() == [("withdrawn", reason)]


async def test_a_record_of_withdrawal_twice_withdraws_once(telling: Telling) -> None:
    event = await telling.ready(await telling.know())

    await telling.world.deliver(reopened(event), sequence=2)
    await telling.world.deliver(reopened(event), sequence=2)

    assert await telling.told() == [("withdrawn", "reopened")]


async def test_an_order_ready_again_after_it_was_reopened_is_told_of_again(
    telling: Telling,
) -> None:
    event = await telling.ready(await telling.know())
    await telling.world.deliver(reopened(event), sequence=2)

    await telling.world.deliver(event, sequence=3)

    rows = await telling.world.rows(select(messages.c.state).order_by(messages.c.created_at))
    assert sorted(row["state"] for row in rows) == [State.QUEUED, State.WITHDRAWN]


async def test_a_client_whom_nobody_knows_is_waited_for_and_then_told(telling: Telling) -> None:
    client_id = new_id()
    await telling.ready(client_id)
    assert (await telling.message())["state"] is State.WAITING
    assert len(await telling.world.timers()) == 1

    await telling.world.deliver(ivanova(client_id))

    assert (await telling.message())["state"] is State.QUEUED
    assert await telling.world.timers() == {}


async def test_a_client_and_his_order_that_arrive_together_do_not_miss_each_other(
    telling: Telling,
) -> None:
    ids = [new_id() for _ in range(6)]

    await asyncio.gather(
        *(telling.world.deliver(mirror_ready(i)) for i in ids),
        *(telling.world.deliver(ivanova(i)) for i in ids),
    )

    rows = await telling.world.rows(select(messages.c.state))
    assert [row["state"] for row in rows] == [State.QUEUED] * 6


async def test_after_an_hour_without_the_client_the_desk_is_told(telling: Telling) -> None:
    await telling.ready(new_id())
    ((name, key), due) = next(iter((await telling.world.timers()).items()))
    assert due == telling.watch.instant + timedelta(hours=1)
    telling.watch.forward(hours=1)

    assert await telling.world.fire(name, key)

    assert (await telling.message())["state"] is State.FAILED
    assert await telling.told() == [("failed", "client-unknown")]


async def test_a_stranger_s_message_is_taken_back_like_any_other(telling: Telling) -> None:
    event = await telling.ready(new_id())

    await telling.world.deliver(reopened(event), sequence=2)

    assert (await telling.message())["state"] is State.WITHDRAWN
    assert await telling.world.timers() == {}


async def test_orders_of_nobody_s_message_may_be_cancelled(world: World) -> None:
    event = mirror_ready(new_id())
    outcomes = await world.deliver(
        WorkOrderCancelled(**about(event), reason=next(iter(CancelReason)))
    )
    assert outcomes == [Outcome.DONE]
