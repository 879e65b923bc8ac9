"""What the services really write to the bus has exactly the shape of the golden example."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from chassis import clock
from chassis.testing import World
from chassis.testing.world import Sent
from contracts.orders.events import WorkOrderReady
from contracts.orders.items import ItemName
from contracts.rights import Role, Shop
from services.notifications.messages import commands
from tests.contracts.golden import of
from tests.services.orders.workorders.desk import Desk, client, office, open_offices
from tests.services.orders.workorders.story import ANNA, IVANOVA, LENINA, NUMBER, ORDER, PROMISED

MARIA = {
    "kind": "person",
    "name": "Иванова Мария Петровна",
    "phones": ["8 (921) 555-12-34"],
    "email": "ivanova@example.org",
    "channel": "sms",
    "office_id": str(LENINA),
    "manager_id": str(ANNA),
}
SKETCH = b'<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>'


def shape(value: Any) -> Any:
    """Return what a value is made of: fields, kinds of values, of a list its kinds of members."""
    if isinstance(value, dict):
        return {name: shape(member) for name, member in value.items()}
    if isinstance(value, list):
        return [shape(value[0])] if value else []
    return type(value).__name__


async def said(world: World, type_: str) -> Sent:
    """Return the one row of this type in the service's outbox."""
    (row,) = [sent for sent in await world.outbox() if sent.type == type_]
    return row


def like_the_example(row: Sent) -> bool:
    """Whether a row has topic, key, number and body as the example says (else assert says where)."""
    golden = of(row.type)
    assert shape(row.data) == shape(golden.data)
    assert row.topic == golden.schema["x-topic"]
    assert row.sequence >= 1
    UUID(row.key)
    return True


async def test_a_client_taken_down_is_told_as_in_the_example(clients: World) -> None:
    desk = clients.client(clients.actor(Role.DESK, staff_id=ANNA, office_id=LENINA))
    answer = await desk.post("/api/clients", json=MARIA)
    assert answer.status_code == 201, answer.text

    row = await said(clients, "clients.client.changed.v1")

    assert like_the_example(row)
    assert row.key == row.data["client_id"] == answer.json()["id"]
    golden = of(row.type).data
    assert {**row.data, "client_id": 0, "email": 0} == {**golden, "client_id": 0, "email": 0}


async def test_an_order_handed_over_is_told_as_in_the_example(orders: World) -> None:
    await open_offices(orders)
    desk = Desk(orders)
    await desk.place()
    await desk.http.post(
        f"{desk.path}/attachments",
        params={"name": "эскиз.svg", "kind": "drawing"},
        content=SKETCH,
        headers={"Content-Type": "image/svg+xml"},
    )
    await desk.hand_over()

    row = await said(orders, "orders.work-order.handed-over.v1")

    assert like_the_example(row)
    assert row.key == row.data["work_order_id"] == desk.order["id"]
    ours, golden = row.data["items"][0], of(row.type).data["items"][0]
    assert ours | {"id": 0} == golden | {"id": 0}, "the same mirror, said the same way"


async def test_a_message_taken_is_told_as_in_the_example(
    notifications: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    await notifications.deliver(office(LENINA, "Л", "Ленина"), key=LENINA)
    await notifications.deliver(client(), key=IVANOVA)
    await notifications.deliver(mirror_ready(), key=ORDER)
    later = clock.now() + timedelta(seconds=61)
    monkeypatch.setattr(clock, "now", lambda: later)
    assert await commands.send_next(notifications.uow)

    row = await said(notifications, "notifications.message.accepted.v1")

    assert like_the_example(row)
    assert row.key == row.data["message_id"]
    golden = of(row.type).data
    same = ("work_order_id", "client_id", "purpose", "channel")
    assert {name: row.data[name] for name in same} == {name: golden[name] for name in same}


def mirror_ready() -> WorkOrderReady:
    """Ivanova's mirror has passed its control."""
    return WorkOrderReady(
        work_order_id=ORDER,
        number=NUMBER,
        office_id=LENINA,
        pickup_office_id=LENINA,
        shops=(Shop.WORKSHOP,),
        revision=1,
        client_id=IVANOVA,
        items=(ItemName(ru="Зеркало 800×1200, 4 мм", en="Mirror 800×1200, 4 mm", quantity=1),),
        promised_on=PROMISED,
    )
