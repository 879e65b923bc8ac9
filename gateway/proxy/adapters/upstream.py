"""One shared HTTP client for all services: keeps no cookies, touches no body."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass

import aiohttp
from multidict import CIMultiDict
from yarl import URL

from gateway.proxy.domain import HeaderList, ServiceAway

CONNECT_PATIENCE_S = 0.8
"""How long a connection is tried again while a service restarts; nothing has been sent yet."""
CONNECT_PAUSE_S = 0.1
TIMEOUT = aiohttp.ClientTimeout(total=None, connect=5, sock_connect=1, sock_read=30)
CONNECTIONS = 100


async def pause() -> None:
    """Give a starting service a moment."""
    await asyncio.sleep(CONNECT_PAUSE_S)


@dataclass(frozen=True, slots=True)
class HttpAnswer:
    """An answer of a service over HTTP."""

    response: aiohttp.ClientResponse

    @property
    def status(self) -> int:
        """HTTP status."""
        return self.response.status

    @property
    def headers(self) -> HeaderList:
        """Headers as the service sent them."""
        return list(self.response.raw_headers)

    async def pieces(self) -> AsyncIterator[bytes]:
        """Yield the body as it comes."""
        async for piece in self.response.content.iter_any():
            yield piece


class HttpUpstream:
    """Services by their base address, e.g. `{"orders": "http://127.0.0.1:8102"}`."""

    def __init__(self, addresses: Mapping[str, str]) -> None:
        self._addresses = {name: address.rstrip("/") for name, address in addresses.items()}
        self._session: aiohttp.ClientSession | None = None

    @asynccontextmanager
    async def ask(
        self,
        service: str,
        method: str,
        target: str,
        headers: HeaderList,
        body: bytes | AsyncIterator[bytes],
    ) -> AsyncIterator[HttpAnswer]:
        """Send a request and return the answer's head.

        Raises:
            ServiceAway: it does not answer, or did not in time.
        """
        address = self._addresses.get(service)
        if address is None:
            raise ServiceAway
        url = URL(address + target, encoded=True)
        sent = CIMultiDict(
            (name.decode("latin-1"), value.decode("latin-1")) for name, value in headers
        )
        response = await self._first_answer(method, url, sent, body)
        try:
            yield HttpAnswer(response)
        finally:
            response.release()

    async def _first_answer(
        self, method: str, url: URL, headers: CIMultiDict[str], body: bytes | AsyncIterator[bytes]
    ) -> aiohttp.ClientResponse:
        deadline = asyncio.get_running_loop().time() + CONNECT_PATIENCE_S
        while True:
            try:
                return await self._client().request(
                    method,
                    url,
                    headers=headers,
                    data=body or None,
                    allow_redirects=False,
                    skip_auto_headers=("User-Agent", "Accept", "Accept-Encoding", "Content-Type"),
                )
            except aiohttp.ClientConnectorError as error:
                if asyncio.get_running_loop().time() >= deadline:
                    raise ServiceAway from error
                await pause()
            except (
                aiohttp.ClientConnectionError,
                aiohttp.ClientPayloadError,
                TimeoutError,
            ) as error:
                raise ServiceAway from error

    def _client(self) -> aiohttp.ClientSession:
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=CONNECTIONS, ttl_dns_cache=10),
                cookie_jar=aiohttp.DummyCookieJar(),
                auto_decompress=False,
                timeout=TIMEOUT,
            )
        return self._session

    async def close(self) -> None:
        """Close the kept connections."""
        if self._session is not None:
            await self._session.close()
            self._session = None
