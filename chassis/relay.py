"""Relay: one leader per service takes the outbox to Kafka, in order, and marks after the acks.

Lock, LISTEN, SELECT and UPDATE share ONE connection, so that a leader that lost its lock cannot
read new rows. A failed batch is sent again as a whole and in the same order: what had arrived are
duplicates, which every consumer absorbs; nothing overtakes (reliability 1.4).
"""

import asyncio
from contextlib import AbstractContextManager, nullcontext
from typing import Any

import asyncpg
from aiokafka import AIOKafkaProducer
from opentelemetry.trace import SpanKind
from sqlalchemy.engine import make_url

from chassis import kafka
from chassis.failpoints import failpoint
from chassis.settings import Settings
from chassis.telemetry import (
    log,
    outbox_age,
    outbox_published,
    relay_restarts,
    span,
    traceparent,
)
from contracts.envelope import Envelope
from contracts.topics import TOPICS

BATCH = 500
DEADLINE_S = 8.0
CLOSE_S = 2.0
STANDBY_S = 0.5
BACKSTOP_S = 2.0
"""A NOTIFY may be lost with a connection: look at least this often."""
LOCK_NAME = "vitrazh-relay"
PERSONAL = frozenset(topic.name for topic in TOPICS if topic.personal)

_SELECT = f"""
SELECT position, id, aggregatetype, aggregateid, type, payload, sequence, time, actor,
       correlationid, causationid, traceparent
FROM outbox WHERE published_at IS NULL ORDER BY position LIMIT {BATCH}
"""  # noqa: S608 - a constant
_MARK = "UPDATE outbox SET published_at = now() WHERE position = ANY($1)"
# Rows of personal topics are purged once published: the compacted topic is their only copy.
_PURGE = "DELETE FROM outbox WHERE position = ANY($1)"
_SERVER = {
    # Planning the mark anew for each list of positions costs more than the mark. A plan that fits
    # every list may have been made while the table was empty, so it is told to go by the indexes.
    "plan_cache_mode": "force_generic_plan",
    "enable_seqscan": "off",
    # A mark that a crash of the server loses is a batch sent again, as after any other failure.
    "synchronous_commit": "off",
}
_AGE = "SELECT coalesce(extract(epoch FROM now() - min(time)), 0) FROM outbox WHERE published_at IS NULL"


class Relay:
    """Runs until stopped; any trouble = close everything, pause, begin anew."""

    def __init__(self, service: str, settings: Settings) -> None:
        self.service = service
        self.settings = settings
        self.leading = False
        self._stopping = asyncio.Event()
        self._wake = asyncio.Event()
        url = make_url(settings.database_url).set(drivername="postgresql")
        self._dsn = url.render_as_string(hide_password=False)

    def stop(self) -> None:
        """Ask the loop to end after the batch it is at."""
        self._stopping.set()
        self._wake.set()

    async def run(self) -> None:
        """Lead whenever the lock is free."""
        pause = 0.1
        while not self._stopping.is_set():
            try:
                await self._connected()
                pause = 0.1
            except Exception as error:  # noqa: BLE001 - without a relay nothing leaves
                relay_restarts.inc()
                log().warning("relay begins anew", why=repr(error))
                await asyncio.sleep(pause)
                pause = min(2.0, pause * 2)
            finally:
                self.leading = False

    async def _connected(self) -> None:
        connection = await asyncpg.connect(
            self._dsn,
            timeout=5,
            command_timeout=15,
            server_settings={"application_name": f"vitrazh-{self.service}-relay", **_SERVER},
        )
        try:
            await self._lead(connection)
        finally:
            await _close(connection)

    async def _lead(self, connection: "asyncpg.Connection[Any]") -> None:
        query = "SELECT pg_try_advisory_lock(hashtext($1))"
        while not await connection.fetchval(query, LOCK_NAME):
            if self._stopping.is_set():
                return
            await asyncio.sleep(STANDBY_S)
        self.leading = True
        await connection.add_listener("outbox", self._notified)
        producer = kafka.producer(self.settings)
        try:
            await asyncio.wait_for(producer.start(), DEADLINE_S)
            await self._drain(connection, producer)
        finally:
            await kafka.close(producer, CLOSE_S)

    def _notified(self, *_: object) -> None:
        self._wake.set()

    async def _drain(
        self, connection: "asyncpg.Connection[Any]", producer: AIOKafkaProducer
    ) -> None:
        last = False
        while not last:
            last = self._stopping.is_set()  # and what was committed before the stop still leaves
            self._wake.clear()
            rows = await connection.fetch(_SELECT)
            if rows:
                await asyncio.wait_for(self._send(producer, rows), DEADLINE_S)
                await failpoint("relay.after_send_before_mark")
                await _mark(connection, rows)
                outbox_published.inc(len(rows))
            if len(rows) < BATCH and not self._stopping.is_set():
                await self._sleep(connection)

    async def _sleep(self, connection: "asyncpg.Connection[Any]") -> None:
        try:
            await asyncio.wait_for(self._wake.wait(), BACKSTOP_S)
        except TimeoutError:
            outbox_age.set(float(await connection.fetchval(_AGE)))

    async def _send(self, producer: AIOKafkaProducer, rows: list[Any]) -> None:
        acks = []
        for index, row in enumerate(rows):
            with _publishing(row):
                acks.append(
                    await producer.send(
                        self.settings.topic_prefix + row["aggregatetype"],
                        key=row["aggregateid"].encode(),
                        value=row["payload"].encode() if row["payload"] is not None else None,
                        headers=self._headers(row),
                    )
                )
            if index == len(rows) // 2:
                await failpoint("relay.mid_batch")
        await asyncio.gather(*acks)

    def _headers(self, row: Any) -> list[tuple[str, bytes]]:
        if row["payload"] is None:
            return []
        return Envelope(
            id=row["id"],
            source=self.service,
            type=row["type"],
            time=row["time"],
            subject=row["aggregateid"],
            sequence=row["sequence"],
            actor=row["actor"],
            correlation_id=row["correlationid"],
            causation_id=row["causationid"],
            dataschema=f"urn:vitrazh:schema:{row['type']}",
            traceparent=traceparent() or row["traceparent"],
        ).headers()


def _publishing(row: Any) -> AbstractContextManager[Any]:
    """Open the span of a row whose cause has a trace; what has none begins none here."""
    if row["traceparent"] is None:
        return nullcontext()
    return span(
        f"publish {row['type']}",
        parent=row["traceparent"],
        kind=SpanKind.PRODUCER,
        attributes={"messaging.destination": row["aggregatetype"]},
    )


async def _mark(connection: "asyncpg.Connection[Any]", rows: list[Any]) -> None:
    """Note what has arrived; a stop in between sends the rest a second time."""
    for statement, of_persons in ((_MARK, False), (_PURGE, True)):
        told = [r["position"] for r in rows if (r["aggregatetype"] in PERSONAL) is of_persons]
        if told:
            await connection.execute(statement, told)


async def _close(connection: "asyncpg.Connection[Any]") -> None:
    try:
        await asyncio.wait_for(connection.close(timeout=CLOSE_S), CLOSE_S)
    except (asyncpg.PostgresError, asyncpg.InterfaceError, OSError, TimeoutError):
        log().warning("the database connection did not close in time")
