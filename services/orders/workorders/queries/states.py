"""Every work order as it stands, for a republish."""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from uuid import UUID

from sqlalchemy import RowMapping, select

from chassis.db import Db, ReadDb
from chassis.service import Republisher, State
from contracts.orders.events import WorkOrderState
from contracts.orders.items import Attachment
from contracts.orders.progress import ShopProgress
from contracts.rights import Shop
from services.orders.workorders.queries.lines import Row, files_for_shops, line_of, lines_of
from services.orders.workorders.tables import work_orders

_BATCH = 200
_SAME = (
    "number",
    "office_id",
    "pickup_office_id",
    "revision",
    "manager_id",
    "urgency",
    "promised_on",
    "client_id",
    "stage",
    "content_version",
    "placed_at",
    "handed_over_at",
    "ready_at",
    "told_at",
    "told_by",
    "told_state",
    "told_reason",
    "back_at_office_at",
    "issued_at",
    "cancelled_at",
    "cancel_reason",
)
Progress = Callable[
    [Db | ReadDb, Mapping[UUID, int]], Awaitable[Mapping[UUID, tuple[ShopProgress, ...]]]
]
"""What the shops did about these orders (id → revision); the shop floor's to say, not ours."""


def states(progress: Progress) -> Republisher:
    """Return what yields each order with the sequence it has reached, by id."""

    async def each(db: Db | ReadDb) -> AsyncIterator[State]:
        last: UUID | None = None
        while orders := await _batch(db, last):
            ids = [order["id"] for order in orders]
            lines = await lines_of(db, ids)
            files = await files_for_shops(db, ids)
            made = await progress(db, {order["id"]: order["revision"] for order in orders})
            for order in orders:
                key = order["id"]
                state = _state(order, lines[key], files[key], made.get(key, ()))
                yield State(key, order["sequence"], state)
            last = ids[-1]

    return each


async def _batch(db: Db | ReadDb, last: UUID | None) -> list[RowMapping]:
    statement = select(work_orders).order_by(work_orders.c.id).limit(_BATCH)
    if last is not None:
        statement = statement.where(work_orders.c.id > last)
    return await db.rows(statement)


def _state(
    order: RowMapping,
    lines: Sequence[Row],
    files: tuple[Attachment, ...],
    progress: tuple[ShopProgress, ...],
) -> WorkOrderState:
    own = tuple(line_of(line) for line in lines)
    routed = {shop for line in own for shop in line.route} if order["revision"] else set()
    return WorkOrderState(
        **{name: order[name] for name in _SAME},
        work_order_id=order["id"],
        shops=tuple(shop for shop in Shop if shop in routed),
        items=own,
        attachments=files,
        progress=progress,
    )
