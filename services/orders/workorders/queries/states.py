"""Every work order as it stands, for a republish."""

from collections.abc import AsyncIterator, Sequence
from uuid import UUID

from sqlalchemy import RowMapping, select

from chassis.db import Db, ReadDb
from chassis.service import State
from contracts.orders.events import WorkOrderState
from contracts.orders.items import Attachment
from contracts.orders.words import AttachmentKind
from contracts.rights import Shop
from services.orders.workorders.queries.order import line_of
from services.orders.workorders.tables import attachments, items, work_orders

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
    "back_at_office_at",
    "issued_at",
    "cancelled_at",
    "cancel_reason",
)


async def states(db: Db | ReadDb) -> AsyncIterator[State]:
    """Yield each order with the sequence it has reached, by id."""
    last: UUID | None = None
    while True:
        statement = select(work_orders).order_by(work_orders.c.id).limit(_BATCH)
        if last is not None:
            statement = statement.where(work_orders.c.id > last)
        orders = await db.rows(statement)
        if not orders:
            return
        ids = [order["id"] for order in orders]
        lines = await db.rows(
            select(items).where(items.c.order_id.in_(ids)).order_by(items.c.position)
        )
        files = await db.rows(
            select(attachments)
            .where(attachments.c.order_id.in_(ids), attachments.c.kind != AttachmentKind.SIGNATURE)
            .order_by(attachments.c.added_at, attachments.c.id)
        )
        for order in orders:
            yield State(order["id"], order["sequence"], _state(order, lines, files))
        last = ids[-1]


def _state(
    order: RowMapping, lines: Sequence[RowMapping], files: Sequence[RowMapping]
) -> WorkOrderState:
    own = tuple(line_of(line) for line in lines if line["order_id"] == order["id"])
    routed = {shop for line in own for shop in line.route} if order["revision"] else set()
    return WorkOrderState(
        **{name: order[name] for name in _SAME},
        work_order_id=order["id"],
        shops=tuple(shop for shop in Shop if shop in routed),
        items=own,
        attachments=tuple(
            Attachment(
                id=file["id"],
                kind=file["kind"],
                sha256=file["sha256"],
                media_type=file["media_type"],
                bytes=file["bytes"],
            )
            for file in files
            if file["order_id"] == order["id"]
        ),
    )
