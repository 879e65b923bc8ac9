"""The orders in work as the head of production looks at them: every shop at once, late first."""

from dataclasses import dataclass
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ARRAY,
    ColumnElement,
    FromClause,
    Select,
    Text,
    Uuid,
    any_,
    bindparam,
    case,
    cast,
    exists,
    select,
)

from chassis.errors import NotFound
from chassis.http import Page, PageParams
from chassis.http.paging import Listed
from chassis.statements import Prepared
from contracts.orders.words import Stage, Urgency
from contracts.orders.work import WorkState
from contracts.rights import Permission, Shop
from services.orders.production.queries.floor import AnyDb, FloorRows, Row, floor_rows
from services.orders.production.queries.routed import DONE, OPEN, ROUTED, WORKED, standing
from services.orders.production.schemas import BoardOrder
from services.orders.production.tables import questions
from services.orders.workorders.queries.late import late, with_pickup
from services.orders.workorders.tables import work_orders


@dataclass(frozen=True, slots=True)
class Sought:
    """What is looked for on the board; None and False = does not matter."""

    shop: Shop | None = None
    state: WorkState | None = None
    """Of a piece, in that shop."""
    late: bool = False
    urgent: bool = False
    """More than usual, a client who waits too."""
    asking: bool = False
    """A question waits for the desk."""
    unaccepted: bool = False
    """One of these shops has not taken the current revision on."""


async def board_orders(db: AnyDb, sought: Sought, page: PageParams) -> Page[BoardOrder]:
    """Return the orders in work: what is late first, then what is urgent, then by promised date.

    Raises:
        Forbidden: another shop's orders.
        Invalid: the cursor is not one of this list.
    """
    if sought.shop is not None:
        db.actor.require(Permission.QUEUE_READ, shop=sought.shop)
    shops = _visible(db) if sought.shop is None else (sought.shop,)
    names = [shop.value for shop in shops]
    rows, following = await _listed(sought).page(db, page, now=db.now, shops=names)
    floor = await floor_rows(db, [row["id"] for row in rows])
    return Page(items=[_shown(db, row, floor) for row in rows], next=following)


async def board_order(db: AnyDb, order_id: UUID) -> BoardOrder:
    """Return one order in work.

    Raises:
        NotFound: it is not in work, or in none of the shops that the actor may see.
    """
    found = await db.ask(_ONE, id=order_id, now=db.now)
    floor = await floor_rows(db, [order_id])
    if not found or not set(floor.routed(order_id)).intersection(_visible(db)):
        raise NotFound
    return _shown(db, found[0], floor)


def _visible(db: AnyDb) -> tuple[Shop, ...]:
    return tuple(shop for shop in Shop if db.actor.may(Permission.QUEUE_READ, shop=shop))


@cache
def _listed(sought: Sought) -> Listed:
    """Return the list; there are as many as things to seek, a few hundred at most."""
    statement = _ORDERS.add_columns(_PRESSING).where(_of_shops(sought))
    narrowed = (
        (sought.late, late()),
        (sought.urgent, work_orders.c.urgency != Urgency.NORMAL),
        (sought.asking, _asking(sought.shop)),
    )
    statement = statement.where(*(condition for wanted, condition in narrowed if wanted))
    return Listed(
        statement,
        [(_PRESSING, "asc"), (work_orders.c.promised_on, "asc"), (work_orders.c.id, "asc")],
    )


def _of_shops(sought: Sought) -> ColumnElement[bool]:
    """The order has a line in one of `shops` that stands as it is sought."""
    shops = any_(bindparam("shops", type_=ARRAY(Text)))
    lines = select(ROUTED.c.order_id).where(ROUTED.c.shop == shops)
    source: FromClause = ROUTED
    if sought.state is not None:
        source = WORKED
        lines = lines.where(standing == sought.state.value)
    if sought.unaccepted:
        source = source.join(OPEN, OPEN.c.id == ROUTED.c.order_id)
        lines = lines.where(~_accepted())
    lines = lines.select_from(source)
    return work_orders.c.id.in_(lines)


def _asking(shop: Shop | None) -> ColumnElement[bool]:
    asked = exists().where(
        questions.c.order_id == work_orders.c.id, questions.c.answered_at.is_(None)
    )
    return asked if shop is None else asked.where(questions.c.shop == shop)


def _accepted() -> ColumnElement[bool]:
    return exists().where(
        DONE.c.order_id == ROUTED.c.order_id,
        DONE.c.revision == OPEN.c.revision,
        cast(DONE.c.shop, Text) == ROUTED.c.shop,
        DONE.c.accepted_at.is_not(None),
    )


def _shown(db: AnyDb, row: Row, floor: FloorRows) -> BoardOrder:
    order_id = row["id"]
    shown = {name: row[name] for name in BoardOrder.model_fields if name in row}
    shops = [shop for shop in floor.routed(order_id) if shop in _visible(db)]
    return BoardOrder(
        **shown
        | {
            "shops": tuple(floor.shop_order(order_id, row["revision"], shop) for shop in shops),
            "items": tuple(
                item for item in floor.items(order_id) if set(item.route).intersection(shops)
            ),
            "open_questions": sum(floor.open_questions(order_id, shop) for shop in shops),
        }
    )


_waits = work_orders.c.urgency == Urgency.CLIENT_WAITS
_urgent = work_orders.c.urgency == Urgency.URGENT
_PRESSING = case((late(), 0), (_waits, 1), (_urgent, 2), else_=3).label("pressing")
# Columns that a shop may see: no client, no money.
_ORDERS: Select[Any] = (
    select(
        *(work_orders.c[name] for name in BoardOrder.model_fields if name in work_orders.c),
        late().label("late"),
    )
    .select_from(with_pickup)
    .where(work_orders.c.stage == Stage.IN_WORK)
)
_ONE = Prepared(_ORDERS.where(work_orders.c.id == bindparam("id", type_=Uuid)))
