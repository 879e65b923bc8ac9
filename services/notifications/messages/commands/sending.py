"""The sender: claims a row, calls the provider outside any transaction, writes what came of it.

A row is `sending` before the call, so a killed sender leaves a trace; a second sender never takes
it. What nobody answered is `unknown` and is asked about, never blindly repeated.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import Column, ColumnElement, Select, bindparam, literal_column, select

from chassis.actor import Actor
from chassis.db import Db, Uow
from chassis.failpoints import failpoint
from chassis.statements import Prepared
from chassis.telemetry import log
from contracts.clients.events import ContactChannel
from contracts.notifications.events import MessageChannel
from services.notifications.messages.domain import (
    LEASE,
    Address,
    Fate,
    Letter,
    Message,
    Place,
    State,
    choose,
    write,
)
from services.notifications.messages.ports import MailServer, Outcome, SmsProvider, Verdict
from services.notifications.messages.tables import known_clients, known_offices, messages


@dataclass(frozen=True, slots=True)
class Claimed:
    """What the sender took into its hands."""

    message_id: UUID
    key: UUID
    attempt: int
    letter: Letter
    correlation_id: str


def _look(state: State, since: Column[datetime], *more: ColumnElement[bool]) -> Prepared:
    """Return the question whether a message is in this state since some moment.

    The state stands in the text: so its partial index serves every plan.
    """
    named = messages.c.state == literal_column(f"'{state.value}'")
    due = since <= bindparam("moment")
    return Prepared(select(messages.c.id).where(named, due, *more).limit(1))


_QUEUED = _look(State.QUEUED, messages.c.due_at)
_UNKNOWN = _look(State.UNKNOWN, messages.c.due_at, messages.c.channel == MessageChannel.SMS)
_SENDING = _look(State.SENDING, messages.c.claimed_at)


async def _is_there(uow: Uow, look: Prepared, *, age: timedelta = timedelta()) -> bool:
    """Look without a transaction: all day long there is mostly nothing to take."""
    async with uow.read(Actor.system(uow.service)) as db:
        return bool(await db.ask(look, moment=db.now - age))


async def send_next(uow: Uow) -> bool:
    """Send one message that is due; False = none is."""
    if not await _is_there(uow, _QUEUED):
        return False
    me = Actor.system(uow.service)
    async with uow.write(me) as db:
        message = await _take(db, _due(State.QUEUED, db))
        if message is None:
            return False
        claimed = await _claim(db, message)
    if claimed is None:
        return True  # there was nothing to send: to be rung, or nobody to write to
    await failpoint("notify.after_claim")
    outcome = await _call(uow, claimed)
    await failpoint("notify.after_provider_ok")
    async with uow.write(me, correlation_id=claimed.correlation_id) as db:
        await _settle(db, claimed, outcome)
    return True


def _due(state: State, db: Db) -> Select[tuple[UUID]]:
    return (
        select(messages.c.id)
        .where(messages.c.state == state, messages.c.due_at <= db.now)
        .order_by(messages.c.due_at)
        .limit(1)
        .with_for_update(skip_locked=True)
    )


async def _take(db: Db, statement: Select[tuple[UUID]]) -> Message | None:
    message_id = await db.scalar(statement)
    if message_id is None:
        return None
    message = await db.load(Message, message_id)
    db.correlation_id = message.correlation_id
    return message


async def _claim(db: Db, message: Message) -> Claimed | None:
    """Write the letter (or keep the one of this key) and take the row."""
    letter = message.letter or await _write(db, message)
    if letter is None:
        return None
    message.claim(letter, at=db.now)
    return Claimed(
        message.id, message.provider_key, message.attempts, letter, message.correlation_id
    )


async def _write(db: Db, message: Message) -> Letter | None:
    """Return the letter by today's card of the client, or settle why there is none."""
    client = await db.row(select(known_clients).where(known_clients.c.id == message.client_id))
    if client is None:
        message.fail("client-unknown", at=db.now)
        return None
    address = Address(
        phones=tuple(client["phones"]),
        email=client["email"],
        language=client["language"],
        channel=client["channel"],
    )
    if address.channel is ContactChannel.PHONE:
        message.need_call(at=db.now)
        return None
    way = choose(address)
    if way is None:
        message.fail("no-address", at=db.now)
        return None
    office = await db.row(
        select(known_offices).where(known_offices.c.id == message.pickup_office_id)
    )
    if office is None:
        message.wait_for_office(at=db.now)
        return None
    place = Place(
        **{name: office[name] for name in ("name", "address", "phone", "opens", "closes")}
    )
    return write(
        message.purpose,
        way,
        address.language,
        number=message.order_number,
        place=place,
        lines=message.lines,
    )


async def _call(uow: Uow, claimed: Claimed) -> Outcome:
    """Hand the letter to its provider; a second try by SMS asks first what became of the one before."""
    if claimed.letter.channel is MessageChannel.EMAIL:
        mail: MailServer = uow.ports[MailServer]
        return await mail.send(claimed.key, claimed.letter)
    sms: SmsProvider = uow.ports[SmsProvider]
    if claimed.attempt > 1:
        fate = await sms.ask(claimed.key)
        if fate is Fate.NO_ANSWER:
            return Outcome(Verdict.TRY_LATER, "not asked")
        if fate is not Fate.NEVER_ARRIVED:
            return Outcome(Verdict.ACCEPTED, f"asked: {fate}")
    return await sms.send(claimed.key, claimed.letter)


async def _settle(db: Db, claimed: Claimed, outcome: Outcome) -> None:
    """Write what the provider answered, if the row is still in this sender's hands."""
    message = await db.load(Message, claimed.message_id)
    mine = message.state is State.SENDING and message.attempts == claimed.attempt
    if outcome.verdict is Verdict.ACCEPTED and message.provider_key == claimed.key:
        message.confirm(at=db.now)
    elif not mine:
        return
    elif outcome.verdict is Verdict.TRY_LATER:
        message.try_later(at=db.now)
    elif outcome.verdict is Verdict.REFUSED:
        message.fail("refused", at=db.now)
    else:
        message.lose(at=db.now)
    db.audit("message.sent", message.id, new={"state": message.state, "attempt": claimed.attempt})
    log().info(
        "message sent",
        message=str(message.id),
        channel=claimed.letter.channel,
        verdict=outcome.verdict,
        detail=outcome.detail,
        state=message.state,
    )


async def find_lost(uow: Uow) -> bool:
    """Find a message whose sender died with it: its outcome is unknown; False = none."""
    if not await _is_there(uow, _SENDING, age=LEASE):
        return False
    async with uow.write(Actor.system(uow.service)) as db:
        lost = (
            select(messages.c.id)
            .where(messages.c.state == State.SENDING, messages.c.claimed_at <= db.now - LEASE)
            .limit(1)
            .with_for_update(skip_locked=True)
        )
        message = await _take(db, lost)
        if message is None:
            return False
        message.lose(at=db.now)
        db.audit("message.lost", message.id)
    return True


async def ask_next(uow: Uow) -> bool:
    """Ask the provider of SMS about one message of unknown outcome; False = none is due.

    Mails are not asked about: nobody could answer. They stay `unknown` until a person decides.
    """
    if not await _is_there(uow, _UNKNOWN):
        return False
    me = Actor.system(uow.service)
    async with uow.write(me) as db:
        by_sms = _due(State.UNKNOWN, db).where(messages.c.channel == MessageChannel.SMS)
        message = await _take(db, by_sms)
        if message is None:
            return False
        message.ask_later(at=db.now)  # also the lease of this question
        message_id, key, cause = message.id, message.provider_key, message.correlation_id
    sms: SmsProvider = uow.ports[SmsProvider]
    fate = await sms.ask(key)
    async with uow.write(me, correlation_id=cause) as db:
        message = await db.load(Message, message_id)
        if message.state is not State.UNKNOWN or message.provider_key != key:
            return True
        message.learn(fate, at=db.now)
        if message.changed_at == db.now:
            db.audit("message.asked", message_id, new={"fate": fate, "state": message.state})
    return True
