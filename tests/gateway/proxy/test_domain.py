"""What passes the door and what does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chassis.errors import NotFound
from gateway.proxy.domain import (
    MAX_JSON,
    MAX_UPLOAD,
    body_limit,
    plain_path,
    returned,
    sent_on,
    service_of,
)

ROUTES = {"/api/work-orders": "orders", "/api/work-orders/statistics": "quality", "/api": "own"}


@pytest.mark.parametrize(
    ("path", "service"),
    [
        ("/api/work-orders", "orders"),
        ("/api/work-orders/0417/accept", "orders"),
        ("/api/work-orders/statistics/day", "quality"),
        ("/api/work-orders-of-others", "own"),
        ("/apiary", None),
        ("/", None),
    ],
)
def test_the_longest_prefix_of_whole_segments_decides(path: str, service: str | None) -> None:
    assert service_of(path, ROUTES) == service


@pytest.mark.parametrize(
    "raw",
    [
        b"/api/clients/../work-orders",
        b"/api/clients/..",
        b"/api/clients/%2E%2e/x",
        b"/api/clients/a%2fb",
        b"/api/clients/a%5Cb",
        b"/api/clients\\x",
        b"/api//clients",
        b"/api/clients/x%00",
        b"/api/clients/x\r\nHost: y",
        b"/api/clients/\xd0\xb0",
        b"api/clients",
        b"",
    ],
)
def test_a_path_that_two_readers_could_read_apart_is_not_sent_on(raw: bytes) -> None:
    with pytest.raises(NotFound):
        plain_path(raw)


@given(st.binary(max_size=40))
def test_whatever_passes_is_plain_ascii_without_climbing(tail: bytes) -> None:
    try:
        path = plain_path(b"/api/clients/" + tail)
    except NotFound:
        return
    assert path.isascii()
    assert b".." not in path.split(b"/")


@pytest.mark.parametrize("name", [
    b"X-User-Id", b"x-vitrazh-actor", b"X-Vitrazh-Roles", b"X-Forwarded-For", b"x-forwarded-host",
    b"X_User_Id", b"x_forwarded_for", b"Authorization", b"Cookie", b"Forwarded", b"Via", b"Host",
    b"Connection", b"Transfer-Encoding", b"Upgrade", b"TE", b"Proxy-Authorization", b"X-Real-IP", b"X-Operator", b"X-Operator-Id", b"X-Operated-At",
    b"X-HTTP-Method-Override", b"Content-Length", b"Baggage",
])  # fmt: skip
def test_a_caller_cannot_name_himself_or_the_connection(name: bytes) -> None:
    assert sent_on([(name, b"x"), (b"Accept", b"*/*")]) == [(b"accept", b"*/*")]


def test_what_a_service_needs_is_sent_on() -> None:
    needed = [
        (b"content-type", b"application/json"),
        (b"if-match", b'"7"'),
        (b"idempotency-key", b"k"),
    ]

    assert sent_on(needed) == needed


def test_headers_named_by_connection_go_no_further() -> None:
    assert sent_on([(b"connection", b"close, X-Secret"), (b"x-secret", b"1")]) == []
    assert returned([(b"Connection", b"x-inner"), (b"X-Inner", b"1"), (b"ETag", b'"7"')]) == [
        (b"etag", b'"7"')
    ]


def test_a_service_cannot_set_cookies_at_the_door() -> None:
    assert returned([(b"Set-Cookie", b"session=1"), (b"Server", b"uvicorn")]) == []


def test_only_an_upload_may_be_big() -> None:
    assert body_limit("/api/work-orders/1/attachments", "POST", ["/attachments"]) == MAX_UPLOAD
    assert body_limit("/api/work-orders/1/attachments", "PUT", ["/attachments"]) == MAX_JSON
    assert body_limit("/api/work-orders", "POST", ["/attachments"]) == MAX_JSON
