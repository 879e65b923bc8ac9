"""What stands on the shop floor for one order, and the refusals that every verb shares."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from chassis.domain import Aggregate
from contracts.orders.work import WorkState
from contracts.rights import Shop
from services.orders.production.domain.refusals import (
    ArtStepFirst,
    FinalControlPassed,
    ItemNotForShop,
    ItemNotInOrder,
    NotRoutedToShop,
    PhotoNotInOrder,
    RevisionNotAccepted,
    RevisionSuperseded,
)
from services.orders.production.domain.shop_order import Question, ShopOrder
from services.orders.production.domain.tap import Tap
from services.orders.production.domain.work import ItemWork
from services.orders.workorders.domain import Item, WorkOrder


@dataclass(eq=False, kw_only=True)
class Floor(Aggregate):
    """Rows of one order (its `id`): revisions in shops, items in shops, questions.

    What is missing says something too: a shop without a row for the current revision was only
    sent it; an item without a row, or changed by the office after its row, is queued.
    """

    id: UUID
    sequence: int = 0
    """Stays 0: facts are recorded on the work order."""
    shop_orders: list[ShopOrder] = field(default_factory=list)
    works: list[ItemWork] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)

    def shop_order(self, order: WorkOrder, shop: Shop) -> ShopOrder | None:
        """Return what the shop did about the current revision; None = nothing yet."""
        return next(
            (s for s in self.shop_orders if s.revision == order.revision and s.shop == shop), None
        )

    def work_of(self, item: Item, shop: Shop) -> ItemWork:
        """Return where an item stands in a shop; never begun or changed since = queued."""
        known = self._known_work(item.id, shop)
        if known is not None and known.revision >= item.changed_in:
            return known
        return ItemWork(order_id=self.id, item_id=item.id, shop=shop, revision=item.changed_in)

    def items_left(self, order: WorkOrder) -> int:
        """Count the items that have not passed the control of every shop of their route."""
        return sum(not self._passed(item, item.route) for item in order.items)

    def _require_current(self, order: WorkOrder, tap: Tap) -> None:
        """Refuse a tap on something else than the current revision in a shop that it goes to.

        Raises:
            RevisionSuperseded: the office corrected the order; old and new are told.
            NotRoutedToShop: no item goes to this shop.
            TapTooOld, TapFromFuture: see `Tap.require_times`.
        """
        if tap.revision != order.revision:
            raise RevisionSuperseded(
                shown=tap.revision,
                current=order.revision,
                changes=order.changes_since(tap.revision),
            )
        if tap.shop not in order.shops:
            raise NotRoutedToShop(shop=tap.shop)
        tap.require_times()

    def _require_at_work(self, order: WorkOrder, tap: Tap) -> None:
        self._require_current(order, tap)
        order.require_in_work()
        tap.require_operator()

    def _item_at_work(self, order: WorkOrder, tap: Tap, item_id: UUID, *, accepted: bool) -> Item:
        self._require_at_work(order, tap)
        item = self._item(order, tap.shop, item_id)
        shop_order = self.shop_order(order, tap.shop)
        if accepted and (shop_order is None or shop_order.accepted_at is None):
            raise RevisionNotAccepted(current=order.revision)
        return item

    def _item(self, order: WorkOrder, shop: Shop, item_id: UUID) -> Item:
        item = next((i for i in order.items if i.id == item_id), None)
        if item is None:
            raise ItemNotInOrder
        if shop not in item.route:
            raise ItemNotForShop
        return item

    def _require_photo(self, order: WorkOrder, photo_id: UUID | None) -> None:
        if photo_id is not None and photo_id not in {file.id for file in order.for_shops()}:
            raise PhotoNotInOrder(photo_id=photo_id)

    def _require_earlier_steps(self, item: Item, shop: Shop) -> None:
        made = {WorkState.FINISHED, WorkState.PASSED}
        earlier = item.route[: item.route.index(shop)]
        if not all(self.work_of(item, before).state in made for before in earlier):
            raise ArtStepFirst

    def _require_no_later_control(self, item: Item, shop: Shop, left: int) -> None:
        """Refuse to leave fewer pieces than the later shops of the route have passed.

        A piece that is made anew goes through the final control anew.
        """
        later = item.route[item.route.index(shop) + 1 :]
        if any(self.work_of(item, after).passed > max(left, 0) for after in later):
            raise FinalControlPassed

    def _shop_order(self, order: WorkOrder, shop: Shop) -> ShopOrder:
        known = self.shop_order(order, shop)
        if known is None:
            known = ShopOrder(order_id=self.id, revision=order.revision, shop=shop)
            self.shop_orders.append(known)
        return known

    def _work(self, item: Item, shop: Shop) -> ItemWork:
        """Return the work to be changed; what was done before the item changed is void."""
        fresh = self.work_of(item, shop)
        known = self._known_work(item.id, shop)
        if known is not None and known is not fresh:
            known.void(item.changed_in)
            return known
        return fresh

    def _known_work(self, item_id: UUID, shop: Shop) -> ItemWork | None:
        return next((w for w in self.works if w.item_id == item_id and w.shop == shop), None)

    def _passed(self, item: Item, shops: Iterable[Shop]) -> bool:
        return all(self.work_of(item, shop).state is WorkState.PASSED for shop in shops)
