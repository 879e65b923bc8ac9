"""Files of an order, and whether somebody may have their bytes."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import RowMapping, select

from chassis.db import Db, ReadDb
from contracts.orders.words import AttachmentKind
from contracts.rights import Permission
from services.orders.workorders.domain.refusals import NoSuchAttachment
from services.orders.workorders.tables import attachments, items, work_orders


async def has_attachment(db: Db | ReadDb, order_id: UUID, attachment_id: UUID) -> bool:
    """Tell whether the order has this file."""
    found = await db.scalar(
        select(attachments.c.id).where(
            attachments.c.id == attachment_id, attachments.c.order_id == order_id
        )
    )
    return found is not None


async def attachment(
    db: ReadDb, order_id: UUID, attachment_id: UUID, *, for_shop: bool = False
) -> RowMapping:
    """Return the file's row: name, type, keys.

    A shop gets the files of orders that were handed over to it, never a signature; who reads
    orders anyway gets the smaller picture of any.

    Raises:
        Forbidden: neither orders nor a queue are his to read.
        NoSuchAttachment: there is none, or none for him.
    """
    permission = Permission.QUEUE_READ if for_shop else Permission.ORDERS_READ
    db.actor.require(permission)
    row = await db.row(
        select(attachments, work_orders.c.revision)
        .join(work_orders, work_orders.c.id == attachments.c.order_id)
        .where(attachments.c.id == attachment_id, attachments.c.order_id == order_id)
    )
    if row is None or (for_shop and not await _shop_may(db, row)):
        raise NoSuchAttachment
    return row


def shown_name(db: Db | ReadDb, row: Mapping[Any, Any]) -> str:
    """Return a file's name as the desk gave it; it often names the client, so not to everybody."""
    given: str = row["name"]
    return given if db.actor.may(Permission.CLIENTS_READ) else f"{AttachmentKind(row['kind'])}"


async def _shop_may(db: ReadDb, row: RowMapping) -> bool:
    if db.actor.may(Permission.ORDERS_READ):
        return True
    if row["revision"] == 0 or row["kind"] is AttachmentKind.SIGNATURE:
        return False
    routes = await db.rows(select(items.c.route).where(items.c.order_id == row["order_id"]))
    shops = {shop for line in routes for shop in line["route"]}
    return any(db.actor.may(Permission.QUEUE_READ, shop=shop) for shop in shops)


async def file_keys(db: ReadDb) -> frozenset[str]:
    """Return the keys of all objects that a row names."""
    rows = await db.rows(select(attachments.c.key, attachments.c.preview_key))
    return frozenset(key for row in rows for key in row.values() if key is not None)
