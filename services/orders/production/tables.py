"""The shop floor as stored: revisions in shops, items in shops, questions to the desk."""

from enum import StrEnum

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    DateTime,
    Enum,
    ForeignKey,
    Index,
    Integer,
    Table,
    Text,
    Uuid,
    text,
)

from chassis.db import new_metadata
from chassis.stores import Children, Store
from contracts.orders.work import WorkState
from contracts.rights import Shop
from services.orders.production.domain import ItemWork, Production, Question, ShopOrder

metadata = new_metadata()
INSTANT = DateTime(timezone=True)


def _words(cls: type[StrEnum]) -> Enum:
    return Enum(
        cls,
        native_enum=False,
        length=16,
        values_callable=lambda members: [member.value for member in members],
    )


productions = Table(
    "productions",
    metadata,
    Column("id", Uuid, primary_key=True, comment="work order; its row is locked before"),
    comment="orders that a shop has done anything about",
)

shop_orders = Table(
    "shop_orders",
    metadata,
    Column("order_id", Uuid, ForeignKey(productions.c.id), primary_key=True),
    Column("revision", Integer, primary_key=True),
    Column("shop", _words(Shop), primary_key=True),
    Column("received_at", INSTANT),
    Column("received_by", Text),
    Column("seen_at", INSTANT),
    Column("seen_by", Text),
    Column("seen_operator_id", Uuid),
    Column("accepted_at", INSTANT),
    Column("accepted_by", Text),
    Column("accepted_operated_at", INSTANT),
    Column("accepted_operator_id", Uuid),
    Column("accepted_operator_verified", Boolean, nullable=False),
    Column("accepted_device_id", Uuid),
    Column("completed_at", INSTANT, comment="all items of the shop passed its control"),
    Column("unseen_at", INSTANT, comment="when the alarm went off"),
    comment="no row for the current revision = sent",
)

Index(
    "ix_shop_orders_unseen",
    shop_orders.c.order_id,
    shop_orders.c.revision,
    postgresql_where=text("unseen_at IS NOT NULL AND seen_at IS NULL AND accepted_at IS NULL"),
)

item_work = Table(
    "item_work",
    metadata,
    Column("order_id", Uuid, ForeignKey(productions.c.id), primary_key=True),
    Column("item_id", Uuid, primary_key=True),
    Column("shop", _words(Shop), primary_key=True),
    Column("revision", Integer, nullable=False, comment="older than the item's change = void"),
    Column("state", _words(WorkState), nullable=False),
    Column("done", Integer, nullable=False),
    Column("passed", Integer, nullable=False),
    Column("step", Text, nullable=False, comment="last verb"),
    Column("by", Text, nullable=False),
    Column("step_at", INSTANT, nullable=False, comment="server's clock"),
    Column("operated_at", INSTANT, nullable=False, comment="tablet's clock"),
    Column("operator_id", Uuid),
    Column("operator_verified", Boolean, nullable=False),
    Column("device_id", Uuid),
    Column("device_sequence", BigInteger),
    Column("before_state", _words(WorkState), comment="what the last step is taken back to"),
    Column("before_done", Integer),
    CheckConstraint("0 <= passed and passed <= done", name="pieces"),
    comment="no row = queued",
)

questions = Table(
    "questions",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("order_id", Uuid, ForeignKey(productions.c.id), nullable=False),
    Column("revision", Integer, nullable=False),
    Column("shop", _words(Shop), nullable=False),
    Column("text", Text, nullable=False),
    Column("item_id", Uuid),
    Column("photo_id", Uuid),
    Column("asked_at", INSTANT, nullable=False),
    Column("asked_by", Text, nullable=False),
    Column("operated_at", INSTANT, nullable=False),
    Column("operator_id", Uuid),
    Column("operator_verified", Boolean, nullable=False),
    Column("answered_at", INSTANT),
    Column("answered_by", Text),
    Column("answer_text", Text),
)
Index("ix_questions_order_id", questions.c.order_id)
Index("ix_questions_open", questions.c.order_id, postgresql_where=text("answered_at IS NULL"))

Store(
    Production,
    productions,
    Children(
        attribute="shop_orders",
        cls=ShopOrder,
        table=shop_orders,
        parent="order_id",
        order=(shop_orders.c.revision, shop_orders.c.shop),
    ),
    Children(
        attribute="works",
        cls=ItemWork,
        table=item_work,
        parent="order_id",
        order=(item_work.c.item_id, item_work.c.shop),
    ),
    Children(
        attribute="questions",
        cls=Question,
        table=questions,
        parent="order_id",
        order=(questions.c.asked_at, questions.c.id),
    ),
)
