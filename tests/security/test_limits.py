"""Too much of anything is refused: bodies, pages, depth, heads, and two readings of one request."""

import asyncio
import json
import uuid
from urllib.parse import urlsplit

import pytest

from deploy.demo.town import Town
from tests.security.wire import Wire

pytestmark = [pytest.mark.journey, pytest.mark.timeout(600)]

MIB = 1_048_576
LISTS = (
    "/api/work-orders",
    "/api/clients?q=%D0%98",
    "/api/staff",
    "/api/offices",
    "/api/board/orders",
    "/api/messages?work_order_id=018f0000-0000-7000-8000-000000000001",
)


@pytest.mark.parametrize(
    "path", ["/api/work-orders", "/api/session", "/api/clients", "/api/sms-reports"]
)
@pytest.mark.parametrize("told", [True, False], ids=["its length said", "in chunks"])
async def test_a_body_over_a_mebibyte_is_refused(
    wire: Wire, town: Town, path: str, *, told: bool
) -> None:
    session = await wire.session_of("sokolova")
    host = urlsplit(town.base).netloc
    head = (
        f"POST {path} HTTP/1.1\r\nHost: {host}\r\nCookie: vitrazh_session={session}\r\n"
        f"Origin: {town.base}\r\nIdempotency-Key: {uuid.uuid4()}\r\n"
        "Content-Type: application/json\r\nConnection: close\r\n"
    ).encode()
    body = b'{"a":"' + b"x" * (MIB + 10) + b'"}'
    if told:
        sent = head + f"Content-Length: {len(body)}\r\n\r\n".encode() + body
    else:
        chunks = [body[at : at + 65536] for at in range(0, len(body), 65536)]
        framed = b"".join(b"%x\r\n%s\r\n" % (len(chunk), chunk) for chunk in chunks)
        sent = head + b"Transfer-Encoding: chunked\r\n\r\n" + framed + b"0\r\n\r\n"

    answer = await wire.raw(sent)

    assert answer.split(b" ", 2)[1] == b"413", answer[:300]


@pytest.mark.parametrize("limit", ["201", "1000000", "0", "-1", "1e9", "9" * 400])
async def test_a_page_is_of_two_hundred_rows_at_most(wire: Wire, limit: str) -> None:
    session = await wire.session_of("orlov")
    for path in LISTS:
        joint = "&" if "?" in path else "?"
        whole = await wire.ask("GET", f"{path}{joint}limit=200", session=session)
        more = await wire.ask("GET", f"{path}{joint}limit={limit}", session=session)
        assert whole.status in {200, 403}, (path, whole.text)
        assert more.status in {422, 403}, (path, more.text)


@pytest.mark.parametrize(
    "body",
    [
        b"[" * 100_000,
        b"[" * 100_000 + b"]" * 100_000,
        b'{"items":' * 20_000 + b"1" + b"}" * 20_000,
        b'{"items":' + b"[" * 50_000 + b"]" * 50_000 + b"}",
        b'{"a":' + b"9" * 500_000 + b"}",
        b'{"a":1e' + b"9" * 1000 + b"}",
        b"{" + b",".join(b'"k%d":1' % n for n in range(60_000)) + b"}",
        b'{"items":[' + b",".join([b"{}"] * 100_000) + b"]}",
        b"\xff\xfe" * 1000,
        b'{"a":"\\ud800"}',
    ],
    ids=[
        "open",
        "deep",
        "deep objects",
        "deep field",
        "long",
        "huge",
        "wide",
        "many",
        "bytes",
        "half",
    ],
)
async def test_a_body_without_measure_is_refused_in_time(wire: Wire, body: bytes) -> None:
    session = await wire.session_of("sokolova")

    answer = await wire.ask(
        "POST",
        "/api/work-orders",
        data=body,
        session=session,
        headers={"Content-Type": "application/json"},
    )

    assert answer.status in {400, 413, 422}, answer.text[:300]
    assert len(answer.body) < 100_000
    assert "Traceback" not in answer.text


@pytest.mark.parametrize(
    "head",
    [
        b"a: " + b"b" * 300_000 + b"\r\n",
        b"".join(b"a%d: b\r\n" % n for n in range(40_000)),
        b"Cookie: " + b"; ".join(b"a%d=b" % n for n in range(40_000)) + b"\r\n",
    ],
    ids=["one long header", "many headers", "many cookies"],
)
async def test_a_head_without_end_is_refused(wire: Wire, head: bytes) -> None:
    answer = await wire.raw(b"GET /api/session HTTP/1.1\r\nHost: x\r\n" + head + b"\r\n")

    assert answer == b"" or answer.split(b" ", 2)[1] in {b"400", b"431"}, answer[:200]


async def test_an_address_without_end_is_refused(wire: Wire) -> None:
    answer = await wire.raw(b"GET /" + b"x" * 300_000 + b" HTTP/1.1\r\nHost: x\r\n\r\n")

    assert answer == b"" or answer.split(b" ", 2)[1] in {b"400", b"404", b"414", b"431"}


SMUGGLED = b"GET /api/smuggled HTTP/1.1\r\nHost: x\r\n\r\n"
POST = (
    b"POST /api/work-orders HTTP/1.1\r\nHost: x\r\nCookie: vitrazh_session=SESSION\r\n"
    b"Sec-Fetch-Site: same-origin\r\n"  # the door lets it through: it comes to its reader
)
TWO_READINGS = {
    "length and chunks": POST
    + b"Content-Length: %d\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" % (5 + len(SMUGGLED))
    + SMUGGLED,
    "chunks and length": POST
    + b"Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n5c\r\n"
    + SMUGGLED
    + b"\r\n0\r\n\r\n",
    "two lengths": POST + b"Content-Length: 0\r\nContent-Length: 44\r\n\r\n" + SMUGGLED,
    "a list of lengths": POST + b"Content-Length: 0, 44\r\n\r\n" + SMUGGLED,
    "a signed length": POST + b"Content-Length: +0\r\n\r\n" + SMUGGLED,
    "a negative length": POST + b"Content-Length: -1\r\n\r\n" + SMUGGLED,
    "a hexadecimal length": POST + b"Content-Length: 0x0\r\n\r\n" + SMUGGLED,
    "an odd coding": POST + b"Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n" + SMUGGLED,
    "two codings": POST
    + b"Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n"
    + SMUGGLED,
    "a coding in a tab": POST + b"Transfer-Encoding:\tchunked, x\r\n\r\n0\r\n\r\n" + SMUGGLED,
    "a space before the colon": POST + b"Content-Length : 44\r\n\r\n" + SMUGGLED,
    "a folded header": POST + b"X: a\r\n Content-Length: 44\r\n\r\n" + SMUGGLED,
    "a bare line end": POST + b"X: a\nContent-Length: 44\r\n\r\n" + SMUGGLED,
    "a bare carriage return": POST + b"X: a\rContent-Length: 44\r\n\r\n" + SMUGGLED,
    "a NUL": POST + b"X: a\0b\r\nContent-Length: 0\r\n\r\n",
    "a NUL in a name": POST + b"Content-\0Length: 44\r\n\r\n" + SMUGGLED,
    "a bad chunk": POST + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n\r\n0\r\n\r\n",
    "a huge chunk": POST
    + b"Transfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\nx\r\n0\r\n\r\n",
    "an old protocol with chunks": POST.replace(b"HTTP/1.1", b"HTTP/1.0")
    + b"Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
    + SMUGGLED,
    "two hosts": b"GET /api/session HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n",
    "another host's address": b"GET http://evil.example/api/smuggled HTTP/1.1\r\nHost: x\r\n\r\n",
    "a tunnel": b"CONNECT 127.0.0.1:22 HTTP/1.1\r\nHost: x\r\n\r\n",
    "another protocol": b"GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade, HTTP2-Settings\r\n"
    b"Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA\r\n\r\n",
    "a socket": b"GET /api/feed HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
    b"Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n\r\n",
    "binary": bytes(range(256)) * 8 + b"\r\n\r\n",
}


@pytest.mark.parametrize("trick", TWO_READINGS)
async def test_no_request_is_read_in_two_ways(wire: Wire, town: Town, trick: str) -> None:
    """Whatever the door makes of it, nobody else's answer is shifted by it."""
    session = await wire.session_of("lebedev")
    sent = TWO_READINGS[trick].replace(b"SESSION", session.encode())

    answer = await wire.raw(sent, seconds=3)

    statuses = [
        line.split(b" ", 2)[1] for line in answer.split(b"\r\n") if line[:9] == b"HTTP/1.1 "
    ]
    assert not any(status.startswith((b"1", b"5")) for status in statuses), answer[:300]
    assert not any(status == b"201" for status in statuses)
    for _ in range(3):
        path = f"/api/work-orders/{uuid.uuid4()}"
        asked = [wire.ask("GET", path, session=session) for _ in range(4)]
        for one in await asyncio.gather(*asked):
            assert (one.status, json.loads(one.body)["instance"]) == (404, path)


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:80",
        "127.0.0.1@evil.example",
        "[::1]:1",
        "localhost,evil.example",
    ],
)
async def test_a_forged_host_is_repeated_nowhere(wire: Wire, town: Town, host: str) -> None:
    session = await wire.session_of("sokolova")
    forged = {
        "Host": host,
        "X-Forwarded-Host": host,
        "X-Forwarded-Proto": "gopher",
        "X-Original-URL": "/api/tokens",
        "X-Rewrite-URL": "/api/tokens",
        "X-HTTP-Method-Override": "DELETE",
        "Forwarded": f"host={host}",
        "Accept": "text/html",
    }
    for path in ("/", "/shop", "/shop/", "/api/docs", "/api/session", "/api/none", "/static/x"):
        answer = await wire.ask("GET", path, session=session, headers=forged)
        whole = answer.text + str(list(answer.headers.items()))
        assert host not in whole, path
        assert "gopher" not in whole, path
        assert answer.status < 500
    body = {"client_id": town.cast.clients["ivanova"], "items": []}
    own = {key: value for key, value in forged.items() if key != "X-HTTP-Method-Override"}
    made = await wire.ask("POST", "/api/work-orders", body=body, session=session, headers=own)
    assert made.status in {201, 403}
    assert host not in made.text + str(list(made.headers.items()))
