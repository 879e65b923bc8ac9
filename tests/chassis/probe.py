"""A probe service: one aggregate, one consumer, one timer; knows nothing of glass.

It plays the part of `notifications`, because a topic's owner alone may write on it.
"""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any
from uuid import UUID

from pydantic import AwareDatetime, Field
from sqlalchemy import BigInteger, Column, Integer, Table, Text, Uuid, delete, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import registry
from starlette.responses import Response

from chassis.actor import Actor
from chassis.bus import Consumers
from chassis.clock import now
from chassis.db import Db, ReadDb, Uow, new_metadata
from chassis.domain import Aggregate
from chassis.errors import Conflict, Stale
from chassis.http import (
    NO_KEY,
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
from chassis.money import Rub
from chassis.projections import upsert_if_newer
from chassis.service import Service, Slice, State
from chassis.timers import Jobs
from contracts.clients.events import ClientChanged, ClientKind, ContactChannel, Language
from contracts.envelope import Envelope
from contracts.notifications.events import MessageAccepted, MessageChannel, Purpose
from contracts.rights import Permission
from contracts.topics import CLIENTS, MESSAGES

metadata = new_metadata()
pots = Table(
    "pots",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("sequence", BigInteger, nullable=False),
    Column("version", Integer, nullable=False),
    Column("name", Text, nullable=False, unique=True),
)
people = Table(
    "people",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("sequence", BigInteger, nullable=False),
    Column("name", Text, nullable=False),
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


def client(key: UUID, name: str = "Иванова Мария Петровна") -> ClientChanged:
    """Return the state of a person."""
    return ClientChanged(
        client_id=key,
        kind=ClientKind.PERSON,
        name=name,
        phones=("+79215551234",),
        language=Language.RUSSIAN,
        channel=ContactChannel.SMS,
    )


class PotFull(Conflict):
    """A probe's refusal."""

    code = "pot-full"
    ru = "Горшок {name} полон"
    en = "Pot {name} is full"


gates: dict[str, Callable[[Any], Awaitable[None]]] = {}
"""What is done first when a pot of this name is made; tests fill it."""


class NewPot(In):
    """Input of a pot."""

    name: str
    count: int = 1


class Odd(In):
    """Input with a field of every kind."""

    name: Annotated[str, Field(min_length=2)]
    count: Annotated[int, Field(ge=1, le=1000)] = 1
    price: Rub = Decimal(0)
    day: date | None = None
    at: AwareDatetime | None = None
    id: UUID | None = None
    channel: MessageChannel = MessageChannel.SMS
    parts: Annotated[list[NewPot], Field(max_length=3)] = []


class PotOut(Out):
    """A pot on the wire."""

    id: UUID
    name: str
    version: int


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


router = Routes(prefix="/api/pots")


@router.post("", status_code=201)
async def make_pot(
    body: NewPot,
    db: Writes,
    actor: Annotated[Actor, needs(Permission.CLIENTS_EDIT)],
    response: Response,
) -> PotOut:
    """Make a pot."""
    if body.name in gates:
        await gates[body.name](db)
    pot = Pot(new_id(), 0, 1, body.name)
    pot.touch()
    db.add(pot)
    db.audit("pot.made", pot.id, new={"name": body.name})
    etag(response, pot.version)
    response.headers["Location"] = f"/api/pots/{pot.id}"
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


@router.get("/by-version")
async def list_by_version(
    db: Reads, page: Paging, actor: Annotated[Actor, needs(Permission.CLIENTS_READ)]
) -> Page[PotOut]:
    """List pots, the most changed first."""
    keys = [(pots.c.version, "desc"), (pots.c.name, "asc"), (pots.c.id, "desc")]
    rows, following = page_of(await db.rows(keyset(select(pots), keys, page)), keys, page)
    return Page(items=[PotOut.model_validate(dict(row)) for row in rows], next=following)


@router.post("/check", openapi_extra=NO_KEY)
async def check(body: Odd, actor: Annotated[Actor, public]) -> dict[str, str]:
    """Say that the input is right; changes nothing, so it needs no key."""
    return {"price": f"{body.price:.2f}"}


@router.get("/of-anybody")
async def of_anybody(actor: Annotated[Actor, public]) -> dict[str, str]:
    """Say who asks."""
    return {"subject": actor.subject}


@router.get("/wait")
async def wait(db: Reads, actor: Annotated[Actor, public]) -> None:
    """Hold a connection until told to go on."""
    await db.scalar(select(1))
    await gates["wait"](db)


@router.get("/search")
async def search(
    db: Reads, q: str, number: int, actor: Annotated[Actor, public]
) -> dict[str, int]:
    """Look for a name and a number, whatever they hold."""
    rows = await db.rows(select(pots).where(pots.c.name == q, pots.c.version == number))
    return {"found": len(rows)}


@router.get("/write-by-mistake")
async def write_by_mistake(db: Reads, actor: Annotated[Actor, public]) -> None:
    """Try to write in a read."""
    await db.execute(update(pots).values(name="x"))


@router.get("/crash")
async def crash(actor: Annotated[Actor, public]) -> None:
    """Make a mistake of ours."""
    raise RuntimeError("inside: secret")


async def states(db: Db | ReadDb) -> AsyncIterator[State]:
    """Return every pot for a republish."""
    for row in await db.rows(select(pots).order_by(pots.c.id)):
        yield State(row["id"], row["sequence"], accepted(row["id"]))


service = Service(
    name="notifications",
    slices=(
        Slice(
            name="probe", routes=(router,), consumers=(consumers,), jobs=jobs, metadata=metadata
        ),
    ),
    migrations=Path(__file__).parent,
    republish={MESSAGES: states},
)


async def add_pot(uow: Uow, name: str = "pot", touches: int = 1) -> UUID:
    """Make a pot with so many events."""
    async with uow.write(Actor.system("notifications")) as db:
        pot = Pot(new_id(), 0, 1, name)
        for _ in range(touches):
            pot.touch()
        db.add(pot)
    return pot.id
