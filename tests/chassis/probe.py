"""A probe service: one aggregate, one consumer, one timer; knows nothing of glass.

It plays the part of `notifications`, because a topic's owner alone may write on it.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any
from uuid import UUID

from sqlalchemy import BigInteger, Column, Integer, Table, Text, Uuid, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import registry
from starlette.responses import Response

from chassis.actor import Actor
from chassis.bus import Consumers
from chassis.clock import now
from chassis.db import Db, Uow, new_metadata
from chassis.domain import Aggregate
from chassis.errors import Conflict, Stale
from chassis.http import (
    IfMatch,
    In,
    Out,
    Page,
    Paging,
    Reads,
    Routes,
    Writes,
    etag,
    keyset,
    needs,
    page_of,
    public,
)
from chassis.ids import new_id
from chassis.service import Service, Slice
from chassis.timers import Jobs
from contracts.envelope import Envelope
from contracts.notifications.events import MessageAccepted, MessageChannel, Purpose
from contracts.rights import Permission

metadata = new_metadata()
pots = Table(
    "pots",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("sequence", BigInteger, nullable=False),
    Column("version", Integer, nullable=False),
    Column("name", Text, nullable=False, unique=True),
)
tallies = Table(
    "tallies",
    metadata,
    Column("key", Uuid, primary_key=True),
    Column("count", Integer, nullable=False),
    Column("trail", Text, nullable=False),
)


@dataclass(eq=False)
class Pot(Aggregate):
    """A thing with a name."""

    id: UUID
    sequence: int
    version: int
    name: str

    def touch(self) -> None:
        """Record an event without changing a column (the trap of a weak identity map)."""
        self.record(accepted(self.id))

    def rename(self, name: str) -> None:
        """Change a column and record it."""
        self.name = name
        self.version += 1
        self.record(accepted(self.id))


registry().map_imperatively(Pot, pots)


def accepted(key: UUID) -> MessageAccepted:
    """Return an event to send about."""
    return MessageAccepted(
        message_id=key,
        work_order_id=key,
        client_id=key,
        purpose=Purpose.ORDER_READY,
        channel=MessageChannel.SMS,
        at=now(),
    )


class PotFull(Conflict):
    """A probe's refusal."""

    code = "pot-full"
    ru = "Горшок {name} полон"
    en = "Pot {name} is full"


class NewPot(In):
    """Input of a pot."""

    name: str
    count: int = 1


class PotOut(Out):
    """A pot on the wire."""

    id: UUID
    name: str
    version: int


consumers = Consumers("notifications.probe")
failures: dict[UUID, Exception] = {}
"""Keys whose handling fails, and how; tests fill it."""


@consumers.on(MessageAccepted)
async def on_accepted(event: MessageAccepted, note: Envelope, db: Db) -> None:
    """Count the events of a key, remembering their order."""
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


jobs = Jobs()


@jobs.timer("probe-alarm")
async def probe_alarm(key: str, payload: dict[str, Any], db: Db) -> None:
    """Rename the pot, under its lock."""
    pot = await db.load(Pot, UUID(key))
    pot.rename(payload["name"])


router = Routes(prefix="/api/pots")


@router.post("", status_code=201)
async def make_pot(
    body: NewPot,
    db: Writes,
    actor: Annotated[Actor, needs(Permission.CLIENTS_EDIT)],
    response: Response,
) -> PotOut:
    """Make a pot."""
    pot = Pot(new_id(), 0, 1, body.name)
    pot.touch()
    db.add(pot)
    db.audit("pot.made", pot.id, new={"name": body.name})
    etag(response, pot.version)
    if body.name == "full":
        raise PotFull(name=body.name)
    return PotOut(id=pot.id, name=pot.name, version=pot.version)


@router.put("/{pot_id}")
async def rename_pot(
    pot_id: UUID,
    body: NewPot,
    db: Writes,
    actor: Annotated[Actor, needs(Permission.CLIENTS_EDIT)],
    if_match: IfMatch,
) -> PotOut:
    """Rename a pot."""
    pot = await db.load(Pot, pot_id)
    if pot.version != if_match:
        raise Stale(current={"name": pot.name, "version": pot.version})
    pot.rename(body.name)
    return PotOut(id=pot.id, name=pot.name, version=pot.version)


@router.get("")
async def list_pots(
    db: Reads, page: Paging, actor: Annotated[Actor, needs(Permission.CLIENTS_READ)]
) -> Page[PotOut]:
    """List pots by name."""
    keys = [(pots.c.name, "asc"), (pots.c.id, "asc")]
    rows, following = page_of(await db.rows(keyset(select(pots), keys, page)), keys, page)
    return Page(items=[PotOut.model_validate(dict(row)) for row in rows], next=following)


@router.get("/write-by-mistake")
async def write_by_mistake(db: Reads, actor: Annotated[Actor, public]) -> None:
    """Try to write in a read."""
    await db.execute(update(pots).values(name="x"))


@router.get("/crash")
async def crash(actor: Annotated[Actor, public]) -> None:
    """Make a mistake of ours."""
    raise RuntimeError("inside: secret")


service = Service(
    name="notifications",
    slices=(
        Slice(
            name="probe", routes=(router,), consumers=(consumers,), jobs=jobs, metadata=metadata
        ),
    ),
    migrations=Path(__file__).parent,
)


async def add_pot(uow: Uow, name: str = "pot", touches: int = 1) -> UUID:
    """Make a pot with so many events."""
    async with uow.write(Actor.system("notifications")) as db:
        pot = Pot(new_id(), 0, 1, name)
        for _ in range(touches):
            pot.touch()
        db.add(pot)
    return pot.id
