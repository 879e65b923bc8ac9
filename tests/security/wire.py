"""A client without manners: no cookies kept, no redirects followed, or bare bytes on a socket."""

import asyncio
import io
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlsplit

import aiohttp
from multidict import CIMultiDictProxy
from yarl import URL

from deploy.demo import people

PATIENCE_S = 20.0


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back."""

    status: int
    headers: CIMultiDictProxy[str]
    body: bytes

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode("utf-8", "replace")

    @property
    def cookies(self) -> dict[str, str]:
        """Cookies that were set: name → the whole header."""
        told = self.headers.getall("Set-Cookie", [])
        return {one.partition("=")[0]: one for one in told}

    def cookie(self, name: str) -> str:
        """Value of a cookie that was set."""
        return self.cookies[name].partition("=")[2].partition(";")[0].strip('"')


class Wire:
    """Sends exactly what it is told."""

    def __init__(self, base: str) -> None:
        self.base = base
        self._session = aiohttp.ClientSession(
            cookie_jar=aiohttp.DummyCookieJar(),
            skip_auto_headers=("User-Agent", "Accept"),
            timeout=aiohttp.ClientTimeout(total=PATIENCE_S * 3),
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

    async def ask(
        self,
        method: str,
        path: str,
        *,
        body: Any = None,
        data: bytes | None = None,
        session: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        """Send one request; `session` goes as the person's cookie with this site's origin."""
        sent = {"Idempotency-Key": str(uuid.uuid4())} if method == "POST" else {}
        if session is not None:
            sent |= {"Cookie": f"vitrazh_session={session}", "Origin": self.base}
        sent |= headers or {}
        async with self._session.request(
            method,
            URL(self.base + path, encoded=True),
            json=body,
            data=None if data is None else io.BytesIO(data),
            headers={name: value for name, value in sent.items() if value != ABSENT},
            allow_redirects=False,
        ) as answer:
            return Answer(answer.status, answer.headers, await answer.read())

    async def sign_in(self, login: str, password: str = people.PASSWORD, **headers: str) -> Answer:
        """Try to sign in from this site's own page."""
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        return await self.ask(
            "POST",
            "/api/session",
            body={"login": login, "password": password},
            headers={"Origin": self.base} | sent,
        )

    async def session_of(self, login: str) -> str:
        """Sign in; the session's secret."""
        answer = await self.sign_in(login)
        assert answer.status == 200, answer.text
        return answer.cookie("vitrazh_session")

    async def raw(self, sent: bytes, *, seconds: float = PATIENCE_S) -> bytes:
        """Put bytes on a connection and read until it is closed or silent for so long."""
        address = urlsplit(self.base)
        reader, writer = await asyncio.open_connection(address.hostname, address.port)
        got = b""
        try:
            writer.write(sent)
            await writer.drain()
            async with asyncio.timeout(seconds):
                while piece := await reader.read(65536):
                    got += piece
        except (TimeoutError, OSError):
            return got
        finally:
            writer.close()
        return got


ABSENT = "\0absent"
"""Value of a header that must not be sent."""
