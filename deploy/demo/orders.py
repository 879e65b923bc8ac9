"""Forty orders of the story: whose, where, what, and how far each has come."""

from dataclasses import dataclass, field
from typing import Final

from deploy.demo.pieces import DICTATED, DOORS, HALLWAY, OVERLAY, SPLASHBACK, Line

DRAFT, SENT, SEEN, ACCEPTED, ASKED = "draft", "sent", "seen", "accepted", "asked"
STARTED, PAUSED, FINISHED, FAILED = "started", "paused", "finished", "failed"
READY, BACK, ISSUED, CANCELLED, CORRECTED = "ready", "back", "issued", "cancelled", "corrected"


@dataclass(frozen=True, slots=True)
class Told:
    """One order of the story."""

    client: str
    lines: tuple[Line, ...]
    price: str
    until: str
    office: str = "Л"
    pickup: str | None = None
    urgency: str = "normal"
    extra: dict[str, str] = field(default_factory=dict)


def _d(*numbers: int) -> tuple[Line, ...]:
    return tuple(DICTATED[number] for number in numbers)


ORDERS: Final = (
    Told("ivanova", _d(1), "3150.00", ACCEPTED),
    Told("petrov", _d(2), "6890.00", SENT),
    Told("sergeeva", _d(3), "7420.00", STARTED),
    Told("elkina", _d(4), "8037.00", READY),
    Told("brown", _d(5), "14600.00", SEEN),
    Told("kravets", _d(6), "16250.00", DRAFT),
    Told("orlova", _d(7), "4300.00", ASKED),
    Told("danilova", _d(8), "5120.00", PAUSED),
    Told("vitrina", _d(13), "3980.00", FINISHED, office="П"),
    Told("abramov", _d(16), "19800.00", CORRECTED, office="П"),
    Told("yakovlev", _d(20), "2100.00", BACK, office="П", pickup="Л"),
    Told("ivanova", _d(21), "9740.00", FAILED),
    Told("petrov", _d(23), "1850.00", SENT, urgency="client-waits"),
    Told("ivanova", (HALLWAY,), "5400.00", ISSUED),
    Told("sergeeva", (OVERLAY,), "24500.00", STARTED),
    Told("kravets", (SPLASHBACK,), "31200.00", ACCEPTED, office="П"),
    Told("mebel", (DOORS,), "68000.00", STARTED),
    Told("orlova", (HALLWAY, *_d(7)), "9100.00", ISSUED),
    Told("danilova", _d(1, 3), "10900.00", ISSUED, office="П"),
    Told("yakovlev", _d(5), "13900.00", ISSUED),
    Told("elkina", _d(8), "5060.00", CANCELLED),
    Told("abramov", (HALLWAY,), "5400.00", READY),
    Told("vitrina", _d(13), "4100.00", ISSUED, office="П"),
    Told("brown", _d(21), "9900.00", READY, office="П"),
    Told("ivanova", _d(20), "2050.00", ISSUED),
    Told("petrov", (HALLWAY,), "5350.00", SENT, office="П", pickup="Л"),
    Told("sergeeva", _d(2), "6750.00", DRAFT, office="П"),
    Told("mebel", (DOORS,), "66400.00", SENT),
    Told("kravets", _d(4), "7980.00", ISSUED),
    Told("orlova", _d(6), "16050.00", STARTED, office="П"),
    Told("danilova", (SPLASHBACK,), "30900.00", DRAFT),
    Told("yakovlev", _d(1), "3200.00", SEEN),
    Told("elkina", (OVERLAY,), "25300.00", ACCEPTED),
    Told("abramov", _d(7, 8), "9300.00", FINISHED),
    Told("vitrina", _d(13, 7), "8100.00", CANCELLED, office="П"),
    Told("brown", (HALLWAY,), "5500.00", ISSUED),
    Told("ivanova", _d(3), "7300.00", DRAFT),
    Told("petrov", _d(5), "14100.00", BACK),
    Told("mebel", _d(20), "2200.00", READY),
    Told("sergeeva", _d(16), "20400.00", SENT, office="П"),
)
