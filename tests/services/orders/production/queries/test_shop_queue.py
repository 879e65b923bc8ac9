"""A shop's queue: its own lines, the most pressing first, without a client and without money."""

from datetime import timedelta
from typing import Any

import pytest

from chassis import clock
from contracts.rights import Role
from tests.services.orders.production.conftest import Company, Handed
from tests.services.orders.production.floor import VOLKOV

Line = dict[str, Any]


async def the_queue(company: Company, **asked: Any) -> list[dict[str, Any]]:
    response = await company.workshop.get("/api/queue", params=asked)
    assert response.status_code == 200, response.text
    rows: list[dict[str, Any]] = response.json()["items"]
    return rows


async def test_cutter_needs_to_ask_nothing(company: Company) -> None:
    order = await company.hand_over()

    [row] = await the_queue(company)

    assert row["number"] == order.answer["number"]
    assert (row["revision"], row["sequence"]) == (1, 2)
    assert (row["urgency"], row["late"], row["stage"]) == ("normal", False, "in-work")
    [item] = row["items"]
    assert item["piece"]["shape"]["width_mm"] == 800
    assert item["piece"]["material"] == "mirror"
    assert item["piece"]["thickness_mm"] == 4
    assert {edge["side"] for edge in item["piece"]["edges"]} == {"top", "right", "bottom", "left"}
    assert item["shops"] == [
        {"shop": "workshop", "state": "queued", "done": 0, "passed": 0, "last_step": None}
    ]
    assert row["shop"]["state"] == "sent"


async def test_queue_and_order_tell_no_client_and_no_money(company: Company) -> None:
    order = await company.hand_over()
    priced = await company.desk.put(
        f"/api/work-orders/{order.id}/price",
        json={"price": "8037.00"},
        headers={"If-Match": order.etag},
    )
    assert priced.status_code == 200, priced.text

    for address in ("/api/queue", f"/api/queue/{order.id}"):
        text = (await company.workshop.get(address)).text
        assert "Иванова" not in text
        assert "555" not in text
        assert "8037" not in text
        assert "client" not in text.replace("client-", "")


async def test_queue_shows_who_works_on_what_since_when(company: Company) -> None:
    order = await company.hand_over()
    await company.done(company.workshop, order, "accept")
    await company.done(company.workshop, order, "start", item_id=order.items[0])

    [row] = await the_queue(company)

    standing = row["items"][0]["shops"][0]
    assert standing["state"] == "started"
    assert standing["last_step"]["step"] == "start"
    assert standing["last_step"]["operator_id"] == str(VOLKOV)
    assert standing["last_step"]["operator_verified"] is True


async def test_clients_that_wait_come_first_then_urgent_and_late_then_by_date(
    company: Company,
) -> None:
    plain = await company.hand_over(days=9)
    sooner = await company.hand_over(days=8)
    urgent = await company.hand_over(days=10, urgency="urgent")
    late = await company.hand_over(days=-3)
    waits = await company.hand_over(days=12, urgency="client-waits")

    rows = await the_queue(company)

    assert [row["id"] for row in rows] == [o.id for o in (waits, late, urgent, sooner, plain)]
    assert [row["late"] for row in rows] == [False, True, False, False, False]


async def test_queue_is_read_page_by_page(company: Company) -> None:
    orders = [await company.hand_over(days=day) for day in (3, 4, 5)]

    first = (await company.workshop.get("/api/queue", params={"limit": 2})).json()
    second = (
        await company.workshop.get("/api/queue", params={"limit": 2, "cursor": first["next"]})
    ).json()

    seen = [row["id"] for row in [*first["items"], *second["items"]]]
    assert seen == [order.id for order in orders]
    assert second["next"] is None


async def test_shop_sees_only_its_own_lines(
    company: Company, mirror_line: Line, stained_line: Line
) -> None:
    order = await company.hand_over(mirror_line, stained_line)

    workshop = (await company.workshop.get(f"/api/queue/{order.id}")).json()
    art_shop = (await company.art_shop.get(f"/api/queue/{order.id}")).json()

    assert [item["id"] for item in workshop["items"]] == order.items
    assert [item["id"] for item in art_shop["items"]] == order.items[1:]
    assert [each["shop"] for each in art_shop["items"][0]["shops"]] == ["art-shop", "workshop"]


async def test_drafts_and_other_shops_orders_are_not_in_the_queue(company: Company) -> None:
    await company.draft()
    order = await company.hand_over()

    assert (await company.art_shop.get("/api/queue")).json()["items"] == []
    assert [row["id"] for row in await the_queue(company)] == [order.id]


async def test_order_that_the_shop_is_through_with_leaves_its_queue(company: Company) -> None:
    order = await company.make_ready()

    assert await the_queue(company) == []
    [row] = await the_queue(company, completed=True)
    assert (row["id"], row["shop"]["state"]) == (order.id, "completed")


async def test_reopened_order_comes_back_into_the_queue(company: Company) -> None:
    order = await company.make_ready()
    await company.done(company.workshop, order, "reopen", item_id=order.items[0], reason="Царапина")

    assert [row["id"] for row in await the_queue(company)] == [order.id]
    assert await the_queue(company, completed=True) == []


async def test_cancelled_order_leaves_the_queue(company: Company) -> None:
    order = await company.hand_over()
    response = await company.desk.post(
        f"/api/work-orders/{order.id}/cancel", json={"reason": "client-refused"}
    )
    assert response.status_code == 200

    assert await the_queue(company) == []


async def corrected_twice(company: Company) -> Handed:
    order = await company.hand_over()
    await company.done(company.workshop, order, "accept")
    order = await company.correct(order, urgency="urgent")
    later = (clock.now() + timedelta(days=9)).date().isoformat()
    return await company.correct(order, promised_on=later)


async def test_tablet_sees_what_changed_since_its_shop_last_accepted(company: Company) -> None:
    order = await corrected_twice(company)

    shown = (await company.workshop.get(f"/api/queue/{order.id}")).json()

    assert (shown["revision"], shown["accepted_revision"]) == (3, 1)
    assert [change["field"] for change in shown["changes"]] == ["urgency", "promised_on"]
    assert shown["shop"]["state"] == "sent"


async def test_accepted_correction_leaves_no_difference(company: Company) -> None:
    order = await corrected_twice(company)

    shown = await company.done(company.workshop, order, "accept")

    assert (shown["accepted_revision"], shown["changes"]) == (3, [])


async def test_shop_that_never_looked_sees_no_difference(company: Company) -> None:
    order = await company.hand_over()
    order = await company.correct(order, urgency="urgent")

    shown = (await company.workshop.get(f"/api/queue/{order.id}")).json()

    assert (shown["accepted_revision"], shown["changes"]) == (None, [])


async def test_corrected_line_stands_in_the_queue_as_not_begun(company: Company) -> None:
    order = await company.hand_over()
    await company.done(company.workshop, order, "accept")
    await company.done(company.workshop, order, "start", item_id=order.items[0])
    line = order.content["items"][0]
    wider = line | {"id": order.items[0], "piece": line["piece"] | {"shape": {"size": "810x1200"}}}
    await company.correct(order, items=[wider])

    [row] = await the_queue(company)

    assert row["items"][0]["piece"]["shape"]["width_mm"] == 810
    assert row["items"][0]["shops"][0]["state"] == "queued"


async def test_questions_are_shown_and_the_open_ones_counted(company: Company) -> None:
    order = await company.hand_over()
    shown = await company.done(
        company.workshop, order, "ask", text="Фаска?", item_id=order.items[0]
    )

    assert shown["open_questions"] == 1
    assert shown["items"][0]["open_questions"] == 1
    assert shown["questions"][0]["text"] == "Фаска?"
    [row] = await the_queue(company)
    assert row["open_questions"] == 1


async def test_files_are_shown_without_the_signature(company: Company) -> None:
    order = await company.hand_over()
    for kind in ("drawing", "signature"):
        svg = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"></svg>'
        added = await company.desk.post(
            f"/api/work-orders/{order.id}/attachments",
            params={"kind": kind, "name": "x.svg"},
            content=svg,
        )
        assert added.status_code == 201, added.text

    shown = (await company.workshop.get(f"/api/queue/{order.id}")).json()

    assert [file["kind"] for file in shown["attachments"]] == ["drawing"]


@pytest.mark.parametrize("address", ["/api/queue", "/api/queue/{id}"])
async def test_tablet_does_not_look_into_another_shop(company: Company, address: str) -> None:
    order = await company.hand_over()

    response = await company.art_shop.get(address.format(id=order.id), params={"shop": "workshop"})

    assert response.status_code == 403


async def test_order_that_does_not_go_to_the_shop_is_not_found(company: Company) -> None:
    order = await company.hand_over()

    response = await company.art_shop.get(f"/api/queue/{order.id}")

    assert response.status_code == 404


async def test_draft_is_not_found_by_a_tablet(company: Company) -> None:
    order = await company.draft()

    assert (await company.workshop.get(f"/api/queue/{order.id}")).status_code == 404


async def test_who_works_in_no_shop_has_to_name_one(company: Company) -> None:
    order = await company.hand_over()

    refused = await company.head.get("/api/queue")
    shown = await company.desk.get("/api/queue", params={"shop": "workshop"})

    assert refused.status_code == 422
    assert [row["id"] for row in shown.json()["items"]] == [order.id]


@pytest.mark.parametrize("address", ["/api/queue?shop=workshop", "/api/board"])
async def test_advertising_sees_no_queue(company: Company, address: str) -> None:
    advertising = company.world.client(company.world.actor(Role.ADVERTISING))

    assert (await advertising.get(address)).status_code == 403


async def test_every_tap_answers_what_the_queue_says_a_moment_later(
    company: Company, stained_line: dict[str, Any]
) -> None:
    order = await company.hand_over(stained_line, days=-1)
    await company.done(company.workshop, order, "accept")
    order = await company.correct(order, urgency="urgent")
    item = order.items[0]
    taps: list[tuple[str, dict[str, Any]]] = [
        ("mark-seen", {}),
        ("ask", {"text": "Фаска?", "item_id": item}),
        ("accept", {"operated_at": (clock.now() - timedelta(hours=1)).isoformat()}),
        ("start", {"item_id": item}),
    ]

    answer: dict[str, Any] = {}
    for verb, said in taps:
        answer = await company.done(company.workshop, order, verb, **said)
        read = await company.workshop.get(f"/api/queue/{order.id}")
        assert answer == read.json(), verb
    question = answer["questions"][0]["id"]
    strip = await company.desk.post(
        f"/api/work-orders/{order.id}/answer", json={"question_id": question, "text": "С лица"}
    )
    read = await company.desk.get(f"/api/work-orders/{order.id}/hand-off")
    assert strip.json() == read.json()
