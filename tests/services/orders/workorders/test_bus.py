"""What the work orders learn from other services; a second delivery changes nothing."""

from datetime import UTC, datetime
from uuid import UUID, uuid4

import pytest_asyncio
from sqlalchemy import select

from chassis.ids import new_id
from chassis.inbox import Outcome
from chassis.testing import World
from contracts.notifications.events import MessageAccepted, MessageChannel, Purpose
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


async def test_a_message_about_a_reopened_or_unknown_order_tells_nothing(
    desk: Desk, world: World
) -> None:
    await desk.place()
    await desk.hand_over()

    await world.deliver(accepted(desk.id))
    await world.deliver(accepted(uuid4()))

    assert (await desk.read())["told_at"] is None
