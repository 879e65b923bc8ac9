"""The people of a bench: offices, staff, a desk, a tablet and what they listen to."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from yarl import URL

from deploy.demo.api import Person
from deploy.demo.feed import FeedClient
from deploy.demo.orders import ORDERS
from deploy.demo.town import peopled
from deploy.demo.walk import Cast, Walk, place
from deploy.embedded.system import System


@dataclass(frozen=True, slots=True)
class Stage:
    """Everybody who acts, on one running system."""

    system: System
    admin: Person
    cast: Cast
    tablet: dict[str, str]
    """Headers of a paired tablet of the workshop."""
    feed: FeedClient
    """What that tablet is told."""

    @property
    def base(self) -> str:
        """Address of the gateway."""
        return self.system.gateway_url

    def desk_headers(self) -> dict[str, str]:
        """Return the headers by which the desk is known, for a feed of its own."""
        jar = self.cast.desks["Л"]._session.cookie_jar  # noqa: SLF001 - its cookie, nothing else
        cookies = jar.filter_cookies(URL(self.base))
        pairs = (f"{name}={morsel.value}" for name, morsel in cookies.items())
        return {"Cookie": "; ".join(pairs)}


@asynccontextmanager
async def staged(system: System) -> AsyncIterator[Stage]:
    """Open the offices, hire everybody, pair a tablet."""
    async with peopled(system) as town:
        tablet = {"Authorization": f"Bearer {town.tablet_token}"}
        async with FeedClient(town.base, tablet) as feed:
            yield Stage(system, town.admin, town.cast, tablet, feed)


async def tell_the_story(cast: Cast) -> None:
    """Take the forty orders of the demo as far as each has come."""
    for told in ORDERS:
        await Walk(cast, told, await place(cast, told)).go()
