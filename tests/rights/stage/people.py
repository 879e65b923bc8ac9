"""The columns of the matrix: everybody who may knock, and what he is."""

from dataclasses import dataclass
from typing import Final

from contracts.rights import Permission, Role, Scope, Shop

HOME, AWAY = "Л", "П"
"""Offices: the orders of the matrix are taken and given out at home, unless a row says otherwise."""


@dataclass(frozen=True, slots=True)
class Who:
    """One principal. `kind`: nobody, person, tablet, token or gone (a tablet that was revoked)."""

    name: str
    kind: str
    role: Role | None = None
    office: str | None = None
    shop: Shop | None = None
    held: bool = False
    """A worker has typed his PIN at the tablet."""

    @property
    def known(self) -> bool:
        """Whether the gateway knows him."""
        return self.role is not None and self.kind != "gone"


def _person(name: str, role: Role, office: str | None = None, shop: Shop | None = None) -> Who:
    return Who(name, "person", role, office, shop)


NOBODY: Final = Who("nobody", "nobody")
GONE: Final = Who("gone", "gone", Role.WORKSHOP, shop=Shop.WORKSHOP)
DESK: Final = _person("desk", Role.DESK, HOME)
DESK_AWAY: Final = _person("desk-away", Role.DESK, AWAY)
HEAD: Final = _person("head", Role.HEAD_OF_PRODUCTION)
WORKER: Final = _person("worker", Role.WORKSHOP, shop=Shop.WORKSHOP)
ART_WORKER: Final = _person("art-worker", Role.ART_SHOP, shop=Shop.ART_SHOP)
DIRECTOR: Final = _person("director", Role.DIRECTOR)
DEPUTY: Final = _person("deputy", Role.DEPUTY)
ADVERTISING: Final = _person("advertising", Role.ADVERTISING)
QUALITY: Final = _person("quality", Role.QUALITY)
ADMIN: Final = _person("admin", Role.ADMIN)
DRIVER: Final = _person("driver", Role.DRIVER)
TABLET: Final = Who("tablet", "tablet", Role.WORKSHOP, shop=Shop.WORKSHOP, held=True)
TABLET_ALONE: Final = Who("tablet-alone", "tablet", Role.WORKSHOP, shop=Shop.WORKSHOP)
TABLET_ART: Final = Who("tablet-art", "tablet", Role.ART_SHOP, shop=Shop.ART_SHOP, held=True)
TOKEN: Final = Who("token", "token", Role.DESK, HOME)

EVERYBODY: Final = (
    NOBODY,
    GONE,
    DESK,
    DESK_AWAY,
    TOKEN,
    HEAD,
    WORKER,
    ART_WORKER,
    DIRECTOR,
    DEPUTY,
    ADVERTISING,
    QUALITY,
    ADMIN,
    DRIVER,
    TABLET,
    TABLET_ALONE,
    TABLET_ART,
)
PERSONS: Final = tuple(who for who in EVERYBODY if who.kind == "person")
TABLETS: Final = (TABLET, TABLET_ALONE, TABLET_ART)

SEES_NO_MONEY: Final = frozenset(
    {
        *(HEAD, WORKER, ART_WORKER, ADVERTISING, QUALITY, ADMIN, DRIVER),
        *TABLETS,
    }
)
"""By the words of the company, not by the table of rights: who must never read a price."""
SEES_NO_CLIENT: Final = frozenset({HEAD, WORKER, ART_WORKER, ADMIN, DRIVER, *TABLETS})
"""Who must never read a client's name, telephone or address."""


def reach(who: Who, permission: Permission) -> Scope | None:
    """Return how far a permission reaches for him by the table of rights."""
    from contracts.rights import RIGHTS  # noqa: PLC0415 - a test may plant another table

    return RIGHTS[who.role].get(permission) if who.role is not None else None
