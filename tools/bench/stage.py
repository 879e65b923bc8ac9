"""The people of a bench: offices, staff, a desk, a tablet and what they listen to."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass

from yarl import URL

from deploy.demo import people
from deploy.demo.api import Person
from deploy.demo.feed import FeedClient
from deploy.demo.orders import ORDERS
from deploy.demo.seed import cast_of, make_offices, make_staff
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
    base = system.gateway_url
    async with AsyncExitStack() as stack:
        admin = await stack.enter_async_context(
            await Person.signed_in(base, people.ADMIN, people.PASSWORD)
        )
        offices = await make_offices(admin)
        await make_staff(admin, offices)
        cast = await stack.enter_async_context(cast_of(base, offices))
        code = await pairing_code(admin)
        nobody = await stack.enter_async_context(Person(base))
        paired = await nobody.post("/api/devices/pair", {"code": code, "name": "bench"})
        tablet = {"Authorization": f"Bearer {paired['token']}"}
        feed = await stack.enter_async_context(FeedClient(base, tablet))
        yield Stage(system, admin, cast, tablet, feed)


async def pairing_code(admin: Person) -> str:
    """Return a code for a tablet of the workshop."""
    made: str = (await admin.post("/api/devices/pairing-codes", {"shop": "workshop"}))["code"]
    return made


async def tell_the_story(cast: Cast) -> None:
    """Take the forty orders of the demo as far as each has come."""
    for told in ORDERS:
        await Walk(cast, told, await place(cast, told)).go()
