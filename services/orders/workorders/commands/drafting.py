"""The desk writes a draft and rewrites it."""

from collections.abc import Collection
from uuid import UUID

from chassis.codec import EventTooLarge
from chassis.db import Db
from chassis.errors import Invalid, Stale, invalid
from chassis.ids import new_id
from contracts.rights import Permission
from services.orders.workorders.commands.offices import (
    known_office,
    take_number,
    today_at,
    usual_promise,
)
from services.orders.workorders.domain import Content, WorkOrder, rules
from services.orders.workorders.schemas import ContentIn, PlaceIn
from services.orders.workorders.tables.known import acquaint


async def place(db: Db, said: PlaceIn) -> WorkOrder:
    """Write a draft; it gets its number. The client may be one that we do not know yet.

    Raises:
        Forbidden: not an office of his.
        OfficeNotKnownYet, OfficeClosedForOrders: of the office that takes or hands out.
        Invalid: an item contradicts itself; the promised date has passed.
    """
    office_id = said.office_id or db.actor.office_id
    if office_id is None:
        raise invalid("office-missing", "Укажите офис", "Say which office", "office_id")
    db.actor.require(Permission.ORDERS_EDIT, office_id=office_id)
    content = await content_of(db, said, office_id=office_id)
    office = await known_office(db, office_id)
    order = WorkOrder.place(
        new_id(),
        number=await take_number(db, office),
        office_id=office_id,
        content=content,
        at=db.now,
    )
    await require_promise(db, order)
    require_sendable(db, order)
    db.add(order)
    db.audit("workorders.place", order.id, new={"number": order.number, "items": order.summary})
    return order


async def edit(db: Db, order_id: UUID, said: ContentIn, *, version: int) -> WorkOrder:
    """Rewrite a draft.

    Raises:
        Stale: somebody else rewrote it meanwhile.
        OrderNotDraft: it was handed over: correct it.
    """
    order = await load_for_edit(db, order_id, version)
    old = {"items": order.summary, "promised_on": order.promised_on}
    promised = order.promised_on
    order.edit(await content_of(db, said, office_id=order.office_id, order=order))
    require_sendable(db, order)
    if order.promised_on != promised:
        await require_promise(db, order)
    new = {"items": order.summary, "promised_on": order.promised_on}
    db.audit("workorders.edit", order.id, old=old, new=new)
    return order


async def load_for_edit(db: Db, order_id: UUID, version: int) -> WorkOrder:
    """Return the order for an edit of its own office that saw this version.

    Raises:
        Forbidden: another office's order.
        Stale: somebody else changed it meanwhile.
    """
    order = await db.load(WorkOrder, order_id)
    db.actor.require(Permission.ORDERS_EDIT, office_id=order.office_id)
    if order.content_version != version:
        raise Stale(content_version=order.content_version)
    return order


async def content_of(
    db: Db, said: ContentIn, *, office_id: UUID, order: WorkOrder | None = None
) -> Content:
    """Return what the form says, with what it leaves to us: office, manager, date.

    Raises:
        OfficeNotKnownYet, OfficeClosedForOrders: of the office that hands out.
        Invalid: a line that the order has not; nobody to ask about the order.
    """
    _refuse_unknown_lines(said, {item.id for item in order.items} if order else ())
    pickup_id = said.pickup_office_id or office_id
    await acquaint(db, offices={office_id, pickup_id}, client_id=said.client_id)
    moved = order is None or order.pickup_office_id != pickup_id
    pickup = await known_office(db, pickup_id, working=moved)
    manager_id = said.manager_id or (order.manager_id if order else db.actor.staff_id)
    if manager_id is None:
        raise invalid("manager-missing", "Укажите менеджера", "Say whose order it is", "manager_id")
    usual = order.promised_on if order else usual_promise(pickup, db.now)
    return Content(
        client_id=said.client_id,
        manager_id=manager_id,
        pickup_office_id=pickup_id,
        urgency=said.urgency,
        promised_on=said.promised_on or usual,
        items=said.lines(),
    )


def _refuse_unknown_lines(said: ContentIn, known: Collection[UUID]) -> None:
    wrong = [
        rules.UNKNOWN_ITEM.at(("items", index, "id"))
        for index, item in enumerate(said.items)
        if item.id is not None and item.id not in known
    ]
    if wrong:
        raise Invalid(*wrong)


async def require_promise(db: Db, order: WorkOrder) -> None:
    """Refuse a promised date that has passed where the order is handed out.

    Who enters old orders (`orders.enter-old`) may.

    Raises:
        Invalid: it has passed.
    """
    if db.actor.may(Permission.ORDERS_ENTER_OLD, office_id=order.office_id):
        return
    pickup = await known_office(db, order.pickup_office_id, working=False)
    order.require_promise(today_at(pickup, db.now))


def require_sendable(db: Db, order: WorkOrder) -> None:
    """Refuse an order whose event no broker would take.

    Raises:
        Invalid: more than 256 KiB.
    """
    try:
        db.encoded(order.recorded[-1])
    except EventTooLarge as error:
        raise Invalid(rules.TOO_LARGE.at(("items",))) from error
