"""The price, entered by hand."""

from decimal import Decimal
from uuid import UUID

from chassis.db import Db
from services.orders.workorders.commands.drafting import load_for_edit
from services.orders.workorders.domain import WorkOrder


async def set_price(db: Db, order_id: UUID, price: Decimal | None, *, version: int) -> WorkOrder:
    """Say what the order costs, RUB; None takes the price away.

    Raises:
        Stale: somebody else changed the order meanwhile.
        OrderClosed: it is issued or cancelled.
    """
    order = await load_for_edit(db, order_id, version)
    old = order.price
    order.set_price(price)
    if order.price != old:
        db.audit("workorders.set-price", order.id, old={"price": old}, new={"price": price})
    return order
