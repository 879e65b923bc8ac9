"""Lines of orders and the files that shops may see; other slices read them here too."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import select

from chassis.db import Db, ReadDb
from chassis.statements import THESE, Prepared
from contracts.orders.items import Attachment, Item
from contracts.orders.words import AttachmentKind
from services.orders.workorders.tables import attachments, items

Row = Mapping[Any, Any]
SHOWN = tuple(Attachment.__dataclass_fields__)
_LINES = Prepared(select(items).where(items.c.order_id == THESE).order_by(items.c.position))
_FILES = Prepared(
    select(attachments.c.order_id, *(attachments.c[name] for name in SHOWN))
    .where(attachments.c.order_id == THESE, attachments.c.kind != AttachmentKind.SIGNATURE)
    .order_by(attachments.c.added_at, attachments.c.id)
)


async def lines_of(db: Db | ReadDb, order_ids: Collection[UUID]) -> dict[UUID, list[Row]]:
    """Return the stored lines of these orders, as they stand on the sheet."""
    found: dict[UUID, list[Row]] = defaultdict(list)
    for row in await db.ask(_LINES, ids=list(order_ids)):
        found[row["order_id"]].append(row)
    return found


async def files_for_shops(
    db: Db | ReadDb, order_ids: Collection[UUID]
) -> dict[UUID, tuple[Attachment, ...]]:
    """Return the files of these orders but the signatures, oldest first."""
    found: dict[UUID, tuple[Attachment, ...]] = defaultdict(tuple)
    for row in await db.ask(_FILES, ids=list(order_ids)):
        found[row["order_id"]] += (Attachment(**{name: row[name] for name in SHOWN}),)
    return found


def line_of(row: Row) -> Item:
    """Return a stored line as it is published."""
    return Item(
        id=row["id"],
        position=row["position"],
        quantity=row["quantity"],
        route=row["route"],
        piece=row["piece"],
    )
