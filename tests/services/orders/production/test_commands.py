"""Two tablets on one order at the same moment: one does it, the other sees who did."""

import asyncio
import json
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from chassis.actor import Actor
from contracts.envelope import spec_of
from contracts.orders.events import (
    ControlFailed,
    ControlPassed,
    WorkFinished,
    WorkOrderAccepted,
    WorkOrderAnswered,
    WorkOrderAsked,
    WorkOrderReady,
    WorkOrderReceived,
    WorkOrderReopened,
    WorkOrderSeen,
    WorkOrderUnseen,
    WorkPaused,
    WorkStarted,
    WorkTakenBack,
)
from contracts.rights import Shop
from services.orders.production import commands
from services.orders.production.tables import productions
from tests.services.orders.production.conftest import Company
from tests.services.orders.production.floor import ORDER

EXAMPLES = Path(__file__).parents[4] / "contracts" / "orders" / "examples"
TOLD_BY_PRODUCTION = (
    WorkOrderReceived,
    WorkOrderSeen,
    WorkOrderUnseen,
    WorkOrderAccepted,
    WorkOrderAsked,
    WorkOrderAnswered,
    WorkStarted,
    WorkPaused,
    WorkFinished,
    WorkTakenBack,
    ControlPassed,
    ControlFailed,
    WorkOrderReady,
    WorkOrderReopened,
)


async def test_two_tablets_accept_at_once_and_one_does(company: Company) -> None:
    order = await company.hand_over()

    answers = await asyncio.gather(
        company.tap(company.workshop, order, "accept"),
        company.tap(company.second_tablet, order, "accept"),
    )

    assert sorted(answer.status_code for answer in answers) == [200, 409]
    [refused] = [answer.json() for answer in answers if answer.status_code == 409]
    assert refused["code"] == "revision-already-accepted"
    assert refused["accepted_at"]
    assert await company.told(order) == ["accepted"]


async def test_taps_of_many_tablets_leave_one_gapless_life(
    company: Company, shelves_line: dict[str, Any], stained_line: dict[str, Any]
) -> None:
    order = await company.hand_over(shelves_line, stained_line)
    both = (company.workshop, company.art_shop)
    await asyncio.gather(*(company.tap(tablet, order, "accept") for tablet in both))

    await asyncio.gather(
        company.tap(company.workshop, order, "start", item_id=order.items[0]),
        company.tap(company.second_tablet, order, "start", item_id=order.items[0]),
        company.tap(company.art_shop, order, "start", item_id=order.items[1]),
        company.tap(company.workshop, order, "mark-seen"),
        company.tap(company.art_shop, order, "ask", text="Рисунок?"),
    )

    told = await company.told(order)
    assert sorted(told) == ["accepted", "accepted", "asked", "work-started", "work-started"]


async def test_facts_have_the_form_of_their_golden_examples(company: Company) -> None:
    order = await company.hand_over()
    item, tablet = order.items[0], company.workshop
    await company.world.fire("unseen-alarm", f"{order.id}:1:workshop")
    for verb in ("receive", "mark-seen", "accept"):
        await company.done(tablet, order, verb)
    asked = await company.done(tablet, order, "ask", text="Фаска?", item_id=item)
    answer = {"question_id": asked["questions"][0]["id"], "text": "С лица"}
    await company.desk.post(f"/api/work-orders/{order.id}/answer", json=answer)
    await company.done(tablet, order, "start", item_id=item)
    await company.done(tablet, order, "take-back", item_id=item)
    for again in (True, False):
        await company.done(tablet, order, "start", item_id=item)
        await company.done(tablet, order, "pause", item_id=item)
        await company.make(tablet, order, item)
        if again:
            await company.done(
                tablet, order, "fail-control", item_id=item, quantity=1, reason="chip"
            )
    await company.done(tablet, order, "pass-control", item_id=item, quantity=1)
    await company.done(tablet, order, "reopen", item_id=item, reason="Скол")

    facts = [row for row in await company.world.outbox() if row.key == order.id][2:]

    assert {fact.type for fact in facts} == {spec_of(cls).type for cls in TOLD_BY_PRODUCTION}
    for fact in facts:
        golden = json.loads((EXAMPLES / f"{fact.type}.json").read_text(encoding="utf-8"))
        assert fact.data.keys() == golden["data"].keys(), fact.type


async def test_refused_tap_leaves_nothing_behind(company: Company) -> None:
    order = await company.hand_over()

    response = await company.tap(company.workshop, order, "start", item_id=order.items[0])

    assert response.status_code == 409
    assert await company.world.rows(select(productions.c.id)) == []
    assert await company.told(order) == []


async def test_alarm_about_an_order_that_is_gone_is_void(company: Company) -> None:
    async with company.world.uow.write(Actor.system("orders")) as db:
        await commands.alarm_unseen(db, ORDER, 1, Shop.WORKSHOP, "2026-11-24T07:00:00+00:00")

    assert await company.world.outbox() == []


@pytest.mark.parametrize("shop", Shop)
async def test_alarm_that_comes_too_late_says_nothing(company: Company, shop: Shop) -> None:
    order = await company.hand_over()
    await company.done(company.workshop, order, "accept")

    async with company.world.uow.write(Actor.system("orders")) as db:
        await commands.alarm_unseen(db, UUID(order.id), 1, shop, "2026-11-24T07:00:00+00:00")

    assert await company.told(order) == ["accepted"]
