"""One work order, whole; what was done to it; its frozen revisions."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from pydantic import TypeAdapter
from sqlalchemy import RowMapping, bindparam, select

from chassis.db import Db, ReadDb
from chassis.errors import NotFound
from chassis.http import Page, PageParams, keyset, page_of
from chassis.statements import Prepared
from chassis.tables import audit
from contracts.orders.items import Change, Item
from contracts.rights import Permission, Shop
from services.orders.workorders.domain import WorkOrder, name_of
from services.orders.workorders.queries.files import shown_name
from services.orders.workorders.queries.late import is_late, late, with_pickup
from services.orders.workorders.queries.lines import line_of
from services.orders.workorders.queries.summary import summary_for
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
from services.orders.workorders.tables.known import acquaint

_ITEMS = TypeAdapter(tuple[Item, ...])
_CHANGES = TypeAdapter(tuple[Change, ...])
_WITH_MONEY = frozenset({"workorders.set-price"})
Row = Mapping[Any, Any]
_ORDER = Prepared(
    select(
        work_orders,
        late().label("late"),
        known_clients.c.name.label("client_name"),
        known_clients.c.phones.label("client_phones"),
    )
    .select_from(
        with_pickup.outerjoin(known_clients, known_clients.c.id == work_orders.c.client_id)
    )
    .where(work_orders.c.id == bindparam("id"))
)
_STORED = Prepared(select(work_orders).where(work_orders.c.id == bindparam("id")))
_LINES = Prepared(
    select(items).where(items.c.order_id == bindparam("id")).order_by(items.c.position)
)
_FILES = Prepared(
    select(attachments)
    .where(attachments.c.order_id == bindparam("id"))
    .order_by(attachments.c.added_at, attachments.c.id)
)


async def work_order(db: Db | ReadDb, order_id: UUID) -> WorkOrderOut:
    """Return the order; price, name and phones only to those who may read them.

    Raises:
        Forbidden: the actor reads no orders.
        NotFound: there is none.
    """
    db.actor.require(Permission.ORDERS_READ)
    found = await db.ask(_ORDER, id=order_id, now=db.now)
    if not found:
        raise NotFound
    row = found[0]
    lines = await db.ask(_LINES, id=order_id)
    files = await db.ask(_FILES, id=order_id)
    known = row["client_name"] is not None
    client = {"name": row["client_name"], "phones": row["client_phones"]} if known else None
    return _whole(db, row, lines, files, client, is_late=row["late"])


async def stored_order(db: Db | ReadDb, order_id: UUID) -> Row:
    """Return the row of an order, for other slices.

    Raises:
        NotFound: there is none.
    """
    found = await db.ask(_STORED, id=order_id)
    if not found:
        raise NotFound
    return found[0]


async def shown(db: Db, order: WorkOrder) -> WorkOrderOut:
    """Return the order that this transaction holds, without reading again what it wrote.

    Raises:
        Forbidden: the actor reads no orders.
    """
    db.actor.require(Permission.ORDERS_READ)
    pickup_id, client_id = order.pickup_office_id, order.client_id
    known = await acquaint(db, offices=(pickup_id,), client_id=client_id)
    lines = [vars(item) for item in order.items]
    files = [vars(file) for file in order.attachments]
    overdue = is_late(order, known[pickup_id], db.now)
    return _whole(db, vars(order), lines, files, known[client_id], is_late=overdue)


def _whole(
    db: Db | ReadDb,
    order: Row,
    lines: Iterable[Row],
    files: Iterable[Row],
    client: Row | None,
    *,
    is_late: bool,
) -> WorkOrderOut:
    same = {name: order[name] for name in WorkOrderOut.model_fields if name in order}
    if not db.actor.may(Permission.ORDERS_PRICE_READ):
        same["price"] = None
    shown_items = tuple(_item(line) for line in lines)
    routed = {shop for item in shown_items for shop in item.route} if order["revision"] else set()
    return WorkOrderOut(
        **same
        | {
            "late": is_late,
            "summary": summary_for(db.actor, order),
            "client": _client(db, order["client_id"], client),
            "shops": tuple(shop for shop in Shop if shop in routed),
            "items": shown_items,
            "attachments": tuple(_file(db, file) for file in files),
        }
    )


def _client(db: Db | ReadDb, client_id: UUID, client: Row | None) -> ClientOut:
    if client is None or not db.actor.may(Permission.CLIENTS_READ):
        return ClientOut(id=client_id, known=client is not None)
    return ClientOut(id=client_id, known=True, name=client["name"], phones=tuple(client["phones"]))


def _item(row: Row) -> ItemOut:
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


def _file(db: Db | ReadDb, row: Row) -> AttachmentOut:
    same = {name: row[name] for name in AttachmentOut.model_fields if name in row}
    same["name"] = shown_name(db, row)
    return AttachmentOut(**same, has_preview=row["preview_key"] is not None)


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
