"""A line of an order as a drawing, for whoever may see it."""

from uuid import UUID

from sqlalchemy import select

from chassis.db import ReadDb
from chassis.errors import NotFound
from contracts.rights import Permission
from services.orders.workorders.domain import name_of
from services.orders.workorders.queries.drawing import ENGLISH, RUSSIAN, Fit, draw, svg
from services.orders.workorders.queries.lines import line_of
from services.orders.workorders.tables import items, work_orders

PAPER = Fit(width=170, height=130, text=3.5)
"""A drawing on a sheet of paper, mm: the least text that is read at arm's length."""


async def drawn(db: ReadDb, order_id: UUID, item_id: UUID, language: str | None = None) -> str:
    """Return the item's drawing as SVG, in the reader's language unless another is asked for.

    A shop sees the items of its own queue: handed over, and with this shop in their route.

    Raises:
        Forbidden: neither orders nor a queue are his to read.
        NotFound: there is no such item, or none for him.
    """
    db.actor.require(Permission.QUEUE_READ)
    row = await db.row(
        select(items, work_orders.c.revision)
        .join(work_orders, work_orders.c.id == items.c.order_id)
        .where(items.c.id == item_id, items.c.order_id == order_id)
    )
    if row is None:
        raise NotFound
    item = line_of(row)
    his = any(db.actor.may(Permission.QUEUE_READ, shop=shop) for shop in item.route)
    if not db.actor.may(Permission.ORDERS_READ) and not (his and row["revision"]):
        raise NotFound
    english = (language or db.actor.language) == "en"
    name = name_of(item)
    scene = draw(item.piece, PAPER, ENGLISH if english else RUSSIAN)
    return svg(scene, name.en if english else name.ru)
