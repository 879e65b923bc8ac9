"""What waits for a person: every need is met by one order and left by the same order."""

from datetime import timedelta
from typing import Any

from sqlalchemy import select

from chassis import clock
from chassis.actor import Actor
from chassis.testing import World
from contracts.orders.words import ToldState
from contracts.rights import Role
from services.orders.workorders.domain import WorkOrder
from services.orders.workorders.tables import work_orders
from tests.services.orders.production.conftest import Company
from tests.services.orders.production.floor import LENINA, PARK

ADDRESS = "/api/day"


async def the_day(company: Company, **asked: Any) -> dict[str, dict[str, Any]]:
    response = await company.desk.get(ADDRESS, params=asked)
    assert response.status_code == 200, response.text
    return {need["need"]: need for need in response.json()["needs"]}


async def found(company: Company) -> dict[str, list[str]]:
    """Ids by need, needs without an order left out; counts agree with the rows."""
    day = await the_day(company)
    assert {name: need["count"] for name, need in day.items()} == {
        name: len(need["rows"]) for name, need in day.items()
    }
    return {name: [row["id"] for row in need["rows"]] for name, need in day.items() if need["rows"]}


async def test_a_draft_waits_for_the_hand_over_and_then_for_nobody(company: Company) -> None:
    order = await company.draft()

    assert await found(company) == {"hand-over": [order.id]}
    await company.hand_over()
    assert list(await found(company)) == ["hand-over"]


async def test_a_question_waits_until_it_is_answered(company: Company) -> None:
    order = await company.hand_over()
    for text in ("Какой держатель?", "Какая кромка?"):
        await company.done(company.workshop, order, "ask", text=text)

    [row] = (await the_day(company))["answer"]["rows"]
    assert (row["id"], row["question"]) == (order.id, "Какой держатель?")
    assert row["since"] is not None

    strip = (await company.desk.get(f"/api/work-orders/{order.id}/hand-off")).json()
    for question in strip["questions"]:
        said = {"question_id": question["id"], "text": "Обычный"}
        await company.desk.post(f"/api/work-orders/{order.id}/answer", json=said)
    assert await found(company) == {}


async def test_an_alarm_waits_until_somebody_looks(company: Company, world: World) -> None:
    order = await company.hand_over()
    assert await found(company) == {}
    for name, key in await world.timers():
        await world.fire(name, key)

    [row] = (await the_day(company))["look"]["rows"]
    assert row["id"] == order.id
    assert row["since"] is not None
    await company.done(company.workshop, order, "mark-seen")
    assert await found(company) == {}


async def test_promised_today_or_tomorrow_is_due_and_the_past_is_late(company: Company) -> None:
    today = await company.hand_over(days=0)
    tomorrow = await company.hand_over(days=1)
    late = await company.hand_over(days=-1)
    await company.hand_over(days=3)

    assert await found(company) == {"due": [today.id, tomorrow.id], "late": [late.id]}


async def test_ready_waits_to_be_issued_or_for_the_client_to_be_told(
    company: Company, world: World
) -> None:
    order = await company.make_ready()
    assert await found(company) == {"issue": [order.id]}, "the message is on its way"

    for state, need in ((ToldState.TOLD, "issue"), (ToldState.CALL_NEEDED, "tell")):
        await stored(world, told_state=state)
        assert await found(company) == {need: [order.id]}
    await stored(world, told_state=None, ready_at=clock.now() - timedelta(minutes=11))
    assert await found(company) == {"tell": [order.id]}


async def test_a_list_is_narrowed_and_read_page_by_page(company: Company) -> None:
    orders = [await company.draft() for _ in range(3)]
    elsewhere = await company.draft(pickup_office_id=str(PARK))

    own = await the_day(company, office=str(LENINA), mine=True)
    assert (own["hand-over"]["count"], own["hand-over"]["mine"]) == (4, 4)
    there = await the_day(company, office=str(PARK))
    assert [row["id"] for row in there["hand-over"]["rows"]] == [elsewhere.id]

    first = (await company.desk.get(f"{ADDRESS}/hand-over", params={"limit": 3})).json()
    rest = {"limit": 3, "cursor": first["next"]}
    second = (await company.desk.get(f"{ADDRESS}/hand-over", params=rest)).json()
    ids = [row["id"] for row in (*first["items"], *second["items"])]
    assert ids == [elsewhere.id, *(order.id for order in reversed(orders))]
    assert second["next"] is None


async def test_day_shows_no_more_than_the_first_few(company: Company) -> None:
    for _ in range(6):
        await company.draft()

    day = await the_day(company)
    assert day["hand-over"]["count"] == 6
    assert len(day["hand-over"]["rows"]) == 5


async def test_head_sees_no_names_and_a_worker_nothing(company: Company, world: World) -> None:
    await company.draft()

    needs = (await company.head.get(ADDRESS)).json()["needs"]
    [row] = [row for need in needs for row in need["rows"]]
    assert row["client_name"] is None
    driver = world.client(world.actor(Role.WORKSHOP))
    assert (await driver.get(ADDRESS)).status_code == 403
    assert (await driver.get(f"{ADDRESS}/late")).status_code == 403


async def stored(world: World, **values: Any) -> None:
    """Let the one order be as it is some time later."""
    async with world.uow.write(Actor.system("orders")) as db:
        [found] = await db.rows(select(work_orders.c.id))
        order = await db.load(WorkOrder, found["id"])
        for name, value in values.items():
            setattr(order, name, value)
