"""A person at the public API: signs in, sends, and fails loudly."""

import asyncio
import uuid
from types import TracebackType
from typing import Any, Self

import aiohttp

TRIES = 20
WAIT_S = 0.25


class Refused(RuntimeError):
    """The API said no; the text is its problem body."""


class Person:
    """One signed-in person (or tablet, by token) with a cookie jar of his own."""

    def __init__(self, base: str, token: str | None = None) -> None:
        self.base = base.rstrip("/")
        headers = {"Origin": self.base}
        if token is not None:
            headers["Authorization"] = f"Bearer {token}"
        self._session = aiohttp.ClientSession(
            headers=headers, cookie_jar=aiohttp.CookieJar(unsafe=True)
        )

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._session.close()

    @classmethod
    async def signed_in(cls, base: str, login: str, password: str) -> Self:
        """Return a person who has signed in."""
        person = cls(base)
        await person.post("/api/session", {"login": login, "password": password})
        return person

    async def take_tablet(self, name: str, pin: str) -> None:
        """A worker chooses his tile on this tablet and types his PIN."""
        tiles = await self.get("/api/devices/operators")
        chosen = next(tile for tile in tiles if tile["name"] == name)
        taken = await self.post("/api/devices/operator", {"staff_id": chosen["id"], "pin": pin})
        self._session.headers["X-Operator"] = taken["session"]

    async def call(
        self, method: str, path: str, body: Any = None, *, key: str | None = None, **headers: str
    ) -> tuple[Any, dict[str, str]]:
        """Send a request; what is only not yet possible (Retry-After) is tried again.

        Raises:
            Refused: the API refused for good.
        """
        extra = {name.replace("_", "-"): value for name, value in headers.items()}
        if method == "POST":
            extra["Idempotency-Key"] = key or str(uuid.uuid4())
        refusal = ""
        for _ in range(TRIES):
            async with self._session.request(
                method, self.base + path, json=body, headers=extra
            ) as response:
                text = await response.text()
                if response.status < 400:  # noqa: PLR2004 - HTTP
                    return (await response.json() if text else None), dict(response.headers)
                refusal = f"{method} {path}: {response.status} {text[:600]}"
                if "Retry-After" not in response.headers:
                    break
            await asyncio.sleep(WAIT_S)
        raise Refused(refusal)

    async def get(self, path: str) -> Any:
        """Read."""
        return (await self.call("GET", path))[0]

    async def post(self, path: str, body: Any = None, **headers: str) -> Any:
        """Create or move something."""
        return (await self.call("POST", path, body if body is not None else {}, **headers))[0]

    async def put(self, path: str, body: Any, **headers: str) -> Any:
        """Change something."""
        return (await self.call("PUT", path, body, **headers))[0]
