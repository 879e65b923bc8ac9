"""A row of the matrix: a route, a request to it that is in order, and what decides beside the role."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from contracts.rights import Scope, Shop
from tests.rights.stage.caller import Caller, Came, Sent
from tests.rights.stage.people import HOME, TABLET_ALONE, Who, reach
from tests.rights.stage.routes import Route
from tests.rights.stage.world import World

Make = Callable[[World, Caller], Awaitable[Sent]]
After = Callable[[World, Caller, Came], Awaitable[None]]
Audits = Callable[[Who], int]
ALLOWED = "+"


async def nothing(_world: World, _caller: Caller, _came: Came) -> None:
    """Leave things as they are."""


def one(_who: Who) -> int:
    """Every change leaves exactly one line in the audit."""
    return 1


def none(_who: Who) -> int:
    """A read leaves none."""
    return 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """`make` prepares a request that this caller may send once."""

    route: str
    make: Make
    variant: str = ""
    office: str | None = HOME
    """Whose office the thing is, for permissions that reach one's own office only."""
    shop: Shop | None = Shop.WORKSHOP
    """Whose shop, for permissions that reach one's own shop only; None = the caller's own."""
    hidden: bool = False
    """What is another shop's is not refused but not found."""
    only: str = ""
    """The kind of principal that alone can mean it: person or tablet."""
    hands: bool = False
    """A tablet must say whose hands acted."""
    audits: Audits = one
    after: After = nothing

    @property
    def name(self) -> str:
        """Return route and variant."""
        return f"{self.route} ({self.variant})" if self.variant else self.route

    def expected(self, route: Route, who: Who) -> str:
        """Return what the table of rights says: `+`, or the status of the refusal."""
        if route.permission is None:
            return ALLOWED
        if not who.known:
            return "401"
        scope = reach(who, route.permission)
        if scope is None or (self.only and who.kind != self.only):
            return "403"
        if scope is Scope.OWN_OFFICE and self.office != who.office:
            return "403"
        if scope is Scope.OWN_SHOP and self.shop not in {None, who.shop}:
            return "404" if self.hidden else "403"
        if self.hands and who is TABLET_ALONE:
            return "422"
        return ALLOWED


def get(route: str, path: str | None = None, **more: Any) -> Row:
    """Return the row of a read that needs no preparation."""
    asked = path or route.removeprefix("GET ")

    async def make(_world: World, _caller: Caller) -> Sent:
        return Sent(method="GET", path=asked)

    return Row(route=route, make=make, audits=none, **more)
