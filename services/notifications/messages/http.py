"""The desk's door to messages, and the provider's door for its reports."""

from typing import Annotated
from uuid import UUID

from fastapi import Query

from chassis.actor import Actor
from chassis.http import NO_KEY, Page, Paging, Reads, Routes, Writes, needs, public
from contracts.rights import Permission
from services.notifications.messages import commands, queries
from services.notifications.messages.domain import State
from services.notifications.messages.schemas import MessageOut, SmsReport

router = Routes(prefix="/api/messages", tags=["messages"])
reports = Routes(prefix="/api/sms-reports", tags=["messages"])
Reader = Annotated[Actor, needs(Permission.MESSAGES_READ)]
Editor = Annotated[Actor, needs(Permission.MESSAGES_EDIT)]
Anybody = Annotated[Actor, public]


@router.get("")
async def told(
    db: Reads,
    actor: Reader,
    page: Paging,
    work_order_id: UUID | None = None,
    state: State | None = None,
) -> Page[MessageOut]:
    """Was he told? Messages of an order; or, by state, the calls to make and what is unclear."""
    return await queries.told(db, page, work_order_id=work_order_id, state=state)


@router.get("/{message_id}")
async def message(message_id: UUID, db: Reads, actor: Reader) -> MessageOut:
    """Show what became of one message."""
    return await queries.message(db, message_id)


@router.post("/{message_id}/resend")
async def send_again(message_id: UUID, db: Writes, actor: Editor) -> MessageOut:
    """Send a failed message, or one of unknown outcome, once more."""
    await commands.send_again(db, message_id)
    return await queries.message(db, message_id)


@router.post("/{message_id}/note-call")
async def note_call(message_id: UUID, db: Writes, actor: Editor) -> MessageOut:
    """The desk rang the client and told him."""
    await commands.note_call(db, message_id)
    return await queries.message(db, message_id)


@reports.post("", status_code=204, openapi_extra=NO_KEY)
async def note_report(
    report: SmsReport,
    db: Writes,
    actor: Anybody,
    proof: Annotated[str, Query(max_length=64)] = "",
) -> None:
    """The SMS provider reports; the proof that went out with the message says that it may."""
    await commands.note_report(db, report.id, report.fate, proof=proof)
