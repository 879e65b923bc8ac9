"""What the shops do, one verb each: lock the order, ask the domain, note who did it."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from chassis.db import Db
from chassis.errors import Forbidden
from chassis.ids import new_id
from contracts.rights import Permission, Shop
from services.orders.production.domain import Production, Tap, shop_of
from services.orders.production.schemas import (
    AnswerIn,
    AskIn,
    ControlFailIn,
    ItemIn,
    PauseIn,
    PiecesIn,
    ReopenIn,
    TapIn,
)
from services.orders.workorders.commands.handing import UNSEEN_ALARM, unseen_key
from services.orders.workorders.domain import WorkOrder

Tapped = tuple[WorkOrder, Production, Shop]
"""What a tap leaves in our hands, for the answer: order, its floor, the shop that tapped."""


async def receive(db: Db, order_id: UUID, said: TapIn) -> Tapped:
    """A tablet of the shop has the revision; a repeat changes nothing."""
    order, floor, tap = await _open(db, order_id, said, Permission.PRODUCTION_REPORT)
    if floor.receive(order, tap):
        _note(db, "receive", order, tap)
    return order, floor, tap.shop


async def mark_seen(db: Db, order_id: UUID, said: TapIn) -> Tapped:
    """Somebody in the shop looked at the revision; a repeat changes nothing."""
    order, floor, tap = await _open(db, order_id, said, Permission.PRODUCTION_REPORT)
    if floor.mark_seen(order, tap):
        _note(db, "mark-seen", order, tap)
        _calm(db, order, tap.shop)
    return order, floor, tap.shop


async def accept(db: Db, order_id: UUID, said: TapIn) -> Tapped:
    """The shop takes the revision on."""
    order, floor, tap = await _open(db, order_id, said, Permission.PRODUCTION_ACCEPT)
    floor.accept(order, tap)
    _note(db, "accept", order, tap)
    _calm(db, order, tap.shop)
    return order, floor, tap.shop


async def ask(db: Db, order_id: UUID, said: AskIn) -> Tapped:
    """The shop asks the desk."""
    order, floor, tap = await _open(db, order_id, said, Permission.PRODUCTION_REPORT)
    question_id = new_id()
    floor.ask(order, tap, question_id, said.text, item_id=said.item_id, photo_id=said.photo_id)
    _note(db, "ask", order, tap, {"question": question_id, "item": said.item_id})
    _calm(db, order, tap.shop)
    return order, floor, tap.shop


async def answer(db: Db, order_id: UUID, said: AnswerIn) -> tuple[WorkOrder, Production]:
    """The desk of the order's office answers a question."""
    order = await db.load(WorkOrder, order_id)
    db.actor.require(Permission.PRODUCTION_ANSWER, office_id=order.office_id)
    floor = await _floor(db, order_id)
    floor.answer(order, said.question_id, said.text, by=db.actor.subject, at=db.now)
    db.audit("production.answer", order_id, new={"question": str(said.question_id)})
    return order, floor


async def start(db: Db, order_id: UUID, said: ItemIn) -> Tapped:
    """Work on an item begins or goes on."""
    order, floor, tap = await _open(db, order_id, said, Permission.PRODUCTION_REPORT)
    floor.start(order, tap, said.item_id)
    _note(db, "start", order, tap, {"item": said.item_id})
    return order, floor, tap.shop


async def pause(db: Db, order_id: UUID, said: PauseIn) -> Tapped:
    """An item is put aside."""
    order, floor, tap = await _open(db, order_id, said, Permission.PRODUCTION_REPORT)
    floor.pause(order, tap, said.item_id, said.reason)
    _note(db, "pause", order, tap, {"item": said.item_id, "reason": said.reason})
    return order, floor, tap.shop


async def finish(db: Db, order_id: UUID, said: PiecesIn) -> Tapped:
    """Pieces of an item are made."""
    order, floor, tap = await _open(db, order_id, said, Permission.PRODUCTION_REPORT)
    floor.finish(order, tap, said.item_id, said.quantity)
    _note(db, "finish", order, tap, {"item": said.item_id, "quantity": said.quantity})
    return order, floor, tap.shop


async def take_back(db: Db, order_id: UUID, said: ItemIn) -> Tapped:
    """A worker undoes his own last step."""
    order, floor, tap = await _open(db, order_id, said, Permission.PRODUCTION_REPORT)
    floor.take_back(order, tap, said.item_id)
    _note(db, "take-back", order, tap, {"item": said.item_id})
    return order, floor, tap.shop


async def pass_control(db: Db, order_id: UUID, said: PiecesIn) -> Tapped:
    """Control finds pieces good; the last ones make the order ready."""
    order, floor, tap = await _open(db, order_id, said, Permission.PRODUCTION_CONTROL)
    floor.pass_control(order, tap, said.item_id, said.quantity)
    _note(db, "pass-control", order, tap, {"item": said.item_id, "quantity": said.quantity})
    return order, floor, tap.shop


async def fail_control(db: Db, order_id: UUID, said: ControlFailIn) -> Tapped:
    """Control sends pieces back to be made again."""
    order, floor, tap = await _open(db, order_id, said, Permission.PRODUCTION_CONTROL)
    floor.fail_control(order, tap, said.item_id, said.quantity, said.reason, photo_id=said.photo_id)
    what = {"item": said.item_id, "quantity": said.quantity, "reason": said.reason}
    _note(db, "fail-control", order, tap, what)
    return order, floor, tap.shop


async def reopen(db: Db, order_id: UUID, said: ReopenIn) -> Tapped:
    """A ready order goes back to work."""
    order, floor, tap = await _open(db, order_id, said, Permission.PRODUCTION_CONTROL)
    floor.reopen(order, tap, said.item_id, said.reason, pieces=said.quantity)
    _note(db, "reopen", order, tap, {"item": said.item_id, "reason": said.reason})
    return order, floor, tap.shop


async def alarm_unseen(db: Db, order_id: UUID, revision: int, shop: Shop, since: str) -> None:
    """Alarm the office, once, if nobody in the shop has looked at this revision."""
    order = await db.find(WorkOrder, order_id)
    if order is None:
        return
    floor = await _floor(db, order_id)
    if floor.alarm_unseen(order, shop, revision, since=datetime.fromisoformat(since), at=db.now):
        db.audit("production.alarm-unseen", order_id, new={"revision": revision, "shop": shop})


async def _open(
    db: Db, order_id: UUID, said: TapIn, permission: Permission
) -> tuple[WorkOrder, Production, Tap]:
    """Check the right, then lock the order (first) and what the shops did about it."""
    tap = _tap(db, said)
    db.actor.require(permission, shop=tap.shop)
    order = await db.load(WorkOrder, order_id)
    return order, await _floor(db, order_id), tap


async def _floor(db: Db, order_id: UUID) -> Production:
    floor = await db.find(Production, order_id)
    if floor is None:
        floor = Production(id=order_id)
        db.add(floor)
    return floor


def _tap(db: Db, said: TapIn) -> Tap:
    """Take a tap in; a tablet has the hands, and without a PIN the moment, that were judged."""
    actor = db.actor
    operator_id = said.operator_id or actor.staff_id
    if actor.device_id is not None and operator_id != actor.operator_id:
        raise Forbidden(operator_id=str(operator_id))
    own = actor.device_id is None or actor.operator_verified
    if not own and operator_id is not None and said.operated_at != actor.judged_at:
        raise Forbidden(operated_at=str(said.operated_at))
    return Tap(
        shop=shop_of(actor, said.shop),
        revision=said.revision,
        by=actor.subject,
        at=db.now,
        operated_at=(said.operated_at or db.now).astimezone(UTC),
        operator_id=operator_id,
        operator_verified=own and operator_id == actor.staff_id,
        device_id=actor.device_id,
        device_sequence=said.device_sequence,
    )


def _calm(db: Db, order: WorkOrder, shop: Shop) -> None:
    db.cancel_timer(UNSEEN_ALARM, unseen_key(order.id, order.revision, shop))


def _note(
    db: Db, verb: str, order: WorkOrder, tap: Tap, what: Mapping[str, Any] | None = None
) -> None:
    """Keep both clocks and the tablet's own count beside the deed."""
    db.audit(
        f"production.{verb}",
        order.id,
        new={
            **(what or {}),
            "shop": tap.shop,
            "revision": tap.revision,
            "operated_at": tap.operated_at.isoformat(),
            "operator": tap.operator_id,
            "operator_verified": tap.operator_verified,
            "device_sequence": tap.device_sequence,
        },
    )
