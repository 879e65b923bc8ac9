"""Reads databases, topics, consumer groups and the SMS emulator after a fault."""

import asyncio
import hashlib
import json
from dataclasses import dataclass
from typing import Any

import psycopg
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient
from psycopg.conninfo import make_conninfo

from chassis.cli import find
from contracts.envelope import Audience, spec_of
from contracts.topics import CLIENTS, TOPICS, WORK_ORDERS
from deploy.demo.api import Person
from deploy.demo.feed import FeedClient
from deploy.embedded.databases import SERVICES
from deploy.embedded.system import System
from tests.faults.evidence import Evidence, Fact, Log, Reader, Sheet, shops_of

GROUPS = {group.group: (name, group) for name in SERVICES for group in find(name).consumers}
PLACES = [TopicPartition(topic.name, n) for topic in TOPICS for n in range(topic.partitions)]
_HURRY = {
    "orders": "UPDATE timers SET at = now() WHERE name = 'unseen-alarm' AND at > now()",
    "notifications": "UPDATE messages SET due_at = now() "
    "WHERE state IN ('queued', 'unknown') AND due_at > now()",
}
_LATER = "UPDATE messages SET claimed_at = claimed_at - interval '1 minute' WHERE state = 'sending'"
_POISON = b"\xff\xfe no event at all"
_OFFICES = {
    "gateway": "SELECT id::text, sequence FROM offices",
    "orders": "SELECT id::text, sequence FROM known_offices",
    "notifications": "SELECT id::text, sequence FROM known_offices",
}
_RENAMED = "SELECT new ->> 'phone' FROM audit WHERE action = 'office.changed'"
_FILES = "SELECT order_id::text, sha256, key FROM work_order_attachments"
_CONNECTIONS = """
SELECT count(*) FROM pg_stat_activity WHERE datname = %s AND application_name LIKE %s
"""
_CLIENTS, _KNOWN = "SELECT id::text FROM clients", "SELECT id::text FROM known_clients"
_SHEETS = """
SELECT o.id::text, o.number, o.stage, o.sequence,
       concat(i.piece #>> '{is,shape,width_mm}', '×', i.piece #>> '{is,shape,height_mm}')
FROM work_orders o JOIN work_order_items i ON i.order_id = o.id
"""


@dataclass(slots=True)
class Gather:
    """Where everything of one system is."""

    system: System
    log: Log
    desk: FeedClient
    tablet: FeedClient

    def rows(self, service: str, query: str, *values: Any) -> list[tuple[Any, ...]]:
        """Ask a service's database as its superuser; raises psycopg.Error."""
        dsn = make_conninfo(self.system.set.pg_dsn_super, dbname=f"vitrazh_{service}")
        with psycopg.connect(dsn, connect_timeout=3, autocommit=True) as connection:
            cursor = connection.execute(query.encode(), values or None)
            return cursor.fetchall() if cursor.description else []

    def hurry(self) -> None:
        """Let five working minutes and the hold of a message pass; a dead database waits."""
        for service, statement in _HURRY.items():
            try:
                self.rows(service, statement)
            except psycopg.Error:
                return

    def lease_ends(self) -> None:
        """Let a dead sender's half minute pass; only while no sender lives."""
        self.rows("notifications", _LATER)

    def outbox(self) -> dict[str, int]:
        """Count what has not left."""
        query = "SELECT count(*) FROM outbox WHERE published_at IS NULL"
        return {name: self.rows(name, query)[0][0] for name in SERVICES}

    def untold(self) -> int:
        """Count ready orders whose client has not been told."""
        query = "SELECT count(*) FROM work_orders WHERE stage = 'ready' AND told_at IS NULL"
        count: int = self.rows("orders", query)[0][0]
        return count

    async def lag(self) -> dict[str, int]:
        """Count what each group has not committed yet."""
        bootstrap = self.system.set.kafka_bootstrap
        admin = AIOKafkaAdminClient(bootstrap_servers=bootstrap)
        await admin.start()
        try:
            async with AIOKafkaConsumer(bootstrap_servers=bootstrap) as reader:
                ends = await reader.end_offsets(PLACES)
            behind = {}
            for name, (_, group) in GROUPS.items():
                done = await admin.list_consumer_group_offsets(name)
                mine = {topic.name for topic in group.topics}
                behind[name] = sum(
                    end - (done[place].offset if place in done else 0)
                    for place, end in ends.items()
                    if place.topic in mine
                )
        finally:
            await admin.close()
        return behind

    async def facts(self) -> list[Fact]:
        """Read every record of every topic."""
        found: list[Fact] = []
        bootstrap = self.system.set.kafka_bootstrap
        async with AIOKafkaConsumer(bootstrap_servers=bootstrap) as reader:
            reader.assign(PLACES)
            await reader.seek_to_beginning(*PLACES)
            ends = await reader.end_offsets(PLACES)
            while any([await reader.position(place) < end for place, end in ends.items()]):
                for records in (await reader.getmany(timeout_ms=200)).values():
                    found += [_fact(record) for record in records if record.headers]
        return found

    async def poison(self) -> None:
        """Put a record on the clients' topic that nobody can read; both its readers bury it."""
        self.log.poison += 1
        bootstrap = self.system.set.kafka_bootstrap
        async with AIOKafkaProducer(bootstrap_servers=bootstrap, acks="all") as producer:
            await producer.send_and_wait(CLIENTS.name, _POISON, key=b"nobody")

    def connections(self, service: str) -> int:
        """Count the connections that a service's processes hold."""
        count: int = self.rows(service, _CONNECTIONS, f"vitrazh_{service}", f"vitrazh-{service}%")[
            0
        ][0]
        return count

    async def evidence(self) -> Evidence:
        """Read everything."""
        stored = await asyncio.to_thread(self._stored)
        async with Person(self.system.set.sms_url) as reader:
            messages = [row["text"] for row in (await reader.get("/api/messages"))["items"]]
        return Evidence(
            log=self.log,
            facts=await self.facts(),
            messages=messages,
            lag=await self.lag(),
            handled={
                name: frozenset(spec_of(cls).type for cls in group.handles)
                for name, (_, group) in GROUPS.items()
            },
            readers={
                "desk": Reader(Audience.OFFICE, _applied(self.desk), None, self.desk.resets),
                "tablet": Reader(
                    Audience.SHOP, _applied(self.tablet), "workshop", self.tablet.resets
                ),
            },
            **stored,
        )

    def _stored(self) -> dict[str, Any]:
        written: dict[str, list[tuple[int, str, str]]] = {}
        query = "SELECT aggregateid, sequence, type, id::text FROM outbox WHERE aggregatetype = %s"
        for order_id, sequence, type_, id_ in self.rows("orders", query, WORK_ORDERS.name):
            written.setdefault(order_id, []).append((sequence, type_.split(".")[-2], id_))
        dead = "SELECT count(*) FROM dead_letters"
        inbox = "SELECT event_id::text FROM inbox WHERE consumer = %s"
        return {
            "sheets": {row[0]: Sheet(*row) for row in self.rows("orders", _SHEETS)},
            "clients": self._ids("clients", _CLIENTS),
            "known": {name: self._ids(name, _KNOWN) for name in ("orders", "notifications")},
            "written": written,
            "inbox": {
                name: frozenset(row[0] for row in self.rows(service, inbox, name))
                for name, (service, _) in GROUPS.items()
            },
            "dead": {name: self.rows(name, dead)[0][0] for name in SERVICES},
            "outbox": self.outbox(),
            "files": self._files(),
            "offices": {
                name: dict(self.rows(name, statement)) for name, statement in _OFFICES.items()
            },
            "renamed": self._ids("gateway", _RENAMED),
        }

    def _files(self) -> dict[str, list[tuple[str, bool]]]:
        store = self.system.root / "files" / "orders"
        found: dict[str, list[tuple[str, bool]]] = {}
        for order_id, digest, key in self.rows("orders", _FILES):
            file = store / key
            sound = file.exists() and hashlib.sha256(file.read_bytes()).hexdigest() == digest
            found.setdefault(order_id, []).append((digest, sound))
        return found

    def _ids(self, service: str, query: str) -> frozenset[str]:
        return frozenset(row[0] for row in self.rows(service, query))


def _applied(feed: FeedClient) -> dict[str, list[int]]:
    applied: dict[str, list[int]] = {}
    for told in feed.events:
        if told.type.startswith("orders."):
            applied.setdefault(told.subject, []).append(told.data["sequence"])
    return applied


def _fact(record: Any) -> Fact:
    headers = {name: value.decode() for name, value in record.headers}
    return Fact(
        topic=record.topic,
        partition=record.partition,
        offset=record.offset,
        key=record.key.decode(),
        id=headers["ce_id"],
        type=headers["ce_type"],
        sequence=int(headers["ce_sequence"]),
        shops=shops_of(json.loads(record.value)),
    )
