"""Orders cloned from those that the demo story has walked through the API, state by state.

A workshop has as many orders in hand as its people can make, however long its archive is: of a
large base nearly all orders are issued, a few cancelled, and some hundreds are open.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any, Final
from uuid import UUID

from chassis.ids import new_id
from tools.bench.fill.copying import Connection, copy_in, without_slow_indexes

MOST_OPEN: Final = 1_200
CHUNK: Final = 5_000
_OPEN: Final = {"draft": 15, "in-work": 65, "ready": 20}
_CLOSED: Final = {"issued": 96, "cancelled": 4}
_INNER: Final = {
    "work_order_items": "order_id",
    "work_order_revisions": "order_id",
    "productions": "id",
    "shop_orders": "order_id",
    "item_work": "order_id",
    "questions": "order_id",
    "audit": "subject",
}
_COMPUTED: Final = {"product", "material", "thickness_mm"}
_YEARS_OF_DAYS: Final = 3_000


@dataclass(slots=True)
class Told:
    """A walked order: its row and all that hangs on it."""

    order: dict[str, Any]
    inner: dict[str, list[dict[str, Any]]] = field(default_factory=dict)


class Orders:
    """Grows the base of orders; the same seed makes the same base."""

    def __init__(self, connection: Connection, *, seed: int = 6) -> None:
        self.connection = connection
        self.random = Random(seed)  # noqa: S311 - test data
        self.told: dict[str, list[Told]] = {}
        self.managers: list[UUID] = []
        self.count = 0
        self.open = 0

    async def learn(self) -> None:
        """Read the walked orders, by stage, and who took them."""
        found: dict[str, list[Told]] = defaultdict(list)
        for row in await self.connection.fetch("SELECT * FROM work_orders ORDER BY number"):
            told = Told(dict(row))
            for table, key in _INNER.items():
                told.inner[table] = await self._rows(table, key, row["id"])
            found[row["stage"]].append(told)
        self.told = found
        self.managers = sorted(
            {told.order["manager_id"] for each in found.values() for told in each}
        )

    async def _rows(self, table: str, key: str, order_id: UUID) -> list[dict[str, Any]]:
        query = f'SELECT * FROM {table} WHERE "{key}" = $1'  # noqa: S608 - names of ours
        left_out = _COMPUTED if table == "work_order_items" else set()
        left_out = left_out | ({"id"} if table == "audit" else set())
        rows = await self.connection.fetch(query, order_id)
        return [{name: row[name] for name in set(row.keys()) - left_out} for row in rows]

    async def grow(self, count: int, clients: Sequence[UUID]) -> None:
        """Add orders until there are so many of ours."""
        open_ = min(count // 2, MOST_OPEN)
        async with without_slow_indexes(self.connection):
            while self.count < count:
                much = min(CHUNK, count - self.count)
                fresh = min(much, open_ - self.open)
                stages = _dealt(self.random, _OPEN, fresh)
                stages += _dealt(self.random, _CLOSED, much - fresh)
                await self._add(stages, clients)
                self.open += fresh

    async def _add(self, stages: Sequence[str], clients: Sequence[UUID]) -> None:
        rows: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for stage in stages:
            self.count += 1
            told = self.random.choice(self.told[stage])
            order = self._order(told.order, self.random.choice(clients))
            rows["work_orders"].append(order)
            _clone(told, order["id"], rows)
        for table in ("work_orders", *_INNER):
            await copy_in(self.connection, table, rows[table])

    def _order(self, told: dict[str, Any], client: UUID) -> dict[str, Any]:
        closed = told["stage"] in _CLOSED
        now = datetime.now(UTC)
        days = 20 + self.random.randrange(_YEARS_OF_DAYS) if closed else self.random.randrange(14)
        placed = now - timedelta(days=days, seconds=self.random.randrange(86_400))
        shift = placed - told["placed_at"]
        moved = {
            name: value + shift
            for name, value in told.items()
            if isinstance(value, datetime) and name != "told_state_at"
        }
        number = f"{told['number'][0]}-{100_000 + self.count}/{placed.year % 100:02d}"
        return (
            told
            | moved
            | {
                "id": new_id(),
                "number": number,
                "client_id": client,
                "manager_id": self.random.choice(self.managers),
                "promised_on": (placed + timedelta(days=self.random.randrange(5, 18))).date(),
            }
        )


def _clone(told: Told, order_id: UUID, rows: dict[str, list[dict[str, Any]]]) -> None:
    fresh: dict[Any, UUID] = {row["id"]: new_id() for row in told.inner["work_order_items"]}
    fresh |= {row["id"]: new_id() for row in told.inner["questions"]}
    of_item: Callable[[dict[str, Any]], dict[str, Any]] = lambda row: {  # noqa: E731
        name: fresh[row[name]] for name in ("id", "item_id") if row.get(name) in fresh
    }
    for table, key in _INNER.items():
        rows[table] += [row | of_item(row) | {key: order_id} for row in told.inner[table]]


def _dealt(random: Random, shares: dict[str, int], count: int) -> list[str]:
    return random.choices(list(shares), weights=list(shares.values()), k=count)
