"""What a write answers is what a read says a moment later; words are in the reader's language."""

from typing import Any

import pytest_asyncio

from chassis.testing import World
from tests.services.orders.workorders.desk import LINE, Desk, anna, client, office, open_offices
from tests.services.orders.workorders.story import IVANOVA, LENINA, PARK, STRANGER

SHELF: dict[str, Any] = {
    "quantity": 2,
    "piece": {**LINE["piece"], "product": "shelf", "shape": {"size": "1000x200"}},
}
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>'


@pytest_asyncio.fixture
async def desk(world: World) -> Desk:
    await open_offices(world)
    return Desk(world)


async def same_when_read(desk: Desk, answer: dict[str, Any]) -> bool:
    assert (await desk.http.get(desk.path)).json() == answer
    return True


async def test_every_answer_says_what_a_read_says(desk: Desk) -> None:
    assert await same_when_read(desk, await desk.place(LINE, SHELF, pickup_office_id=str(PARK)))

    answer = await desk.http.put(f"{desk.path}/price", json={"price": "8037"}, headers=desk.match())
    assert await same_when_read(desk, answer.json())
    desk.order = answer.json()
    answer = await desk.http.post(
        f"{desk.path}/attachments", params={"name": "эскиз.svg"}, content=SVG
    )
    assert await same_when_read(desk, answer.json())

    assert await same_when_read(desk, await desk.hand_over())
    corrected = await desk.correct(SHELF, urgency="urgent")
    assert await same_when_read(desk, corrected)


async def test_an_order_of_a_client_whom_nobody_knows_says_so_at_once(desk: Desk) -> None:
    order = await desk.place(client_id=str(STRANGER))

    assert (order["client"]["known"], order["client"]["name"]) == (False, None)
    assert await same_when_read(desk, order)


async def test_an_answer_names_the_client_whom_an_edit_chose(desk: Desk, world: World) -> None:
    await desk.place()
    await world.deliver(client(STRANGER, name="Петров Пётр"), key=STRANGER)

    answer = await desk.http.put(
        desk.path, json=desk.content(client_id=str(STRANGER)), headers=desk.match()
    )

    assert answer.json()["client"]["name"] == "Петров Пётр"
    assert await same_when_read(desk, answer.json())


async def test_an_english_desk_reads_and_finds_in_english(desk: Desk, world: World) -> None:
    await desk.place(LINE, SHELF)
    english = world.client(anna(world), **{"Accept-Language": "en-GB"})

    (row,) = (await english.get("/api/work-orders", params={"q": "shelf"})).json()["items"]
    (ours,) = (await desk.http.get("/api/work-orders", params={"q": "полка"})).json()["items"]
    whole = (await english.get(desk.path)).json()

    assert row["summary"] == whole["summary"] == "Mirror 800×1200; Shelf 1000×200 × 2"
    assert ours["summary"] == "Зеркало 800×1200; Полка 1000×200 × 2"


async def test_an_answer_is_late_by_the_pick_up_offices_date(desk: Desk, world: World) -> None:
    await world.deliver(
        office(LENINA, "Л", "Ленина", zone="Pacific/Kiritimati"), key=LENINA, sequence=2
    )
    assert await same_when_read(desk, await desk.place(client_id=str(IVANOVA)))
    assert await same_when_read(desk, await desk.hand_over())
