"""What a person of the desk, or the provider's report, does to a message."""

from uuid import UUID

from sqlalchemy import select

from chassis.db import Db
from chassis.errors import NotFound
from chassis.ids import new_id
from contracts.rights import Permission
from services.notifications.messages.domain import Fate, Message
from services.notifications.messages.ports import ReportSeal
from services.notifications.messages.tables import messages


async def send_again(db: Db, message_id: UUID) -> None:
    """Send a failed message, or one of unknown outcome, once more.

    Raises:
        NotFound: no such message.
        MessageNotSentAgain: it is on its way or done.
        OrderNoLongerReady: there is nothing to tell any more.
    """
    message = await db.load(Message, message_id)
    db.actor.require(Permission.MESSAGES_EDIT)
    message.send_again(new_key=new_id(), at=db.now)
    db.audit("message.sent-again", message_id)


async def note_call(db: Db, message_id: UUID) -> None:
    """Note that the desk rang the client and told him.

    Raises:
        NotFound: no such message.
        MessageNotCalled: he is told, or will be without a call.
        OrderNoLongerReady: there is nothing to tell any more.
    """
    message = await db.load(Message, message_id)
    db.actor.require(Permission.MESSAGES_EDIT)
    message.call_made(at=db.now)
    db.audit("message.call-made", message_id)


async def note_report(db: Db, key: UUID, fate: Fate, *, proof: str) -> None:
    """Take a provider's delivery report; the same report twice is one.

    Raises:
        NotFound: the proof is not the one that went out with the message, or there is no message.
    """
    if not db.port(ReportSeal).proves(key, proof):
        raise NotFound
    message_id = await db.scalar(select(messages.c.id).where(messages.c.provider_key == key))
    if message_id is None:
        raise NotFound
    message = await db.load(Message, message_id)
    before = message.state
    message.learn(fate, at=db.now)
    db.correlation_id = message.correlation_id
    if message.state is not before:
        db.audit(
            "message.reported", message_id, old={"state": before}, new={"state": message.state}
        )
