"""Offices over HTTP: everybody reads, an administrator edits."""

from typing import Annotated
from uuid import UUID

from starlette.responses import Response

from chassis.actor import Actor
from chassis.http import IfMatch, Page, Paging, Reads, Routes, Writes, etag, needs
from contracts.rights import Permission
from gateway.offices import commands, queries
from gateway.offices.schemas import ChangeOut, NewOfficeIn, OfficeIn, OfficeOut

router = Routes(prefix="/api/offices", tags=["offices"])


@router.get("")
async def all_offices(
    db: Reads, page: Paging, actor: Annotated[Actor, needs(Permission.OFFICES_READ)]
) -> Page[OfficeOut]:
    """The offices, by name."""
    return await queries.all_offices(db, page)


@router.get("/{office_id}")
async def office(
    office_id: UUID,
    db: Reads,
    response: Response,
    actor: Annotated[Actor, needs(Permission.OFFICES_READ)],
) -> OfficeOut:
    """One office."""
    shown = await queries.office(db, office_id)
    etag(response, shown.version)
    return shown


@router.get("/{office_id}/history")
async def history(
    office_id: UUID,
    db: Reads,
    page: Paging,
    actor: Annotated[Actor, needs(Permission.OFFICES_EDIT)],
) -> Page[ChangeOut]:
    """Who changed what of the office, newest first."""
    return await queries.history(db, office_id, page)


@router.post("", status_code=201)
async def open_office(
    body: NewOfficeIn,
    db: Writes,
    response: Response,
    actor: Annotated[Actor, needs(Permission.OFFICES_EDIT)],
) -> OfficeOut:
    """A new office opens."""
    office_id = await commands.open_office(db, body.letter, body.facts())
    shown = await queries.office(db, office_id)
    response.headers["Location"] = f"{router.prefix}/{office_id}"
    etag(response, shown.version)
    return shown


@router.put("/{office_id}")
async def change_office(
    office_id: UUID,
    body: OfficeIn,
    db: Writes,
    response: Response,
    actor: Annotated[Actor, needs(Permission.OFFICES_EDIT)],
    if_match: IfMatch,
) -> OfficeOut:
    """The office is as written now."""
    await commands.change_office(db, office_id, body.facts(), version=if_match)
    shown = await queries.office(db, office_id)
    etag(response, shown.version)
    return shown
