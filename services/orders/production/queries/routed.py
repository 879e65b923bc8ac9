"""Every line of the orders in work with each shop of its route, and where it stands there."""

from typing import Any

from sqlalchemy import ARRAY, ColumnElement, Select, Text, Uuid, and_, any_, cast, func, select

from contracts.orders.words import Stage, Urgency
from contracts.orders.work import WorkState
from services.orders.production.tables import item_work, shop_orders
from services.orders.workorders.queries.late import late, with_pickup
from services.orders.workorders.tables import items, work_orders

OPEN = (
    select(
        work_orders.c.id,
        work_orders.c.revision,
        late().label("late"),
        (work_orders.c.urgency != Urgency.NORMAL).label("urgent"),
    )
    .select_from(with_pickup)
    .where(work_orders.c.stage == Stage.IN_WORK)
    .cte("open")
    .prefix_with("MATERIALIZED")
)
"""The orders in work."""


def one_of(ids: Select[Any]) -> ColumnElement[Any]:
    """Return what an id is compared with to be one of these.

    As an array, all of them are found in one walk of an index, since orders that are in work
    were placed one soon after the other; a join would go down the index for each.
    """
    return any_(func.array(ids.scalar_subquery(), type_=ARRAY(Uuid)))


IN_WORK = one_of(select(OPEN.c.id))


ROUTED = (
    select(
        items.c.id.label("item_id"),
        items.c.order_id,
        items.c.changed_in,
        func.unnest(items.c.route, type_=Text).label("shop"),
    )
    .where(items.c.order_id == IN_WORK)
    .cte("routed")
    .prefix_with("MATERIALIZED")
)
"""Every (line, shop of its route) of the orders in work.

It is not joined to `OPEN` here: PostgreSQL would expect one row of it, and loop where it hashes.
"""
DONE = (
    select(shop_orders)
    .where(shop_orders.c.order_id == IN_WORK)
    .cte("done")
    .prefix_with("MATERIALIZED")
)
"""What the shops did about the orders in work, in all revisions."""
_works = (
    select(item_work)
    .where(item_work.c.order_id == IN_WORK)
    .cte("works")
    .prefix_with("MATERIALIZED")
)
_valid = and_(
    _works.c.order_id == ROUTED.c.order_id,
    _works.c.item_id == ROUTED.c.item_id,
    cast(_works.c.shop, Text) == ROUTED.c.shop,
    # What was done before the line changed is void.
    _works.c.revision >= ROUTED.c.changed_in,
)
WORKED = ROUTED.outerjoin(_works, _valid)
"""The routed lines with the work on each."""
standing = func.coalesce(cast(_works.c.state, Text), WorkState.QUEUED.value)
"""Where a line of `WORKED` stands; no work on it = queued."""
