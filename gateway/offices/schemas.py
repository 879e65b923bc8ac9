"""Offices as JSON."""

from datetime import date, datetime, time
from typing import Annotated, Any
from uuid import UUID

from pydantic import Field

from chassis.http import In, Out
from gateway.offices.domain import OfficeFacts

Line = Annotated[str, Field(min_length=1, max_length=200)]
Days = Annotated[tuple[date, ...], Field(max_length=400)]


class OfficeIn(In):
    """All that may be edited; what is left out falls back to its default."""

    name: Line
    address: Line
    phone: Annotated[str, Field(min_length=1, max_length=40)]
    zone: Annotated[str, Field(min_length=1, max_length=64)] = "Europe/Moscow"
    opens: time = time(10)
    closes: time = time(19)
    closed: Days = ()
    opened: Days = ()
    active: bool = True

    def facts(self) -> OfficeFacts:
        """Return them as the domain takes them."""
        return OfficeFacts(
            name=self.name,
            address=self.address,
            phone=self.phone,
            zone=self.zone,
            opens=self.opens.replace(second=0, microsecond=0, tzinfo=None),
            closes=self.closes.replace(second=0, microsecond=0, tzinfo=None),
            closed=self.closed,
            opened=self.opened,
            active=self.active,
        )


class NewOfficeIn(OfficeIn):
    """A new office; its letter is given once."""

    letter: Annotated[str, Field(min_length=1, max_length=1)]


class OfficeOut(Out):
    """An office; `version` is its ETag."""

    id: UUID
    letter: str
    name: str
    address: str
    phone: str
    zone: str
    opens: str
    closes: str
    closed: tuple[date, ...]
    opened: tuple[date, ...]
    active: bool
    version: int


class ChangeOut(Out):
    """One change of an office: who, when, what stood before and what stands since."""

    at: datetime
    actor: str
    action: str
    old: dict[str, Any] | None
    new: dict[str, Any] | None
