"""Files of an order: the object first, then its row; orphans are swept."""

from collections.abc import AsyncIterable
from dataclasses import dataclass
from uuid import UUID

from chassis.db import Db
from chassis.errors import FieldError, Forbidden, Invalid
from chassis.files import Files, Stored
from chassis.idempotency import IdempotencyKeyReused
from contracts.orders.words import AttachmentKind
from contracts.rights import Permission
from services.orders.workorders.domain import AttachedFile, WorkOrder
from services.orders.workorders.domain.filekinds import (
    MAX_FILE_BYTES,
    PICTURES,
    may_be,
    media_type_of,
)
from services.orders.workorders.domain.refusals import FileEmpty, FileKindRefused
from services.orders.workorders.ports import Pictures


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """A file on its way in; `id` is the same when the same request comes again."""

    id: UUID
    kind: AttachmentKind
    name: str
    chunks: AsyncIterable[bytes]


async def attach(db: Db, order_id: UUID, upload: Upload) -> WorkOrder:
    """Add a file to an order of one's own office; a repeat of the request changes nothing.

    No statement runs before the last byte is here, so that a slow line holds no connection.

    Raises:
        TooLarge: more than 25 MiB.
        FileKindRefused, FileEmpty, PictureUnreadable: not a file that we keep.
        OrderClosed: the order is issued or cancelled.
        IdempotencyKeyReused: the key came with another file before.
    """
    return await _keep(db, order_id, upload, by_shop=False)


async def attach_photo(db: Db, order_id: UUID, upload: Upload) -> None:
    """Add a photograph from the shop floor (to a question, to a defect).

    Raises:
        Forbidden: the order goes to none of the actor's shops.
    """
    await _keep(db, order_id, upload, by_shop=True)


async def detach(db: Db, order_id: UUID, attachment_id: UUID) -> WorkOrder:
    """Take a file off; its bytes go with the next sweep.

    Raises:
        NoSuchAttachment, AttachmentInUse, OrderClosed: see the domain.
    """
    order = await db.load(WorkOrder, order_id)
    db.actor.require(Permission.ORDERS_EDIT, office_id=order.office_id)
    file = order.detach(attachment_id)
    db.audit("workorders.detach", order.id, old={"attachment_id": file.id, "kind": file.kind})
    return order


async def keep_signature(db: Db, order: WorkOrder, attachment_id: UUID, svg: bytes) -> UUID:
    """Keep the client's signature among the order's files; return its id."""
    stored = await db.port(Files).put_bytes(svg)
    order.attach(
        _file(db, attachment_id, AttachmentKind.SIGNATURE, "signature.svg", stored, "image/svg+xml")
    )
    return attachment_id


async def _keep(db: Db, order_id: UUID, upload: Upload, *, by_shop: bool) -> WorkOrder:
    files = db.port(Files)
    stored = await files.put(upload.chunks, limit=MAX_FILE_BYTES)
    preview: Stored | None = None
    try:
        media_type = _media_type(upload, stored)
        if media_type in PICTURES:
            smaller = await db.port(Pictures).shrink(await files.read(stored.key))
            preview = await files.put_bytes(smaller)
        file = _file(db, upload.id, upload.kind, upload.name, stored, media_type)
        file.preview_key = preview.key if preview else None
        order, added = await _add(db, order_id, file, by_shop=by_shop)
    except BaseException:
        await _drop(files, stored, preview)
        raise
    if not added:
        await _drop(files, stored, preview)
    return order


async def _add(
    db: Db, order_id: UUID, file: AttachedFile, *, by_shop: bool
) -> tuple[WorkOrder, bool]:
    """Add the row; False = an earlier try of the same request did."""
    order = await db.load(WorkOrder, order_id)
    if by_shop:
        _require_shop(db, order)
    else:
        db.actor.require(Permission.ORDERS_EDIT, office_id=order.office_id)
    if file.id in order.file_ids:
        if order.attachment(file.id).sha256 != file.sha256:
            raise IdempotencyKeyReused
        return order, False
    order.attach(file)
    db.audit(
        "workorders.attach",
        order.id,
        new={"attachment_id": file.id, "kind": file.kind, "sha256": file.sha256},
    )
    return order, True


def _require_shop(db: Db, order: WorkOrder) -> None:
    may = [s for s in order.shops if db.actor.may(Permission.PRODUCTION_REPORT, shop=s)]
    if not may:
        raise Forbidden(permission=Permission.PRODUCTION_REPORT.value)


def _media_type(upload: Upload, stored: Stored) -> str:
    if stored.size == 0:
        raise FileEmpty(FieldError(("file",), FileEmpty.code, FileEmpty.ru, FileEmpty.en))
    media_type = media_type_of(stored.head)
    if media_type is None or not may_be(upload.kind, media_type):
        raise _refused()
    return media_type


def _refused() -> Invalid:
    kind = FileKindRefused
    return kind(FieldError(("file",), kind.code, kind.ru, kind.en))


async def _drop(files: Files, *objects: Stored | None) -> None:
    for stored in objects:
        if stored is not None:
            await files.discard(stored.key)


def _file(
    db: Db, id_: UUID, kind: AttachmentKind, name: str, stored: Stored, media_type: str
) -> AttachedFile:
    return AttachedFile(
        id=id_,
        kind=kind,
        name=name,
        media_type=media_type,
        bytes=stored.size,
        sha256=stored.sha256,
        key=stored.key,
        added_at=db.now,
        added_by=db.actor.subject,
    )
