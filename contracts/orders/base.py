"""What every fact of a work order says first."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from contracts.orders.items import Item
from contracts.orders.words import Urgency
from contracts.orders.work import WorkState
from contracts.rights import Shop


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkOrderEvent:
    """Which order, whose, made where, at which revision."""

    work_order_id: UUID
    number: str
    office_id: UUID
    """Office that took the order."""
    pickup_office_id: UUID
    """Office that hands it out."""
    shops: tuple[Shop, ...]
    """Shops it is routed to; empty until it is handed over."""
    revision: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentEvent(WorkOrderEvent):
    """What is to be made and when; no client, no money."""

    manager_id: UUID
    """Member of staff to ask."""
    urgency: Urgency
    promised_on: date
    """In the pick-up office's zone."""
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShopEvent(WorkOrderEvent):
    """What a shop did: on which tablet, by whom, when by the tablet's clock."""

    shop: Shop
    device_id: UUID | None = None
    operator_id: UUID | None = None
    operator_verified: bool = False
    """False: he chose his tile without a PIN."""
    operated_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemEvent(ShopEvent):
    """What a shop did with one item."""

    item_id: UUID
    quantity_done: int
    """Pieces of the line that are finished in this shop by now."""
    quantity_passed: int = 0
    """Of them, pieces that have passed this shop's control."""
    state: WorkState
    """Where the item stands in this shop after this."""
