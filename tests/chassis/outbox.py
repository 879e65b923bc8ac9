"""What a relay has done: who leads, what is on the bus, and in which order."""

from collections.abc import Sequence
from uuid import UUID

from aiokafka import ConsumerRecord
from sqlalchemy import text

from chassis.actor import Actor
from chassis.relay import Relay
from chassis.settings import Settings
from chassis.testing import World, until
from contracts.envelope import read_headers
from tests.chassis.probe import Pot
from tests.chassis.records import everything, of_key

SYSTEM = Actor.system("notifications")
_CUT = text(
    "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
    " WHERE application_name = 'vitrazh-notifications-relay' AND datname = current_database()"
)


async def leads(relay: Relay) -> None:
    """Wait until a relay has the lock."""

    async def leading() -> bool:
        return relay.leading

    await until(leading)


async def cut(world: World) -> int:
    """End every relay's session in PostgreSQL, as a network that breaks would."""
    async with world.uow.write(SYSTEM) as db:
        return int(await db.scalar(_CUT))


def first_sequences(records: Sequence[ConsumerRecord], key: UUID) -> list[int]:
    """Return the sequences of a key by the first place of each in the log."""
    seen: dict[UUID, int] = {}
    for item in of_key(records, key):
        note = read_headers(item.headers)
        seen.setdefault(note.id, note.sequence)
    return list(seen.values())


async def arrived_in_order(settings: Settings, key: UUID, count: int) -> list[ConsumerRecord]:
    """Assert that all events of a key are on the bus, none before its time; return the log."""
    log = await everything(settings)
    assert first_sequences(log, key) == list(range(1, count + 1))
    return log


async def touch(world: World, key: UUID, times: int = 1) -> None:
    """Cause events, each in a transaction of its own."""
    for _ in range(times):
        async with world.uow.write(SYSTEM) as db:
            (await db.load(Pot, key)).touch()
