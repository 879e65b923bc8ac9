"""Rows of the shop floor of some orders, put together as people look at them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import select

from chassis.db import Db, ReadDb
from chassis.statements import THESE, Prepared
from contracts.orders.work import WorkState
from contracts.rights import Shop
from services.orders.production.domain import Production
from services.orders.production.schemas import (
    ItemOut,
    ItemShopOut,
    QuestionOut,
    ShopOrderOut,
    StepOut,
)
from services.orders.production.tables import item_work, questions, shop_orders
from services.orders.workorders.domain import WorkOrder
from services.orders.workorders.queries.lines import lines_of

AnyDb = Db | ReadDb
Row = Mapping[Any, Any]
"""A stored row, or the fields of what this transaction holds."""
_WORKS = Prepared(select(item_work).where(item_work.c.order_id == THESE))
_SHOP_ORDERS = Prepared(select(shop_orders).where(shop_orders.c.order_id == THESE))
_QUESTIONS = Prepared(
    select(questions)
    .where(questions.c.order_id == THESE)
    .order_by(questions.c.asked_at, questions.c.id)
)


@dataclass(slots=True)
class FloorRows:
    """Lines of orders, what the shops did with them, and their questions."""

    lines: dict[UUID, Sequence[Row]] = field(default_factory=lambda: defaultdict(list))
    works: dict[tuple[UUID, Shop], Row] = field(default_factory=dict)
    shops: dict[UUID, list[Row]] = field(default_factory=lambda: defaultdict(list))
    asked: dict[UUID, list[Row]] = field(default_factory=lambda: defaultdict(list))

    def shop_order(self, order_id: UUID, revision: int, shop: Shop) -> ShopOrderOut:
        """Return what a shop did about a revision; nothing yet = it was sent."""
        for row in self.shops[order_id]:
            if (row["revision"], row["shop"]) == (revision, shop):
                return ShopOrderOut(state=_state(row), **_of(row, ShopOrderOut))
        return ShopOrderOut(shop=shop, state="sent")

    def items(self, order_id: UUID, shop: Shop | None = None) -> tuple[ItemOut, ...]:
        """Return the lines (of one shop) with how far each shop of their route is."""
        return tuple(
            ItemOut(
                id=line["id"],
                position=line["position"],
                quantity=line["quantity"],
                route=line["route"],
                piece=line["piece"],
                shops=tuple(self._standing(line, each) for each in line["route"]),
                open_questions=self._open(order_id, line["id"]),
            )
            for line in self.lines[order_id]
            if shop is None or shop in line["route"]
        )

    def questions(self, order_id: UUID, shop: Shop | None = None) -> tuple[QuestionOut, ...]:
        """Return the questions (of one shop), oldest first."""
        return tuple(
            QuestionOut(**_of(row, QuestionOut))
            for row in self.asked[order_id]
            if shop is None or row["shop"] is shop
        )

    def open_questions(self, order_id: UUID, shop: Shop) -> int:
        """Count what the desk still owes this shop."""
        asked = self.asked[order_id]
        return sum(row["answered_at"] is None and row["shop"] is shop for row in asked)

    def routed(self, order_id: UUID) -> tuple[Shop, ...]:
        """Return the shops that the order's lines go to."""
        found = {shop for line in self.lines[order_id] for shop in line["route"]}
        return tuple(shop for shop in Shop if shop in found)

    def _open(self, order_id: UUID, item_id: UUID) -> int:
        asked = self.asked[order_id]
        return sum(row["answered_at"] is None and row["item_id"] == item_id for row in asked)

    def _standing(self, line: Row, shop: Shop) -> ItemShopOut:
        work = self.works.get((line["id"], shop))
        if work is None or work["revision"] < line["changed_in"]:
            return ItemShopOut(shop=shop, state=WorkState.QUEUED, done=0, passed=0, last_step=None)
        return ItemShopOut(
            shop=shop,
            state=work["state"],
            done=work["done"],
            passed=work["passed"],
            last_step=StepOut(**_of(work, StepOut)),
        )


async def floor_rows(db: AnyDb, order_ids: Sequence[UUID]) -> FloorRows:
    """Read the floor of these orders in four statements, however many they are."""
    floor = FloorRows()
    for order_id, lines in (await lines_of(db, order_ids)).items():
        floor.lines[order_id] = lines
    ids = list(order_ids)
    for row in await db.ask(_WORKS, ids=ids):
        floor.works[row["item_id"], row["shop"]] = row
    for row in await db.ask(_SHOP_ORDERS, ids=ids):
        floor.shops[row["order_id"]].append(row)
    for row in await db.ask(_QUESTIONS, ids=ids):
        floor.asked[row["order_id"]].append(row)
    return floor


def floor_in_hand(order: WorkOrder, made: Production) -> FloorRows:
    """Return the floor of the order that this transaction holds, without reading it again."""
    floor = FloorRows()
    floor.lines[order.id] = [vars(item) for item in order.items]
    floor.works = {(work.item_id, work.shop): vars(work) for work in made.works}
    floor.shops[order.id] = [vars(shop_order) for shop_order in made.shop_orders]
    floor.asked[order.id] = [vars(question) for question in made.questions]
    return floor


def _of(row: Row, shape: type[Any]) -> dict[str, Any]:
    """Return the columns that the shape shows."""
    names: Iterable[str] = shape.model_fields
    return {name: row[name] for name in names if name in row}


def _state(row: Row) -> str:
    steps = ("completed", "accepted", "seen", "received")
    return next((step for step in steps if row[f"{step}_at"] is not None), "sent")
