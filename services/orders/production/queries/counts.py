"""The board of the head of production: how full each shop is."""

from collections import defaultdict
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    Subquery,
    Text,
    and_,
    case,
    cast,
    func,
    select,
)

from chassis.statements import Prepared
from contracts.orders.words import Stage
from contracts.orders.work import WorkState
from contracts.rights import Permission, Shop
from services.orders.production.queries.floor import AnyDb
from services.orders.production.queries.routed import routed_lines, valid_work, work_state
from services.orders.production.schemas import Board, BoardRow
from services.orders.production.tables import item_work, questions, shop_orders
from services.orders.workorders.tables import work_orders

STEPS = ("completed", "accepted", "seen", "received")


async def board(db: AnyDb) -> Board:
    """Return the counts of the orders in work, by shop; only the shops that the actor may see."""
    orders = {row["shop"]: row for row in await db.ask(_ORDERS, now=db.now)}
    asked = {row["shop"].value: row["open"] for row in await db.ask(_QUESTIONS)}
    states: dict[str, dict[WorkState, int]] = defaultdict(dict)
    for row in await db.ask(_STATES, now=db.now):
        states[row["shop"]][WorkState(row["state"])] = row["count"]
    return Board(
        shops=tuple(
            BoardRow(
                shop=shop,
                **{name: orders.get(shop.value, {}).get(name, 0) for name in _COUNTS},
                open_questions=asked.get(shop.value, 0),
                items={state: states[shop.value].get(state, 0) for state in WorkState},
            )
            for shop in Shop
            if db.actor.may(Permission.QUEUE_READ, shop=shop)
        )
    )


_COUNTS = ("sent", *STEPS, "late", "urgent")


def _orders(routed: Subquery) -> Select[Any]:
    each = routed.c
    orders = (
        select(each.order_id, each.shop, each.revision, each.late, each.urgent)
        .distinct()
        .subquery("orders")
    )
    current = and_(
        shop_orders.c.order_id == orders.c.order_id,
        shop_orders.c.revision == orders.c.revision,
        cast(shop_orders.c.shop, Text) == orders.c.shop,
    )
    steps = ((shop_orders.c[f"{step}_at"].is_not(None), step) for step in STEPS)
    reached = case(*steps, else_="sent")
    return (
        select(
            orders.c.shop,
            *(_count(reached == step).label(step) for step in ("sent", *STEPS)),
            _count(orders.c.late).label("late"),
            _count(orders.c.urgent).label("urgent"),
        )
        .select_from(orders.outerjoin(shop_orders, current))
        .group_by(orders.c.shop)
    )


def _states(routed: Subquery) -> Select[Any]:
    state = work_state().label("state")
    return (
        select(routed.c.shop, state, func.count().label("count"))
        .select_from(routed.outerjoin(item_work, valid_work(routed)))
        .group_by(routed.c.shop, state)
    )


def _questions() -> Select[Any]:
    return (
        select(questions.c.shop, func.count().label("open"))
        .select_from(questions.join(work_orders, work_orders.c.id == questions.c.order_id))
        .where(questions.c.answered_at.is_(None), work_orders.c.stage == Stage.IN_WORK)
        .group_by(questions.c.shop)
    )


def _count(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.count().filter(condition)


_routed = routed_lines()
_ORDERS = Prepared(_orders(_routed))
_STATES = Prepared(_states(_routed))
_QUESTIONS = Prepared(_questions())
