"""A tap on a tablet (or a click of the head of production): whose hands, where, when."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from chassis.actor import Actor
from chassis.errors import FieldError
from contracts.rights import Shop
from services.orders.production.domain.refusals import (
    OperatorMissing,
    ShopMissing,
    TapFromFuture,
    TapTooOld,
)

MAX_TAP_AGE: Final = timedelta(days=14)
"""How long a tablet may keep what was done offline."""
MAX_CLOCK_AHEAD: Final = timedelta(minutes=5)
"""How far a tablet's clock may run ahead of ours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tap:
    """One action of a shop: what was on the screen (`revision`), who acted, and both times.

    `at` is the server's clock, `operated_at` the tablet's; both UTC. `by` is the signed-in subject
    (`staff:…`, `device:…`). An operator who chose his tile without a PIN is not `verified`.
    """

    shop: Shop
    revision: int
    by: str
    at: datetime
    operated_at: datetime
    operator_id: UUID | None = None
    operator_verified: bool = True
    device_id: UUID | None = None
    device_sequence: int | None = None

    def require_times(self) -> None:
        """Refuse a tap that is too old or comes from a clock that runs ahead.

        Raises:
            TapTooOld: it was made more than 14 days ago.
            TapFromFuture: it was made more than 5 minutes from now.
        """
        age = self.at - self.operated_at
        if age > MAX_TAP_AGE:
            days = MAX_TAP_AGE.days
            raise TapTooOld(_field(TapTooOld, "operated_at", days=days), days=days)
        if -age > MAX_CLOCK_AHEAD:
            minutes = MAX_CLOCK_AHEAD // timedelta(minutes=1)
            field = _field(TapFromFuture, "operated_at", minutes=minutes)
            raise TapFromFuture(field, minutes=minutes)

    def require_operator(self) -> None:
        """Refuse a tablet's action that names nobody; receipt and sight alone need no hands.

        Raises:
            OperatorMissing: a tablet acts and says not for whom.
        """
        if self.device_id is not None and self.operator_id is None:
            raise OperatorMissing(_field(OperatorMissing, "operator_id"))

    def is_of(self, by: str | None, operator_id: UUID | None) -> bool:
        """Tell whether a step recorded under this subject and operator is the same person's."""
        return self.by == by and self.operator_id == operator_id


def shop_of(actor: Actor, said: Shop | None) -> Shop:
    """Return the shop that acts or is looked at: the named one, or the actor's only one.

    Raises:
        ShopMissing: none is named, and he works in none, or in several.
    """
    if said is not None:
        return said
    if len(actor.own_shops) != 1:
        raise ShopMissing(_field(ShopMissing, "shop"))
    return next(iter(actor.own_shops))


def _field(
    kind: type[OperatorMissing | ShopMissing | TapTooOld | TapFromFuture], loc: str, **params: int
) -> FieldError:
    return FieldError((loc,), kind.code, kind.ru.format(**params), kind.en.format(**params))
