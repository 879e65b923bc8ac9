"""How far the shops are with an order, for whoever starts late."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from contracts.orders.work import WorkState
from contracts.rights import Shop


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemProgress:
    """Where one item stands in one shop, and how many of its pieces are made and controlled."""

    item_id: UUID
    state: WorkState
    quantity_done: int
    quantity_passed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ShopProgress:
    """What one shop did about the current revision; all instants empty = it was only sent."""

    shop: Shop
    received_at: datetime | None = None
    seen_at: datetime | None = None
    accepted_at: datetime | None = None
    completed_at: datetime | None = None
    unseen_at: datetime | None = None
    """When the alarm went off that nobody had looked."""
    items: tuple[ItemProgress, ...] = ()
    """Items that go through this shop, as they stand on the order."""
