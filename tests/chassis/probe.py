"""A probe service: one aggregate, one consumer, one timer; knows nothing of glass.

It plays the part of `notifications`, because a topic's owner alone may write on it.
"""

from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert

from chassis.bus import Consumers
from chassis.db import Db, ReadDb
from chassis.projections import upsert_if_newer
from chassis.service import Service, Slice, State
from chassis.timers import Jobs
from contracts.clients.events import ClientChanged
from contracts.envelope import Envelope
from contracts.notifications.events import MessageAccepted
from contracts.topics import CLIENTS, MESSAGES
from tests.chassis.pots import Pot, accepted, add_pot, client, metadata, people, pots, tallies
from tests.chassis.probe_http import gates, router

__all__ = ["Pot", "accepted", "add_pot", "client", "gates", "people", "pots", "service", "tallies"]


consumers = Consumers("notifications.probe")
failures: dict[UUID, Exception] = {}
"""Keys whose handling fails, and how; tests fill it."""
hooks: dict[UUID, Callable[[Db], Awaitable[None]]] = {}
"""What is done first when a key is handled; tests fill it."""


@consumers.on(MessageAccepted)
async def on_accepted(event: MessageAccepted, note: Envelope, db: Db) -> None:
    """Count the events of a key, remembering their order."""
    if event.client_id in hooks:
        await hooks[event.client_id](db)
    if event.client_id in failures:
        raise failures[event.client_id]
    statement = insert(tallies).values(key=note.subject, count=1, trail=str(note.sequence))
    await db.execute(
        statement.on_conflict_do_update(
            index_elements=[tallies.c.key],
            set_={
                "count": tallies.c.count + 1,
                "trail": tallies.c.trail + "," + statement.excluded.trail,
            },
        )
    )


@consumers.on(ClientChanged)
async def on_client(event: ClientChanged, note: Envelope, db: Db) -> None:
    """Keep a projection of a person."""
    if event.client_id in failures:
        raise failures[event.client_id]
    values = {"id": event.client_id, "sequence": note.sequence, "name": event.name}
    await upsert_if_newer(db, people, values)


@consumers.on_tombstone(CLIENTS)
async def forget_client(key: UUID, db: Db) -> None:
    """Forget a person."""
    if key in failures:
        raise failures[key]
    await db.execute(delete(people).where(people.c.id == key))


jobs = Jobs()


@jobs.timer("probe-alarm")
async def probe_alarm(key: str, payload: dict[str, Any], db: Db) -> None:
    """Rename the pot, under its lock."""
    pot = await db.load(Pot, UUID(key))
    pot.rename(payload["name"])


async def states(db: Db | ReadDb) -> AsyncIterator[State]:
    """Return every pot for a republish."""
    for row in await db.rows(select(pots).order_by(pots.c.id)):
        yield State(row["id"], row["sequence"], accepted(row["id"]))


service = Service(
    name="notifications",
    slices=(
        Slice(name="probe", routes=(router,), consumers=(consumers,), jobs=jobs, metadata=metadata),
    ),
    migrations=Path(__file__).parent,
    republish={MESSAGES: states},
)
