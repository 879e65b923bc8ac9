"""Folders, their order, their counts, and finding an order by what people say."""

from typing import Any
from uuid import UUID, uuid4

import pytest
import pytest_asyncio
from sqlalchemy.engine import make_url

from chassis.http import PageParams
from chassis.testing import World
from chassis.testing.statements import asked_of
from contracts.orders.words import Stage
from services.orders.workorders import queries
from services.orders.workorders.queries.folders import Wanted
from tests.servers import Addresses
from tests.services.orders.workorders.desk import (
    ENTERS_OLD,
    LINE,
    Desk,
    anna,
    client,
    head_of_production,
    open_offices,
    park_desk,
)
from tests.services.orders.workorders.story import PARK
from tools.bench.fill.copying import connect

SHELF = {"piece": LINE["piece"] | {"product": "shelf"}, "quantity": 2}


@pytest_asyncio.fixture
async def desk(world: World) -> Desk:
    await open_offices(world)
    return Desk(world)


async def found(desk: Desk, **wanted: Any) -> list[str]:
    answer = await desk.http.get("/api/work-orders", params=wanted)
    assert answer.status_code == 200, answer.text
    return [row["number"].split("/")[0] for row in answer.json()["items"]]


async def test_orders_in_work_come_by_promised_date_drafts_newest_first(desk: Desk) -> None:
    for promised in ("2036-12-03", "2036-12-01", "2036-12-02"):
        await desk.place(promised_on=promised)
        await desk.hand_over()
    await desk.place()
    await desk.place()

    assert await found(desk, folder="in-work") == ["Л-0002", "Л-0003", "Л-0001"]
    assert await found(desk, folder="draft") == ["Л-0005", "Л-0004"]
    assert await found(desk, folder="ready") == []


async def test_a_page_begins_behind_the_one_before(desk: Desk) -> None:
    for _ in range(5):
        await desk.place(promised_on="2036-12-01")
        await desk.hand_over()
    seen: list[str] = []
    wanted: dict[str, Any] = {"folder": "in-work", "limit": 2}

    while True:
        answer = await desk.http.get("/api/work-orders", params=wanted)
        seen += [row["number"] for row in answer.json()["items"]]
        if answer.json()["next"] is None:
            break
        wanted["cursor"] = answer.json()["next"]

    assert len(seen) == len(set(seen)) == 5


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0002", "Л-0002"),
        ("л-0002", "Л-0002"),
        ("полка", "Л-0002"),
        ("сидор", "Л-0002"),
        ("89991234567", "Л-0002"),
        ("+7(999)123", "Л-0002"),
        ("1.12", "Л-0001"),
        ("01.12.2036", "Л-0001"),
        ("иванова зеркало", "Л-0001"),
    ],
)
async def test_an_order_is_found_by_what_people_say(
    desk: Desk, world: World, text: str, number: str
) -> None:
    sidorova = UUID("018f0000-0000-7000-8000-000000000102")
    await world.deliver(
        client(sidorova, name="Сидорова Ольга", phones=("+79991234567",)), key=sidorova
    )
    await desk.place(promised_on="2036-12-01")
    await desk.place(SHELF, client_id=str(sidorova), promised_on="2036-11-27")

    assert await found(desk, q=text) == [number]


@pytest.mark.parametrize("text", ["%", "_", "ничего", "0417", "31.02"])
async def test_what_nobody_has_said_finds_nothing(desk: Desk, text: str) -> None:
    await desk.place(promised_on="2036-12-01")

    assert await found(desk, q=text) == []


async def test_who_may_not_read_clients_cannot_guess_them_by_searching(
    desk: Desk, world: World
) -> None:
    await desk.place()
    head = Desk(world, head_of_production(world))

    assert await found(head, q="иванова") == []
    assert await found(head, q="79215551234") == []
    assert await found(head, q="зеркало") == ["Л-0001"]


async def test_mine_office_client_and_late_narrow_a_folder(desk: Desk, world: World) -> None:
    archivist = Desk(world, anna(world, staff_id=uuid4(), grants=ENTERS_OLD))
    park = Desk(world, park_desk(world))
    await desk.place()
    await archivist.place(promised_on="2020-01-15", pickup_office_id=str(PARK))
    await archivist.hand_over()
    await park.place(client_id=str(uuid4()))

    assert await found(desk, mine=True) == ["Л-0001"]
    assert await found(desk, late=True) == ["Л-0002"]
    assert await found(desk, office=str(PARK)) == ["П-0001", "Л-0002"]
    assert await found(desk, client=park.order["client"]["id"]) == ["П-0001"]


async def test_counts_say_how_full_the_folders_are(desk: Desk, world: World) -> None:
    archivist = Desk(world, anna(world, staff_id=uuid4(), grants=ENTERS_OLD))
    await archivist.place(promised_on="2020-01-15")
    await archivist.hand_over()
    await desk.place()
    await desk.place()

    everywhere = (await desk.http.get("/api/work-orders/counts")).json()["folders"]
    at_park = (await desk.http.get(f"/api/work-orders/counts?office={PARK}")).json()["folders"]

    assert [(f["stage"], f["count"], f["late"], f["mine"]) for f in everywhere] == [
        ("draft", 2, 0, 2),
        ("in-work", 1, 1, 0),
        ("ready", 0, 0, 0),
        ("issued", 0, 0, 0),
        ("cancelled", 0, 0, 0),
    ]
    assert [f["count"] for f in at_park] == [0] * 5


async def test_a_row_carries_the_sequence_for_the_feed(desk: Desk) -> None:
    await desk.place()
    await desk.hand_over()

    (row,) = (await desk.http.get("/api/work-orders")).json()["items"]

    assert (row["sequence"], row["revision"], row["summary"]) == (2, 1, "Зеркало 800×1200")
    assert row["client_name"] == "Иванова Мария Петровна"


YEARS = """
INSERT INTO work_orders SELECT (jsonb_populate_record(w, jsonb_build_object(
    'id', gen_random_uuid(), 'client_id', gen_random_uuid(), 'number', w.number || '-' || n,
    'stage', CASE n % 60 WHEN 1 THEN 'draft' WHEN 2 THEN 'in-work' ELSE 'issued' END,
    'manager_id', gen_random_uuid(), 'placed_at', w.placed_at - n * interval '1 minute'
))).* FROM work_orders w, generate_series(1, 1000) n
"""
CROWD = """
INSERT INTO known_clients SELECT (jsonb_populate_record(c, jsonb_build_object(
    'id', gen_random_uuid(), 'name', md5(n::text), 'phone_digits', (70000000000 + n)::text
))).* FROM known_clients c, generate_series(1, 1000) n
"""


async def plan(world: World, dsn: str, wanted: Wanted, *refused: str) -> str:
    """How PostgreSQL would answer in a shop of some years: of an empty one its choice is chance."""
    with asked_of(world.uow) as asked:
        async with world.uow.read(anna(world)) as db:
            await queries.folder(db, wanted, PageParams())
    [(statement, given)] = asked
    return await explained(world, dsn, statement, given, refused)


async def explained(
    world: World, dsn: str, statement: str, given: Any, refused: tuple[str, ...]
) -> str:
    """Let the years pass in a transaction that nobody commits, and ask then."""
    connection = await connect(dsn, make_url(world.settings.database_url).database or "")
    try:
        await connection.transaction().start()
        for passed in (YEARS, CROWD, "ANALYZE work_orders, known_clients"):
            await connection.execute(passed)
        for path in ("seqscan", *refused):
            await connection.execute(f"SET LOCAL enable_{path} = off")
        rows = await connection.fetch(f"EXPLAIN {statement}", *given)
    finally:
        await connection.close()
    return "\n".join(row[0] for row in rows)


async def test_folders_and_searches_read_indexes(
    desk: Desk, world: World, addresses: Addresses
) -> None:
    await desk.place()
    dsn = addresses.pg_dsn_super
    walk = ("bitmapscan", "sort")
    in_work = await plan(world, dsn, Wanted(stage=Stage.IN_WORK), *walk)
    drafts = await plan(world, dsn, Wanted(stage=Stage.DRAFT), *walk)
    searched = await plan(world, dsn, Wanted(text="Иванова"), "indexscan")
    phoned = await plan(world, dsn, Wanted(text="5551234"), "indexscan")

    assert "ix_work_orders_folder" in in_work
    assert "ix_work_orders_placed" in drafts
    assert searched.count("ix_work_orders_searched_trgm") >= len(("number", "summary"))
    assert "ix_known_clients_name_trgm" in searched
    assert "ix_known_clients_phone_digits_trgm" in phoned
