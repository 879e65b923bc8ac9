"""When a page has come to rest: nothing is being fetched, and everything that came is drawn."""

from playwright.async_api import BrowserContext, Error, Page, Request

from chassis.testing import until

STREAM = "/api/feed"
"""Stays open for as long as the page does."""
PATIENCE_S = 30.0
IDLE = """new Promise(done => requestAnimationFrame(() => requestAnimationFrame(
  () => requestIdleCallback(done))))"""


class Quiet:
    """Follows what the pages of a context fetch, from now on."""

    def __init__(self, context: BrowserContext) -> None:
        self._open: set[Request] = set()
        context.on("request", self._begun)
        context.on("requestfinished", self._ended)
        context.on("requestfailed", self._ended)

    def _begun(self, request: Request) -> None:
        if STREAM not in request.url and request.url.startswith("http"):
            self._open.add(request)

    def _ended(self, request: Request) -> None:
        self._open.discard(request)

    async def rest(self, page: Page) -> None:
        """Wait until nothing is on its way and the page has had time to show and run it.

        Raises:
            TimeoutError: it never came to rest.
        """

        async def at_rest() -> bool:
            if self._open:
                return False
            try:
                await page.evaluate(IDLE)
            except Error:  # the page went elsewhere meanwhile
                return False
            return not self._open

        await until(at_rest, seconds=PATIENCE_S)
