"""What a tablet, the desk and the head of production see of the shop floor."""

from services.orders.production.queries.board_orders import board_order, board_orders
from services.orders.production.queries.counts import board
from services.orders.production.queries.progress import progress
from services.orders.production.queries.shop_queue import queue, queue_order, tapped
from services.orders.production.queries.strip import answered, hand_off

__all__ = [
    "answered",
    "board",
    "board_order",
    "board_orders",
    "hand_off",
    "progress",
    "queue",
    "queue_order",
    "tapped",
]
