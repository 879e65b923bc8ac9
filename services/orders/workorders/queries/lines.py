"""Lines of orders and the files that shops may see; other slices read them here too."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import RowMapping, select

from chassis.db import Db, ReadDb
from contracts.orders.items import Attachment, Item
from contracts.orders.words import AttachmentKind
from services.orders.workorders.tables import attachments, items

SHOWN = tuple(Attachment.__dataclass_fields__)


async def lines_of(db: Db | ReadDb, order_ids: Collection[UUID]) -> dict[UUID, list[RowMapping]]:
    """Return the stored lines of these orders, as they stand on the sheet."""
    found: dict[UUID, list[RowMapping]] = defaultdict(list)
    statement = select(items).where(items.c.order_id.in_(order_ids)).order_by(items.c.position)
    for row in await db.rows(statement):
        found[row["order_id"]].append(row)
    return found


async def files_for_shops(
    db: Db | ReadDb, order_ids: Collection[UUID]
) -> dict[UUID, tuple[Attachment, ...]]:
    """Return the files of these orders but the signatures, oldest first."""
    found: dict[UUID, tuple[Attachment, ...]] = defaultdict(tuple)
    statement = (
        select(attachments.c.order_id, *(attachments.c[name] for name in SHOWN))
        .where(attachments.c.order_id.in_(order_ids))
        .where(attachments.c.kind != AttachmentKind.SIGNATURE)
        .order_by(attachments.c.added_at, attachments.c.id)
    )
    for row in await db.rows(statement):
        found[row["order_id"]] += (Attachment(**{name: row[name] for name in SHOWN}),)
    return found


def line_of(row: Mapping[Any, Any]) -> Item:
    """Return a stored line as it is published."""
    return Item(
        id=row["id"],
        position=row["position"],
        quantity=row["quantity"],
        route=row["route"],
        piece=row["piece"],
    )
