"""What a tablet, the desk and the head of production see of the shop floor."""

from services.orders.production.queries.counts import board
from services.orders.production.queries.shop_queue import queue, queue_order
from services.orders.production.queries.strip import hand_off

__all__ = ["board", "hand_off", "queue", "queue_order"]
