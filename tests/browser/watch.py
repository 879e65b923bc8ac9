"""Everything a page complains about, kept until the test's end."""

import re
from typing import Final

from playwright.async_api import BrowserContext, ConsoleMessage, Request, Response, WebError

SERVER_ERROR: Final = 500
# A request that the page itself gave up, on leaving or closing: no failure.
GIVEN_UP: Final = "net::ERR_ABORTED"


class Watch:
    """Complaints of all contexts of a test; `allowed` are patterns that are expected."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.allowed: list[re.Pattern[str]] = []
        self._over = False

    def allow(self, *patterns: str) -> None:
        """Expect complaints that these patterns are found in."""
        self.allowed += [re.compile(pattern) for pattern in patterns]

    def attach(self, context: BrowserContext) -> None:
        """Listen to every page of a context."""
        context.on("console", self._console)
        context.on("weberror", self._exception)
        context.on("requestfailed", self._failed)
        context.on("response", self._answered)

    def end(self) -> None:
        """Stop listening: what closing pages do is nobody's fault."""
        self._over = True

    def unexpected(self) -> list[str]:
        """Give the complaints that nobody allowed."""
        return [line for line in self.lines if not any(one.search(line) for one in self.allowed)]

    def _add(self, line: str) -> None:
        if not self._over:
            self.lines.append(line)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self._add(f"console: {message.text} ({message.location.get('url', '')})")

    def _exception(self, error: WebError) -> None:
        self._add(f"exception: {error.error}")

    def _failed(self, request: Request) -> None:
        if request.failure != GIVEN_UP:
            self._add(f"failed: {request.method} {request.url} ({request.failure})")

    def _answered(self, response: Response) -> None:
        if response.status >= SERVER_ERROR:
            self._add(f"answered: {response.status} {response.request.method} {response.url}")
