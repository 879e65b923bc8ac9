"""What the work orders learn from other services; a second delivery changes nothing."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

import pytest
import pytest_asyncio
from sqlalchemy import select

from chassis.ids import new_id
from chassis.inbox import Outcome
from chassis.testing import World
from contracts.notifications.events import (
    MessageAccepted,
    MessageCallNeeded,
    MessageChannel,
    MessageDelivered,
    MessageFailed,
    MessageUnknown,
    Purpose,
)
from contracts.topics import CLIENTS
from services.orders.workorders.tables import known_clients, known_offices
from tests.services.orders.workorders.desk import Desk, client, office, open_offices
from tests.services.orders.workorders.story import IVANOVA, LENINA, MESSAGE

AT = datetime(2026, 11, 24, 11, 2, tzinfo=UTC)


@pytest_asyncio.fixture
async def desk(world: World) -> Desk:
    await open_offices(world)
    return Desk(world)


def accepted(order_id: UUID, message_id: UUID = MESSAGE) -> MessageAccepted:
    return MessageAccepted(
        message_id=message_id,
        work_order_id=order_id,
        client_id=IVANOVA,
        purpose=Purpose.ORDER_READY,
        channel=MessageChannel.SMS,
        at=AT,
    )


async def test_a_newer_client_replaces_an_older_and_never_the_other_way(
    desk: Desk, world: World
) -> None:
    await world.deliver(client(name="Петрова Мария"), key=IVANOVA, sequence=3)
    await world.deliver(client(name="Сидорова Мария"), key=IVANOVA, sequence=2)

    (row,) = await world.rows(select(known_clients))

    assert (row["name"], row["sequence"]) == ("Петрова Мария", 3)
    assert (row["phones"], row["phone_digits"]) == (["+79215551234"], "79215551234")


async def test_a_forgotten_client_leaves_a_bare_id(desk: Desk, world: World) -> None:
    await desk.place()

    await world.forget(CLIENTS, IVANOVA)
    await world.forget(CLIENTS, IVANOVA)

    assert await world.rows(select(known_clients)) == []
    order = await desk.read()
    assert (order["client"]["known"], order["client"]["name"]) == (False, None)


async def test_an_offices_newer_hours_are_kept(world: World) -> None:
    await world.deliver(office(LENINA, "Л", "Ленина"), key=LENINA, sequence=1)
    await world.deliver(office(LENINA, "Л", "Ленина", opens="09:00"), key=LENINA, sequence=2)

    (row,) = await world.rows(select(known_offices))

    assert (row["opens"], row["letter"]) == ("09:00", "Л")


async def test_a_ready_order_shows_when_and_how_its_client_was_told(
    desk: Desk, world: World
) -> None:
    await desk.place()
    await desk.hand_over()
    await desk.ready()
    event, note = accepted(desk.id), new_id()

    outcomes = [
        await world.deliver(event, id=note),
        await world.deliver(event, id=note),
        await world.deliver(event, id=new_id()),
    ]

    order = await desk.read()
    assert (order["told_by"], order["told_at"]) == ("sms", "2026-11-24T11:02:00Z")
    told = [s for s in await world.outbox() if s.type == "orders.work-order.client-told.v1"]
    assert [s.data["message_id"] for s in told] == [str(MESSAGE)]
    assert outcomes[0] == [Outcome.DONE]


def failed(order_id: UUID) -> MessageFailed:
    return MessageFailed(**about(order_id), reason="no-address", at=AT)


def unknown(order_id: UUID) -> MessageUnknown:
    return MessageUnknown(**about(order_id), channel=MessageChannel.SMS, at=AT)


def call_needed(order_id: UUID) -> MessageCallNeeded:
    return MessageCallNeeded(**about(order_id), at=AT)


def delivered(order_id: UUID) -> MessageDelivered:
    return MessageDelivered(**about(order_id), channel=MessageChannel.SMS, at=AT)


def about(order_id: UUID) -> dict[str, Any]:
    return {
        "message_id": MESSAGE,
        "work_order_id": order_id,
        "client_id": IVANOVA,
        "purpose": Purpose.ORDER_READY,
    }


@pytest.mark.parametrize(
    ("make", "state", "event"),
    [
        (failed, "failed", "client-not-told"),
        (unknown, "unknown", "client-not-told"),
        (call_needed, "call-needed", "client-not-told"),
        (delivered, "delivered", "client-reached"),
        (accepted, "told", "client-told"),
    ],
)
async def test_the_order_shows_what_became_of_telling_the_client(
    desk: Desk, world: World, make: Callable[[UUID], object], state: str, event: str
) -> None:
    await desk.place()
    await desk.hand_over()
    await desk.ready()

    await world.deliver(make(desk.id), key=MESSAGE)

    order = await desk.read()
    (row,) = (await desk.http.get("/api/work-orders", params={"folder": "ready"})).json()["items"]
    strip = (await desk.http.get(f"{desk.path}/hand-off")).json()
    reason = "no-address" if state == "failed" else None
    for shown in (order, row, strip):
        assert (shown["told_state"], shown["told_reason"]) == (state, reason)
    assert (order["told_at"] is None) == (event == "client-not-told")
    told = [s for s in await world.outbox() if s.key == str(desk.id)]
    assert [s.sequence for s in told] == [1, 2, 3, 4]
    assert told[-1].type == f"orders.work-order.{event}.v1"


async def test_a_message_about_a_reopened_or_unknown_order_tells_nothing(
    desk: Desk, world: World
) -> None:
    await desk.place()
    await desk.hand_over()

    await world.deliver(accepted(desk.id))
    await world.deliver(accepted(uuid4()))

    assert (await desk.read())["told_at"] is None
