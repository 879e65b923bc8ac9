"""The desk's door to the work orders."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Annotated, Any, Literal
from urllib.parse import quote
from uuid import UUID, uuid5

from fastapi import Header, Query, Request, Response
from starlette.responses import StreamingResponse

from chassis.actor import Actor
from chassis.db import Db, ReadDb
from chassis.errors import Stale
from chassis.files import Files
from chassis.http import NO_KEY, IfMatch, Page, Paging, Reads, Routes, Writes, etag, needs
from contracts.orders.words import AttachmentKind, Stage
from contracts.rights import Permission
from services.orders.workorders import commands, queries
from services.orders.workorders.domain import WorkOrder
from services.orders.workorders.domain.filekinds import MAX_FILE_BYTES
from services.orders.workorders.queries.folders import Wanted
from services.orders.workorders.schemas import (
    CancelIn,
    ContentIn,
    Counts,
    HistoryRow,
    IssueIn,
    PhotoOut,
    PlaceIn,
    PriceIn,
    RevisionOut,
    WorkOrderOut,
    WorkOrderRow,
)

router = Routes(prefix="/api/work-orders", tags=["work-orders"])

Reader = Annotated[Actor, needs(Permission.ORDERS_READ)]
Editor = Annotated[Actor, needs(Permission.ORDERS_EDIT)]
Canceller = Annotated[Actor, needs(Permission.ORDERS_CANCEL)]
Mover = Annotated[Actor, needs(Permission.ORDERS_MOVE)]
Issuer = Annotated[Actor, needs(Permission.ORDERS_ISSUE)]
Reporter = Annotated[Actor, needs(Permission.PRODUCTION_REPORT)]
QueueReader = Annotated[Actor, needs(Permission.QUEUE_READ)]
Key = Annotated[
    str,
    Header(alias="Idempotency-Key", pattern=r"^[\x21-\x7e]{1,255}$"),
]
FileName = Annotated[str, Query(alias="name", min_length=1, max_length=200)]
UPLOAD = {
    **NO_KEY,
    "requestBody": {
        "required": True,
        "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
    },
}
"""The key makes the file's id, so a repeat finds it; see `commands.attach`."""
SVG: dict[int | str, dict[str, Any]] = {
    200: {"content": {"image/svg+xml": {"schema": {"type": "string"}}}}
}


async def _whole(db: Db, response: Response, order: WorkOrder) -> WorkOrderOut:
    """Answer from the order in hand: what this transaction wrote is not read again."""
    etag(response, order.content_version)
    return await queries.shown(db, order)


@asynccontextmanager
async def _shown_when_stale(db: Db, order_id: UUID) -> AsyncIterator[None]:
    """Put today's state into a 412."""
    try:
        yield
    except Stale as error:
        current = await queries.work_order(db, order_id)
        raise Stale(**error.params, current=current.model_dump(mode="json")) from error


@router.post("", status_code=201)
async def place(said: PlaceIn, db: Writes, actor: Editor, response: Response) -> WorkOrderOut:
    """Write a draft; it has its number from now on."""
    order = await commands.place(db, said)
    response.headers["Location"] = f"{router.prefix}/{order.id}"
    return await _whole(db, response, order)


@router.get("")
async def folder(  # noqa: PLR0917 - a route lists its parts
    db: Reads,
    actor: Reader,
    page: Paging,
    folder: Annotated[Stage | None, Query(description="None = all")] = None,
    office: UUID | None = None,
    client: UUID | None = None,
    mine: bool = False,
    late: bool = False,
    q: Annotated[
        str | None,
        Query(max_length=100, description="Number, its digits, item, date, phone, name"),
    ] = None,
) -> Page[WorkOrderRow]:
    """Return a folder, or what was found."""
    wanted = Wanted(stage=folder, office_id=office, client_id=client, mine=mine, late=late, text=q)
    return await queries.folder(db, wanted, page)


@router.get("/counts")
async def counts(db: Reads, actor: Reader, office: UUID | None = None) -> Counts:
    """Return how full the folders are."""
    return await queries.counts(db, office_id=office)


@router.get("/{order_id}")
async def work_order(order_id: UUID, db: Reads, actor: Reader, response: Response) -> WorkOrderOut:
    """Return the order, whole; its ETag is the version to edit."""
    order = await queries.work_order(db, order_id)
    etag(response, order.content_version)
    return order


@router.get("/{order_id}/history")
async def history(order_id: UUID, db: Reads, actor: Reader, page: Paging) -> Page[HistoryRow]:
    """Return who did what to the order, newest first."""
    return await queries.history(db, order_id, page)


@router.get("/{order_id}/revisions")
async def revisions(order_id: UUID, db: Reads, actor: Reader) -> list[RevisionOut]:
    """Return what the shops were told, newest first."""
    return await queries.revisions(db, order_id)


@router.get("/{order_id}/items/{item_id}/drawing", response_class=Response, responses=SVG)
async def drawing(
    order_id: UUID,
    item_id: UUID,
    db: Reads,
    actor: QueueReader,
    language: Literal["ru", "en"] | None = None,
) -> Response:
    """Return the item drawn to scale."""
    picture = await queries.drawn(db, order_id, item_id, language)
    headers = _guarded("inline") | {"Cache-Control": "private, no-cache"}
    return Response(picture, media_type="image/svg+xml", headers=headers)


@router.put("/{order_id}")
async def edit(
    order_id: UUID, said: ContentIn, db: Writes, actor: Editor, version: IfMatch, response: Response
) -> WorkOrderOut:
    """Rewrite the draft."""
    async with _shown_when_stale(db, order_id):
        order = await commands.edit(db, order_id, said, version=version)
    return await _whole(db, response, order)


@router.post("/{order_id}/hand-over")
async def hand_over(
    order_id: UUID, db: Writes, actor: Editor, version: IfMatch, response: Response
) -> WorkOrderOut:
    """Give the order to the shops."""
    async with _shown_when_stale(db, order_id):
        order = await commands.hand_over(db, order_id, version=version)
    return await _whole(db, response, order)


@router.post("/{order_id}/correct")
async def correct(
    order_id: UUID, said: ContentIn, db: Writes, actor: Editor, version: IfMatch, response: Response
) -> WorkOrderOut:
    """Change what the shops have; they must accept it again."""
    async with _shown_when_stale(db, order_id):
        order = await commands.correct(db, order_id, said, version=version)
    return await _whole(db, response, order)


@router.put("/{order_id}/price")
async def set_price(
    order_id: UUID, said: PriceIn, db: Writes, actor: Editor, version: IfMatch, response: Response
) -> WorkOrderOut:
    """Say what the order costs."""
    async with _shown_when_stale(db, order_id):
        order = await commands.set_price(db, order_id, said.price, version=version)
    return await _whole(db, response, order)


@router.post("/{order_id}/cancel")
async def cancel(
    order_id: UUID, said: CancelIn, db: Writes, actor: Canceller, response: Response
) -> WorkOrderOut:
    """Stop the order for good."""
    order = await commands.cancel(db, order_id, said.reason, note=said.note)
    return await _whole(db, response, order)


@router.post("/{order_id}/mark-back-at-office")
async def mark_back_at_office(
    order_id: UUID, db: Writes, actor: Mover, response: Response
) -> WorkOrderOut:
    """The order lies at its pick-up office."""
    order = await commands.mark_back_at_office(db, order_id)
    return await _whole(db, response, order)


@router.post("/{order_id}/issue")
async def issue(
    order_id: UUID, said: IssueIn, db: Writes, actor: Issuer, response: Response
) -> WorkOrderOut:
    """The client has it and signed."""
    order = await commands.issue(db, order_id, said)
    return await _whole(db, response, order)


@router.post(
    "/{order_id}/attachments",
    status_code=201,
    max_body_size=MAX_FILE_BYTES + 1,
    openapi_extra=UPLOAD,
)
async def attach(
    order_id: UUID,
    request: Request,
    db: Writes,
    actor: Editor,
    response: Response,
    key: Key,
    name: FileName,
    kind: AttachmentKind = AttachmentKind.DRAWING,
) -> WorkOrderOut:
    """Add a drawing, photo, template or signature: the body is the file, at most 25 MiB."""
    order = await commands.attach(db, order_id, _upload(request, order_id, actor, key, name, kind))
    return await _whole(db, response, order)


@router.post(
    "/{order_id}/photos", status_code=201, max_body_size=MAX_FILE_BYTES + 1, openapi_extra=UPLOAD
)
async def attach_photo(
    order_id: UUID, request: Request, db: Writes, actor: Reporter, key: Key, response: Response
) -> PhotoOut:
    """Add a photograph from the shop floor."""
    upload = _upload(request, order_id, actor, key, "photo.jpg", AttachmentKind.PHOTO)
    await commands.attach_photo(db, order_id, upload)
    response.headers["Location"] = f"{router.prefix}/{order_id}/attachments/{upload.id}"
    return PhotoOut(id=upload.id)


def _upload(
    request: Request, order_id: UUID, actor: Actor, key: str, name: str, kind: AttachmentKind
) -> commands.Upload:
    file_id = uuid5(order_id, f"{actor.subject}\n{key}")
    return commands.Upload(id=file_id, kind=kind, name=name, chunks=request.stream())


@router.delete("/{order_id}/attachments/{attachment_id}")
async def detach(
    order_id: UUID, attachment_id: UUID, db: Writes, actor: Editor, response: Response
) -> WorkOrderOut:
    """Take a file off the order."""
    order = await commands.detach(db, order_id, attachment_id)
    return await _whole(db, response, order)


@router.get("/{order_id}/attachments/{attachment_id}", response_class=StreamingResponse)
async def download(
    order_id: UUID, attachment_id: UUID, db: Reads, actor: Reader
) -> StreamingResponse:
    """Return the file as it was given, to be saved, never to be opened in place."""
    row = await queries.attachment(db, order_id, attachment_id)
    return await _original(db, row["key"], queries.shown_name(db, row), row["media_type"])


@router.get("/{order_id}/attachments/{attachment_id}/preview", response_class=StreamingResponse)
async def preview(
    order_id: UUID, attachment_id: UUID, db: Reads, actor: QueueReader
) -> StreamingResponse:
    """Return what a shop may see: a picture of at most 1600 px, other files to be saved."""
    row = await queries.attachment(db, order_id, attachment_id, for_shop=True)
    if row["preview_key"] is None:
        return await _original(db, row["key"], f"{attachment_id}", row["media_type"])
    chunks = await db.port(Files).open(row["preview_key"])
    return StreamingResponse(chunks, media_type="image/jpeg", headers=_guarded("inline"))


async def _original(db: ReadDb, key: str, name: str, media_type: str) -> StreamingResponse:
    chunks = await db.port(Files).open(key)
    how = f"attachment; filename*=UTF-8''{quote(name, safe='')}"
    return StreamingResponse(chunks, media_type=media_type, headers=_guarded(how))


def _guarded(disposition: str) -> dict[str, str]:
    """What keeps a foreign file from running anything in our pages."""
    return {
        "Content-Disposition": disposition,
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "sandbox; default-src 'none'",
        "Cache-Control": "private, max-age=3600",
    }
