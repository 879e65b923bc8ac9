"""An order on the shop floor: taken on, made, controlled, ready."""

from services.orders.production.domain.production import Production
from services.orders.production.domain.shop_order import Question, ShopOrder
from services.orders.production.domain.tap import Tap, shop_of
from services.orders.production.domain.work import TAKE_BACK_WINDOW, TRANSITIONS, ItemWork

__all__ = [
    "TAKE_BACK_WINDOW",
    "TRANSITIONS",
    "ItemWork",
    "Production",
    "Question",
    "ShopOrder",
    "Tap",
    "shop_of",
]
