"""The proxy before a real HTTP server: what it sends, what it returns, what it refuses."""

import socket
from collections.abc import AsyncIterator, Awaitable, Callable, MutableMapping
from contextlib import asynccontextmanager
from typing import Any

import httpx
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from chassis.actor import Actor
from chassis.errors import Unauthorized
from contracts.rights import Role
from gateway.proxy.adapters import upstream as adapter
from gateway.proxy.adapters.upstream import HttpUpstream
from gateway.proxy.domain import MAX_JSON, MAX_UPLOAD
from gateway.proxy.http import Proxy

ROUTES = {"/api/work-orders": "orders", "/api/sms-reports": "notifications"}
ANNA = Actor(subject="staff:anna", roles=frozenset({Role.DESK}), language="en")


class Signature:
    def sign(self, actor: Actor, audience: str) -> str:
        return f"{actor.subject}.{audience}.{actor.correlation_id is not None}"


class Scene:
    """One service behind one proxy."""

    def __init__(self) -> None:
        self.asked: list[tuple[web.Request, bytes]] = []
        self.answer: Callable[[web.Request], Awaitable[web.StreamResponse]] = self.plain
        self.actor: Actor | None = ANNA
        self.proxy: Proxy

    async def plain(self, _request: web.Request) -> web.StreamResponse:
        return web.json_response(
            {"number": "Л-0417/26"}, headers={"ETag": '"7"', "Set-Cookie": "a"}
        )

    async def serve(self, request: web.Request) -> web.StreamResponse:
        self.asked.append((request, await request.read()))
        return await self.answer(request)

    async def authenticate(self, _scope: MutableMapping[str, Any]) -> Actor:
        if self.actor is None:
            raise Unauthorized
        return self.actor

    @asynccontextmanager
    async def client(self) -> AsyncIterator[httpx.AsyncClient]:
        transport = httpx.ASGITransport(self.proxy)
        async with httpx.AsyncClient(transport=transport, base_url="http://door") as client:
            yield client


@pytest.fixture
async def scene() -> AsyncIterator[Scene]:
    made = Scene()
    app = web.Application(client_max_size=2 * MAX_UPLOAD)
    app.router.add_route("*", "/{rest:.*}", made.serve)
    server = TestServer(app)
    await server.start_server()
    address = str(server.make_url("/"))
    upstream = HttpUpstream({"orders": address, "notifications": address})
    made.proxy = Proxy(upstream, Signature(), made.authenticate, ROUTES)
    yield made
    await upstream.close()
    await server.close()


@pytest.fixture
def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


async def test_a_request_reaches_the_service_signed_and_comes_back(scene: Scene) -> None:
    async with scene.client() as client:
        answer = await client.post(
            "/api/work-orders/%D0%B0?stage=ready&q=%2F",
            json={"a": 1},
            headers={
                "Idempotency-Key": "k1",
                "X-User-Id": "director",
                "Cookie": "s=1",
                "X-Vitrazh-Correlation": "mine",
            },
        )

    request, body = scene.asked[0]
    assert answer.status_code == 200
    assert answer.json() == {"number": "Л-0417/26"}
    assert answer.headers["etag"] == '"7"'
    assert "set-cookie" not in answer.headers
    assert answer.headers["x-correlation-id"]
    assert request.raw_path == "/api/work-orders/%D0%B0?stage=ready&q=%2F"
    assert request.headers["Authorization"] == "Bearer staff:anna.orders.False"
    assert request.headers["X-Vitrazh-Correlation"] == answer.headers["x-correlation-id"]
    assert request.headers["Idempotency-Key"] == "k1"
    assert request.headers["Accept-Language"] == "en"
    assert not {"X-User-Id", "Cookie"} & set(request.headers)
    assert body == b'{"a":1}'


async def test_nobody_unknown_passes(scene: Scene) -> None:
    scene.actor = None

    async with scene.client() as client:
        answer = await client.get("/api/work-orders")

    assert answer.status_code == 401
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["code"] == "not-signed-in"
    assert scene.asked == []


async def test_a_public_address_passes_without_a_token(scene: Scene) -> None:
    scene.actor = None

    async with scene.client() as client:
        answer = await client.post(
            "/api/sms-reports", json={}, headers={"Authorization": "Bearer forged"}
        )

    assert answer.status_code == 200
    assert "Authorization" not in scene.asked[0][0].headers


@pytest.mark.parametrize("streamed", [False, True])
async def test_too_large_a_body_is_refused_before_the_service_sees_it(
    scene: Scene, *, streamed: bool
) -> None:
    async def pieces() -> AsyncIterator[bytes]:
        for _ in range(17):
            yield b"x" * (MAX_JSON // 16)

    async with scene.client() as client:
        answer = await client.post(
            "/api/work-orders", content=pieces() if streamed else b"x" * (MAX_JSON + 1)
        )

    assert answer.status_code == 413
    assert answer.json()["code"] == "too-large"
    assert scene.asked == []


async def test_a_file_of_25_mib_passes_and_a_bigger_one_does_not(scene: Scene) -> None:
    async def pieces(size: int) -> AsyncIterator[bytes]:
        for _ in range(size // 65_536):
            yield b"x" * 65_536

    async with scene.client() as client:
        good = await client.post("/api/work-orders/1/attachments", content=pieces(MAX_UPLOAD))
        big = await client.post(
            "/api/work-orders/1/attachments", content=pieces(MAX_UPLOAD + 65_536)
        )

    assert good.status_code == 200
    assert len(scene.asked[0][1]) == MAX_UPLOAD
    assert big.status_code == 413


async def test_a_service_that_is_down_is_a_503_in_the_callers_language(
    scene: Scene, free_port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(adapter, "CONNECT_PATIENCE_S", 0.0)
    upstream = HttpUpstream({"orders": f"http://127.0.0.1:{free_port}"})
    scene.proxy = Proxy(upstream, Signature(), scene.authenticate, ROUTES)

    async with scene.client() as client:
        russian = await client.post("/api/work-orders", json={})
        english = await client.get("/api/work-orders", headers={"Accept-Language": "en"})
    await upstream.close()

    assert russian.status_code == english.status_code == 503
    assert russian.headers["retry-after"] == "2"
    assert "перезапускается" in russian.json()["title"]
    assert "restarting" in english.json()["title"]


async def test_a_connection_is_tried_again_while_a_service_starts(
    scene: Scene, free_port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    upstream = HttpUpstream({"orders": f"http://127.0.0.1:{free_port}"})
    scene.proxy = Proxy(upstream, Signature(), scene.authenticate, ROUTES)
    app = web.Application()
    app.router.add_route("*", "/{rest:.*}", scene.serve)
    server = TestServer(app, port=free_port)
    monkeypatch.setattr(adapter, "pause", server.start_server)

    async with scene.client() as client:
        answer = await client.post("/api/work-orders", json={})
    await upstream.close()
    await server.close()

    assert answer.status_code == 200
    assert len(scene.asked) == 1


async def test_a_service_that_dies_with_the_request_is_503_and_not_asked_twice(
    scene: Scene,
) -> None:
    async def die(request: web.Request) -> web.StreamResponse:
        assert request.transport is not None
        request.transport.abort()
        return web.Response()

    scene.answer = die

    async with scene.client() as client:
        answer = await client.post("/api/work-orders", json={})

    assert answer.status_code == 503
    assert len(scene.asked) == 1


async def test_an_answer_torn_in_the_middle_stays_torn(scene: Scene) -> None:
    async def tear(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Length": "10"})
        await response.prepare(request)
        await response.write(b"half")
        assert request.transport is not None
        request.transport.abort()
        return response

    scene.answer = tear
    sent: list[MutableMapping[str, Any]] = []
    scope = {"type": "http", "method": "GET", "path": "/api/work-orders", "headers": []}

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b""}

    async def send(message: MutableMapping[str, Any]) -> None:
        sent.append(message)

    await scene.proxy(scope, receive, send)

    assert sent[0]["status"] == 200
    assert all(message["more_body"] for message in sent[1:])


async def test_a_caller_who_leaves_in_the_middle_of_his_body_reaches_nobody(scene: Scene) -> None:
    sent: list[MutableMapping[str, Any]] = []
    scope = {"type": "http", "method": "POST", "path": "/api/work-orders", "headers": []}

    async def receive() -> dict[str, Any]:
        return {"type": "http.disconnect"}

    async def send(message: MutableMapping[str, Any]) -> None:
        sent.append(message)

    await scene.proxy(scope, receive, send)

    assert sent == []
    assert scene.asked == []


async def test_an_encoded_body_passes_untouched(scene: Scene) -> None:
    async def packed(_request: web.Request) -> web.StreamResponse:
        return web.Response(body=b"\x1f\x8bnot unpacked", headers={"Content-Encoding": "gzip"})

    scene.answer = packed
    async with scene.client() as client:
        request = client.build_request("GET", "/api/work-orders")
        answer = await client.send(request, stream=True)
        raw = b"".join([piece async for piece in answer.aiter_raw()])
        await answer.aclose()

    assert raw == b"\x1f\x8bnot unpacked"


async def test_a_redirect_is_returned_and_not_followed(scene: Scene) -> None:
    async def elsewhere(_request: web.Request) -> web.StreamResponse:
        return web.Response(status=302, headers={"Location": "http://169.254.169.254/"})

    scene.answer = elsewhere
    async with scene.client() as client:
        answer = await client.get("/api/work-orders")

    assert answer.status_code == 302
    assert len(scene.asked) == 1


async def test_a_climbing_path_is_not_found(scene: Scene) -> None:
    async with scene.client() as client:
        answer = await client.get("/api/work-orders/%2e%2e/metrics")

    assert answer.status_code == 404
    assert scene.asked == []


def test_the_proxy_owns_only_the_services_addresses(scene: Scene) -> None:
    assert scene.proxy.owns("/api/work-orders/1")
    assert not scene.proxy.owns("/api/sessions")
