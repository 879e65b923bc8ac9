"""Keyset paging: whatever is added or removed meanwhile, no row comes twice and none is missed."""

import base64
import json
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Column, Date, DateTime, Integer, MetaData, Table, Text, Uuid, insert, select
from sqlalchemy import delete as sql_delete

from chassis.actor import Actor
from chassis.errors import Invalid
from chassis.http import PageParams, keyset, page_of
from chassis.http.paging import _decode, _encode
from chassis.ids import new_id
from chassis.testing import World
from contracts.rights import Role
from tests.chassis import probe

SYSTEM = Actor.system("notifications")
NAMES = st.text(
    alphabet=st.sampled_from("абёеяАЯzZ09 '\"%_-\u0301😀"), min_size=1, max_size=6
).filter(str.strip)


async def put(world: World, rows: list[dict[str, Any]]) -> None:
    if rows:
        async with world.uow.write(SYSTEM) as db:
            await db.execute(insert(probe.pots), rows)


def pot(name: str, version: int = 1) -> dict[str, Any]:
    return {"id": new_id(), "sequence": 1, "version": version, "name": name}


async def pages(
    world: World, path: str, limit: int, between: list[list[dict[str, Any]]]
) -> list[dict[str, Any]]:
    """Read all pages, adding rows between them."""
    client = world.client(world.actor(Role.DESK))
    found, cursor, waiting = [], None, list(between)
    while True:
        query = {"limit": limit} | ({"cursor": cursor} if cursor else {})
        answer = await client.get(path, params=query)
        assert answer.status_code == 200
        found += answer.json()["items"]
        assert len(answer.json()["items"]) <= limit
        assert len(found) <= 100, "the pages have no end"
        cursor = answer.json()["next"]
        if cursor is None:
            return found
        await put(world, waiting.pop() if waiting else [])


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    names=st.lists(NAMES, unique=True, max_size=30),
    split=st.integers(0, 30),
    limit=st.integers(1, 7),
    versions=st.lists(st.integers(1, 3), min_size=30, max_size=30),
    data=st.data(),
)
async def test_no_row_that_was_there_comes_twice_or_is_missed(
    world: World,
    names: list[str],
    split: int,
    limit: int,
    versions: list[int],
    data: st.DataObject,
) -> None:
    rows = [pot(name, version) for name, version in zip(names, versions, strict=False)]
    old, new = rows[:split], rows[split:]
    for path in ("/api/pots", "/api/pots/by-version"):
        async with world.uow.write(SYSTEM) as db:
            await db.execute(sql_delete(probe.pots))
        await put(world, old)
        chunks: list[list[dict[str, Any]]] = [[] for _ in range(3)]
        for row in new:
            chunks[data.draw(st.integers(0, 2))].append(row)

        found = await pages(world, path, limit, chunks)

        ids = [item["id"] for item in found]
        assert len(ids) == len(set(ids))
        assert {str(row["id"]) for row in old} <= set(ids)
        if path == "/api/pots/by-version":
            shown = [item["version"] for item in found]
            assert shown == sorted(shown, reverse=True)


async def test_names_come_as_people_sort_them_over_all_pages(world: World) -> None:
    await put(world, [pot(name) for name in ("Ёлкин", "Яшин", "Абаев", "абрикос", "Елкин", "Zoe")])
    found = [item["name"] for item in await pages(world, "/api/pots", 2, [])]
    assert found.index("Абаев") < found.index("абрикос") < found.index("Елкин")
    assert abs(found.index("Ёлкин") - found.index("Елкин")) == 1
    assert found.index("Ёлкин") < found.index("Яшин")


async def test_a_row_removed_between_pages_hides_no_other(world: World) -> None:
    rows = [pot(f"n{number}") for number in range(6)]
    await put(world, rows)
    client = world.client(world.actor(Role.DESK))
    first = (await client.get("/api/pots?limit=2")).json()
    async with world.uow.write(SYSTEM) as db:
        gone = [row["id"] for row in rows[:2]]  # also the row that the cursor names
        await db.execute(sql_delete(probe.pots).where(probe.pots.c.id.in_(gone)))
    rest = (await client.get(f"/api/pots?limit=200&cursor={first['next']}")).json()
    assert [item["name"] for item in rest["items"]] == ["n2", "n3", "n4", "n5"]
    assert rest["next"] is None


def cursor(content: Any) -> str:
    raw = content if isinstance(content, bytes) else json.dumps(content).encode()
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


NAME, ID = ["v", "a"], ["u", str(UUID(int=1))]
GARBAGE: dict[str, str] = {
    "no base64": "§§§",
    "odd base64": "a",
    "no JSON": cursor(b"\xff\xfe"),
    "no list": cursor(7),
    "null": cursor(None),
    "an object": cursor({"v": 1, "u": 2}),
    "empty": cursor([]),
    "too few": cursor([NAME]),
    "too many": cursor([NAME, ID, ID]),
    "no pairs": cursor([1, 2]),
    "triples": cursor([["v", "a", 1], ID]),
    "unknown tag": cursor([["x", "a"], ID]),
    "tag is a list": cursor([[[], "a"], ID]),
    "a number for a text": cursor([["v", 7], ID]),
    "null for a text": cursor([["v", None], ID]),
    "an object for a text": cursor([["v", {}], ID]),
    "truth for a text": cursor([["v", True], ID]),
    "NUL in a text": cursor([["v", "a\x00"], ID]),
    "half a character": cursor(b'[["v","\\ud83d"],["u","' + str(UUID(int=1)).encode() + b'"]]'),
    "a text for an id": cursor([NAME, ["v", "b"]]),
    "no id": cursor([NAME, ["u", "42"]]),
    "a number for an id": cursor([NAME, ["u", 42]]),
    "a list for an id": cursor([NAME, ["u", []]]),
    "a date for an id": cursor([NAME, ["d", "2026-11-24"]]),
    "a date that is none": cursor([["d", "2026-13-01"], ID]),
    "an instant of nothing": cursor([["t", None], ID]),
    "nested": cursor(b"[" * 700),
    "another list's": cursor([["v", 1], NAME, ID]),
}


@pytest.mark.parametrize("garbage", GARBAGE.values(), ids=GARBAGE.keys())
async def test_a_cursor_that_is_not_ours_is_refused_by_name(world: World, garbage: str) -> None:
    answer = await world.client(world.actor(Role.DESK)).get("/api/pots", params={"cursor": garbage})
    body = answer.json()
    assert (answer.status_code, body["code"]) == (422, "invalid")
    assert body["errors"][0]["loc"] == ["query", "cursor"]
    assert body["errors"][0]["code"] == "cursor-unknown"


@pytest.mark.parametrize("number", [2**31, -(2**31), 10**30, 1.5, True, "1"])
async def test_a_number_that_the_column_cannot_hold_is_refused(world: World, number: Any) -> None:
    forged = cursor([["v", number], NAME, ID])
    client = world.client(world.actor(Role.DESK))
    answer = await client.get("/api/pots/by-version", params={"cursor": forged})
    assert answer.status_code == 422


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.text(max_size=200) | st.binary(max_size=300).map(cursor))
async def test_no_cursor_is_a_mistake_of_ours(world: World, text: str) -> None:
    client = world.client(world.actor(Role.DESK))
    answer = await client.get("/api/pots", params={"cursor": text.encode(errors="replace")})
    assert answer.status_code == 422


@pytest.mark.parametrize("query", ["limit=0", "limit=201", "limit=-1", "limit=x", "limit="])
async def test_a_page_has_one_to_two_hundred_rows(world: World, query: str) -> None:
    client = world.client(world.actor(Role.DESK))
    answer: httpx.Response = await client.get(f"/api/pots?{query}")
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["loc"] == ["query", "limit"]


async def test_a_cursor_longer_than_ours_are_is_refused_unread(world: World) -> None:
    answer = await world.client(world.actor(Role.DESK)).get("/api/pots?cursor=" + "a" * 1001)
    assert answer.status_code == 422


KINDS = Table(
    "kinds",
    MetaData(),
    Column("id", Uuid),
    Column("at", DateTime(timezone=True)),
    Column("day", Date),
    Column("number", Integer),
    Column("name", Text),
)


@given(
    st.tuples(
        st.uuids(),
        st.datetimes(timezones=st.just(UTC)),
        st.dates(),
        st.integers(-(2**31) + 1, 2**31 - 1),
        st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00")),
    )
)
def test_a_cursor_gives_back_exactly_what_it_was_made_of(
    row: tuple[UUID, datetime, date, int, str],
) -> None:
    assert _decode(_encode(row), list(KINDS.c)) == list(row)


def test_an_instant_without_offset_is_no_cursor_of_ours() -> None:
    forged = cursor([["t", "2026-11-24T10:00:00"]])
    keys = [(KINDS.c.at, "desc")]
    with pytest.raises(Invalid):
        keyset(select(KINDS), keys, PageParams(cursor=forged))  # type: ignore[arg-type]


def test_the_last_page_has_no_next() -> None:
    keys = [(KINDS.c.number, "asc")]
    assert page_of([], keys, PageParams(limit=3)) == ([], None)  # type: ignore[arg-type]
