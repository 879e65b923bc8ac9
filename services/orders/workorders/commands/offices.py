"""Offices as the orders know them: letter of the number, zone of the dates, working calendar."""

from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import bindparam
from sqlalchemy.dialects.postgresql import insert

from chassis.calendar import WorkingCalendar
from chassis.db import Db
from chassis.statements import Prepared
from services.orders.workorders.domain.refusals import OfficeClosedForOrders, OfficeNotKnownYet
from services.orders.workorders.tables import numbers
from services.orders.workorders.tables.known import Row, acquaint

_count = insert(numbers).values(office_id=bindparam("office"), year=bindparam("in_year"), last=1)
_TAKE = Prepared(
    _count.on_conflict_do_update(
        index_elements=[numbers.c.office_id, numbers.c.year],
        set_={"last": numbers.c.last + 1},
    ).returning(numbers.c.last)
)
USUAL_TERM_DAYS = 5
"""Working days that a client is promised when nobody says otherwise."""


async def known_office(db: Db, office_id: UUID, *, working: bool = True) -> Row:
    """Return the office.

    Raises:
        OfficeNotKnownYet: it has not reached us.
        OfficeClosedForOrders: it is shut down (asked only for new orders).
    """
    row = (await acquaint(db, offices=(office_id,)))[office_id]
    if row is None:
        raise OfficeNotKnownYet(office_id=str(office_id))
    if working and not row["active"]:
        raise OfficeClosedForOrders(office_id=str(office_id))
    return row


def calendar_of(office: Row) -> WorkingCalendar:
    """Return when the company works, by the days and hours of this office."""
    return WorkingCalendar(
        zone=ZoneInfo(office["zone"]),
        opens=time.fromisoformat(office["opens"]),
        closes=time.fromisoformat(office["closes"]),
        closed=frozenset(office["closed"]),
        opened=frozenset(office["opened"]),
    )


def today_at(office: Row, now: datetime) -> date:
    """Return the office's date at this instant."""
    return now.astimezone(ZoneInfo(office["zone"])).date()


def usual_promise(office: Row, now: datetime) -> date:
    """Return the date that a client is promised when nobody says otherwise."""
    return calendar_of(office).add_working_days(today_at(office, now), USUAL_TERM_DAYS)


def in_working_minutes(office: Row, now: datetime, wait: timedelta) -> datetime:
    """Return the instant after so much working time."""
    return calendar_of(office).add_working_minutes(now, wait // timedelta(minutes=1))


async def take_number(db: Db, office: Row) -> str:
    """Return the next number of the office in its year, e.g. `Л-0417/26`.

    All drafts of the office wait for this row until we commit: it is taken just before the
    INSERT of the order (decision 0009).
    """
    year = today_at(office, db.now).year
    (row,) = await db.ask(_TAKE, office=office["id"], in_year=year)
    last: int = row["last"]
    return f"{office['letter']}-{last:04d}/{year % 100:02d}"
