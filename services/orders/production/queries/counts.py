"""The board of the head of production: how full each shop is."""

from collections import defaultdict
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    Text,
    and_,
    case,
    cast,
    func,
    literal,
    null,
    select,
    union_all,
)

from chassis.statements import Prepared
from contracts.orders.words import Stage
from contracts.orders.work import WorkState
from contracts.rights import Permission, Shop
from services.orders.production.queries.floor import AnyDb
from services.orders.production.queries.routed import DONE, OPEN, ROUTED, WORKED, standing
from services.orders.production.schemas import Board, BoardRow
from services.orders.production.tables import questions
from services.orders.workorders.tables import work_orders

STEPS = ("completed", "accepted", "seen", "received")


async def board(db: AnyDb) -> Board:
    """Return the counts of the orders in work, by shop; only the shops that the actor may see."""
    orders: dict[str, dict[str, Any]] = {}
    states: dict[str, dict[str, int]] = defaultdict(dict)
    for row in await db.ask(_BOARD, now=db.now):
        if row["state"] is None:
            orders[row["shop"]] = row
        else:
            states[row["shop"]][row["state"]] = row["lines"]
    asked = {row["shop"].value: row["open"] for row in await db.ask(_QUESTIONS)}
    return Board(
        shops=tuple(
            BoardRow(
                shop=shop,
                **{name: orders.get(shop.value, {}).get(name, 0) for name in _COUNTS},
                open_questions=asked.get(shop.value, 0),
                items={state: states[shop.value].get(state.value, 0) for state in WorkState},
            )
            for shop in Shop
            if db.actor.may(Permission.QUEUE_READ, shop=shop)
        )
    )


_COUNTS = ("sent", *STEPS, "late", "urgent")


def _orders() -> Select[Any]:
    orders = select(ROUTED.c.order_id, ROUTED.c.shop).distinct().subquery("orders")
    current = and_(
        DONE.c.order_id == orders.c.order_id,
        DONE.c.revision == OPEN.c.revision,
        cast(DONE.c.shop, Text) == orders.c.shop,
    )
    steps = ((DONE.c[f"{step}_at"].is_not(None), step) for step in STEPS)
    reached = case(*steps, else_="sent")
    return (
        select(
            orders.c.shop,
            null().cast(Text).label("state"),
            literal(0).label("lines"),
            *(_count(reached == step).label(step) for step in ("sent", *STEPS)),
            _count(OPEN.c.late).label("late"),
            _count(OPEN.c.urgent).label("urgent"),
        )
        .select_from(orders.join(OPEN, OPEN.c.id == orders.c.order_id).outerjoin(DONE, current))
        .group_by(orders.c.shop)
    )


def _states() -> Select[Any]:
    state = standing.label("state")
    none = (literal(0).label(name) for name in _COUNTS)
    return (
        select(ROUTED.c.shop, state, func.count().label("lines"), *none)
        .select_from(WORKED)
        .group_by(ROUTED.c.shop, state)
    )


def _count(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.count().filter(condition)


_BOARD = Prepared(union_all(_orders(), _states()))
_QUESTIONS = Prepared(
    select(questions.c.shop, func.count().label("open"))
    .select_from(questions.join(work_orders, work_orders.c.id == questions.c.order_id))
    .where(questions.c.answered_at.is_(None), work_orders.c.stage == Stage.IN_WORK)
    .group_by(questions.c.shop)
)
