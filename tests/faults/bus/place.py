"""The running system as these tests see it: databases, topics, groups, orders on their way."""

import asyncio
import hashlib
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import psycopg
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.errors import GroupIdNotFound, KafkaError
from aiokafka.protocol.admin import DeleteGroupsRequest
from psycopg.conninfo import make_conninfo

from chassis.cli import find
from chassis.kafka import PRODUCER
from chassis.record import Record
from chassis.testing import until
from contracts.topics import TOPICS, Topic
from deploy.demo.feed import FeedClient
from deploy.demo.pieces import HALLWAY
from deploy.demo.walk import Cast
from deploy.embedded.databases import SERVICES
from deploy.embedded.system import System

PATIENCE_S = 150.0
GROUPS = {group.group: (name, group) for name in SERVICES for group in find(name).consumers}
CONSUMING = tuple(sorted({name for name, _ in GROUPS.values()}))
"""Services that have a consumer group."""
_PASSING = {"idempotency", "alembic_version"}
"""Tables that change by themselves: keys run out."""

_GONE = {0, GroupIdNotFound.errno}


@dataclass(slots=True)
class Place:
    """A system, its people and tokens."""

    system: System
    cast: Cast
    desk_token: str
    tablets: list[str]
    made: int = 0
    figures: dict[str, str] = field(default_factory=dict)

    def rows(self, service: str, query: str, *values: Any) -> list[tuple[Any, ...]]:
        """Ask a service's database as its superuser."""
        dsn = make_conninfo(self.system.set.pg_dsn_super, dbname=f"vitrazh_{service}")
        with psycopg.connect(dsn, connect_timeout=5, autocommit=True) as connection:
            cursor = connection.execute(query.encode(), values or None)
            return cursor.fetchall() if cursor.description else []

    def state(self) -> dict[str, str]:
        """Return a sum of every row of every table of the services that consume."""
        return {
            f"{service}.{table}": self._sum(service, table)
            for service in CONSUMING
            for (table,) in self.rows(
                service, "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
            )
            if table not in _PASSING
        }

    def _sum(self, service: str, table: str) -> str:
        query = f'SELECT t::text FROM "{table}" t ORDER BY 1'  # noqa: S608 - its own names
        lines = [row[0] for row in self.rows(service, query)]
        return f"{len(lines)} rows, {hashlib.sha256(chr(10).join(lines).encode()).hexdigest()[:16]}"

    def dead(self) -> dict[str, list[tuple[Any, ...]]]:
        """Return the open and parked dead letters: topic, partition, offset, state, reason."""
        query = (
            'SELECT topic, partition, "offset", state, reason FROM dead_letters '
            "WHERE state IN ('open', 'parked')"
        )
        return {name: self.rows(name, query) for name in CONSUMING}

    def hurry(self) -> None:
        """Let the hold of every message, and pauses between tries, pass."""
        self.rows(
            "notifications",
            "UPDATE messages SET due_at = now() "
            "WHERE state IN ('queued', 'unknown') AND due_at > now()",
        )

    async def alarmed(self) -> None:
        """Let the five minutes of every unseen order pass, so that no alarm comes in between."""

        async def none_left() -> bool:
            query = "UPDATE timers SET at = now() WHERE name = 'unseen-alarm' RETURNING 1"
            return not self.rows("orders", query)

        await until(none_left, seconds=PATIENCE_S, every=0.5)

    @property
    def bootstrap(self) -> str:
        """Where the broker answers."""
        return self.system.set.kafka_bootstrap

    @asynccontextmanager
    async def administering(self) -> AsyncIterator[AIOKafkaAdminClient]:
        """Open an admin client."""
        admin = AIOKafkaAdminClient(bootstrap_servers=self.bootstrap)
        await admin.start()
        try:
            yield admin
        finally:
            await admin.close()

    async def forget_groups(self) -> None:
        """Delete every group with its offsets, once the broker has let its dead members go."""
        async with self.administering() as admin:
            for name in GROUPS:

                async def gone(name: str = name) -> bool:
                    coordinator = await admin.find_coordinator(name)
                    request = DeleteGroupsRequest([name])
                    answer = await admin._send_request(request, coordinator)
                    return all(code in _GONE for _, code in answer.results)

                await until(gone, seconds=PATIENCE_S, every=1)

    async def lag(self) -> dict[str, int]:
        """Count what each group has not committed yet."""
        behind = {}
        async with (
            self.administering() as admin,
            AIOKafkaConsumer(bootstrap_servers=self.bootstrap) as reader,
        ):
            for name, (_, group) in GROUPS.items():
                places = _places(group.topics)
                ends = await reader.end_offsets(places)
                done = await admin.list_consumer_group_offsets(name)
                behind[name] = sum(
                    end - (max(done[place].offset, 0) if place in done else 0)
                    for place, end in ends.items()
                )
        return behind

    async def settled(self) -> None:
        """Wait until every outbox is empty and no group lags."""

        async def quiet() -> bool:
            query = "SELECT count(*) FROM outbox WHERE published_at IS NULL"
            try:
                waiting = [self.rows(name, query)[0][0] for name in SERVICES]
                return not any(waiting) and not any((await self.lag()).values())
            except (KafkaError, psycopg.Error):
                return False

        await until(quiet, seconds=PATIENCE_S, every=0.5)

    async def log(self, topics: Sequence[Topic] = TOPICS) -> list[Record]:
        """Read every record of the topics, in the order of each partition."""
        places = _places(topics)
        found: list[Record] = []
        async with AIOKafkaConsumer(bootstrap_servers=self.bootstrap) as reader:
            reader.assign(places)
            await reader.seek_to_beginning(*places)
            ends = await reader.end_offsets(places)
            while any([await reader.position(place) < end for place, end in ends.items()]):
                for records in (await reader.getmany(timeout_ms=200)).values():
                    found += [
                        Record(r.topic, r.partition, r.offset, r.key, r.value, r.headers)
                        for r in records
                    ]
        return found

    async def produce(self, records: Sequence[Record]) -> list[tuple[str, int, int]]:
        """Put records on the bus as they are, a partition given (≥ 0) is kept; return their places."""
        async with AIOKafkaProducer(bootstrap_servers=self.bootstrap, **PRODUCER) as producer:
            sent = [
                await producer.send(
                    record.topic,
                    key=record.key,
                    value=record.value,
                    headers=list(record.headers),
                    partition=record.partition if record.partition >= 0 else None,
                )
                for record in records
            ]
            done = await asyncio.gather(*sent)
        return [(r.topic, d.partition, d.offset) for r, d in zip(records, done, strict=True)]

    def stop(self, *names: str) -> None:
        """End these services in order."""
        for name in names:
            self.system.services[name].stop()

    def start(self, *names: str) -> None:
        """Start them; waits until each is ready."""
        for name in names:
            self.system.services[name].start()

    def feed(self, token: str) -> FeedClient:
        """Return a client of the feed."""
        return FeedClient(self.system.gateway_url, {"Authorization": f"Bearer {token}"})

    async def draft(self, **changed: Any) -> dict[str, Any]:
        """The desk of «Ленина» writes an order of a mirror that no other order has."""
        self.made += 1
        shape = {"size": f"{400 + self.made % 900}×{500 + self.made // 900}"}
        line = HALLWAY | {"piece": HALLWAY["piece"] | {"shape": shape}}
        body = {"client_id": self.cast.clients["ivanova"], "items": [line]} | changed
        order: dict[str, Any] = await self.cast.desks["Л"].post("/api/work-orders", body)
        return order

    async def handed_over(self, **changed: Any) -> dict[str, Any]:
        """The same, in the hands of the workshop."""
        order = await self.draft(**changed)
        match = f'"{order["content_version"]}"'
        path = f"/api/work-orders/{order['id']}/hand-over"
        given: dict[str, Any] = await self.cast.desks["Л"].post(path, If_Match=match)
        return given

    async def ready(self, **changed: Any) -> dict[str, Any]:
        """The same, made and passed."""
        order = await self.handed_over(**changed)
        path, worker = f"/api/work-orders/{order['id']}", self.cast.shops["workshop"]
        tap = {"revision": 1, "shop": "workshop"}
        item = tap | {"item_id": order["items"][0]["id"]}
        for verb, body in (("accept", tap), ("start", item), ("finish", item | {"quantity": 1})):
            await worker.post(f"{path}/{verb}", body)
        await self.cast.head.post(f"{path}/pass-control", item | {"quantity": 1})
        return order


def _places(topics: Sequence[Topic]) -> list[TopicPartition]:
    return [TopicPartition(topic.name, n) for topic in topics for n in range(topic.partitions)]
