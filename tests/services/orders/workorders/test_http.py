"""The desk's way through the HTTP door, with rights, versions and conflicts."""

import pytest
import pytest_asyncio

from chassis.testing import World
from tests.services.orders.workorders.desk import (
    LINE,
    Desk,
    anna,
    head_of_production,
    open_offices,
    park_desk,
    tablet,
)
from tests.services.orders.workorders.story import ANNA, IVANOVA, LENINA, STRANGER

SIGNATURE = {"width": 300, "height": 100, "strokes": [[[10, 20], [30, 40], [50, 20]]]}


@pytest_asyncio.fixture
async def desk(world: World) -> Desk:
    await open_offices(world)
    return Desk(world)


async def test_a_placed_order_has_its_number_location_and_etag(desk: Desk) -> None:
    answer = await desk.http.post(
        "/api/work-orders", json={"client_id": str(IVANOVA), "items": [LINE]}
    )

    order = answer.json()
    assert answer.status_code == 201, order
    assert order["number"].startswith("Л-0001/")
    assert answer.headers["location"] == f"/api/work-orders/{order['id']}"
    assert answer.headers["etag"] == '"1"'
    assert (order["stage"], order["revision"], order["sequence"]) == ("draft", 0, 1)
    assert order["client"]["name"] == "Иванова Мария Петровна"
    assert order["manager_id"] == str(ANNA)
    assert order["pickup_office_id"] == str(LENINA)
    assert order["items"][0]["route"] == ["workshop"]
    assert order["summary"] == "Зеркало 800×1200"


async def test_the_same_key_places_one_order(desk: Desk, world: World) -> None:
    body = {"client_id": str(IVANOVA), "items": [LINE]}
    key = {"Idempotency-Key": "tap-1"}

    first = await desk.http.post("/api/work-orders", json=body, headers=key)
    again = await desk.http.post("/api/work-orders", json=body, headers=key)

    assert again.json() == first.json()
    assert [sent.type for sent in await world.outbox()] == ["orders.work-order.placed.v1"]


async def test_a_draft_is_rewritten_by_who_saw_its_version(desk: Desk) -> None:
    await desk.place()

    answer = await desk.http.put(
        desk.path, json=desk.content(urgency="urgent"), headers=desk.match()
    )

    order = answer.json()
    assert answer.status_code == 200, order
    assert (order["urgency"], order["content_version"], order["sequence"]) == ("urgent", 2, 2)
    assert answer.headers["etag"] == '"2"'


async def test_an_edit_of_an_older_version_shows_todays_order(desk: Desk) -> None:
    await desk.place()
    await desk.http.put(desk.path, json=desk.content(urgency="urgent"), headers=desk.match())

    stale = await desk.http.put(desk.path, json=desk.content(), headers=desk.match(1))

    assert stale.status_code == 412
    assert stale.json()["code"] == "stale-edit"
    assert stale.json()["current"]["urgency"] == "urgent"


async def test_an_edit_without_a_version_is_refused(desk: Desk) -> None:
    await desk.place()

    answer = await desk.http.put(desk.path, json=desk.content())

    assert answer.status_code == 428


async def test_the_price_is_an_event_of_its_own_for_the_office(desk: Desk, world: World) -> None:
    await desk.place()

    answer = await desk.http.put(
        f"{desk.path}/price", json={"price": "8037.00"}, headers=desk.match()
    )

    assert answer.json()["price"] == "8037.00"
    assert answer.headers["etag"] == '"2"'
    sent = (await world.outbox())[-1]
    assert (sent.type, sent.data["price"]) == ("orders.work-order.priced.v1", "8037.00")


async def test_who_may_not_read_prices_and_clients_sees_neither(desk: Desk, world: World) -> None:
    await desk.place()
    await desk.http.put(f"{desk.path}/price", json={"price": "8037.00"}, headers=desk.match())
    head = world.client(head_of_production(world))

    order = (await head.get(desk.path)).json()
    history = (await head.get(f"{desk.path}/history")).json()["items"]

    assert order["price"] is None
    assert (order["client"]["known"], order["client"]["name"]) == (True, None)
    assert order["client"]["phones"] == []
    assert "8037" not in str(history)
    (row,) = (await head.get("/api/work-orders")).json()["items"]
    assert row["client_name"] is None


async def test_history_says_who_did_what(desk: Desk) -> None:
    await desk.place()
    await desk.http.put(f"{desk.path}/price", json={"price": "8037.00"}, headers=desk.match())

    history = (await desk.http.get(f"{desk.path}/history")).json()["items"]

    assert [row["action"] for row in history] == ["workorders.set-price", "workorders.place"]
    assert history[0]["actor"] == f"staff:{ANNA}"
    assert history[0]["new"] == {"price": "8037.00"}


@pytest.mark.parametrize(
    ("verb", "body", "code"),
    [
        ("hand-over", None, "work-order-not-draft"),
        ("issue", {"signature": SIGNATURE}, "work-order-not-ready"),
        ("mark-back-at-office", None, "work-order-not-ready"),
    ],
)
async def test_an_order_in_work_refuses_what_is_not_its_turn(
    desk: Desk, verb: str, body: object, code: str
) -> None:
    await desk.place()
    await desk.hand_over()

    answer = await desk.http.post(f"{desk.path}/{verb}", json=body, headers=desk.match())

    assert (answer.status_code, answer.json()["code"]) == (409, code)


async def test_another_offices_desk_reads_the_order_and_changes_nothing(
    desk: Desk, world: World
) -> None:
    await desk.place()
    park = world.client(park_desk(world))
    before = await world.outbox()

    read = await park.get(desk.path)
    refused = [
        await park.put(desk.path, json=desk.content(), headers=desk.match()),
        await park.post(f"{desk.path}/hand-over", headers=desk.match()),
        await park.put(f"{desk.path}/price", json={"price": "1.00"}, headers=desk.match()),
        await park.post(f"{desk.path}/cancel", json={"reason": "mistake"}),
        await park.post(f"{desk.path}/mark-back-at-office"),
        await park.post(f"{desk.path}/issue", json={"signature": SIGNATURE}),
        await park.post(
            "/api/work-orders",
            json={"client_id": str(IVANOVA), "office_id": str(LENINA), "items": [LINE]},
        ),
    ]

    assert read.status_code == 200
    assert [answer.status_code for answer in refused] == [403] * 7
    assert await world.outbox() == before


async def test_a_tablet_and_a_stranger_read_no_orders(desk: Desk, world: World) -> None:
    await desk.place()

    assert (await world.client(tablet(world)).get(desk.path)).status_code == 403
    assert (await world.client().get(desk.path)).status_code == 401


async def test_every_fault_of_a_piece_is_named_at_its_place(desk: Desk) -> None:
    wrong = LINE["piece"] | {
        "shape": {"size": "800×1200"},
        "holes": [{"diameter_mm": 8, "x_mm": 2, "y_mm": 40}],
        "facet": {"width_mm": 400},
    }

    answer = await desk.http.post(
        "/api/work-orders",
        json={"client_id": str(IVANOVA), "items": [{"piece": wrong}]},
        headers={"Accept-Language": "en"},
    )

    assert answer.status_code == 422
    errors = {tuple(e["loc"]): e["code"] for e in answer.json()["errors"]}
    assert errors == {
        ("items", 0, "piece", "facet", "width_mm"): "facet-too-wide",
        ("items", 0, "piece", "holes", 0): "outside-the-outline",
    }
    assert answer.json()["title"] == "Check the fields"


async def test_a_manager_is_needed_when_a_machine_places(desk: Desk, world: World) -> None:
    actor = anna(world)
    machine = type(actor)(subject="token:1c", roles=actor.roles, office_id=LENINA)

    answer = await world.client(machine).post(
        "/api/work-orders", json={"client_id": str(IVANOVA), "items": [LINE]}
    )

    assert (answer.status_code, answer.json()["errors"][0]["code"]) == (422, "manager-missing")


@pytest.mark.parametrize("what", ["", "/history", "/revisions", f"/attachments/{STRANGER}"])
async def test_an_order_that_is_not_there_is_not_found(desk: Desk, what: str) -> None:
    answer = await desk.http.get(f"/api/work-orders/{STRANGER}{what}")

    assert answer.status_code == 404


async def test_hand_over_of_an_older_version_is_refused(desk: Desk) -> None:
    await desk.place()
    await desk.http.put(desk.path, json=desk.content(urgency="urgent"), headers=desk.match())

    answer = await desk.http.post(f"{desk.path}/hand-over", headers=desk.match(1))

    assert (answer.status_code, answer.json()["current"]["content_version"]) == (412, 2)
