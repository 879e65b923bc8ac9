"""How far the shops are, for the state events of the orders."""

from collections.abc import Mapping
from uuid import UUID

from contracts.orders.progress import ItemProgress, ShopProgress
from contracts.rights import Shop
from services.orders.production.queries.floor import AnyDb, FloorRows, floor_rows


async def progress(
    db: AnyDb, revisions: Mapping[UUID, int]
) -> dict[UUID, tuple[ShopProgress, ...]]:
    """Return what each shop of these orders (id → current revision) did; nothing of drafts."""
    handed = {order_id: revision for order_id, revision in revisions.items() if revision}
    if not handed:
        return {}
    floor = await floor_rows(db, list(handed))
    return {
        order_id: tuple(_shop(floor, order_id, revision, shop) for shop in floor.routed(order_id))
        for order_id, revision in handed.items()
    }


def _shop(floor: FloorRows, order_id: UUID, revision: int, shop: Shop) -> ShopProgress:
    done = floor.shop_order(order_id, revision, shop)
    return ShopProgress(
        shop=shop,
        received_at=done.received_at,
        seen_at=done.seen_at,
        accepted_at=done.accepted_at,
        completed_at=done.completed_at,
        unseen_at=done.unseen_at,
        items=tuple(
            ItemProgress(
                item_id=item.id,
                state=stand.state,
                quantity_done=stand.done,
                quantity_passed=stand.passed,
            )
            for item in floor.items(order_id, shop)
            for stand in item.shops
            if stand.shop is shop
        ),
    )
