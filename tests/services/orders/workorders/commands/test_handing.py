"""The shops get an order, get it corrected, or lose it."""

from uuid import uuid4

import pytest_asyncio

from chassis.testing import World
from tests.services.orders.workorders.desk import (
    LINE,
    Desk,
    director,
    open_offices,
)
from tests.services.orders.workorders.story import IVANOVA

SIGNATURE = {"width": 300, "height": 100, "strokes": [[[10, 20], [30, 40], [50, 20]]]}


@pytest_asyncio.fixture
async def desk(world: World) -> Desk:
    await open_offices(world)
    return Desk(world)


async def test_a_handed_over_order_is_corrected_and_the_shops_see_old_and_new(
    desk: Desk, world: World
) -> None:
    await desk.place()
    await desk.hand_over()
    higher = desk.order["items"][0]["piece"] | {
        "shape": {"kind": "rectangle", "width_mm": 800, "height_mm": 1180}
    }
    line = {"id": desk.order["items"][0]["id"], "quantity": 1, "piece": higher}

    order = await desk.correct(line)

    assert (order["revision"], order["content_version"]) == (2, 2)
    assert order["items"][0]["changed_in"] == 2
    (sent,) = [s for s in await world.outbox() if s.type == "orders.work-order.corrected.v1"]
    assert sent.data["changes"] == [
        {
            "item_id": line["id"],
            "field": "piece.shape.height_mm",
            "old": "1200",
            "new": "1180",
        }
    ]
    assert "client_id" not in sent.data
    newest, first = (await desk.http.get(f"{desk.path}/revisions")).json()
    assert (newest["revision"], first["revision"]) == (2, 1)
    assert first["items"][0]["piece"]["shape"]["height_mm"] == 1200
    assert newest["changes"] == sent.data["changes"]


async def test_a_correction_that_changes_nothing_is_refused(desk: Desk) -> None:
    await desk.place()
    await desk.hand_over()

    answer = await desk.http.post(f"{desk.path}/correct", json=desk.content(), headers=desk.match())

    assert (answer.status_code, answer.json()["code"]) == (409, "correction-without-change")


async def test_an_order_of_a_client_that_we_do_not_know_yet_waits(desk: Desk) -> None:
    await desk.place(client_id=str(uuid4()))

    answer = await desk.http.post(f"{desk.path}/hand-over", headers=desk.match())

    assert (answer.status_code, answer.json()["code"]) == (409, "client-not-known-yet")
    assert answer.headers["retry-after"] == "1"


async def test_a_hand_over_sets_the_unseen_alarm_and_a_cancel_takes_it_back(
    desk: Desk, world: World
) -> None:
    await desk.place()
    await desk.hand_over()
    key = ("unseen-alarm", f"{desk.order['id']}:1:workshop")
    assert key in await world.timers()

    answer = await desk.http.post(f"{desk.path}/cancel", json={"reason": "client-refused"})

    assert answer.json()["stage"] == "cancelled"
    assert key not in await world.timers()


async def test_a_correction_moves_the_alarm_to_the_new_revision(desk: Desk, world: World) -> None:
    await desk.place()
    await desk.hand_over()

    await desk.correct(urgency="urgent")

    assert [key for _, key in await world.timers()] == [f"{desk.order['id']}:2:workshop"]


async def test_the_director_cancels_any_offices_order(desk: Desk, world: World) -> None:
    await desk.place()

    answer = await world.client(director(world)).post(
        f"{desk.path}/cancel", json={"reason": "not-possible", "note": "стекло снято"}
    )

    assert (answer.status_code, answer.json()["cancel_reason"]) == (200, "not-possible")


async def test_a_correction_for_a_client_that_we_do_not_know_yet_waits(desk: Desk) -> None:
    await desk.place()
    await desk.hand_over()
    body = desk.content(client_id=str(uuid4()), urgency="urgent")

    answer = await desk.http.post(f"{desk.path}/correct", json=body, headers=desk.match())

    assert (answer.status_code, answer.json()["code"]) == (409, "client-not-known-yet")


async def test_an_order_that_no_broker_would_take_is_refused(desk: Desk) -> None:
    holes = [{"diameter_mm": 5, "x_mm": 10 + 7 * n, "y_mm": 20} for n in range(100)]
    piece = LINE["piece"] | {"holes": holes}

    answer = await desk.http.post(
        "/api/work-orders",
        json={"client_id": str(IVANOVA), "items": [{"piece": piece}] * 60},
    )

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["code"] == "work-order-too-large"


async def test_the_same_price_again_leaves_no_trace(desk: Desk, world: World) -> None:
    await desk.place()
    price = {"price": "8037.00"}
    first = await desk.http.put(f"{desk.path}/price", json=price, headers=desk.match())
    desk.order = first.json()

    again = await desk.http.put(f"{desk.path}/price", json=price, headers=desk.match())

    assert (again.status_code, again.json()["content_version"]) == (200, 2)
    assert len(await world.outbox()) == 2
