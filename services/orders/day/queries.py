"""Which orders wait for a person; lists of them are paged as the desk's folders are."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from functools import cache
from typing import Any, Final
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Select,
    Uuid,
    and_,
    func,
    null,
    or_,
    select,
    tuple_,
    type_coerce,
)
from sqlalchemy.dialects.postgresql import ARRAY, aggregate_order_by

from chassis.db import ReadDb
from chassis.http import Page, PageParams
from chassis.statements import THESE, Prepared
from contracts.orders.words import Stage, ToldState
from contracts.rights import Permission
from services.orders.day.schemas import Day, DayRow, Need, NeedOut
from services.orders.production.tables import questions, shop_orders
from services.orders.workorders import queries as orders
from services.orders.workorders.queries.folders import MINE, Narrows, Wanted, narrowed
from services.orders.workorders.queries.late import NOW, late, today, with_pickup
from services.orders.workorders.queries.stages import at_stage
from services.orders.workorders.tables import work_orders

FIRST_ROWS: Final = 5
TELLING: Final = timedelta(minutes=10)
"""So long a message may be on its way; then a person looks after it."""
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
    wanted = Wanted(office_id=office_id, mine=mine)
    [found] = await db.ask(_day(wanted.narrows()), **wanted.values(db))
    first = {need: found[f"first {need.value}"] or () for need in Need}
    shown = {id_ for ids in first.values() for id_ in ids}
    rows = {row["id"]: row for row in await orders.listed(db, shown)} if shown else {}
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
    wanted = Wanted(stage=_STAGES[need], office_id=office_id, mine=mine, also=_WAITS[need])
    found, following = await orders.found(db, wanted, page)
    return Page(items=await _explained(db, need, found), next=following)


async def _explained(db: ReadDb, need: Need, rows: Sequence[Mapping[str, Any]]) -> list[DayRow]:
    why: dict[UUID, tuple[str | None, datetime]] = {}
    asked = _REASONS.get(need)
    if asked is not None and rows:
        for found in await db.ask(asked, ids=[row["id"] for row in rows]):
            why[found["order_id"]] = (found["question"], found["since"])
    return [
        DayRow(**row, question=question, since=since)
        for row in rows
        for question, since in [why.get(row["id"], (None, None))]
    ]


@cache
def _day(narrows: Narrows) -> Prepared:
    """Look at every open order once; what it waits for is then counted and the first ones named."""
    own = MINE.label("own")
    waits = [
        and_(_columns.stage == stage, _WAITS[need]).label(need.value)
        for need, stage in _STAGES.items()
    ]
    shown = (_columns.id, _columns.promised_on, _columns.placed_at)
    statement: Select[Any] = select(*shown, own, *waits).select_from(with_pickup)
    statement = narrowed(statement.where(at_stage(set(_STAGES.values()))), narrows)
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
    return Prepared(select(*figures))


_open = questions.c.answered_at.is_(None)
_unseen = and_(
    shop_orders.c.unseen_at.is_not(None),
    shop_orders.c.seen_at.is_(None),
    shop_orders.c.accepted_at.is_(None),
)
# He knows, or will in a moment: the message is on its way.
_on_its_way = and_(_columns.told_state.is_(None), _columns.ready_at > NOW - TELLING)
_knows = or_(*(_columns.told_state == state for state in (ToldState.TOLD, ToldState.DELIVERED)))
_told = or_(and_(_columns.told_state.is_not(None), _knows), _on_its_way)
_WAITS: Final[Mapping[Need, ColumnElement[bool]]] = {
    Need.ANSWER: _columns.id.in_(select(questions.c.order_id).where(_open)),
    Need.LOOK: tuple_(_columns.id, _columns.revision).in_(
        select(shop_orders.c.order_id, shop_orders.c.revision).where(_unseen)
    ),
    Need.TELL: ~_told,
    Need.LATE: late(),
    Need.DUE: _columns.promised_on.between(today(), today() + 1),
    Need.ISSUE: _told,
    Need.HAND_OVER: _columns.revision == 0,
}
"""What holds of such an order beyond its stage."""
_REASONS: Final = {
    Need.ANSWER: Prepared(
        select(
            questions.c.order_id,
            questions.c.text.label("question"),
            questions.c.asked_at.label("since"),
        )
        .where(questions.c.order_id == THESE, _open)
        .order_by(questions.c.asked_at.desc())
    ),
    Need.LOOK: Prepared(
        select(
            shop_orders.c.order_id,
            null().label("question"),
            func.min(shop_orders.c.unseen_at).label("since"),
        )
        .select_from(shop_orders.join(work_orders, _columns.id == shop_orders.c.order_id))
        .where(shop_orders.c.order_id == THESE, _unseen)
        .where(shop_orders.c.revision == _columns.revision)
        .group_by(shop_orders.c.order_id)
    ),
}
