"""What happens to one record: decode, inbox row, effects, commit — or a dead letter. Never a loss.

Infrastructure errors are tried for ever, since a database that is down says nothing about the
record. A record that fails by itself is tried a few times and becomes a dead letter, a row in the
same transaction as its inbox row; later records of its key are parked behind it, in order.
"""

import asyncio
import random
from collections.abc import Callable
from enum import StrEnum
from uuid import UUID

from opentelemetry.trace import SpanKind
from sqlalchemy import Boolean, Text, Uuid, bindparam, column, text

from chassis.actor import Actor
from chassis.bus import TOPIC_BY_NAME, Consumers
from chassis.codec import REGISTRY, decode
from chassis.db import Db, Uow
from chassis.dead_letters import bury, locked, purge, record_of, resolve, still_blocked
from chassis.erasure import forget_answers
from chassis.failpoints import failpoint
from chassis.outage import is_infrastructure
from chassis.record import Record, check_origin, check_place, key_text
from chassis.statements import Prepared
from chassis.telemetry import consumed, dead, log, span
from contracts.envelope import Envelope, MalformedRecord, read_headers, spec_of

LONGEST_PAUSE = 5.0


class Outcome(StrEnum):
    """What became of a record."""

    DONE = "done"
    DUPLICATE = "duplicate"
    SKIPPED = "skipped"
    PARKED = "parked"
    DEAD = "dead"


_CLAIM = Prepared(
    text(
        """
        WITH claimed AS (
          INSERT INTO inbox (consumer, event_id) VALUES (:consumer, :event)
          ON CONFLICT DO NOTHING RETURNING 1)
        SELECT EXISTS (SELECT 1 FROM claimed) AS fresh,
               EXISTS (SELECT 1 FROM dead_letters
                       WHERE consumer = :consumer AND topic = :topic AND key = :key
                         AND state IN ('open', 'parked')) AS blocked
        """
    )
    .bindparams(
        bindparam("consumer", type_=Text),
        bindparam("event", type_=Uuid),
        bindparam("topic", type_=Text),
        bindparam("key", type_=Text),
    )
    .columns(column("fresh", Boolean), column("blocked", Boolean))
)


class Inbox:
    """Takes the records of one consumer group, one at a time per key."""

    def __init__(
        self, consumers: Consumers, uow: Uow, *, tries: int = 5, backoff: float = 0.2
    ) -> None:
        self.consumers = consumers
        self.uow = uow
        self.tries = tries
        self.backoff = backoff

    async def take(self, record: Record, *, alive: Callable[[], None] = lambda: None) -> Outcome:
        """Process a record to its end; returns only when its fate is committed.

        `alive` is called at every try, so that a watchdog can tell waiting from being stuck.
        """
        outcome = await self._settle(record, alive)
        consumed.labels(self.consumers.group, outcome.value).inc()
        return outcome

    async def _settle(self, record: Record, alive: Callable[[], None]) -> Outcome:
        failures = pauses = 0
        while True:
            alive()
            try:
                return await self._attempt(record)
            except MalformedRecord as error:
                return await self._bury(record, error, failures + 1, alive)
            except Exception as error:  # noqa: BLE001 - its fate is decided by kind
                if is_infrastructure(error):
                    pauses += 1
                    log().warning("consumer waits", group=self.consumers.group, why=repr(error))
                    await self._pause(pauses)
                    continue
                failures += 1
                if failures >= self.tries:
                    return await self._bury(record, error, failures, alive)
            await self._pause(failures)

    async def _pause(self, number: int) -> None:
        pause = min(LONGEST_PAUSE, self.backoff * 2 ** min(number - 1, 10))
        await asyncio.sleep(pause * random.uniform(0.5, 1.0))  # noqa: S311 - jitter

    async def _attempt(self, record: Record) -> Outcome:
        if record.value is None:
            return await self._forget(record)
        note = read_headers(record.headers)
        cls = REGISTRY.get(note.type)
        if cls is not None and cls not in self.consumers.handlers:
            return Outcome.SKIPPED
        event = decode(note.type, record.value)
        check_origin(record.topic, record.key, note, type(event))
        return await self.apply(record, note, event)

    async def apply(self, record: Record, note: Envelope, event: object) -> Outcome:
        """Run the handler of a decoded event in one transaction with its inbox row."""
        group = self.consumers.group
        actor = Actor(subject=f"system:{self.uow.service}", correlation_id=note.correlation_id)
        attributes = {"messaging.destination": record.topic, "vitrazh.event_id": str(note.id)}
        with span(
            f"{group} {note.type}",
            parent=note.traceparent,
            kind=SpanKind.CONSUMER,
            attributes=attributes,
        ):
            async with self.uow.write(actor, causation_id=str(note.id)) as db:
                fresh, blocked = await self._claim(db, record, note.id)
                if not fresh:
                    return Outcome.DUPLICATE
                state = spec_of(type(event)).state
                if blocked and not state and await still_blocked(db, group, record):
                    reason = "parked behind an earlier dead letter of this key"
                    await bury(db, group, record, reason, tries=0, state="parked")
                    return Outcome.PARKED
                await self.consumers.handlers[type(event)](event, note, db)
                await failpoint("consumer.before_commit")
        return Outcome.DONE

    async def replay(self, letter_id: UUID) -> None:
        """Run a dead letter again, once: handler and `replayed` mark in one transaction.

        Raises:
            NotFound: there is no such letter, or it is resolved already.
        """
        async with self.uow.write(Actor.system(self.uow.service)) as db:
            record = record_of(await locked(db, letter_id))
            if record.value is None:
                await self._forget_in(db, record)
            else:
                note = read_headers(record.headers)
                event = decode(note.type, record.value)
                check_origin(record.topic, record.key, note, type(event))
                db.correlation_id, db.causation_id = note.correlation_id, str(note.id)
                handler = self.consumers.handlers.get(type(event))
                if handler is not None:  # None: a type we did not know and do not take
                    await handler(event, note, db)
            await resolve(db, letter_id, "replayed")

    async def _claim(self, db: Db, record: Record, event_id: UUID) -> tuple[bool, bool]:
        (row,) = await db.ask(
            _CLAIM,
            consumer=self.consumers.group,
            event=event_id,
            topic=record.topic,
            key=key_text(record.key),
        )
        return row["fresh"], row["blocked"]

    async def _forget(self, record: Record) -> Outcome:
        async with self.uow.write(Actor.system(self.uow.service)) as db:
            known = await self._forget_in(db, record)
        return Outcome.DONE if known else Outcome.SKIPPED

    async def _forget_in(self, db: Db, record: Record) -> bool:
        """Forget a key, with what our dead letters hold of it; False = nobody here keeps it."""
        key = _tombstone_key(record)
        await purge(db, self.consumers.group, record)
        forget = self.consumers.forgetters.get(record.topic)
        if forget is not None:
            await forget(key, db)
            await forget_answers(db.lane, str(key))
        return forget is not None

    async def _bury(
        self, record: Record, reason: BaseException, tries: int, alive: Callable[[], None]
    ) -> Outcome:
        group = self.consumers.group
        words = f"{type(reason).__name__}: {reason}"
        log().error("dead letter", group=group, topic=record.topic, offset=record.offset, why=words)
        pauses = 0
        while True:
            alive()
            try:
                async with self.uow.write(Actor.system(self.uow.service)) as db:
                    if not await _mark_seen(db, group, record):
                        return Outcome.DUPLICATE
                    await bury(db, group, record, words, tries=tries, state="open")
                await failpoint("consumer.after_dead_letter_before_ack")
                dead.labels(group).inc()
                return Outcome.DEAD
            except Exception as error:
                if not is_infrastructure(error):
                    raise
                pauses += 1
                await self._pause(pauses)


_SEE = text(
    "INSERT INTO inbox (consumer, event_id) VALUES (:consumer, :event) "
    "ON CONFLICT DO NOTHING RETURNING 1"
).bindparams(bindparam("consumer", type_=Text), bindparam("event", type_=Uuid))


async def _mark_seen(db: Db, group: str, record: Record) -> bool:
    """Note the event of a dead letter, so that a copy of it acts no more; False = known already.

    A record in a place that is not its own says nothing of the true event of that id.
    """
    try:
        note = read_headers(record.headers)
        check_place(record.topic, record.key, note)
    except MalformedRecord:
        return True
    row = await db.row(_SEE, {"consumer": group, "event": note.id})
    return row is not None


def _tombstone_key(record: Record) -> UUID:
    topic = TOPIC_BY_NAME.get(record.topic)
    if topic is None or not topic.compacted:
        raise MalformedRecord(f"no body, and {record.topic} forgets nothing")
    try:
        key = UUID((record.key or b"").decode())
    except ValueError as error:
        raise MalformedRecord("tombstone without an aggregate id as key") from error
    if str(key).encode() != record.key:
        raise MalformedRecord("tombstone whose key is no aggregate id as we write it")
    return key
