"""The probe's routes."""

from collections.abc import Awaitable, Callable
from datetime import date
from decimal import Decimal
from typing import Annotated, Any
from uuid import UUID

from pydantic import AwareDatetime, Field
from sqlalchemy import select, update
from starlette.responses import Response

from chassis.actor import Actor
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
from chassis.http.paging import Keys
from chassis.ids import new_id
from chassis.money import Rub
from contracts.notifications.events import MessageChannel
from contracts.rights import Permission
from tests.chassis.pots import Pot, pots


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
    parts: Annotated[list[NewPot], Field(max_length=3, default_factory=list)]


class PotOut(Out):
    """A pot on the wire."""

    id: UUID
    name: str
    version: int


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
    keys: Keys = [(pots.c.name, "asc"), (pots.c.id, "asc")]
    rows, following = page_of(await db.rows(keyset(select(pots), keys, page)), keys, page)
    return Page(items=[PotOut.model_validate(dict(row)) for row in rows], next=following)


@router.get("/by-version")
async def list_by_version(
    db: Reads, page: Paging, actor: Annotated[Actor, needs(Permission.CLIENTS_READ)]
) -> Page[PotOut]:
    """List pots, the most changed first."""
    keys: Keys = [(pots.c.version, "desc"), (pots.c.name, "asc"), (pots.c.id, "desc")]
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
async def search(db: Reads, q: str, number: int, actor: Annotated[Actor, public]) -> dict[str, int]:
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
