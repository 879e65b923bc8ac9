"""Folders of the desk: Draft, In work, Ready, Archive, Cancelled; and finding an order."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    RowMapping,
    Select,
    and_,
    cast,
    extract,
    func,
    literal,
    or_,
    select,
    union_all,
)

from chassis.actor import Actor
from chassis.db import ReadDb
from chassis.http import Page, PageParams, keyset, page_of
from chassis.http.paging import Keys
from contracts.orders.words import Stage
from contracts.rights import Permission
from services.orders.workorders.queries.late import late, with_pickup
from services.orders.workorders.queries.summary import summary_for
from services.orders.workorders.schemas import Counts, FolderCount, WorkOrderRow
from services.orders.workorders.tables import CLOSED, closed_orders, known_clients, work_orders

_DATE = re.compile(r"(\d{1,2})\.(\d{1,2})(?:\.(\d{4}))?")
_MANY_DIGITS = 4
"""Fewer digits are searched in numbers alone: half of all phones hold any two."""
_RUSSIAN_PHONE = 11
_columns = work_orders.c


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
    also: ColumnElement[bool] | None = None
    """What another slice wants of the orders."""


async def folder(db: ReadDb, wanted: Wanted, page: PageParams) -> Page[WorkOrderRow]:
    """Return a page of orders: what is made or waits by promised date, the rest newest first.

    Raises:
        Forbidden: the actor reads no orders.
        Invalid: the cursor is not one of this list.
    """
    db.actor.require(Permission.ORDERS_READ)
    names = db.actor.may(Permission.CLIENTS_READ)
    statement = filtered(_rows(db), db, wanted, names=names)
    keys = _keys(wanted.stage)
    rows, following = page_of(await db.rows(keyset(statement, keys, page)), keys, page)
    return Page(items=[_shown(db.actor, row, names=names) for row in rows], next=following)


async def listed(db: ReadDb, ids: Collection[UUID]) -> list[WorkOrderRow]:
    """Return these orders as a folder shows them, in no order.

    Raises:
        Forbidden: the actor reads no orders.
    """
    db.actor.require(Permission.ORDERS_READ)
    names = db.actor.may(Permission.CLIENTS_READ)
    rows = await db.rows(_rows(db).where(_columns.id.in_(ids)))
    return [_shown(db.actor, row, names=names) for row in rows]


def _rows(db: ReadDb) -> Select[Any]:
    return select(
        *(_columns[name] for name in WorkOrderRow.model_fields if name in _columns),
        _columns.summary_en,
        late(db.now).label("late"),
        known_clients.c.name.label("client_name"),
    ).select_from(with_pickup.outerjoin(known_clients, known_clients.c.id == _columns.client_id))


def _shown(actor: Actor, row: RowMapping, *, names: bool) -> WorkOrderRow:
    shown = {name: row[name] for name in WorkOrderRow.model_fields}
    shown["summary"] = summary_for(actor, row)
    return WorkOrderRow(**shown if names else shown | {"client_name": None})


async def counts(db: ReadDb, *, office_id: UUID | None = None) -> Counts:
    """Return how many orders lie in each folder, of one office or of all.

    Raises:
        Forbidden: the actor reads no orders.
    """
    db.actor.require(Permission.ORDERS_READ)
    rows = await db.rows(union_all(_open(db, office_id), _closed(db, office_id)))
    known = {row["stage"]: row for row in rows}
    return Counts(
        folders=tuple(
            FolderCount(**known[stage])
            if stage in known
            else FolderCount(stage=stage, count=0, late=0, mine=0)
            for stage in Stage
        )
    )


def _open(db: ReadDb, office_id: UUID | None) -> Select[Any]:
    """Count what is in hand: never more than the workshop can make."""
    mine = _columns.manager_id == db.actor.staff_id
    statement = (
        select(
            _columns.stage,
            func.count().label("count"),
            func.count().filter(late(db.now)).label("late"),
            func.count().filter(mine).label("mine"),
        )
        .select_from(with_pickup)
        .where(_columns.stage.in_([stage for stage in Stage if stage not in CLOSED]))
        .group_by(_columns.stage)
    )
    return statement if office_id is None else statement.where(_of_office(office_id))


def _closed(db: ReadDb, office_id: UUID | None) -> Select[Any]:
    """Sum up the archive's own figures; counting its orders takes longer every year."""
    closed = closed_orders.c
    mine = func.sum(closed.count).filter(closed.manager_id == db.actor.staff_id)
    statement = select(
        closed.stage,
        cast(func.sum(closed.count), BigInteger),
        literal(0),
        cast(func.coalesce(mine, 0), BigInteger),
    ).group_by(closed.stage)
    if office_id is None:
        return statement
    at_office = or_(closed.office_id == office_id, closed.pickup_office_id == office_id)
    return statement.where(at_office)


def _keys(stage: Stage | None) -> Keys:
    if stage in {Stage.IN_WORK, Stage.READY}:
        return ((_columns.promised_on, "asc"), (_columns.id, "asc"))
    return ((_columns.placed_at, "desc"), (_columns.id, "desc"))


def _of_office(office_id: UUID) -> ColumnElement[bool]:
    return or_(_columns.office_id == office_id, _columns.pickup_office_id == office_id)


def filtered(statement: Select[Any], db: ReadDb, wanted: Wanted, *, names: bool) -> Select[Any]:
    """Narrow a statement on `with_pickup` to what is wanted."""
    if wanted.stage is not None:
        statement = statement.where(_columns.stage == wanted.stage)
    if wanted.office_id is not None:
        statement = statement.where(_of_office(wanted.office_id))
    if wanted.client_id is not None:
        statement = statement.where(_columns.client_id == wanted.client_id)
    if wanted.mine:
        statement = statement.where(_columns.manager_id == db.actor.staff_id)
    if wanted.late:
        statement = statement.where(late(db.now))
    if wanted.also is not None:
        statement = statement.where(wanted.also)
    for word in (wanted.text or "").split()[:5]:
        statement = statement.where(_says(word, names=names))
    return statement


def _says(word: str, *, names: bool) -> ColumnElement[bool]:
    """Number, item, promised date; client's name and phone for those who may read clients.

    A union of two searches, each by its own trigram indexes; one OR over both tables would read
    them whole.
    """
    matches = [
        _columns.number.icontains(word, autoescape=True),
        _columns.summary.icontains(word, autoescape=True),
        _columns.summary_en.icontains(word, autoescape=True),
    ]
    spoken = _DATE.fullmatch(word)
    if spoken:
        matches.append(_on_date(*spoken.groups()))
    by_order = select(_columns.id).where(or_(*matches))
    if not names:
        return _columns.id.in_(by_order)
    by_client = select(_columns.id).join(known_clients, known_clients.c.id == _columns.client_id)
    return _columns.id.in_(by_order.union(by_client.where(_is_client(word))))


def _is_client(word: str) -> ColumnElement[bool]:
    named: ColumnElement[bool] = known_clients.c.name.icontains(word, autoescape=True)
    digits = re.sub(r"[^0-9]", "", word)
    if len(digits) < _MANY_DIGITS or not re.fullmatch(r"[-+()0-9]+", word):
        return named
    if len(digits) == _RUSSIAN_PHONE and digits.startswith("8"):
        digits = f"7{digits[1:]}"
    return or_(named, known_clients.c.phone_digits.contains(digits, autoescape=True))


def _on_date(day: str, month: str, year: str | None) -> ColumnElement[bool]:
    promised = _columns.promised_on
    parts = [extract("day", promised) == int(day), extract("month", promised) == int(month)]
    if year is not None:
        parts.append(extract("year", promised) == int(year))
    return and_(*parts)
