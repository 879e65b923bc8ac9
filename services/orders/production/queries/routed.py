"""Every line of the orders in work with each shop of its route, and where it stands there."""

from typing import Any

from sqlalchemy import ColumnElement, Subquery, Text, and_, cast, func, select

from contracts.orders.words import Stage, Urgency
from contracts.orders.work import WorkState
from services.orders.production.tables import item_work
from services.orders.workorders.queries.late import late, with_pickup
from services.orders.workorders.tables import items, work_orders


def routed_lines() -> Subquery:
    """Return every (line, shop of its route) of the orders in work."""
    return (
        select(
            items.c.id.label("item_id"),
            items.c.order_id,
            items.c.changed_in,
            work_orders.c.revision,
            late().label("late"),
            (work_orders.c.urgency != Urgency.NORMAL).label("urgent"),
            func.unnest(items.c.route, type_=Text).label("shop"),
        )
        .select_from(with_pickup.join(items, items.c.order_id == work_orders.c.id))
        .where(work_orders.c.stage == Stage.IN_WORK)
        .subquery("routed")
    )


def valid_work(routed: Subquery) -> ColumnElement[bool]:
    """Return what joins the work on a line: what was done before the line changed is void."""
    return and_(
        item_work.c.order_id == routed.c.order_id,
        item_work.c.item_id == routed.c.item_id,
        cast(item_work.c.shop, Text) == routed.c.shop,
        item_work.c.revision >= routed.c.changed_in,
    )


def work_state() -> ColumnElement[Any]:
    """Return where a line stands; no work on it = queued."""
    return func.coalesce(cast(item_work.c.state, Text), WorkState.QUEUED.value)
