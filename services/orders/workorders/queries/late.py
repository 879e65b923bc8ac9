"""When an order is late: its promised date has passed at the pick-up office while it is made."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Date, FromClause, and_, bindparam, case, cast, func

from contracts.orders.words import Stage
from services.orders.workorders.domain import WorkOrder
from services.orders.workorders.tables import INSTANT, known_offices, work_orders

HOME_ZONE = "Europe/Moscow"
"""Zone of an office that has not reached us yet."""
pickup = known_offices.alias("pickup")
with_pickup: FromClause = work_orders.outerjoin(
    pickup, pickup.c.id == work_orders.c.pickup_office_id
)
"""Orders with the office that hands them out; a query on `late` selects from it."""


NOW: Final = bindparam("now", type_=INSTANT)
"""Whoever asks with these conditions says the instant as `now`."""


def late() -> ColumnElement[bool]:
    """Return the condition, to be used with `with_pickup`."""
    in_time = work_orders.c.promised_on >= today()
    return case((and_(work_orders.c.stage == Stage.IN_WORK, ~in_time), True), else_=False)


def today() -> ColumnElement[Any]:
    """Return the date at the pick-up office, to be used with `with_pickup`."""
    zone = func.coalesce(pickup.c.zone, HOME_ZONE)
    return cast(func.timezone(zone, NOW), Date)


def is_late(order: WorkOrder, pickup_office: Mapping[Any, Any] | None, now: datetime) -> bool:
    """Tell the same of an order in hand."""
    zone = ZoneInfo(pickup_office["zone"] if pickup_office else HOME_ZONE)
    return order.is_in_work and order.promised_on < now.astimezone(zone).date()
