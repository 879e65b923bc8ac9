"""The queue of a shop, and one order of it.

The queue is one join over the orders and what the shop did (decision 0010).
"""

from typing import Any
from uuid import UUID

from sqlalchemy import Select, Text, Uuid, bindparam, case, cast, exists, select, tuple_

from chassis.db import Db
from chassis.errors import NotFound
from chassis.http import Page, PageParams
from chassis.http.paging import Listed
from chassis.statements import Prepared
from contracts.orders.items import Attachment, Change
from contracts.orders.words import Stage, Urgency
from contracts.rights import Permission, Shop
from services.orders.production.domain import Production, shop_of
from services.orders.production.queries.floor import (
    AnyDb,
    FloorRows,
    Row,
    floor_in_hand,
    floor_rows,
)
from services.orders.production.queries.routed import DONE, ROUTED, one_of
from services.orders.production.schemas import QueueOrder, QueueRow
from services.orders.production.tables import shop_orders
from services.orders.workorders.domain import Correction, WorkOrder
from services.orders.workorders.domain.changes import merged
from services.orders.workorders.queries.late import is_late, late, with_pickup
from services.orders.workorders.queries.lines import files_for_shops
from services.orders.workorders.queries.stages import at_stage
from services.orders.workorders.tables import work_orders
from services.orders.workorders.tables.known import acquaint


async def queue(
    db: AnyDb, said: Shop | None, page: PageParams, *, completed: bool
) -> Page[QueueRow]:
    """Return the orders that a shop has to do (or is through with), the most pressing first.

    Clients that wait come first, then what is urgent or late, then by promised date.

    Raises:
        Forbidden: another shop's queue.
        ShopMissing: the actor works in no shop and names none.
    """
    shop = shop_of(db.actor, said)
    db.actor.require(Permission.QUEUE_READ, shop=shop)
    listed = _QUEUES[completed]
    rows, following = await listed.page(db, page, now=db.now, shop=shop)
    floor = await floor_rows(db, [row["id"] for row in rows])
    return Page(items=[QueueRow(**_row(row, floor, shop)) for row in rows], next=following)


async def queue_order(db: AnyDb, order_id: UUID, said: Shop | None) -> QueueOrder:
    """Return an order as a shop sees it, with what changed since it last accepted (or saw) it.

    Raises:
        Forbidden: another shop's order.
        ShopMissing: the actor works in no shop and names none.
        NotFound: there is none, or it does not go to this shop.
    """
    shop = shop_of(db.actor, said)
    db.actor.require(Permission.QUEUE_READ, shop=shop)
    found = await db.ask(_ONE, id=order_id, now=db.now)
    floor = await floor_rows(db, [order_id])
    if not found or found[0]["revision"] == 0 or shop not in floor.routed(order_id):
        raise NotFound
    [row] = found
    files = (await files_for_shops(db, [order_id]))[order_id]
    return _shown(row, floor, shop, files, row["corrections"])


async def tapped(db: Db, order: WorkOrder, made: Production, shop: Shop) -> QueueOrder:
    """Return the order as the shop that has just tapped sees it, without reading it again.

    Raises:
        Forbidden: another shop's order.
    """
    db.actor.require(Permission.QUEUE_READ, shop=shop)
    pickup = order.pickup_office_id
    known = await acquaint(db, offices=(pickup,))
    row = {**vars(order), "late": is_late(order, known[pickup], db.now)}
    return _shown(row, floor_in_hand(order, made), shop, order.for_shops(), order.corrections)


def _shown(
    row: Row,
    floor: FloorRows,
    shop: Shop,
    files: tuple[Attachment, ...],
    corrections: tuple[Correction, ...],
) -> QueueOrder:
    accepted = _last(floor, row["id"], shop, "accepted_at")
    known = accepted or _last(floor, row["id"], shop, "seen_at")
    return QueueOrder(
        **_row(row, floor, shop),
        attachments=files,
        questions=floor.questions(row["id"]),
        accepted_revision=accepted,
        changes=_changes(corrections, known),
    )


def _queue(*, completed: bool) -> Listed:
    shop = bindparam("shop", type_=shop_orders.c.shop.type)
    statement = _ORDERS.add_columns(_PRESSING)
    if completed:
        through = exists().where(
            shop_orders.c.order_id == work_orders.c.id,
            shop_orders.c.revision == work_orders.c.revision,
            shop_orders.c.shop == shop,
            shop_orders.c.completed_at.is_not(None),
        )
        statement = statement.where(at_stage([Stage.IN_WORK, Stage.READY]), through)
    else:
        through_with = select(DONE.c.order_id, DONE.c.revision).where(
            DONE.c.shop == shop, DONE.c.completed_at.is_not(None)
        )
        statement = statement.where(
            work_orders.c.id
            == one_of(select(ROUTED.c.order_id).where(ROUTED.c.shop == cast(shop, Text))),
            tuple_(work_orders.c.id, work_orders.c.revision).not_in(through_with),
        )
    return Listed(
        statement,
        [(_PRESSING, "asc"), (work_orders.c.promised_on, "asc"), (work_orders.c.id, "asc")],
    )


def _row(row: Row, floor: FloorRows, shop: Shop) -> dict[str, Any]:
    order_id = row["id"]
    shown = {name: row[name] for name in QueueRow.model_fields if name in row}
    return shown | {
        "shop": floor.shop_order(order_id, row["revision"], shop),
        "items": floor.items(order_id, shop),
        "open_questions": floor.open_questions(order_id, shop),
    }


def _last(floor: FloorRows, order_id: UUID, shop: Shop, step: str) -> int | None:
    done = [
        row["revision"]
        for row in floor.shops[order_id]
        if row["shop"] is shop and row[step] is not None
    ]
    return max(done, default=None)


def _changes(corrections: tuple[Correction, ...], known: int | None) -> tuple[Change, ...]:
    if known is None:
        return ()
    later = (each.changes for each in corrections if each.revision > known)
    return merged(change for changes in later for change in changes)


_waits = work_orders.c.urgency == Urgency.CLIENT_WAITS
_urgent = work_orders.c.urgency == Urgency.URGENT
_PRESSING = case((_waits, 0), (_urgent | late(), 1), else_=2).label("pressing")
# Columns that a shop may see: no client, no money.
_SHOWN = [work_orders.c[name] for name in QueueRow.model_fields if name in work_orders.c]
_ORDERS: Select[Any] = select(*_SHOWN, late().label("late")).select_from(with_pickup)
_QUEUES = {completed: _queue(completed=completed) for completed in (False, True)}
_ONE = Prepared(
    _ORDERS.add_columns(work_orders.c.corrections).where(
        work_orders.c.id == bindparam("id", type_=Uuid)
    )
)
