"""An office: its letter, address, hours and the days on which it differs from the calendar."""

import re
from dataclasses import dataclass, field
from datetime import date, time
from typing import Final, Self
from uuid import UUID
from zoneinfo import ZoneInfo

from chassis.domain import Aggregate
from chassis.errors import Conflict, Stale, invalid
from contracts.gateway.events import OfficeChanged

LETTER: Final = re.compile(r"[A-ZА-ЯЁ]")
_LOOKS_LIKE: Final = str.maketrans("АВЕЁКМНОРСТУХ", "ABEEKMHOPCTYX")
_ZONE: Final = re.compile(r"[A-Za-z]+(?:/[A-Za-z0-9_+-]+)*")


class LetterTaken(Conflict):
    """Another office has this letter, or one that looks the same in the other alphabet."""

    code = "office-letter-taken"
    ru = "Буква {letter} уже занята или похожа на букву другого офиса"
    en = "The letter {letter} is taken, or looks like another office's letter"


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeFacts:
    """What an administrator writes about an office.

    Raises:
        Invalid: an unknown zone, closing before opening, a day both closed and opened.
    """

    name: str
    address: str
    phone: str
    zone: str
    opens: time
    closes: time
    closed: tuple[date, ...] = ()
    opened: tuple[date, ...] = ()
    active: bool = True

    def __post_init__(self) -> None:
        if not _is_zone(self.zone):
            raise invalid("zone-unknown", "Такого часового пояса нет", "No such time zone", "zone")
        if self.opens >= self.closes:
            raise invalid(
                "hours-backwards",
                "Офис закрывается раньше, чем открывается",
                "The office closes before it opens",
                "closes",
            )
        if set(self.closed) & set(self.opened):
            raise invalid(
                "day-both-ways",
                "День отмечен и рабочим, и нерабочим",
                "A day is marked both closed and open",
                "opened",
            )


@dataclass(eq=False, kw_only=True)
class Office(Aggregate):
    """A place where orders are taken and handed out. Its letter is given once and never reused."""

    id: UUID
    letter: str
    name: str
    address: str
    phone: str
    zone: str
    opens: time
    closes: time
    closed: list[date] = field(default_factory=list)
    opened: list[date] = field(default_factory=list)
    active: bool = True
    letter_shape: str = ""
    """How the letter looks: one shape for the twins of the two alphabets."""
    sequence: int = 0

    @classmethod
    def open(cls, office_id: UUID, letter: str, facts: OfficeFacts) -> Self:
        """Open an office.

        Raises:
            Invalid: the letter is not one Cyrillic or Latin capital.
        """
        if not LETTER.fullmatch(letter):
            raise invalid(
                "letter-malformed",
                "Нужна одна заглавная буква",
                "One capital letter is needed",
                "letter",
            )
        office = cls(
            id=office_id,
            letter=letter,
            letter_shape=shape_of(letter),
            name=facts.name,
            address=facts.address,
            phone=facts.phone,
            zone=facts.zone,
            opens=facts.opens,
            closes=facts.closes,
        )
        office._take(facts)
        return office

    def change(self, facts: OfficeFacts, *, version: int) -> None:
        """Let the office be as written now; the same facts change nothing.

        Raises:
            Stale: somebody else changed it since `version` was read.
        """
        if version != self.sequence:
            raise Stale(current=self.sequence)
        if facts != self.facts:
            self._take(facts)

    @property
    def facts(self) -> OfficeFacts:
        """What may be edited, as it stands."""
        return OfficeFacts(
            name=self.name,
            address=self.address,
            phone=self.phone,
            zone=self.zone,
            opens=self.opens,
            closes=self.closes,
            closed=tuple(self.closed),
            opened=tuple(self.opened),
            active=self.active,
        )

    def state(self) -> OfficeChanged:
        """Say the whole office, for those who hear of it first."""
        return OfficeChanged(
            office_id=self.id,
            letter=self.letter,
            name=self.name,
            address=self.address,
            phone=self.phone,
            zone=self.zone,
            opens=f"{self.opens:%H:%M}",
            closes=f"{self.closes:%H:%M}",
            closed=tuple(self.closed),
            opened=tuple(self.opened),
            active=self.active,
        )

    def _take(self, facts: OfficeFacts) -> None:
        self.name = facts.name
        self.address = facts.address
        self.phone = facts.phone
        self.zone = facts.zone
        self.opens = facts.opens
        self.closes = facts.closes
        self.closed = sorted(set(facts.closed))
        self.opened = sorted(set(facts.opened))
        self.active = facts.active
        self.record(self.state())


def shape_of(letter: str) -> str:
    """Return the shape that a person sees: `С` and `C` are one."""
    return letter.translate(_LOOKS_LIKE)


def _is_zone(name: str) -> bool:
    if not _ZONE.fullmatch(name):
        return False
    try:
        ZoneInfo(name)
    except (OSError, ValueError, LookupError):
        return False
    return True
