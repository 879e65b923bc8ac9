"""A work order: what may be said about a piece, and what may happen to an order."""

from services.orders.workorders.domain.content import AttachedFile, Content, Correction, Item
from services.orders.workorders.domain.order import WorkOrder
from services.orders.workorders.domain.pieces import (
    hole_at_each_corner,
    in_full,
    name_of,
    route_of,
    size_text,
    two_holes,
)
from services.orders.workorders.domain.shapes import Size
from services.orders.workorders.domain.sheet import TRANSITIONS, Facts, News, Said
from services.orders.workorders.domain.surfaces import all_round

__all__ = [
    "TRANSITIONS",
    "AttachedFile",
    "Content",
    "Correction",
    "Facts",
    "Item",
    "News",
    "Said",
    "Size",
    "WorkOrder",
    "all_round",
    "hole_at_each_corner",
    "in_full",
    "name_of",
    "route_of",
    "size_text",
    "two_holes",
]
