"""The desk's door to the client base."""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Response

from chassis.actor import Actor
from chassis.http import IfMatch, Page, Paging, Reads, Routes, Writes, etag, needs
from contracts.rights import Permission
from services.clients.registry import commands, queries
from services.clients.registry.schemas import ChangeOut, ClientIn, ClientOut, ClientRow, Suspect

router = Routes(prefix="/api/clients", tags=["clients"])
Reader = Annotated[Actor, needs(Permission.CLIENTS_READ)]
Editor = Annotated[Actor, needs(Permission.CLIENTS_EDIT)]
Eraser = Annotated[Actor, needs(Permission.CLIENTS_ERASE)]
Typed = Annotated[str, Query(max_length=200)]


@router.get("")
async def search(db: Reads, actor: Reader, page: Paging, q: Typed = "") -> Page[ClientRow]:
    """Find a client by any part of the name, the phone or the e-mail, while it is typed."""
    return await queries.search(db, q, page)


@router.post("", status_code=201)
async def take_down(card: ClientIn, db: Writes, actor: Editor, response: Response) -> ClientOut:
    """Take a new client down."""
    client_id = await commands.take_down(db, card.card())
    response.headers["Location"] = f"/api/clients/{client_id}"
    shown = await queries.client(db, client_id)
    etag(response, shown.version)
    return shown


@router.get("/duplicates")
async def duplicates(
    db: Reads,
    actor: Reader,
    phone: Typed = "",
    email: Typed = "",
    name: Typed = "",
    but: UUID | None = None,
) -> list[Suspect]:
    """Warn while a card is typed: who may be the same client, and why (`but`: not this one)."""
    return await queries.duplicates(db, phone=phone, email=email, name=name, but=but)


@router.get("/{client_id}")
async def client(client_id: UUID, db: Reads, actor: Reader, response: Response) -> ClientOut:
    """Show a client's card."""
    shown = await queries.client(db, client_id)
    etag(response, shown.version)
    return shown


@router.put("/{client_id}")
async def correct(
    client_id: UUID,
    card: ClientIn,
    db: Writes,
    actor: Editor,
    if_match: IfMatch,
    response: Response,
) -> ClientOut:
    """Correct a client's card; the history keeps what stood there."""
    await commands.correct(db, client_id, card.card(), version=if_match)
    shown = await queries.client(db, client_id)
    etag(response, shown.version)
    return shown


@router.get("/{client_id}/history")
async def history(client_id: UUID, db: Reads, actor: Reader, page: Paging) -> Page[ChangeOut]:
    """Show who changed what on the card, the newest first."""
    return await queries.history(db, client_id, page)


@router.delete("/{client_id}", status_code=204)
async def erase(client_id: UUID, db: Writes, actor: Eraser) -> None:
    """Forget a client who asked for it, in every service; his orders keep a bare id."""
    await commands.erase(db, client_id)
