"""Aggregates kept by hand: what differs is written, nothing else, and a lock waits for its turn."""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import Column, ForeignKey, Integer, MetaData, Table, Text, Uuid

from chassis.domain import Aggregate
from chassis.ids import new_id
from chassis.stores import STORES, TOGETHER, Children, Store

metadata = MetaData()
shelves = Table(
    "shelves",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("name", Text, nullable=False),
    Column("sequence", Integer, nullable=False),
)
jars = Table(
    "jars",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("shelf_id", Uuid, ForeignKey(shelves.c.id), nullable=False),
    Column("place", Integer, nullable=False),
    Column("order", Text),
)


@dataclass(eq=False, kw_only=True)
class Jar:
    id: UUID
    place: int
    order: str | None = None
    shelf_id: UUID | None = None


@dataclass(eq=False, kw_only=True)
class Shelf(Aggregate):
    id: UUID
    name: str
    sequence: int = 0
    jars: list[Jar] = field(default_factory=list)


class Spoken:
    """A lane that answers from a list and remembers what it was told."""

    def __init__(self, *answers: list[Any]) -> None:
        self.answers = list(answers)
        self.said: list[tuple[str, Any]] = []

    async def fetch(self, sql: str, arguments: Any) -> list[Any]:
        self.said.append((sql, list(arguments)))
        return self.answers.pop(0) if self.answers else []


@pytest.fixture(scope="module")
def store() -> Any:
    made = Store(
        Shelf,
        shelves,
        Children(attribute="jars", cls=Jar, table=jars, parent="shelf_id", order=(jars.c.place,)),
    )
    yield made
    del STORES[Shelf]


SHELF, FIRST, SECOND = new_id(), new_id(), new_id()


def stored() -> Spoken:
    listed = [(FIRST, SHELF, 1, None), (SECOND, SHELF, 2, "x")]
    return Spoken([(SHELF, "top", 4)], [(listed,)])


async def test_the_row_is_locked_before_its_children_are_read(store: Store) -> None:
    lane: Any = stored()
    kept = await store.load(lane, SHELF)

    assert kept is not None
    (lock, _), (read, _) = lane.said
    assert lock.endswith("FROM shelves WHERE id = $1 FOR UPDATE")
    assert "FROM jars WHERE shelf_id = $1 ORDER BY place" in read
    shelf = kept.aggregate
    assert (type(shelf), shelf.name, shelf.sequence) == (Shelf, "top", 4)
    assert [(jar.id, jar.place, jar.order) for jar in shelf.jars] == [
        (FIRST, 1, None),
        (SECOND, 2, "x"),
    ]


async def test_what_is_not_there_is_none(store: Store) -> None:
    lane: Any = Spoken()

    assert await store.load(lane, SHELF) is None
    assert len(lane.said) == 1


async def test_what_has_not_changed_is_not_written(store: Store) -> None:
    lane: Any = stored()
    kept = await store.load(lane, SHELF)
    assert kept is not None
    lane.said.clear()
    kept.aggregate.name = b"top".decode()  # equal, another object

    await store.save(lane, kept)

    assert lane.said == []


async def test_what_differs_is_written_once(store: Store) -> None:
    lane: Any = stored()
    kept = await store.load(lane, SHELF)
    assert kept is not None
    lane.said.clear()
    shelf = kept.aggregate
    shelf.name = "low"
    shelf.jars[1].order = None
    shelf.jars.pop(0)
    fresh = Jar(id=new_id(), place=3)
    shelf.jars.append(fresh)

    await store.save(lane, kept)
    await store.save(lane, kept)

    assert lane.said == [
        ("UPDATE shelves SET name = $2 WHERE id = $1", [SHELF, "low"]),
        (
            'INSERT INTO jars (id, shelf_id, place, "order") VALUES ($1, $2, $3, $4)',
            [fresh.id, SHELF, 3, None],
        ),
        ("DELETE FROM jars WHERE id = $1", [FIRST]),
        ('UPDATE jars SET "order" = $2 WHERE id = $1', [SECOND, None]),
    ]


async def test_a_new_one_is_written_with_its_children(store: Store) -> None:
    lane: Any = Spoken()
    shelf = Shelf(id=new_id(), name="new", jars=[Jar(id=FIRST, place=1)])

    kept = await store.add(lane, shelf)
    shelf.jars[0].place = 9
    await store.save(lane, kept)

    assert [sql for sql, _ in lane.said] == [
        (
            "WITH own AS (INSERT INTO shelves (id, name, sequence) VALUES ($1, $2, $3)) "
            'INSERT INTO jars (id, shelf_id, place, "order") VALUES ($4, $5, $6, $7)'
        ),
        "UPDATE jars SET place = $2 WHERE id = $1",
    ]
    assert lane.said[0][1] == [shelf.id, "new", 0, FIRST, shelf.id, 1, None]
    assert shelf.jars[0].shelf_id == shelf.id


async def test_new_children_are_written_together_but_not_without_bound(store: Store) -> None:
    lane: Any = Spoken()
    ids = [new_id() for _ in range(TOGETHER + 2)]
    shelf = Shelf(id=SHELF, name="new", jars=[Jar(id=one, place=n) for n, one in enumerate(ids)])

    await store.add(lane, shelf)

    (_, (_, _, _, *most)), (sql, rest) = lane.said
    assert sql == (
        'INSERT INTO jars (id, shelf_id, place, "order") VALUES ($1, $2, $3, $4), ($5, $6, $7, $8)'
    )
    assert [*most[::4], *rest[::4]] == ids
    assert rest[1:4] == [SHELF, TOGETHER, None]


async def test_a_new_one_without_children_is_written_alone(store: Store) -> None:
    lane: Any = Spoken()

    await store.add(lane, Shelf(id=SHELF, name="bare"))

    assert lane.said == [
        ("INSERT INTO shelves (id, name, sequence) VALUES ($1, $2, $3)", [SHELF, "bare", 0])
    ]
