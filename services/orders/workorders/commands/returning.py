"""The made order comes back: to the office, to the client's ear, into his hands."""

from uuid import UUID

from chassis.db import Db
from chassis.errors import FieldError
from chassis.ids import new_id
from contracts.orders.words import AttachmentKind, Stage
from contracts.rights import Permission
from services.orders.workorders.commands.files import keep_signature
from services.orders.workorders.domain import News, WorkOrder
from services.orders.workorders.domain.refusals import NoSuchAttachment, SignatureMissing
from services.orders.workorders.schemas import IssueIn


async def mark_back_at_office(db: Db, order_id: UUID) -> WorkOrder:
    """The driver (or the desk) says that the order lies at its pick-up office.

    Raises:
        Forbidden: another office's desk.
        OrderNotReady, AlreadyAtOffice: see the domain.
    """
    order = await db.load(WorkOrder, order_id)
    db.actor.require(Permission.ORDERS_MOVE, office_id=order.pickup_office_id)
    order.mark_back_at_office(at=db.now)
    db.audit("workorders.mark-back-at-office", order.id)
    return order


async def issue(db: Db, order_id: UUID, said: IssueIn) -> WorkOrder:
    """Hand the order out at its pick-up office against the client's signature.

    Raises:
        Forbidden: not the pick-up office.
        OrderNotReady: it is not ready.
        SignatureMissing, NoSuchAttachment: nobody signed.
    """
    order = await db.load(WorkOrder, order_id)
    db.actor.require(Permission.ORDERS_ISSUE, office_id=order.pickup_office_id)
    signature_id = await _signature(db, order, said)
    order.issue(signature_id, by=db.actor.subject, at=db.now)
    db.audit("workorders.issue", order.id, new={"signature_id": signature_id})
    return order


async def _signature(db: Db, order: WorkOrder, said: IssueIn) -> UUID:
    if said.signature is not None:
        order.require_stage(Stage.READY)
        return await keep_signature(db, order, new_id(), said.signature.svg())
    if said.signature_id is None:
        raise SignatureMissing(
            FieldError(
                ("signature",), SignatureMissing.code, SignatureMissing.ru, SignatureMissing.en
            )
        )
    if order.attachment(said.signature_id).kind is not AttachmentKind.SIGNATURE:
        raise NoSuchAttachment
    return said.signature_id


async def mark_told(db: Db, order_id: UUID, news: News) -> None:
    """Note what became of telling the client; what is void by now, or known, changes nothing."""
    order = await db.find(WorkOrder, order_id)
    if order is None or not order.hear(news):
        return
    said = {"state": news.state, "channel": news.channel, "reason": news.reason, "at": news.at}
    db.audit(f"workorders.note-{news.state}", order.id, new=said)
