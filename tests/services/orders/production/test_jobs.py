"""Five working minutes without a look alarm the office, once; a look calms the clock."""

import pytest

from tests.services.orders.production.conftest import Company, Handed

ALARM = "unseen-alarm"


def key(order: Handed, shop: str = "workshop") -> str:
    return f"{order.id}:{order.revision}:{shop}"


async def test_office_is_alarmed_when_nobody_looked(company: Company) -> None:
    order = await company.hand_over()
    await company.done(company.workshop, order, "receive")

    assert await company.world.fire(ALARM, key(order))

    sent = (await company.world.outbox())[-1]
    assert sent.type == "orders.work-order.unseen.v1"
    assert sent.data["shop"] == "workshop"
    assert sent.data["since"]
    assert await company.told(order) == ["received", "unseen"]


async def test_alarm_is_seen_on_the_strip(company: Company) -> None:
    order = await company.hand_over()
    await company.world.fire(ALARM, key(order))

    strip = (await company.desk.get(f"/api/work-orders/{order.id}/hand-off")).json()

    assert strip["shops"][0]["unseen_at"] is not None
    assert strip["shops"][0]["state"] == "sent"


@pytest.mark.parametrize(
    ("verb", "said"), [("mark-seen", {}), ("accept", {}), ("ask", {"text": "?"})]
)
async def test_look_takes_the_alarm_back(company: Company, verb: str, said: dict[str, str]) -> None:
    order = await company.hand_over()
    assert (ALARM, key(order)) in await company.world.timers()

    await company.done(company.workshop, order, verb, **said)

    assert (ALARM, key(order)) not in await company.world.timers()


async def test_delivery_alone_leaves_the_alarm_set(company: Company) -> None:
    order = await company.hand_over()

    await company.done(company.workshop, order, "receive")

    assert (ALARM, key(order)) in await company.world.timers()


async def test_correction_sets_the_alarm_anew(company: Company) -> None:
    former = await company.hand_over()
    await company.done(company.workshop, former, "accept")

    order = await company.correct(former, urgency="urgent")

    assert {(ALARM, key(order))} == set(await company.world.timers())
    assert await company.world.fire(ALARM, key(order))
    assert (await company.told(order))[-1] == "unseen"
