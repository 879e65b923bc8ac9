"""The floor of many orders is read in few statements, each by an index."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import text

from chassis.testing.statements import asked_of
from tests.services.orders.production.conftest import Company


async def statements_of(company: Company) -> list[tuple[str, Sequence[Any]]]:
    """What PostgreSQL is asked for a page of the workshop's queue."""
    with asked_of(company.world.uow) as asked:
        response = await company.workshop.get("/api/queue")
    assert len(response.json()["items"]) > 0
    return asked


async def test_queue_asks_five_questions_however_long_it_is(company: Company) -> None:
    await company.hand_over()
    short = await statements_of(company)
    for _ in range(3):
        await company.hand_over()

    assert len(short) == len(await statements_of(company)) == 5


async def test_queue_reads_indexes(company: Company) -> None:
    await company.hand_over()

    plans = []
    for statement, given in await statements_of(company):
        async with company.world.uow.engine.begin() as connection:
            await connection.execute(text("SET LOCAL enable_seqscan = off"))
            rows = await connection.exec_driver_sql(f"EXPLAIN {statement}", tuple(given))
            plans.append("\n".join(row[0] for row in rows))

    assert "on work_orders" in plans[0]
    assert not [plan for plan in plans if "Seq Scan on" in plan]
