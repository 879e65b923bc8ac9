"""The board counts the orders in work, by shop and by how far they are."""

from typing import Any

from tests.services.orders.production.conftest import Company


async def board(company: Company) -> dict[str, dict[str, Any]]:
    response = await company.head.get("/api/board")
    assert response.status_code == 200, response.text
    return {row["shop"]: row for row in response.json()["shops"]}


async def test_empty_board_shows_both_shops(company: Company) -> None:
    rows = await board(company)

    assert set(rows) == {"workshop", "art-shop"}
    assert rows["workshop"]["sent"] == 0
    assert rows["workshop"]["items"]["queued"] == 0


async def test_board_counts_orders_by_how_far_they_are(
    company: Company, mirror_line: dict[str, Any], stained_line: dict[str, Any]
) -> None:
    await company.hand_over(mirror_line, stained_line, urgency="urgent")
    late = await company.hand_over(days=-3)
    await company.done(company.workshop, late, "accept")
    await company.done(company.workshop, late, "start", item_id=late.items[0])
    await company.done(company.workshop, late, "ask", text="Срочно?")
    await company.make_ready()
    await company.draft()

    rows = await board(company)

    workshop = rows["workshop"]
    assert {name: workshop[name] for name in ("sent", "received", "seen", "accepted")} == {
        "sent": 1,
        "received": 0,
        "seen": 0,
        "accepted": 1,
    }
    assert (workshop["late"], workshop["urgent"], workshop["open_questions"]) == (1, 1, 1)
    assert workshop["items"] == {
        "queued": 2,
        "started": 1,
        "paused": 0,
        "finished": 0,
        "passed": 0,
    }
    assert (rows["art-shop"]["sent"], rows["art-shop"]["items"]["queued"]) == (1, 1)


async def test_board_counts_a_corrected_item_as_queued(company: Company) -> None:
    order = await company.hand_over()
    await company.done(company.workshop, order, "accept")
    await company.done(company.workshop, order, "start", item_id=order.items[0])
    line = order.content["items"][0] | {"id": order.items[0], "quantity": 2}
    await company.correct(order, items=[line])

    workshop = (await board(company))["workshop"]

    assert (workshop["sent"], workshop["accepted"]) == (1, 0)
    assert (workshop["items"]["queued"], workshop["items"]["started"]) == (1, 0)


async def test_tablet_sees_its_own_shop_on_the_board(company: Company) -> None:
    response = await company.workshop.get("/api/board")

    assert [row["shop"] for row in response.json()["shops"]] == ["workshop"]
