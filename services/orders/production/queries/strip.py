"""The strip on the desk's screen: what became of the order in the shops."""

from uuid import UUID

from sqlalchemy import select

from chassis.errors import NotFound
from contracts.rights import Permission
from services.orders.production.queries.floor import AnyDb, floor_rows
from services.orders.production.schemas import HandOff, HandOffItem
from services.orders.workorders.tables import work_orders


async def hand_off(db: AnyDb, order_id: UUID) -> HandOff:
    """Return who has it, saw it, took it on, asked what, and does what now.

    Raises:
        Forbidden: the actor may not read orders.
        NotFound: there is no such order.
    """
    db.actor.require(Permission.ORDERS_READ)
    shown = [work_orders.c[name] for name in HandOff.model_fields if name in work_orders.c]
    row = await db.row(select(*shown).where(work_orders.c.id == order_id))
    if row is None:
        raise NotFound
    floor = await floor_rows(db, [order_id])
    shops = floor.routed(order_id) if row["revision"] else ()
    return HandOff(
        **row,
        shops=tuple(floor.shop_order(order_id, row["revision"], shop) for shop in shops),
        items=tuple(
            HandOffItem(id=i.id, position=i.position, quantity=i.quantity, shops=i.shops)
            for i in floor.items(order_id)
        ),
        questions=floor.questions(order_id),
    )
