"""What passes the door: which service an address belongs to, which headers, how many bytes."""

from collections.abc import Iterable, Mapping
from typing import Final

from chassis.errors import NotFound, Unavailable

HeaderList = list[tuple[bytes, bytes]]
MAX_JSON: Final = 1_048_576
MAX_UPLOAD: Final = 25 * 1_048_576 + 65_536
"""A file of 25 MiB and the multipart frame around it."""
SAFE_METHODS: Final = frozenset({"GET", "HEAD", "OPTIONS"})
METHODS: Final = SAFE_METHODS | {"POST", "PUT", "PATCH", "DELETE"}

HOP_BY_HOP: Final = frozenset(
    {
        b"connection",
        b"keep-alive",
        b"proxy-authenticate",
        b"proxy-authorization",
        b"proxy-connection",
        b"te",
        b"trailer",
        b"transfer-encoding",
        b"upgrade",
    }
)
_NOT_SENT: Final = HOP_BY_HOP | {
    b"host",
    b"authorization",
    b"cookie",
    b"content-length",
    b"expect",
    b"forwarded",
    b"via",
    b"x-real-ip",
    b"x-client-ip",
    b"x-original-url",
    b"x-rewrite-url",
    b"x-http-method-override",
    b"accept-language",
    b"traceparent",
    b"tracestate",
    b"baggage",
}
_FORGED: Final = (b"x-user", b"x-vitrazh", b"x-forwarded", b"x-operat")
"""Beginnings of names by which a caller could say who he is; who holds a tablet stands in the
token, after the gateway has judged `X-Operator…`."""
_NOT_RETURNED: Final = HOP_BY_HOP | {b"server", b"date", b"set-cookie"}
_ESCAPES: Final = (b"%2e", b"%2f", b"%5c", b"%00")


class ServiceAway(Unavailable):
    """The service that owns this does not answer; it is being restarted."""

    code = "service-away"
    ru = "Эта часть системы сейчас перезапускается, повторите через несколько секунд"
    en = "This part of the system is restarting, try again in a few seconds"


def service_of(path: str, routes: Mapping[str, str]) -> str | None:
    """Return the service that an address belongs to, by its longest prefix; None = the gateway's."""
    best = ""
    for prefix in routes:
        inside = path == prefix or path.startswith(prefix.rstrip("/") + "/")
        if inside and len(prefix) > len(best):
            best = prefix
    return routes.get(best)


def plain_path(raw: bytes) -> bytes:
    """Return the path as it may be sent on.

    Raises:
        NotFound: it climbs, doubles slashes or hides them, so two readers could read it apart.
    """
    lower = raw.lower()
    segments = raw.split(b"/")
    if (
        b"\\" in raw
        or any(escape in lower for escape in _ESCAPES)
        or any(segment in {b".", b".."} for segment in segments)
        or b"" in segments[1:-1]
        or not raw.startswith(b"/")
        or any(byte <= 0x20 or byte >= 0x7F for byte in raw)  # noqa: PLR2004 - ASCII's edges
    ):
        raise NotFound
    return raw


def sent_on(headers: Iterable[tuple[bytes, bytes]]) -> HeaderList:
    """Return the request headers that a service gets: nothing by which a caller names himself."""
    given = [(name.lower(), value) for name, value in headers]
    dropped = _NOT_SENT | _named_by_connection(given)
    return [
        (name, value)
        for name, value in given
        if name not in dropped and not name.replace(b"_", b"-").startswith(_FORGED)
    ]


def returned(headers: Iterable[tuple[bytes, bytes]]) -> HeaderList:
    """Return the response headers that a caller gets; sessions are the gateway's, so no cookies."""
    given = [(name.lower(), value) for name, value in headers]
    dropped = _NOT_RETURNED | _named_by_connection(given)
    return [(name, value) for name, value in given if name not in dropped]


def _named_by_connection(headers: HeaderList) -> frozenset[bytes]:
    return frozenset(
        part.strip().lower()
        for name, value in headers
        if name == b"connection"
        for part in value.split(b",")
    )


def body_limit(path: str, method: str, uploads: Iterable[str]) -> int:
    """Return how many bytes of body are taken: uploads 25 MiB, everything else 1 MiB."""
    upload = method == "POST" and any(path.endswith(ending) for ending in uploads)
    return MAX_UPLOAD if upload else MAX_JSON
