"""Work orders as stored: the sheet, its lines and files, frozen revisions, what others told us."""

from enum import StrEnum
from functools import cache
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import (
    ARRAY,
    BigInteger,
    Boolean,
    Column,
    Computed,
    Date,
    DateTime,
    Dialect,
    Enum,
    ForeignKey,
    Index,
    Integer,
    Numeric,
    SmallInteger,
    Table,
    Text,
    UniqueConstraint,
    Uuid,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.types import TypeDecorator

from chassis.db import new_metadata
from chassis.stores import Children, Store
from contracts.orders.items import Piece
from contracts.orders.words import AttachmentKind, CancelReason, Stage, ToldState, Urgency
from contracts.rights import Shop
from services.orders.workorders.domain import AttachedFile, Correction, Item, WorkOrder

metadata = new_metadata()
INSTANT = DateTime(timezone=True)
VERSION = 1
"""Of the JSON documents; a later form is read beside it."""


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


class Document(TypeDecorator[Any]):
    """A frozen value as one JSONB document `{"v": 1, …}`, always written and read whole."""

    impl = JSONB
    cache_ok = True

    def __init__(self, kind: Any) -> None:
        super().__init__()
        self.kind = kind

    def process_bind_param(self, value: Any, _dialect: Dialect) -> Any:
        """Return the document; what is empty is left out."""
        if value is None:
            return None
        body = _adapter(self.kind).dump_python(value, mode="json", exclude_defaults=True)
        return {"v": VERSION, "is": body}

    def process_result_value(self, value: Any, _dialect: Dialect) -> Any:
        """Return the value."""
        return None if value is None else _adapter(self.kind).validate_python(value["is"])


class Route(TypeDecorator[Any]):
    """Shops in the order of their steps."""

    impl = ARRAY(Text)
    cache_ok = True

    def process_bind_param(self, value: Any, _dialect: Dialect) -> Any:
        """Return their codes."""
        return None if value is None else [shop.value for shop in value]

    def process_result_value(self, value: Any, _dialect: Dialect) -> Any:
        """Return the shops."""
        return None if value is None else tuple(Shop(code) for code in value)


def _words(cls: type[StrEnum]) -> Enum:
    return Enum(
        cls,
        native_enum=False,
        length=20,
        values_callable=lambda members: [member.value for member in members],
    )


work_orders = Table(
    "work_orders",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("number", Text, nullable=False, comment="Л-0417/26, never reused"),
    Column("office_id", Uuid, nullable=False),
    Column("pickup_office_id", Uuid, nullable=False),
    Column("client_id", Uuid, nullable=False),
    Column("manager_id", Uuid, nullable=False),
    Column("stage", _words(Stage), nullable=False),
    Column("urgency", _words(Urgency), nullable=False),
    Column("promised_on", Date, nullable=False, comment="in the pick-up office's zone"),
    Column("price", Numeric(10, 2), comment="RUB"),
    Column("sequence", BigInteger, nullable=False),
    Column("content_version", Integer, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("summary", Text, nullable=False, comment="lines in words, to search in"),
    Column("summary_en", Text, nullable=False, server_default="", comment="the same in English"),
    Column("corrections", Document(tuple[Correction, ...]), nullable=False),
    Column("placed_at", INSTANT, nullable=False),
    Column("handed_over_at", INSTANT),
    Column("ready_at", INSTANT),
    Column("reopened_at", INSTANT),
    Column("told_at", INSTANT),
    Column("told_by", Text),
    Column("told_message_id", Uuid),
    Column("told_state", _words(ToldState), comment="what became of the message"),
    Column("told_state_at", INSTANT),
    Column("told_sequence", Integer, comment="step of the message's life that said so"),
    Column("told_reason", Text, comment="why he was not told, a stable code"),
    Column("back_at_office_at", INSTANT),
    Column("issued_at", INSTANT),
    Column("issued_by", Text),
    Column("signature_id", Uuid),
    Column("cancelled_at", INSTANT),
    Column("cancel_reason", _words(CancelReason)),
    UniqueConstraint("number"),
)
Index("ix_work_orders_folder", work_orders.c.stage, work_orders.c.promised_on, work_orders.c.id)
Index("ix_work_orders_placed", work_orders.c.stage, work_orders.c.placed_at, work_orders.c.id)
Index("ix_work_orders_newest", work_orders.c.placed_at, work_orders.c.id)
Index(
    "ix_work_orders_manager",
    work_orders.c.manager_id,
    work_orders.c.stage,
    work_orders.c.placed_at,
    work_orders.c.id,
)
Index("ix_work_orders_client_id", work_orders.c.client_id)
# One index for three columns: an order's words are put into it once, not three times.
Index(
    "ix_work_orders_searched_trgm",
    work_orders.c.number,
    work_orders.c.summary,
    work_orders.c.summary_en,
    postgresql_using="gin",
    postgresql_ops=dict.fromkeys(("number", "summary", "summary_en"), "gin_trgm_ops"),
)

# An archive is counted as it grows: counting it when asked takes longer every year.
CLOSED = (Stage.ISSUED, Stage.CANCELLED)
closed_orders = Table(
    "closed_orders",
    metadata,
    Column("stage", _words(Stage), primary_key=True),
    Column("office_id", Uuid, primary_key=True),
    Column("pickup_office_id", Uuid, primary_key=True),
    Column("manager_id", Uuid, primary_key=True),
    Column("count", BigInteger, nullable=False),
    comment="how many orders are issued or cancelled; kept by a trigger on work_orders",
)

items = Table(
    "work_order_items",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("order_id", Uuid, ForeignKey(work_orders.c.id), nullable=False),
    Column("position", Integer, nullable=False),
    Column("quantity", Integer, nullable=False),
    Column("route", Route, nullable=False),
    Column("piece", Document(Piece), nullable=False),
    Column("changed_in", Integer, nullable=False, comment="revision that last changed the line"),
    Column("product", Text, Computed("piece -> 'is' ->> 'product'", persisted=True)),
    Column("material", Text, Computed("piece -> 'is' ->> 'material'", persisted=True)),
    Column(
        "thickness_mm",
        Integer,
        Computed("(piece -> 'is' ->> 'thickness_mm')::integer", persisted=True),
    ),
)
Index("ix_work_order_items_order_id", items.c.order_id)

attachments = Table(
    "work_order_attachments",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("order_id", Uuid, ForeignKey(work_orders.c.id), nullable=False),
    Column("kind", _words(AttachmentKind), nullable=False),
    Column("name", Text, nullable=False, comment="as the desk called it; may be personal"),
    Column("media_type", Text, nullable=False, comment="by its bytes, not by its name"),
    Column("bytes", Integer, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("key", Text, nullable=False, comment="object in the file store"),
    Column("preview_key", Text, comment="picture of at most 1600 px, for shops"),
    Column("added_at", INSTANT, nullable=False),
    Column("added_by", Text, nullable=False),
)
Index("ix_work_order_attachments_order_id", attachments.c.order_id)

revisions = Table(
    "work_order_revisions",
    metadata,
    Column("order_id", Uuid, ForeignKey(work_orders.c.id), primary_key=True),
    Column("revision", Integer, primary_key=True),
    Column("content", JSONB, nullable=False, comment="the event that told it, whole"),
    Column("at", INSTANT, nullable=False),
    Column("by", Text, nullable=False),
)

numbers = Table(
    "work_order_numbers",
    metadata,
    Column("office_id", Uuid, primary_key=True),
    Column("year", SmallInteger, primary_key=True, comment="in the office's zone"),
    Column("last", Integer, nullable=False),
)

known_clients = Table(
    "known_clients",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("sequence", BigInteger, nullable=False),
    Column("name", Text, nullable=False),
    Column("phones", ARRAY(Text), nullable=False, comment="E.164"),
    Column("phone_digits", Text, nullable=False, comment="to search in"),
    Column("language", Text, nullable=False),
    Column("channel", Text, nullable=False),
    comment="projection of clients.clients.v1; personal",
)
Index(
    "ix_known_clients_name_trgm",
    known_clients.c.name,
    postgresql_using="gin",
    postgresql_ops={"name": "gin_trgm_ops"},
)
Index(
    "ix_known_clients_phone_digits_trgm",
    known_clients.c.phone_digits,
    postgresql_using="gin",
    postgresql_ops={"phone_digits": "gin_trgm_ops"},
)

known_offices = Table(
    "known_offices",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("sequence", BigInteger, nullable=False),
    Column("letter", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("zone", Text, nullable=False),
    Column("opens", Text, nullable=False),
    Column("closes", Text, nullable=False),
    Column("closed", ARRAY(Date), nullable=False),
    Column("opened", ARRAY(Date), nullable=False),
    Column("active", Boolean, nullable=False),
    comment="projection of gateway.offices.v1",
)

# Lines and files are never joined to the order: the statement that waits for its lock would bring
# them as they were before the wait.
Store(
    WorkOrder,
    work_orders,
    Children(
        attribute="items", cls=Item, table=items, parent="order_id", order=(items.c.position,)
    ),
    Children(
        attribute="attachments",
        cls=AttachedFile,
        table=attachments,
        parent="order_id",
        order=(attachments.c.added_at, attachments.c.id),
    ),
)
