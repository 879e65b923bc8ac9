import asyncio
from datetime import date, timedelta
from uuid import uuid4

import pytest
import pytest_asyncio

from chassis import clock
from chassis.testing import World
from contracts.rights import Role
from tests.services.orders.workorders.desk import (
    ENTERS_OLD,
    LINE,
    Desk,
    anna,
    office,
    open_offices,
    park_desk,
)
from tests.services.orders.workorders.story import IVANOVA, LENINA, PARK


@pytest_asyncio.fixture
async def desk(world: World) -> Desk:
    await open_offices(world)
    return Desk(world)


async def test_numbers_of_an_office_follow_each_other_and_offices_count_apart(
    desk: Desk, world: World
) -> None:
    park = Desk(world, park_desk(world))

    numbers = [(await d.place())["number"] for d in (desk, desk, park, desk)]

    year = f"/{clock.now().year % 100}"
    assert [number.removesuffix(year) for number in numbers] == [
        "Л-0001",
        "Л-0002",
        "П-0001",
        "Л-0003",
    ]


async def test_the_usual_promise_is_five_working_days_of_the_office(
    desk: Desk, world: World
) -> None:
    order = await desk.place()
    usual = date.fromisoformat(order["promised_on"])
    await world.deliver(office(LENINA, "Л", "Ленина", closed=(usual,)), key=LENINA, sequence=2)

    later = await desk.place()

    assert usual > clock.now().date() + timedelta(days=5)
    assert date.fromisoformat(later["promised_on"]) > usual


async def test_an_office_that_we_do_not_know_yet_is_waited_for(world: World) -> None:
    answer = await world.client(anna(world)).post(
        "/api/work-orders", json={"client_id": str(IVANOVA), "items": [LINE]}
    )

    assert (answer.status_code, answer.json()["code"]) == (409, "office-not-known-yet")
    assert answer.headers["retry-after"] == "1"


async def test_a_closed_office_hands_out_no_new_orders(desk: Desk, world: World) -> None:
    await desk.place(pickup_office_id=str(PARK))
    await world.deliver(office(PARK, "П", "Парк", active=False), key=PARK, sequence=2)

    refused = await desk.http.post(
        "/api/work-orders",
        json={"client_id": str(IVANOVA), "items": [LINE], "pickup_office_id": str(PARK)},
    )
    kept = await desk.http.put(desk.path, json=desk.content(), headers=desk.match())

    assert (refused.status_code, refused.json()["code"]) == (409, "office-not-active")
    assert kept.status_code == 200


async def test_a_manager_of_no_office_says_which(desk: Desk, world: World) -> None:
    nobody = world.client(world.actor(Role.DESK))

    answer = await nobody.post(
        "/api/work-orders", json={"client_id": str(IVANOVA), "items": [LINE]}
    )

    assert (answer.status_code, answer.json()["errors"][0]["code"]) == (422, "office-missing")


async def test_a_promise_in_the_past_is_for_who_enters_old_orders(desk: Desk, world: World) -> None:
    old = {"client_id": str(IVANOVA), "items": [LINE], "promised_on": "2020-01-15"}
    archivist = Desk(world, anna(world, grants=ENTERS_OLD))

    refused = await desk.http.post("/api/work-orders", json=old)
    order = await archivist.place(promised_on="2020-01-15")

    assert (refused.status_code, refused.json()["errors"][0]["code"]) == (
        422,
        "promised-date-past",
    )
    assert order["promised_on"] == "2020-01-15"
    assert (await archivist.hand_over())["late"] is True


async def test_an_overdue_order_may_be_corrected_without_a_new_date(
    desk: Desk, world: World
) -> None:
    archivist = Desk(world, anna(world, grants=ENTERS_OLD))
    await archivist.place(promised_on="2020-01-15")
    await archivist.hand_over()
    desk.order = archivist.order

    kept = await desk.correct(urgency="urgent")
    body = desk.content(promised_on="2020-01-16")
    refused = await desk.http.post(f"{desk.path}/correct", json=body, headers=desk.match())

    assert kept["promised_on"] == "2020-01-15"
    assert refused.json()["errors"][0]["code"] == "promised-date-past"


@pytest.mark.parametrize("verb", ["place", "edit"])
async def test_a_line_that_the_order_has_not_is_refused(desk: Desk, verb: str) -> None:
    foreign = {"id": str(uuid4()), "piece": LINE["piece"]}
    await desk.place()

    if verb == "place":
        answer = await desk.http.post(
            "/api/work-orders", json={"client_id": str(IVANOVA), "items": [foreign]}
        )
    else:
        answer = await desk.http.put(desk.path, json=desk.content(foreign), headers=desk.match())

    assert answer.status_code == 422
    assert answer.json()["errors"][0] | {"message": ""} == {
        "loc": ["items", 0, "id"],
        "code": "unknown-item",
        "message": "",
    }


async def test_lines_keep_their_ids_and_gone_ones_are_deleted(desk: Desk) -> None:
    await desk.place(LINE, LINE)
    first, second = (item["id"] for item in desk.order["items"])
    added = {"piece": LINE["piece"] | {"product": "shelf"}, "quantity": 2}
    kept = {"id": second, "piece": LINE["piece"], "quantity": 1}

    answer = await desk.http.put(desk.path, json=desk.content(added, kept), headers=desk.match())

    ids = [item["id"] for item in answer.json()["items"]]
    assert ids[1] == second
    assert first not in ids
    assert answer.json()["summary"] == "Полка 800×1200 × 2; Зеркало 800×1200"


async def test_an_empty_draft_may_be_kept_but_not_handed_over(desk: Desk) -> None:
    answer = await desk.http.post("/api/work-orders", json={"client_id": str(IVANOVA)})
    desk.order = answer.json()

    refused = await desk.http.post(f"{desk.path}/hand-over", headers=desk.match())

    assert answer.status_code == 201
    assert (refused.status_code, refused.json()["code"]) == (409, "work-order-without-items")


async def test_drafts_placed_at_once_have_different_numbers(desk: Desk) -> None:
    body = {"client_id": str(IVANOVA), "items": [LINE]}

    answers = await asyncio.gather(
        *(desk.http.post("/api/work-orders", json=body) for _ in range(5))
    )

    numbers = [answer.json()["number"] for answer in answers]
    assert sorted(n[:6] for n in numbers) == [f"Л-000{i}" for i in range(1, 6)]


async def test_of_edits_at_once_one_wins_and_the_others_are_told(desk: Desk) -> None:
    await desk.place()

    answers = await asyncio.gather(
        *(
            desk.http.put(
                desk.path,
                json=desk.content(promised_on=f"2036-12-0{day}"),
                headers=desk.match(),
            )
            for day in range(1, 6)
        )
    )

    assert sorted(answer.status_code for answer in answers) == [200, 412, 412, 412, 412]
    assert (await desk.read())["content_version"] == 2
