"""The strip on the desk's screen: what became of the order in the shops."""

from uuid import UUID

from contracts.rights import Permission
from services.orders.production.domain import Production
from services.orders.production.queries.floor import (
    AnyDb,
    FloorRows,
    Row,
    floor_in_hand,
    floor_rows,
)
from services.orders.production.schemas import HandOff, HandOffItem
from services.orders.workorders.domain import WorkOrder
from services.orders.workorders.queries.order import stored_order


async def hand_off(db: AnyDb, order_id: UUID) -> HandOff:
    """Return who has it, saw it, took it on, asked what, and does what now.

    Raises:
        Forbidden: the actor may not read orders.
        NotFound: there is no such order.
    """
    db.actor.require(Permission.ORDERS_READ)
    row = await stored_order(db, order_id)
    return _strip(row, await floor_rows(db, [order_id]))


def answered(db: AnyDb, order: WorkOrder, made: Production) -> HandOff:
    """Return the strip of the order that this transaction holds, without reading it again.

    Raises:
        Forbidden: the actor may not read orders.
    """
    db.actor.require(Permission.ORDERS_READ)
    return _strip(vars(order), floor_in_hand(order, made))


def _strip(row: Row, floor: FloorRows) -> HandOff:
    order_id, revision = row["id"], row["revision"]
    shops = floor.routed(order_id) if revision else ()
    shown = {name: row[name] for name in HandOff.model_fields if name in row}
    return HandOff(
        **shown
        | {
            "shops": tuple(floor.shop_order(order_id, revision, shop) for shop in shops),
            "items": tuple(
                HandOffItem(id=i.id, position=i.position, quantity=i.quantity, shops=i.shops)
                for i in floor.items(order_id)
            ),
            "questions": floor.questions(order_id),
        }
    )
