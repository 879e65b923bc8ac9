"""The board's orders: all shops at once, what is late first, nothing of the client."""

from typing import Any

import pytest

from contracts.rights import Role
from tests.services.orders.production.conftest import Company

Line = dict[str, Any]
ADDRESS = "/api/board/orders"


async def the_board(company: Company, **asked: Any) -> list[dict[str, Any]]:
    response = await company.head.get(ADDRESS, params=asked)
    assert response.status_code == 200, response.text
    rows: list[dict[str, Any]] = response.json()["items"]
    return rows


def ids(rows: list[dict[str, Any]]) -> list[str]:
    return [row["id"] for row in rows]


async def test_what_is_late_comes_first_then_who_waits_then_urgent_then_by_date(
    company: Company,
) -> None:
    plain = await company.hand_over(days=9)
    sooner = await company.hand_over(days=8)
    urgent = await company.hand_over(days=10, urgency="urgent")
    waits = await company.hand_over(days=12, urgency="client-waits")
    late = await company.hand_over(days=-3)

    rows = await the_board(company)

    assert ids(rows) == [order.id for order in (late, waits, urgent, sooner, plain)]
    assert [row["late"] for row in rows] == [True, False, False, False, False]


async def test_board_tells_every_piece_in_every_shop(
    company: Company, mirror_line: Line, stained_line: Line
) -> None:
    order = await company.hand_over(mirror_line, stained_line)
    await company.done(company.workshop, order, "accept")
    await company.done(company.workshop, order, "start", item_id=order.items[0])
    await company.done(company.art_shop, order, "ask", text="Какой свинец?")

    [row] = await the_board(company)

    assert {shop["shop"]: shop["state"] for shop in row["shops"]} == {
        "workshop": "accepted",
        "art-shop": "seen",
    }
    assert [[each["state"] for each in item["shops"]] for item in row["items"]] == [
        ["started"],
        ["queued", "queued"],
    ]
    assert row["items"][0]["shops"][0]["last_step"]["step"] == "start"
    assert row["open_questions"] == 1


async def test_board_holds_only_what_is_in_work(company: Company) -> None:
    await company.draft()
    await company.make_ready()
    order = await company.hand_over()

    assert ids(await the_board(company)) == [order.id]


async def test_board_is_read_page_by_page(company: Company) -> None:
    orders = [await company.hand_over(days=day) for day in (-2, -1, 4)]

    first = (await company.head.get(ADDRESS, params={"limit": 2})).json()
    second = (await company.head.get(ADDRESS, params={"limit": 2, "cursor": first["next"]})).json()

    assert ids([*first["items"], *second["items"]]) == [order.id for order in orders]
    assert second["next"] is None


async def test_board_is_narrowed_to_a_shop_a_state_what_is_late_and_what_asks(
    company: Company, mirror_line: Line, stained_line: Line
) -> None:
    mirror = await company.hand_over(mirror_line, days=-1)
    stained = await company.hand_over(stained_line)
    await company.done(company.workshop, mirror, "accept")
    await company.done(company.workshop, mirror, "start", item_id=mirror.items[0])
    await company.done(company.art_shop, stained, "ask", text="Какой свинец?")

    assert ids(await the_board(company, shop="art-shop")) == [stained.id]
    assert ids(await the_board(company, shop="workshop")) == [mirror.id, stained.id]
    assert ids(await the_board(company, state="started")) == [mirror.id]
    assert ids(await the_board(company, state="queued")) == [stained.id]
    assert ids(await the_board(company, shop="art-shop", state="started")) == []
    assert ids(await the_board(company, late=True)) == [mirror.id]
    assert ids(await the_board(company, asking=True)) == [stained.id]
    assert ids(await the_board(company, shop="workshop", asking=True)) == []


async def test_board_is_narrowed_to_what_is_urgent_and_what_no_shop_took_on(
    company: Company, stained_line: Line
) -> None:
    urgent = await company.hand_over(urgency="urgent")
    waits = await company.hand_over(urgency="client-waits")
    plain = await company.hand_over(stained_line, days=9)
    await company.done(company.workshop, urgent, "accept")
    await company.done(company.art_shop, plain, "accept")

    assert ids(await the_board(company, urgent=True)) == [waits.id, urgent.id]
    assert ids(await the_board(company, unaccepted=True)) == [waits.id, plain.id]
    assert ids(await the_board(company, unaccepted=True, shop="art-shop")) == []
    await company.correct(urgent, urgency="normal")
    assert urgent.id in ids(await the_board(company, unaccepted=True, shop="workshop"))


async def test_corrected_piece_stands_as_queued(company: Company) -> None:
    order = await company.hand_over()
    await company.done(company.workshop, order, "accept")
    await company.done(company.workshop, order, "start", item_id=order.items[0])
    line = order.content["items"][0] | {"id": order.items[0], "quantity": 2}
    await company.correct(order, items=[line])

    assert ids(await the_board(company, state="started")) == []
    assert ids(await the_board(company, state="queued")) == [order.id]


async def test_board_tells_no_client_and_no_money(company: Company) -> None:
    await company.hand_over()

    text = (await company.head.get(ADDRESS)).text

    assert "Иванова" not in text
    assert "client_id" not in text
    assert "price" not in text


async def test_one_order_of_the_board_is_what_the_list_says(company: Company) -> None:
    order = await company.hand_over()

    [row] = await the_board(company)
    one = await company.head.get(f"{ADDRESS}/{order.id}")

    assert one.json() == row


async def test_order_that_left_the_work_is_not_found_on_the_board(company: Company) -> None:
    order = await company.make_ready()

    assert (await company.head.get(f"{ADDRESS}/{order.id}")).status_code == 404


async def test_tablet_sees_its_own_shop_alone(
    company: Company, mirror_line: Line, stained_line: Line
) -> None:
    order = await company.hand_over(mirror_line, stained_line)
    mirror = await company.hand_over(mirror_line)

    [row] = (await company.art_shop.get(ADDRESS)).json()["items"]

    assert row["id"] == order.id
    assert [shop["shop"] for shop in row["shops"]] == ["art-shop"]
    assert ids(row["items"]) == order.items[1:]
    assert (await company.art_shop.get(f"{ADDRESS}/{mirror.id}")).status_code == 404


async def test_tablet_does_not_look_into_another_shop(company: Company) -> None:
    response = await company.art_shop.get(ADDRESS, params={"shop": "workshop"})

    assert response.status_code == 403


@pytest.mark.parametrize("address", [ADDRESS, f"{ADDRESS}/018f0000-0000-7000-8000-000000000417"])
async def test_advertising_sees_no_board(company: Company, address: str) -> None:
    advertising = company.world.client(company.world.actor(Role.ADVERTISING))

    assert (await advertising.get(address)).status_code == 403
