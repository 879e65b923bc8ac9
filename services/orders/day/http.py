"""The door to the day."""

from typing import Annotated
from uuid import UUID

from chassis.actor import Actor
from chassis.http import Page, Paging, Reads, Routes, needs
from contracts.rights import Permission
from services.orders.day import queries
from services.orders.day.schemas import Day, DayRow, Need

router = Routes(prefix="/api/day", tags=["work-orders"])

Reader = Annotated[Actor, needs(Permission.ORDERS_READ)]


@router.get("")
async def day(db: Reads, actor: Reader, office: UUID | None = None, mine: bool = False) -> Day:
    """What waits for a person today?"""
    return await queries.day(db, office_id=office, mine=mine)


@router.get("/{need}")
async def waiting(
    need: Need,
    db: Reads,
    actor: Reader,
    page: Paging,
    office: UUID | None = None,
    mine: bool = False,
) -> Page[DayRow]:
    """Which orders wait for this?"""
    return await queries.waiting(db, need, page, office_id=office, mine=mine)
