"""Facts about offices, staff and tablets. Each is a state event: the newest says everything."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from contracts.envelope import Audience, event
from contracts.rights import Role, Shop
from contracts.topics import DEVICES, OFFICES, STAFF


@event(
    "gateway.office.changed.v1",
    OFFICES,
    Audience.OFFICE,
    Audience.SHOP,
    Audience.MANAGEMENT,
    state=True,
)
@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeChanged:
    """An office stands as this says: where it is, when it is open, which days differ."""

    office_id: UUID
    letter: str
    """One capital; the orders taken here are numbered with it."""
    name: str
    address: str
    phone: str
    """As it is printed for clients."""
    zone: str
    """IANA zone, e.g. `Europe/Moscow`; promised dates are dates there."""
    opens: str
    """Local time `HH:MM`."""
    closes: str
    """Local time `HH:MM`, after `opens`."""
    closed: tuple[date, ...]
    """Days off beside the ordinary ones, in order."""
    opened: tuple[date, ...]
    """Working days that would be days off otherwise, in order."""
    active: bool
    """False: no new orders are taken here, old ones stay."""


@event("gateway.staff.changed.v1", STAFF, state=True)
@dataclass(frozen=True, slots=True, kw_only=True)
class StaffChanged:  # broadcast
    """A member of staff stands as this says. Personal: lives in the compacted topic alone."""

    staff_id: UUID
    name: str
    """As colleagues say it, e.g. `Анна Соколова`."""
    roles: tuple[Role, ...]
    office_id: UUID | None = None
    """Where he works; None for the workshops and for those who belong to no one office."""
    active: bool
    """False: may do nothing any more; the name stays for what he did."""


@event("gateway.device.changed.v1", DEVICES, Audience.MANAGEMENT, state=True)
@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceChanged:  # broadcast
    """A paired tablet stands as this says."""

    device_id: UUID
    name: str
    """Where it hangs, e.g. `Планшет у стола резки`."""
    shop: Shop
    active: bool
    """False: revoked, whatever it sends is refused."""
