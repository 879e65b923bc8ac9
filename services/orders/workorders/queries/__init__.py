"""What may be read of the work orders."""

from services.orders.workorders.queries.drawn import drawn
from services.orders.workorders.queries.files import (
    attachment,
    file_keys,
    has_attachment,
    shown_name,
)
from services.orders.workorders.queries.folders import counts, folder, found, listed
from services.orders.workorders.queries.order import history, revisions, shown, work_order
from services.orders.workorders.queries.states import states

__all__ = [
    "attachment",
    "counts",
    "drawn",
    "file_keys",
    "folder",
    "found",
    "has_attachment",
    "history",
    "listed",
    "revisions",
    "shown",
    "shown_name",
    "states",
    "work_order",
]
