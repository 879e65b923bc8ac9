"""The order goes to the shops, is corrected there, or is stopped."""

from datetime import timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import Text, bindparam, cast, insert
from sqlalchemy.dialects.postgresql import JSONB

from chassis.db import Db
from chassis.statements import Prepared
from contracts.orders.words import CancelReason
from contracts.rights import Permission, Shop
from services.orders.workorders.commands.drafting import (
    content_of,
    load_for_edit,
    require_promise,
    require_sendable,
)
from services.orders.workorders.commands.offices import in_working_minutes, known_office
from services.orders.workorders.domain import WorkOrder
from services.orders.workorders.domain.refusals import ClientNotKnownYet
from services.orders.workorders.schemas import ContentIn
from services.orders.workorders.tables import revisions
from services.orders.workorders.tables.known import acquaint

UNSEEN_ALARM: Final = "unseen-alarm"
"""Timer: nobody in a shop has looked at a revision. Production answers it."""
UNSEEN_AFTER: Final = timedelta(minutes=5)
"""Working time."""
_FREEZE: Final = Prepared(
    insert(revisions).values(
        order_id=bindparam("order"),
        revision=bindparam("number"),
        content=cast(bindparam("event", type_=Text), JSONB),
        at=bindparam("now"),
        by=bindparam("who"),
    )
)


async def hand_over(db: Db, order_id: UUID, *, version: int) -> WorkOrder:
    """Give the order to the shops: revision 1 is frozen.

    Raises:
        Stale: somebody else rewrote it meanwhile.
        ClientNotKnownYet: his card has not reached us; try again in a second.
        OrderNotDraft, NothingToMake: it was handed over; it has no item.
        Invalid: the promised date has passed.
    """
    order = await load_for_edit(db, order_id, version)
    offices = {order.office_id, order.pickup_office_id}
    await acquaint(db, offices=offices, client_id=order.client_id)
    if not await _client_is_known(db, order.client_id):
        raise ClientNotKnownYet(client_id=str(order.client_id))
    order.hand_over(at=db.now)
    await require_promise(db, order)
    await _freeze(db, order)
    await _watch(db, order, ())
    db.audit("workorders.hand-over", order.id, new={"revision": 1, "shops": order.shops})
    return order


async def correct(db: Db, order_id: UUID, said: ContentIn, *, version: int) -> WorkOrder:
    """Change what the shops have: a new revision that they must accept again.

    Raises:
        Stale: somebody else corrected it meanwhile.
        OrderNotInWork, NothingChanged, NothingToMake: see the domain.
        ClientNotKnownYet: of another client than before.
    """
    order = await load_for_edit(db, order_id, version)
    former, promised, client_id = order.shops, order.promised_on, order.client_id
    content = await content_of(db, said, office_id=order.office_id, order=order)
    if content.client_id != client_id and not await _client_is_known(db, content.client_id):
        raise ClientNotKnownYet(client_id=str(content.client_id))
    order.correct(content)
    if order.promised_on != promised:
        await require_promise(db, order)
    await _freeze(db, order)
    await _watch(db, order, former)
    changes = order.corrections[-1].changes
    db.audit(
        "workorders.correct",
        order.id,
        old={"revision": order.revision - 1},
        new={
            "revision": order.revision,
            "changes": [_line(c.field, c.old, c.new) for c in changes],
        },
    )
    return order


async def cancel(
    db: Db, order_id: UUID, reason: CancelReason, *, note: str | None = None
) -> WorkOrder:
    """Stop the order for good.

    Raises:
        Forbidden: the order of an office that is not his.
        OrderClosed: it is issued or cancelled.
    """
    order = await db.load(WorkOrder, order_id)
    db.actor.require(Permission.ORDERS_CANCEL, office_id=order.office_id)
    old = order.stage
    order.cancel(reason, at=db.now)
    _stop_watching(db, order, order.revision, order.shops)
    db.audit(
        "workorders.cancel",
        order.id,
        old={"stage": old},
        new={"stage": order.stage, "reason": reason, "note": note},
    )
    return order


def _line(field: str, old: str | None, new: str | None) -> str:
    return f"{field}: {old or '-'} → {new or '-'}"


async def _client_is_known(db: Db, client_id: UUID) -> bool:
    return (await acquaint(db, client_id=client_id))[client_id] is not None


async def _freeze(db: Db, order: WorkOrder) -> None:
    """Keep the revision as the shops were told it."""
    require_sendable(db, order)
    await db.ask(
        _FREEZE,
        order=order.id,
        number=order.revision,
        event=db.encoded(order.recorded[-1]),
        now=db.now,
        who=db.actor.subject,
    )


async def _watch(db: Db, order: WorkOrder, former: tuple[Shop, ...]) -> None:
    """Set the alarm of each shop, take the former revision's back."""
    _stop_watching(db, order, order.revision - 1, former)
    office = await known_office(db, order.office_id, working=False)
    due = in_working_minutes(office, db.now, UNSEEN_AFTER)
    for shop in order.shops:
        db.timer(
            UNSEEN_ALARM,
            unseen_key(order.id, order.revision, shop),
            at=due,
            payload={"since": db.now.isoformat()},
        )


def _stop_watching(db: Db, order: WorkOrder, revision: int, shops: tuple[Shop, ...]) -> None:
    for shop in shops:
        db.cancel_timer(UNSEEN_ALARM, unseen_key(order.id, revision, shop))


def unseen_key(order_id: UUID, revision: int, shop: Shop) -> str:
    """Return the key of the alarm's timer."""
    return f"{order_id}:{revision}:{shop.value}"
