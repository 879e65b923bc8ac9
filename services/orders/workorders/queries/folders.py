"""Folders of the desk: Draft, In work, Ready, Archive, Cancelled; and finding an order."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Select,
    Uuid,
    bindparam,
    cast,
    func,
    literal,
    or_,
    select,
    union_all,
)

from chassis.actor import Actor
from chassis.db import ReadDb
from chassis.http import Page, PageParams
from chassis.http.paging import Keys, Listed
from chassis.statements import THESE, Prepared
from contracts.orders.words import Stage
from contracts.rights import Permission
from services.orders.workorders.queries.late import late, with_pickup
from services.orders.workorders.queries.stages import at_stage
from services.orders.workorders.queries.summary import summary_for
from services.orders.workorders.queries.words import Word, says, spoken
from services.orders.workorders.schemas import Counts, FolderCount, WorkOrderRow
from services.orders.workorders.tables import CLOSED, closed_orders, known_clients, work_orders

_columns = work_orders.c
Row = Mapping[str, Any]
Also = ColumnElement[bool]
Narrows = frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What the desk looks for; None = does not matter."""

    stage: Stage | None = None
    office_id: UUID | None = None
    """Took it or hands it out."""
    client_id: UUID | None = None
    mine: bool = False
    late: bool = False
    text: str | None = None
    also: Also | None = None
    """What another slice wants of the orders: one of its constants."""

    def narrows(self) -> Narrows:
        """Return what it is narrowed to, by name."""
        asked = {
            "client": self.client_id is not None,
            "late": self.late,
            "mine": self.mine,
            "office": self.office_id is not None,
        }
        return frozenset(name for name, said in asked.items() if said)

    def values(self, db: ReadDb) -> dict[str, Any]:
        """Return the values of a statement that is narrowed so."""
        return {
            "client": self.client_id,
            "me": db.actor.staff_id,
            "now": db.now,
            "office": self.office_id,
        }


async def folder(db: ReadDb, wanted: Wanted, page: PageParams) -> Page[WorkOrderRow]:
    """Return a page of orders: what is made or waits by promised date, the rest newest first.

    Raises:
        Forbidden: the actor reads no orders.
        Invalid: the cursor is not one of this list.
    """
    rows, following = await found(db, wanted, page)
    return Page(items=[WorkOrderRow(**row) for row in rows], next=following)


async def found(
    db: ReadDb, wanted: Wanted, page: PageParams
) -> tuple[list[dict[str, Any]], str | None]:
    """Return the fields of such a page's rows, and the cursor of the next one.

    Raises:
        Forbidden: the actor reads no orders.
        Invalid: the cursor is not one of this list.
    """
    db.actor.require(Permission.ORDERS_READ)
    words, values = spoken(wanted.text)
    names = db.actor.may(Permission.CLIENTS_READ)
    asked = _folder(wanted.stage, wanted.narrows(), wanted.also, words, names=names)
    rows, following = await asked.page(db, page, **values, **wanted.values(db))
    return [_shown(db.actor, row, names=names) for row in rows], following


async def listed(db: ReadDb, ids: Collection[UUID]) -> list[dict[str, Any]]:
    """Return the fields of these orders as a folder shows them, in no order.

    Raises:
        Forbidden: the actor reads no orders.
    """
    db.actor.require(Permission.ORDERS_READ)
    names = db.actor.may(Permission.CLIENTS_READ)
    rows = await db.ask(_LISTED, ids=list(ids), now=db.now)
    return [_shown(db.actor, row, names=names) for row in rows]


async def counts(db: ReadDb, *, office_id: UUID | None = None) -> Counts:
    """Return how many orders lie in each folder, of one office or of all.

    Raises:
        Forbidden: the actor reads no orders.
    """
    db.actor.require(Permission.ORDERS_READ)
    wanted = Wanted(office_id=office_id)
    rows = await db.ask(_COUNTS[office_id is not None], **wanted.values(db))
    known = {row["stage"]: row for row in rows}
    return Counts(
        folders=tuple(
            FolderCount(**known[stage])
            if stage in known
            else FolderCount(stage=stage, count=0, late=0, mine=0)
            for stage in Stage
        )
    )


def narrowed(statement: Select[Any], narrows: Narrows) -> Select[Any]:
    """Narrow a statement on `with_pickup`; its values are `Wanted.values`."""
    return statement.where(*(_NARROWED[narrow] for narrow in sorted(narrows)))


# What is typed makes many statements, each of which some people ask for again and again.
@lru_cache(maxsize=200)
def _folder(
    stage: Stage | None,
    narrows: Narrows,
    also: Also | None,
    words: tuple[Word, ...],
    *,
    names: bool,
) -> Listed:
    statement = narrowed(_ROWS, narrows)
    if stage is not None:
        statement = statement.where(_columns.stage == stage)
    if also is not None:
        statement = statement.where(also)
    statement = statement.where(*(says(at, word, names=names) for at, word in enumerate(words)))
    return Listed(statement, _keys(stage))


def _keys(stage: Stage | None) -> Keys:
    if stage in {Stage.IN_WORK, Stage.READY}:
        return ((_columns.promised_on, "asc"), (_columns.id, "asc"))
    return ((_columns.placed_at, "desc"), (_columns.id, "desc"))


def _shown(actor: Actor, row: Row, *, names: bool) -> dict[str, Any]:
    shown = {name: row[name] for name in _FIELDS}
    shown["summary"] = summary_for(actor, row)
    if not names:
        shown["client_name"] = None
    return shown


def _open() -> Select[Any]:
    """Count what is in hand: never more than the workshop can make."""
    return (
        select(
            _columns.stage,
            func.count().label("count"),
            func.count().filter(late()).label("late"),
            func.count().filter(MINE).label("mine"),
        )
        .select_from(with_pickup)
        .where(at_stage(set(Stage).difference(CLOSED)))
        .group_by(_columns.stage)
    )


def _closed() -> Select[Any]:
    """Sum up the archive's own figures; counting its orders takes longer every year."""
    closed = closed_orders.c
    mine = func.sum(closed.count).filter(closed.manager_id == _ME)
    return select(
        closed.stage,
        cast(func.sum(closed.count), BigInteger),
        literal(0),
        cast(func.coalesce(mine, 0), BigInteger),
    ).group_by(closed.stage)


_OFFICE = bindparam("office", type_=Uuid)
_ME = bindparam("me", type_=Uuid)
MINE = _columns.manager_id == _ME
_OF_OFFICE = or_(_columns.office_id == _OFFICE, _columns.pickup_office_id == _OFFICE)
_NARROWED = {
    "client": _columns.client_id == bindparam("client", type_=Uuid),
    "late": late(),
    "mine": MINE,
    "office": _OF_OFFICE,
}
_FIELDS = tuple(WorkOrderRow.model_fields)
_ROWS = select(
    *(_columns[name] for name in _FIELDS if name in _columns),
    _columns.summary_en,
    late().label("late"),
    known_clients.c.name.label("client_name"),
).select_from(with_pickup.outerjoin(known_clients, known_clients.c.id == _columns.client_id))
_LISTED = Prepared(_ROWS.where(_columns.id == THESE))
_closed_here = or_(
    closed_orders.c.office_id == _OFFICE, closed_orders.c.pickup_office_id == _OFFICE
)
_COUNTS = {
    False: Prepared(union_all(_open(), _closed())),
    True: Prepared(union_all(_open().where(_OF_OFFICE), _closed().where(_closed_here))),
}
