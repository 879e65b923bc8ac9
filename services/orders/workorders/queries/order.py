"""One work order, whole; what was done to it; its frozen revisions."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from pydantic import TypeAdapter
from sqlalchemy import RowMapping, select

from chassis.db import Db, ReadDb
from chassis.errors import NotFound
from chassis.http import Page, PageParams, keyset, page_of
from chassis.tables import audit
from contracts.orders.items import Change, Item
from contracts.rights import Permission, Shop
from services.orders.workorders.domain import name_of
from services.orders.workorders.queries.late import late, with_pickup
from services.orders.workorders.schemas import (
    AttachmentOut,
    ClientOut,
    HistoryRow,
    ItemOut,
    RevisionOut,
    WorkOrderOut,
)
from services.orders.workorders.tables import attachments, items, known_clients, work_orders
from services.orders.workorders.tables import revisions as frozen

_ITEMS = TypeAdapter(tuple[Item, ...])
_CHANGES = TypeAdapter(tuple[Change, ...])
_WITH_MONEY = frozenset({"workorders.set-price"})


async def work_order(db: Db | ReadDb, order_id: UUID) -> WorkOrderOut:
    """Return the order; price, name and phones only to those who may read them.

    Raises:
        Forbidden: the actor reads no orders.
        NotFound: there is none.
    """
    db.actor.require(Permission.ORDERS_READ)
    statement = (
        select(
            work_orders,
            late(db.now).label("late"),
            known_clients.c.name.label("client_name"),
            known_clients.c.phones.label("client_phones"),
        )
        .select_from(
            with_pickup.outerjoin(known_clients, known_clients.c.id == work_orders.c.client_id)
        )
        .where(work_orders.c.id == order_id)
    )
    row = await db.row(statement)
    if row is None:
        raise NotFound
    lines = await db.rows(
        select(items).where(items.c.order_id == order_id).order_by(items.c.position)
    )
    files = await db.rows(
        select(attachments)
        .where(attachments.c.order_id == order_id)
        .order_by(attachments.c.added_at, attachments.c.id)
    )
    same = {name: row[name] for name in WorkOrderOut.model_fields if name in row}
    if not db.actor.may(Permission.ORDERS_PRICE_READ):
        same["price"] = None
    routed = {shop for line in lines for shop in line["route"]} if row["revision"] else set()
    return WorkOrderOut(
        **same,
        client=_client(db, row),
        shops=tuple(shop for shop in Shop if shop in routed),
        items=tuple(_item(line) for line in lines),
        attachments=tuple(_file(file) for file in files),
    )


def _client(db: Db | ReadDb, row: RowMapping) -> ClientOut:
    known = row["client_name"] is not None
    if not known or not db.actor.may(Permission.CLIENTS_READ):
        return ClientOut(id=row["client_id"], known=known)
    return ClientOut(
        id=row["client_id"],
        known=True,
        name=row["client_name"],
        phones=tuple(row["client_phones"]),
    )


def line_of(row: RowMapping) -> Item:
    """Return a stored line as it is published."""
    return Item(
        id=row["id"],
        position=row["position"],
        quantity=row["quantity"],
        route=row["route"],
        piece=row["piece"],
    )


def _item(row: RowMapping) -> ItemOut:
    line = line_of(row)
    return ItemOut(
        id=line.id,
        position=line.position,
        quantity=line.quantity,
        route=line.route,
        piece=line.piece,
        name=name_of(line),
        changed_in=row["changed_in"],
    )


def _file(row: RowMapping) -> AttachmentOut:
    return AttachmentOut(
        **{name: row[name] for name in AttachmentOut.model_fields if name in row},
        has_preview=row["preview_key"] is not None,
    )


async def history(db: ReadDb, order_id: UUID, page: PageParams) -> Page[HistoryRow]:
    """Return who did what to the order, newest first; sums only to those who may read prices.

    Raises:
        NotFound: there is no such order.
    """
    db.actor.require(Permission.ORDERS_READ)
    await _require_order(db, order_id)
    keys = [(audit.c.id, "desc")]
    statement = keyset(select(audit).where(audit.c.subject == order_id), keys, page)  # type: ignore[arg-type]
    rows, following = page_of(await db.rows(statement), keys, page)  # type: ignore[arg-type]
    prices = db.actor.may(Permission.ORDERS_PRICE_READ)
    return Page(items=[_done(row, prices=prices) for row in rows], next=following)


def _done(row: RowMapping, *, prices: bool) -> HistoryRow:
    hidden = row["action"] in _WITH_MONEY and not prices
    return HistoryRow(
        at=row["at"],
        actor=row["actor"],
        operator=row["operator"],
        action=row["action"],
        old=None if hidden else row["old"],
        new=None if hidden else row["new"],
    )


async def revisions(db: ReadDb, order_id: UUID) -> list[RevisionOut]:
    """Return the frozen revisions, newest first; a draft has none.

    Raises:
        NotFound: there is no such order.
    """
    db.actor.require(Permission.ORDERS_READ)
    await _require_order(db, order_id)
    rows = await db.rows(
        select(frozen).where(frozen.c.order_id == order_id).order_by(frozen.c.revision.desc())
    )
    return [_revision(row, row["content"]) for row in rows]


def _revision(row: RowMapping, content: Mapping[str, Any]) -> RevisionOut:
    return RevisionOut(
        revision=row["revision"],
        at=row["at"],
        by=row["by"],
        promised_on=content["promised_on"],
        urgency=content["urgency"],
        pickup_office_id=content["pickup_office_id"],
        items=_ITEMS.validate_python(content["items"]),
        changes=_CHANGES.validate_python(content.get("changes", ())),
    )


async def _require_order(db: ReadDb, order_id: UUID) -> None:
    if await db.scalar(select(work_orders.c.id).where(work_orders.c.id == order_id)) is None:
        raise NotFound
