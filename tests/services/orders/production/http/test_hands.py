"""Whose hands act, when by which clock, and in whose shop."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from chassis import clock
from contracts.rights import Role, Shop
from tests.services.orders.production.conftest import Company
from tests.services.orders.production.floor import ANOTHER_WORKER, TABLET, VOLKOV


async def test_operator_without_a_pin_is_kept_and_shown_as_unverified(company: Company) -> None:
    order = await company.hand_over()
    held = company.tablet_actor(Shop.WORKSHOP, TABLET, VOLKOV)
    moment = clock.now() - timedelta(hours=2)
    without_pin = company.world.client(replace(held, operator_verified=False, judged_at=moment))

    shown = await company.done(
        without_pin,
        order,
        "accept",
        operator_id=str(VOLKOV),
        operated_at=moment.isoformat(),
        device_sequence=7,
    )

    assert shown["shop"]["accepted_operator_id"] == str(VOLKOV)
    assert shown["shop"]["accepted_operator_verified"] is False
    assert shown["shop"]["accepted_operated_at"] == moment.isoformat().replace("+00:00", "Z")
    accepted = (await company.world.outbox())[-1].data
    assert accepted["operator_verified"] is False
    assert datetime.fromisoformat(accepted["operated_at"]) == moment


@pytest.mark.parametrize("held_by", [VOLKOV, None])
async def test_a_tablet_has_no_hands_but_those_the_gateway_judged(
    company: Company, held_by: UUID | None
) -> None:
    order = await company.hand_over()
    tablet = company.tablet(Shop.WORKSHOP, operator_id=held_by)

    refused = await company.tap(tablet, order, "accept", operator_id=str(ANOTHER_WORKER))

    assert refused.status_code == 403
    assert await company.told(order) == []


@pytest.mark.parametrize(
    ("judged", "said"),
    [(timedelta(days=9), timedelta()), (timedelta(days=9), None), (None, timedelta(days=9))],
    ids=["another moment", "judged then, done now", "judged now, done then"],
)
async def test_hands_without_a_pin_act_at_the_moment_they_were_judged_at(
    company: Company, judged: timedelta | None, said: timedelta | None
) -> None:
    """A worker who left five days ago acted neither today nor under today's rights before that."""
    order = await company.hand_over()
    now = clock.now()
    held = replace(
        company.tablet_actor(Shop.WORKSHOP, TABLET, VOLKOV),
        operator_verified=False,
        judged_at=None if judged is None else now - judged,
    )
    body = {} if said is None else {"operated_at": (now - said).isoformat()}

    refused = await company.tap(company.world.client(held), order, "accept", **body)

    assert refused.status_code == 403
    assert await company.told(order) == []


async def test_pin_vouches_for_its_owner(company: Company) -> None:
    order = await company.hand_over()

    shown = await company.done(company.workshop, order, "accept")

    assert shown["shop"]["accepted_operator_id"] == str(VOLKOV)
    assert shown["shop"]["accepted_operator_verified"] is True


async def test_tablet_without_an_operator_is_refused(company: Company) -> None:
    order = await company.hand_over()

    response = await company.tap(company.tablet(Shop.WORKSHOP, operator_id=None), order, "accept")

    assert (response.status_code, response.json()["errors"][0]["code"]) == (
        422,
        "operator-missing",
    )


@pytest.mark.parametrize(
    ("away", "code"),
    [(timedelta(days=-15), "tap-too-old"), (timedelta(minutes=6), "tap-from-future")],
)
async def test_clock_of_a_tablet_may_lie_only_so_much(
    company: Company, away: timedelta, code: str
) -> None:
    order = await company.hand_over()

    response = await company.tap(
        company.workshop, order, "accept", operated_at=(clock.now() + away).isoformat()
    )

    assert (response.status_code, response.json()["errors"][0]["code"]) == (422, code)


@pytest.mark.parametrize(
    ("verb", "said"),
    [
        ("receive", {}),
        ("mark-seen", {}),
        ("accept", {}),
        ("ask", {"text": "?"}),
        ("start", {"item_id": "x"}),
        ("pause", {"item_id": "x"}),
        ("finish", {"item_id": "x", "quantity": 1}),
        ("take-back", {"item_id": "x"}),
        ("pass-control", {"item_id": "x", "quantity": 1}),
        ("fail-control", {"item_id": "x", "quantity": 1, "reason": "chip"}),
        ("reopen", {"item_id": "x", "reason": "Скол"}),
    ],
)
@pytest.mark.parametrize("who", ["desk", "art_shop"])
async def test_only_the_shop_itself_acts(
    company: Company, verb: str, said: dict[str, Any], who: str
) -> None:
    order = await company.hand_over()
    said = said | ({"item_id": order.items[0]} if "item_id" in said else {})

    response = await company.tap(getattr(company, who), order, verb, shop="workshop", **said)

    assert response.status_code == 403
    assert await company.told(order) == []


async def test_head_of_production_says_for_which_shop_he_acts(company: Company) -> None:
    order = await company.hand_over()

    refused = await company.tap(company.head, order, "accept")
    await company.done(company.head, order, "accept", shop="workshop")

    assert (refused.status_code, refused.json()["errors"][0]["code"]) == (422, "shop-missing")


async def test_worker_signed_in_himself_acts_in_his_shop(company: Company) -> None:
    order = await company.hand_over()
    worker = company.world.client(company.world.actor(Role.WORKSHOP, staff_id=VOLKOV))

    shown = await company.done(worker, order, "accept")

    assert shown["shop"]["accepted_operator_id"] == str(VOLKOV)
    assert shown["shop"]["accepted_operator_verified"] is True


async def test_unknown_order_is_not_found(company: Company) -> None:
    order = await company.hand_over()
    order.id = str(TABLET)

    response = await company.tap(company.workshop, order, "accept")

    assert response.status_code == 404


async def test_every_deed_is_kept_with_both_clocks(company: Company) -> None:
    order = await company.hand_over()
    await company.done(company.workshop, order, "accept", device_sequence=3)

    history = (await company.desk.get(f"/api/work-orders/{order.id}/history")).json()

    deed = history["items"][0]
    assert deed["action"] == "production.accept"
    assert deed["new"]["device_sequence"] == 3
    assert deed["new"]["operator"] == str(VOLKOV)
    assert deed["new"]["operated_at"]
