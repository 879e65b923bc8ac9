"""The desk follows its order: sent, delivered, seen, accepted, asked, who does what."""

from typing import Any

from contracts.rights import Role
from tests.services.orders.production.conftest import Company, Handed
from tests.services.orders.production.floor import TABLET, VOLKOV


async def strip(company: Company, order: Handed) -> dict[str, Any]:
    response = await company.desk.get(f"/api/work-orders/{order.id}/hand-off")
    assert response.status_code == 200, response.text
    shown: dict[str, Any] = response.json()
    return shown


async def test_desk_sees_each_step_of_the_hand_off(company: Company) -> None:
    order = await company.hand_over()
    states = [(await strip(company, order))["shops"][0]["state"]]
    for verb in ("receive", "mark-seen", "accept"):
        await company.done(company.workshop, order, verb)
        states.append((await strip(company, order))["shops"][0]["state"])

    shown = await strip(company, order)

    assert states == ["sent", "received", "seen", "accepted"]
    assert shown["handed_over_at"] is not None
    assert shown["shops"][0]["seen_by"] == f"device:{TABLET}"
    assert shown["shops"][0]["accepted_operator_id"] == str(VOLKOV)
    assert shown["sequence"] == 5


async def test_correction_stands_as_sent_again(company: Company) -> None:
    order = await company.hand_over()
    await company.done(company.workshop, order, "accept")
    order = await company.correct(order, urgency="urgent")

    assert (await strip(company, order))["shops"][0]["state"] == "sent"


async def test_desk_sees_both_shops_and_who_does_what(
    company: Company, mirror_line: dict[str, Any], stained_line: dict[str, Any]
) -> None:
    order = await company.hand_over(mirror_line, stained_line)
    await company.done(company.art_shop, order, "accept")
    await company.done(company.art_shop, order, "start", item_id=order.items[1])

    shown = await strip(company, order)

    assert {each["shop"]: each["state"] for each in shown["shops"]} == {
        "workshop": "sent",
        "art-shop": "accepted",
    }
    art_shop, workshop = shown["items"][1]["shops"]
    assert (art_shop["state"], workshop["state"]) == ("started", "queued")
    assert art_shop["last_step"]["operator_id"] == str(VOLKOV)


async def test_desk_sees_questions_of_all_shops(company: Company) -> None:
    order = await company.hand_over()
    await company.done(company.workshop, order, "ask", text="Фаска?")

    [question] = (await strip(company, order))["questions"]

    assert (question["text"], question["answered_at"]) == ("Фаска?", None)


async def test_draft_is_with_no_shop(company: Company) -> None:
    order = await company.draft()

    assert (await strip(company, order))["shops"] == []


async def test_unknown_order_has_no_strip(company: Company) -> None:
    response = await company.desk.get(f"/api/work-orders/{TABLET}/hand-off")

    assert response.status_code == 404


async def test_tablet_reads_its_queue_and_no_strip(company: Company) -> None:
    order = await company.hand_over()

    response = await company.workshop.get(f"/api/work-orders/{order.id}/hand-off")

    assert response.status_code == 403


async def test_strip_of_any_office_is_read_by_every_desk(company: Company) -> None:
    order = await company.hand_over()
    driver = company.world.client(company.world.actor(Role.DRIVER))

    for reader in (company.other_desk, driver):
        response = await reader.get(f"/api/work-orders/{order.id}/hand-off")
        assert response.status_code == 200
