"""How many statements a write takes: each is a round trip that the caller waits for.

A statement more must be argued for here; the idempotency claim and the closing one are counted,
BEGIN and COMMIT are not.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest_asyncio

from chassis.testing.statements import statements_of
from tests.services.orders.production.conftest import MIRROR, Company, Handed

THREE: tuple[dict[str, Any], ...] = tuple({"quantity": 1, "piece": MIRROR} for _ in range(3))
PLACE = 5
"""Key claimed, offices and client, number, order with items, closing."""
HAND_OVER = 7
"""Key, order locked, items with files, offices and client, revision, order, closing."""
CORRECT = 10
"""As a hand-over, and the three items."""
FIRST_TAP = 8
"""Key, order locked, items with files, floor (none), zone, order, floor with shop's row, closing."""
TAP = 9
"""Key, order locked, items with files, floor locked, its rows, zone, order, the row that the tap
changes, closing."""
LAST_CONTROL = 10
"""As a tap, and the shop's row: it is through with the order."""
BOARD = 5
"""Orders, lines, works, shops, questions."""
COUNTS_OF_BOARD = 2
"""Orders and lines by shop, questions."""
DAY = 4
"""What waits, the first rows of it, the questions and the alarms among them."""


@contextmanager
def counted(company: Company) -> Iterator[list[str]]:
    """Collect what is said to the database meanwhile."""
    with statements_of(company.world.uow) as said:
        yield said


@pytest_asyncio.fixture
async def order(company: Company) -> Handed:
    """Three mirrors in work, taken on by the workshop."""
    order = await company.hand_over(*THREE)
    await company.done(company.workshop, order, "accept")
    return order


async def tapped(company: Company, order: Handed, verb: str, **said: Any) -> list[str]:
    with counted(company) as statements:
        await company.done(company.workshop, order, verb, **said)
    return statements


async def test_an_order_is_placed_in_five_statements(company: Company) -> None:
    with counted(company) as said:
        await company.draft(*THREE)

    assert len(said) == PLACE, said
    at = next(i for i, s in enumerate(said) if s.startswith("INSERT INTO work_order_numbers"))
    assert said[at + 1].startswith("WITH own AS (INSERT INTO work_orders"), (
        "the number is taken late"
    )


async def test_an_order_is_handed_over_and_corrected_in_ten_at_most(company: Company) -> None:
    draft = await company.draft(*THREE)
    with counted(company) as said:
        answer = await company.desk.post(
            f"/api/work-orders/{draft.id}/hand-over", headers={"If-Match": draft.etag}
        )
    assert answer.status_code == 200
    assert len(said) == HAND_OVER, [s[:60] for s in said]

    lines = [{"quantity": 2, "piece": MIRROR, "id": item} for item in draft.items]
    with counted(company) as said:
        answer = await company.desk.post(
            f"/api/work-orders/{draft.id}/correct",
            json=draft.content | {"items": lines},
            headers={"If-Match": draft.etag},
        )
    assert answer.status_code == 200, answer.text
    assert len(said) == CORRECT, said


async def test_the_first_tap_of_an_order_takes_no_more_than_the_others(company: Company) -> None:
    order = await company.hand_over(*THREE)

    said = await tapped(company, order, "receive")

    assert len(said) == FIRST_TAP, said


async def test_a_tap_is_taken_in_nine_statements(company: Company, order: Handed) -> None:
    item = order.items[0]

    said = {
        "start": await tapped(company, order, "start", item_id=item),
        "finish": await tapped(company, order, "finish", item_id=item, quantity=1),
        "pass-control": await tapped(company, order, "pass-control", item_id=item, quantity=1),
    }

    assert {verb: len(statements) for verb, statements in said.items()} == {
        "start": TAP,
        "finish": TAP,
        "pass-control": TAP,
    }, said


async def test_an_acceptance_is_taken_in_nine_statements(company: Company) -> None:
    order = await company.hand_over(*THREE)
    await company.done(company.workshop, order, "mark-seen")

    said = await tapped(company, order, "accept")

    assert len(said) == TAP, said


async def test_the_last_control_makes_the_order_ready_in_one_statement_more(
    company: Company, order: Handed
) -> None:
    for item in order.items:
        await company.make(company.workshop, order, item)
    *first, last = order.items
    for item in first:
        await company.done(company.workshop, order, "pass-control", item_id=item, quantity=1)

    said = await tapped(company, order, "pass-control", item_id=last, quantity=1)

    assert len(said) == LAST_CONTROL, said


async def test_a_page_of_the_board_is_read_in_five_statements(company: Company) -> None:
    for _ in range(3):
        await company.hand_over(*THREE)

    with counted(company) as said:
        response = await company.head.get("/api/board/orders", params={"state": "queued"})

    assert len(response.json()["items"]) == 3
    assert len(said) == BOARD, said


async def test_the_board_is_counted_in_two_statements(company: Company) -> None:
    await company.hand_over(*THREE)

    with counted(company) as said:
        response = await company.head.get("/api/board")

    assert response.json()["shops"]
    assert len(said) == COUNTS_OF_BOARD, said


async def test_the_day_is_told_in_four_statements_however_much_waits(
    company: Company, order: Handed
) -> None:
    await company.done(company.workshop, order, "ask", text="Какой держатель?")
    await company.hand_over()
    for name, key in await company.world.timers():
        await company.world.fire(name, key)

    with counted(company) as said:
        response = await company.desk.get("/api/day")

    waits = {need["need"] for need in response.json()["needs"] if need["rows"]}
    assert {"answer", "look"} <= waits
    assert len(said) == DAY, said
