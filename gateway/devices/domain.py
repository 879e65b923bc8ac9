"""A tablet of a shop: paired by a code, named, revoked; and the worker who holds it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Self
from uuid import UUID

from chassis.domain import Aggregate
from chassis.errors import Conflict, DomainError, Forbidden, NotFound
from contracts.gateway.events import DeviceChanged
from contracts.rights import SHOP_OF_ROLE, Role, Shop

DEVICE_PREFIX: Final = "vd_"
"""Begins every tablet's token, so that a leaked one is recognised wherever it is found."""
CODE_SIGNS: Final = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""32 signs that cannot be mistaken for one another when read aloud."""
CODE_LENGTH: Final = 8
CODE_LIFE: Final = timedelta(minutes=10)
OPERATOR_IDLE: Final = timedelta(minutes=15)
OPERATOR_LONGEST: Final = timedelta(hours=12)
OPERATED_AT_MOST: Final = timedelta(days=14)
"""How long ago an action without network may have been done."""
CLOCK_AHEAD: Final = timedelta(minutes=5)
"""How far a tablet's clock may run ahead of ours."""
ROLE_OF_SHOP: Final = {shop: role for role, shop in SHOP_OF_ROLE.items()}


class PairingRefused(NotFound):
    """The code is wrong, used or too old; which of them is not said."""

    code = "pairing-refused"
    ru = "Код не подходит: получите новый у администратора"
    en = "The code does not fit: ask the administrator for a new one"


class DeviceRevoked(Conflict):
    """The tablet was taken out of service for good."""

    code = "device-revoked"
    ru = "Планшет отвязан: подключите его заново"
    en = "The tablet was revoked: pair it again"


class NotATablet(Forbidden):
    """Only a paired tablet can do this."""

    code = "not-a-tablet"
    ru = "Это можно сделать только с планшета цеха"
    en = "This can be done from a shop's tablet only"


class WrongPin(DomainError):
    """The PIN does not fit the worker, or he has none; the tablet itself is known."""

    status = 422
    code = "pin-refused"
    ru = "Неверный ПИН"
    en = "Wrong PIN"


class OperatorSessionEnded(DomainError):
    """A quarter of an hour without a touch: the worker enters his PIN again.

    Not an `Unauthorized`: the tablet itself is known, only its operator has to come again.
    """

    status = 401
    code = "operator-session-ended"
    ru = "Введите ПИН ещё раз"
    en = "Enter your PIN again"


class OperatorUnknown(Forbidden):
    """The person named by the tablet did not work in this shop at that time."""

    code = "operator-unknown"
    ru = "Этот работник тогда не работал в цехе"
    en = "This worker was not active in the shop at that time"


class OperatedTooLongAgo(Forbidden):
    """An action of more than 14 days ago, or of the future, is no longer judged."""

    code = "operated-too-long-ago"
    ru = "Действие старше 14 дней (или из будущего) не принимается"
    en = "An action older than 14 days (or in the future) is not taken"


@dataclass(eq=False, kw_only=True)
class Device(Aggregate):
    """A paired tablet. Its token is known to it alone; we keep a hash."""

    id: UUID
    name: str
    shop: Shop
    token_hash: bytes
    paired_at: datetime
    revoked_at: datetime | None = None
    sequence: int = 0

    @classmethod
    def pair(
        cls, device_id: UUID, *, name: str, shop: Shop, token_hash: bytes, at: datetime
    ) -> Self:
        """Let a tablet in; `at` is UTC."""
        device = cls(id=device_id, name=name, shop=shop, token_hash=token_hash, paired_at=at)
        device.record(device.state())
        return device

    def rename(self, name: str) -> None:
        """Say where it hangs now.

        Raises:
            DeviceRevoked: it is out of service.
        """
        if self.revoked_at is not None:
            raise DeviceRevoked
        if name != self.name:
            self.name = name
            self.record(self.state())

    def revoke(self, at: datetime) -> None:
        """Refuse whatever it sends from now on (`at`, UTC); again is fine."""
        if self.revoked_at is None:
            self.revoked_at = at
            self.record(self.state())

    def state(self) -> DeviceChanged:
        """Say the whole tablet, for those who hear of it first."""
        return DeviceChanged(
            device_id=self.id,
            name=self.name,
            shop=Shop(self.shop),
            active=self.revoked_at is None,
        )


@dataclass(frozen=True, slots=True)
class PairingCode:
    """A code that lets one tablet in once, within ten minutes."""

    made_at: datetime
    used_at: datetime | None = None

    def fits(self, now: datetime) -> bool:
        """Whether it still opens the door."""
        return self.used_at is None and now - self.made_at < CODE_LIFE


@dataclass(frozen=True, slots=True)
class OperatorLife:
    """How long a PIN holds: 15 minutes without a touch, a shift at most; instants are UTC."""

    opened_at: datetime
    used_at: datetime

    def holds(self, now: datetime) -> bool:
        """Whether the worker is still taken for the one at the tablet."""
        return now - self.used_at < OPERATOR_IDLE and now - self.opened_at < OPERATOR_LONGEST


def code_of(text: str) -> str:
    """Return a code as it is hashed: capitals, without what people put between the signs."""
    return "".join(sign for sign in text.upper() if sign.isalnum())


def check_operated_at(at: datetime, now: datetime) -> None:
    """Refuse a moment that can no longer (or not yet) be judged.

    Raises:
        OperatedTooLongAgo: older than 14 days or in the future.
    """
    if not now - OPERATED_AT_MOST <= at <= now + CLOCK_AHEAD:
        raise OperatedTooLongAgo


def works_in(shop: Shop, roles: frozenset[Role]) -> bool:
    """Whether such a person may stand at a tablet of this shop."""
    return ROLE_OF_SHOP[shop] in roles or Role.HEAD_OF_PRODUCTION in roles
