"""The tablets' door: what is taken, and what is refused in which words."""

from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from chassis import clock
from tests.services.orders.production.conftest import Company
from tests.services.orders.production.floor import TABLET, VOLKOV

Line = dict[str, Any]


async def test_order_goes_from_the_desk_through_the_workshop_to_ready(company: Company) -> None:
    order = await company.hand_over()
    item = order.items[0]

    await company.done(company.workshop, order, "receive")
    await company.done(company.workshop, order, "mark-seen")
    await company.done(company.workshop, order, "accept")
    await company.done(company.workshop, order, "start", item_id=item)
    await company.done(company.workshop, order, "pause", item_id=item)
    await company.done(company.workshop, order, "start", item_id=item)
    await company.done(company.workshop, order, "finish", item_id=item, quantity=1)
    shown = await company.done(
        company.head, order, "pass-control", shop="workshop", item_id=item, quantity=1
    )

    assert shown["stage"] == "ready"
    assert shown["shop"]["state"] == "completed"
    assert await company.told(order) == [
        "received",
        "seen",
        "accepted",
        "work-started",
        "work-paused",
        "work-started",
        "work-finished",
        "control-passed",
        "ready",
    ]


async def test_order_of_both_shops_goes_through_both(company: Company, stained_line: Line) -> None:
    order = await company.hand_over(stained_line)
    item = order.items[0]
    for tablet in (company.art_shop, company.workshop):
        await company.done(tablet, order, "accept")
    await company.make(company.workshop, order, item)

    early = await company.tap(company.workshop, order, "pass-control", item_id=item, quantity=1)
    await company.make(company.art_shop, order, item)
    for tablet in (company.art_shop, company.workshop):
        await company.done(tablet, order, "pass-control", item_id=item, quantity=1)

    assert (early.status_code, early.json()["code"]) == (409, "art-step-first")
    assert (await company.told(order))[-2:] == ["control-passed", "ready"]


@pytest.mark.parametrize("verb", ["receive", "mark-seen"])
async def test_repeated_receipt_is_taken_and_tells_nothing(company: Company, verb: str) -> None:
    order = await company.hand_over()

    await company.done(company.workshop, order, verb)
    await company.done(company.second_tablet, order, verb)

    assert len(await company.told(order)) == 1


async def test_tap_sent_twice_under_its_key_happens_once(company: Company) -> None:
    order = await company.hand_over()

    first = await company.done(company.workshop, order, "accept", key=f"{TABLET}:7")
    again = await company.done(company.workshop, order, "accept", key=f"{TABLET}:7")

    assert first == again
    assert await company.told(order) == ["accepted"]


async def test_tap_without_a_key_is_refused(company: Company) -> None:
    order = await company.hand_over()

    response = await company.tap(company.workshop, order, "accept", key="")

    assert response.status_code == 400
    assert await company.told(order) == []


async def test_tap_on_an_old_picture_is_refused_with_old_and_new(company: Company) -> None:
    shown = await company.hand_over()
    await company.done(company.workshop, shown, "accept")
    later = (clock.now() + timedelta(days=9)).date().isoformat()
    await company.correct(shown, promised_on=later)

    response = await company.tap(company.workshop, shown, "start", item_id=shown.items[0])

    problem = response.json()
    assert (response.status_code, problem["code"]) == (409, "revision-superseded")
    assert (problem["shown"], problem["current"]) == (1, 2)
    assert problem["changes"] == [
        {
            "item_id": None,
            "field": "promised_on",
            "old": shown.content["promised_on"],
            "new": later,
        }
    ]
    assert problem["title"] == ("Офис изменил заказ: была показана правка 1, сейчас правка 2")


async def test_corrected_order_waits_for_its_acceptance(company: Company) -> None:
    order = await company.hand_over()
    await company.done(company.workshop, order, "accept")
    order = await company.correct(order, urgency="urgent")

    refused = await company.tap(company.workshop, order, "start", item_id=order.items[0])
    await company.done(company.workshop, order, "accept")
    await company.done(company.workshop, order, "start", item_id=order.items[0])

    assert (refused.status_code, refused.json()["code"]) == (409, "revision-not-accepted")


async def test_second_tablet_is_told_who_was_first(company: Company) -> None:
    order = await company.hand_over()
    await company.done(company.workshop, order, "accept")
    await company.done(company.workshop, order, "start", item_id=order.items[0])

    response = await company.tap(company.second_tablet, order, "start", item_id=order.items[0])

    problem = response.json()
    assert (response.status_code, problem["code"]) == (409, "work-already-started")
    assert problem["operator_id"] == str(VOLKOV)
    assert problem["step_at"] is not None


async def test_question_blocks_the_finish_until_the_desk_answers(company: Company) -> None:
    order = await company.hand_over()
    item = order.items[0]
    await company.done(company.workshop, order, "accept")
    asked = await company.done(
        company.workshop, order, "ask", text="Фаска с какой стороны?", item_id=item
    )
    await company.done(company.workshop, order, "start", item_id=item)

    blocked = await company.tap(company.workshop, order, "finish", item_id=item, quantity=1)
    answered = await company.desk.post(
        f"/api/work-orders/{order.id}/answer",
        json={"question_id": asked["questions"][0]["id"], "text": "С лицевой"},
    )
    await company.done(company.workshop, order, "finish", item_id=item, quantity=1)

    assert (blocked.status_code, blocked.json()["code"]) == (409, "question-open")
    assert answered.status_code == 200
    assert answered.json()["questions"][0]["answer_text"] == "С лицевой"


async def test_desk_of_another_office_cannot_answer(company: Company) -> None:
    order = await company.hand_over()
    asked = await company.done(company.workshop, order, "ask", text="Кто заберёт?")

    response = await company.other_desk.post(
        f"/api/work-orders/{order.id}/answer",
        json={"question_id": asked["questions"][0]["id"], "text": "Мы"},
    )

    assert response.status_code == 403


async def test_photo_that_is_not_attached_is_refused(company: Company) -> None:
    order = await company.hand_over()

    response = await company.tap(company.workshop, order, "ask", text="Скол?", photo_id=str(TABLET))

    assert (response.status_code, response.json()["code"]) == (409, "photo-not-in-order")


async def test_question_shows_a_photo_from_the_shop_floor(company: Company) -> None:
    order = await company.hand_over()
    picture = BytesIO()
    Image.new("RGB", (8, 8)).save(picture, "JPEG")
    added = await company.workshop.post(
        f"/api/work-orders/{order.id}/photos", content=picture.getvalue()
    )
    assert added.status_code == 201, added.text
    photo_id = added.headers["location"].rsplit("/", 1)[1]

    shown = await company.done(company.workshop, order, "ask", text="Скол?", photo_id=photo_id)

    assert shown["questions"][0]["photo_id"] == photo_id
    assert (await company.told(order))[-2:] == ["attached", "asked"]


async def test_own_last_step_is_taken_back(company: Company) -> None:
    order = await company.hand_over()
    await company.done(company.workshop, order, "accept")
    await company.done(company.workshop, order, "start", item_id=order.items[0])

    stranger = await company.tap(company.second_tablet, order, "take-back", item_id=order.items[0])
    shown = await company.done(company.workshop, order, "take-back", item_id=order.items[0])

    assert (stranger.status_code, stranger.json()["code"]) == (409, "not-your-step")
    assert shown["items"][0]["shops"][0]["state"] == "queued"


async def test_failed_control_queues_the_item_again(company: Company) -> None:
    order = await company.hand_over()
    item = order.items[0]
    await company.done(company.workshop, order, "accept")
    await company.make(company.workshop, order, item)

    shown = await company.done(
        company.workshop, order, "fail-control", item_id=item, quantity=1, reason="scratch"
    )

    assert shown["items"][0]["shops"][0]["state"] == "queued"
    assert (await company.told(order))[-1] == "control-failed"


async def test_ready_order_is_reopened(company: Company) -> None:
    order = await company.make_ready()

    shown = await company.done(
        company.workshop, order, "reopen", item_id=order.items[0], reason="Царапина"
    )

    assert shown["stage"] == "in-work"
    assert shown["shop"]["state"] == "accepted"
    assert (await company.told(order))[-1] == "reopened"
