"""The bus: how fast a filled outbox leaves, and how fast a consumer takes it in."""

import asyncio
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

from chassis.codec import encode
from chassis.ids import new_id
from chassis.testing import until
from contracts.clients.events import ClientChanged, ClientKind, ContactChannel, Language
from contracts.envelope import spec_of
from tools.bench.cost import rss
from tools.bench.fill.copying import Connection, connect, copy_in
from tools.bench.stage import Stage

PATIENCE_S: Final = 180
_RELAY: Final = """
import asyncio
from chassis.kafka import make_topics
from chassis.relay import Relay
from chassis.settings import Settings
async def main():
    settings = Settings()
    await make_topics(settings)
    await Relay("orders", settings).run()
asyncio.run(main())
"""
_PUBLISHED: Final = """
SELECT count(*) FILTER (WHERE published_at > begun) AS count,
       extract(epoch FROM max(published_at) - min(begun))::float AS seconds
FROM (SELECT published_at, min(published_at) OVER () AS begun FROM outbox
      WHERE actor = 'system:bench') AS published
"""
_TAKEN: Final = """
SELECT count(*) FILTER (WHERE processed_at > begun) AS count,
       extract(epoch FROM max(processed_at) - min(begun))::float AS seconds
FROM (SELECT processed_at, min(processed_at) OVER () AS begun FROM inbox
      WHERE event_id = ANY($1::uuid[])) AS taken
"""
_COUNT: Final = "SELECT count(*) FROM inbox WHERE consumer = 'orders.workorders'"
_COLUMNS: Final = ("aggregatetype", "type", "payload", "correlationid")


@dataclass(frozen=True, slots=True)
class Drained:
    """So many events in so many seconds."""

    name: str
    count: int
    seconds: float
    rss: float = 0.0
    """MiB of the process behind it, after the work; 0 = not looked at."""

    @property
    def rate(self) -> float:
        """Events a second."""
        return self.count / self.seconds if self.seconds else 0.0


async def relay(stage: Stage, count: int) -> Drained:
    """Fill the outbox of the orders with real events, and let the real relay take it to Kafka.

    By the marks that the relay sets, the first batch apart; to topics that nobody listens to.
    """
    system = stage.system
    orders = system.services["orders"]
    connection = await connect(system.set.pg_dsn_super, "vitrazh_orders")
    orders.stop()
    try:
        await _fill_outbox(connection, count)
        told = os.environ | orders.env() | {"VITRAZH_TOPIC_PREFIX": "bench."}
        child = await asyncio.create_subprocess_exec(
            sys.executable, "-c", _RELAY, env=dict(told), cwd=str(orders.workdir())
        )
        try:
            await _until_empty(connection)
        finally:
            child.terminate()
            await child.wait()
        row = await connection.fetchrow(_PUBLISHED)
        await connection.execute("DELETE FROM outbox WHERE actor = 'system:bench'")
    finally:
        await connection.close()
        orders.start()
    return Drained("relay: outbox → Kafka, one leader, in order", row["count"], row["seconds"])


async def _fill_outbox(connection: Connection, count: int) -> None:
    kinds = await connection.fetch(
        "SELECT DISTINCT ON (type) * FROM outbox WHERE payload IS NOT NULL ORDER BY type, position"
    )
    keys, now = [str(new_id()) for _ in range(500)], datetime.now(UTC)
    await copy_in(
        connection,
        "outbox",
        [
            {name: kinds[number % len(kinds)][name] for name in _COLUMNS}
            | _head(keys[number % len(keys)], number, now)
            for number in range(count)
        ],
    )


def _head(key: str, sequence: int, now: datetime) -> dict[str, Any]:
    return {
        "id": new_id(),
        "aggregateid": key,
        "sequence": sequence,
        "time": now,
        "actor": "system:bench",
    }


async def _until_empty(connection: Connection) -> None:
    async def empty() -> bool:
        left = await connection.fetchval("SELECT count(*) FROM outbox WHERE published_at IS NULL")
        return not left

    await until(empty, seconds=PATIENCE_S)


async def consumer(stage: Stage, count: int) -> Drained:
    """Change so many clients while the orders service is away; it then takes them all in.

    By the times of its inbox rows; each event is one transaction with its inbox row and its effect.
    """
    system = stage.system
    away = [system.services[name] for name in ("orders", "notifications")]
    clients = await connect(system.set.pg_dsn_super, "vitrazh_clients")
    orders = await connect(system.set.pg_dsn_super, "vitrazh_orders")
    for service in away:
        service.stop()
    try:
        rows = [_changed(number) for number in range(count)]
        await copy_in(clients, "outbox", rows)
        await _until_empty(clients)
        away[0].start()
        row = await _taken(orders, [row["id"] for row in rows])
        used = rss(system, "orders")
        away[1].start()
    finally:
        await clients.close()
        await orders.close()
    return Drained("consumer with inbox: Kafka → effect", row["count"], row["seconds"], used)


def _changed(number: int) -> dict[str, Any]:
    client_id = new_id()
    event = ClientChanged(
        client_id=client_id,
        kind=ClientKind.PERSON,
        name=f"Ливнев Пётр {number}",
        phones=(f"+7800{number:07d}",),
        email=None,
        language=Language.RUSSIAN,
        channel=ContactChannel.SMS,
        office_id=None,
        manager_id=None,
    )
    spec = spec_of(ClientChanged)
    told = {"aggregatetype": spec.topic.name, "type": spec.type, "payload": encode(event)}
    return told | {"correlationid": "bench"} | _head(str(client_id), 1, datetime.now(UTC))


async def _taken(connection: Connection, ids: list[Any]) -> Mapping[str, Any]:
    """Wait by a count that costs next to nothing: who is measured has the machine to himself."""
    before = await connection.fetchval(_COUNT)

    async def all_in() -> bool:
        return bool(await connection.fetchval(_COUNT) >= before + len(ids))

    await until(all_in, seconds=PATIENCE_S, every=0.25)
    row: Mapping[str, Any] = await connection.fetchrow(_TAKEN, ids)
    return row
