"""Which orders wait for a person; lists of them are paged as the desk's folders are."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Select,
    Uuid,
    and_,
    func,
    or_,
    select,
    tuple_,
    type_coerce,
)
from sqlalchemy.dialects.postgresql import ARRAY, aggregate_order_by

from chassis.db import ReadDb
from chassis.http import Page, PageParams
from contracts.orders.words import Stage, ToldState
from contracts.rights import Permission
from services.orders.day.schemas import Day, DayRow, Need, NeedOut
from services.orders.production.tables import questions, shop_orders
from services.orders.workorders import queries as orders
from services.orders.workorders.queries.folders import Wanted, filtered
from services.orders.workorders.queries.late import late, today, with_pickup
from services.orders.workorders.schemas import WorkOrderRow
from services.orders.workorders.tables import work_orders

FIRST_ROWS: Final = 5
TELLING: Final = timedelta(minutes=10)
"""So long a message may be on its way; then a person looks after it."""
_KNOWS: Final = (ToldState.TOLD, ToldState.DELIVERED)
_STAGES: Final = {
    Need.ANSWER: Stage.IN_WORK,
    Need.LOOK: Stage.IN_WORK,
    Need.TELL: Stage.READY,
    Need.LATE: Stage.IN_WORK,
    Need.DUE: Stage.IN_WORK,
    Need.ISSUE: Stage.READY,
    Need.HAND_OVER: Stage.DRAFT,
}
_columns = work_orders.c


async def day(db: ReadDb, *, office_id: UUID | None, mine: bool) -> Day:
    """Return what waits, with the most pressing orders of each kind.

    Raises:
        Forbidden: the actor reads no orders.
    """
    db.actor.require(Permission.ORDERS_READ)
    [found] = await db.rows(_found(db, Wanted(office_id=office_id, mine=mine)))
    first = {need: found[f"first {need.value}"] or () for need in Need}
    shown = {id_ for ids in first.values() for id_ in ids}
    rows = {row.id: row for row in await orders.listed(db, shown)} if shown else {}
    return Day(
        needs=tuple(
            [
                NeedOut(
                    need=need,
                    count=found[need.value],
                    mine=found[f"own {need.value}"],
                    rows=tuple(
                        await _explained(db, need, [rows[id_] for id_ in ids if id_ in rows])
                    ),
                )
                for need, ids in first.items()
            ]
        )
    )


async def waiting(
    db: ReadDb, need: Need, page: PageParams, *, office_id: UUID | None, mine: bool
) -> Page[DayRow]:
    """Return the orders that wait for this.

    Raises:
        Forbidden: the actor reads no orders.
        Invalid: the cursor is not one of this list.
    """
    wanted = Wanted(stage=_STAGES[need], office_id=office_id, mine=mine, also=_waits(need, db.now))
    found = await orders.folder(db, wanted, page)
    return Page(items=await _explained(db, need, found.items), next=found.next)


def _found(db: ReadDb, wanted: Wanted) -> Select[Any]:
    """Look at every open order once; what it waits for is then counted and the first ones named."""
    at_hand = _columns.stage.in_(set(_STAGES.values()))
    own = (_columns.manager_id == db.actor.staff_id).label("own")
    waits = [
        and_(_columns.stage == stage, _waits(need, db.now)).label(need.value)
        for need, stage in _STAGES.items()
    ]
    shown = (_columns.id, _columns.promised_on, _columns.placed_at)
    statement: Select[Any] = select(*shown, own, *waits).select_from(with_pickup).where(at_hand)
    statement = filtered(statement, db, replace(wanted, stage=None), names=False)
    # Materialized, else every condition is worked out anew for each of its three uses.
    seen = statement.cte("seen").prefix_with("MATERIALIZED").c
    figures: list[Any] = []
    for need, stage in _STAGES.items():
        it = seen[need.value]
        newest = stage is Stage.DRAFT
        order = (seen.placed_at.desc(), seen.id.desc()) if newest else (seen.promised_on, seen.id)
        ids = type_coerce(
            func.array_agg(aggregate_order_by(seen.id, *order)).filter(it), ARRAY(Uuid)
        )
        figures += [
            func.count().filter(it).label(need.value),
            func.count().filter(it, seen.own).label(f"own {need.value}"),
            ids[1:FIRST_ROWS].label(f"first {need.value}"),
        ]
    return select(*figures)


def _waits(need: Need, now: datetime) -> ColumnElement[bool]:
    """Return what holds of such an order beyond its stage."""
    match need:
        case Need.ANSWER:
            return _columns.id.in_(select(questions.c.order_id).where(_open))
        case Need.LOOK:
            unseen = select(shop_orders.c.order_id, shop_orders.c.revision).where(_unseen)
            return tuple_(_columns.id, _columns.revision).in_(unseen)
        case Need.TELL:
            return ~_told(now)
        case Need.ISSUE:
            return _told(now)
        case Need.LATE:
            return late(now)
        case Need.DUE:
            return _columns.promised_on.between(today(now), today(now) + 1)
        case Need.HAND_OVER:
            return _columns.revision == 0


_open = questions.c.answered_at.is_(None)
_unseen = and_(
    shop_orders.c.unseen_at.is_not(None),
    shop_orders.c.seen_at.is_(None),
    shop_orders.c.accepted_at.is_(None),
)


def _told(now: datetime) -> ColumnElement[bool]:
    """He knows, or will in a moment: the message is on its way."""
    on_its_way = and_(_columns.told_state.is_(None), _columns.ready_at > now - TELLING)
    return or_(and_(_columns.told_state.is_not(None), _columns.told_state.in_(_KNOWS)), on_its_way)


async def _explained(db: ReadDb, need: Need, rows: Sequence[WorkOrderRow]) -> list[DayRow]:
    ids = [row.id for row in rows]
    why: dict[UUID, tuple[str | None, datetime]] = {}
    if need is Need.ANSWER and ids:
        asked = select(questions).where(questions.c.order_id.in_(ids), _open)
        for row in await db.rows(asked.order_by(questions.c.asked_at.desc())):
            why[row["order_id"]] = (row["text"], row["asked_at"])
    if need is Need.LOOK and ids:
        alarms = (
            select(shop_orders.c.order_id, func.min(shop_orders.c.unseen_at).label("since"))
            .select_from(shop_orders.join(work_orders, _columns.id == shop_orders.c.order_id))
            .where(shop_orders.c.order_id.in_(ids), _unseen)
            .where(shop_orders.c.revision == _columns.revision)
            .group_by(shop_orders.c.order_id)
        )
        for row in await db.rows(alarms):
            why[row["order_id"]] = (None, row["since"])
    return [
        DayRow(**row.model_dump(), question=question, since=since)
        for row in rows
        for question, since in [why.get(row.id, (None, None))]
    ]
