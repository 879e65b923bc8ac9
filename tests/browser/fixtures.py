"""The fixtures of a journey in the browser; the package's first lines say how to use them."""

import re
import uuid
from collections.abc import AsyncIterator, Generator
from pathlib import Path
from typing import Any, Final, Protocol

import pytest
import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, Page

from deploy.demo import people
from deploy.demo.api import Person
from tests.browser import shots
from tests.browser.sizes import Size, context_options
from tests.browser.start import started
from tests.browser.watch import Watch

FAILED: Final = pytest.StashKey[bool]()
TIMEOUT_MS: Final = 10_000
SIGNED_OUT: Final = r"401 \(Unauthorized\) \(\S+/api/session\)"


class Town(Protocol):
    """What these fixtures need of the running system."""

    admin: Person

    @property
    def base(self) -> str:
        """Address of the gateway."""


class Allow(Protocol):
    """Expect complaints that these patterns are found in."""

    def __call__(self, *patterns: str) -> None: ...


class OpenContext(Protocol):
    """Open a watched context with a screen, closed at the test's end."""

    async def __call__(
        self, size: Size, *, language: str = "ru", scheme: str = "light"
    ) -> BrowserContext: ...


class OfficePage(Protocol):
    """Open a page of the office, signed in; login None opens it signed out."""

    async def __call__(
        self,
        login: str | None = "sokolova",
        path: str = "/",
        *,
        size: Size = "office",
        language: str = "ru",
        scheme: str = "light",
    ) -> Page: ...


class TabletPage(Protocol):
    """Open the workshop's page on a touch screen of its own, not yet paired."""

    async def __call__(
        self, path: str = "/shop/", *, size: Size = "tablet", language: str = "ru"
    ) -> Page: ...


class PairingCode(Protocol):
    """Ask the administrator for a pairing code of a shop."""

    async def __call__(self, shop: str = "workshop") -> str: ...


class Shoot(Protocol):
    """Store a screenshot under a name."""

    async def __call__(self, page: Page, name: str, *, full: bool = False) -> Path: ...


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, Any, Any]:
    """Remember a failure for the fixtures that end after it."""
    report = yield
    if report.failed:
        item.stash[FAILED] = True
    return report


@pytest_asyncio.fixture(scope="session")
async def browser() -> AsyncIterator[Browser]:
    """A Chromium in which letters are painted."""
    async with started() as running:
        yield running


@pytest_asyncio.fixture
async def watch() -> Watch:
    """What this test's pages complain about."""
    return Watch()


@pytest.fixture
def allow(watch: Watch) -> Allow:
    """Expect complaints: `allow("409", "ERR_INTERNET_DISCONNECTED")`."""
    return watch.allow


@pytest_asyncio.fixture
async def open_context(
    request: pytest.FixtureRequest, browser: Browser, watch: Watch
) -> AsyncIterator[OpenContext]:
    """Contexts of this test; at its end nothing unexpected may have been complained about."""
    opened: list[BrowserContext] = []

    async def open_one(
        size: Size, *, language: str = "ru", scheme: str = "light"
    ) -> BrowserContext:
        context = await browser.new_context(**context_options(size, language, scheme))
        context.set_default_timeout(TIMEOUT_MS)
        watch.attach(context)
        opened.append(context)
        return context

    yield open_one
    watch.end()
    if request.node.stash.get(FAILED, False):
        await _keep(request.node.name, opened)
    for context in opened:
        await context.close()
    if unexpected := watch.unexpected():
        pytest.fail("\n".join(["the pages complained:", *unexpected]), pytrace=False)


async def _keep(test: str, contexts: list[BrowserContext]) -> None:
    """Photograph every page of a failed test."""
    name = re.sub(r"[^a-z0-9]+", "-", test.lower()).strip("-")
    pages = [page for context in contexts for page in context.pages]
    for number, page in enumerate(pages):
        path = shots.shots() / f"failed-{name}-{number}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(await page.screenshot(timeout=TIMEOUT_MS))


@pytest.fixture
def office_page(open_context: OpenContext, town: Town, watch: Watch) -> OfficePage:
    """Open the office as somebody of deploy/demo/people.py."""

    async def open_one(
        login: str | None = "sokolova",
        path: str = "/",
        *,
        size: Size = "office",
        language: str = "ru",
        scheme: str = "light",
    ) -> Page:
        context = await open_context(size, language=language, scheme=scheme)
        if login is not None:
            await sign_in(context, town.base, login)
        else:
            # How the page learns that nobody is signed in.
            watch.allow(SIGNED_OUT)
        page = await context.new_page()
        await page.goto(town.base + path)
        return page

    return open_one


async def sign_in(context: BrowserContext, base: str, login: str) -> None:
    """Sign a context in through the API; its pages get the cookies."""
    answer = await context.request.post(
        f"{base}/api/session",
        data={"login": login, "password": people.PASSWORD},
        headers={"Origin": base, "Idempotency-Key": str(uuid.uuid4())},
    )
    if not answer.ok:
        raise RuntimeError(f"{login} cannot sign in: {answer.status} {await answer.text()}")


@pytest.fixture
def tablet_page(open_context: OpenContext, town: Town) -> TabletPage:
    """Open the workshop's page on another tablet each time."""

    async def open_one(
        path: str = "/shop/", *, size: Size = "tablet", language: str = "ru"
    ) -> Page:
        context = await open_context(size, language=language)
        page = await context.new_page()
        await page.goto(town.base + path)
        return page

    return open_one


@pytest.fixture
def pairing_code(town: Town) -> PairingCode:
    """Codes to type into an unpaired tablet."""

    async def ask(shop: str = "workshop") -> str:
        made = await town.admin.post("/api/devices/pairing-codes", {"shop": shop})
        return str(made["code"])

    return ask


@pytest.fixture
def shoot() -> Shoot:
    """Store screenshots."""
    return shots.store
