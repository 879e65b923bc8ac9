"""Which credential a request brings, and whether a foreign page may have made the browser send it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from ipaddress import IPv4Network, IPv6Network, ip_address
from typing import Final
from urllib.parse import urlsplit

from chassis.errors import Forbidden, TooMany
from gateway.access.domain.proof import API_PREFIX
from gateway.devices.domain import DEVICE_PREFIX

Network = IPv4Network | IPv6Network
SESSION_COOKIE: Final = "vitrazh_session"
DEVICE_COOKIE: Final = "vitrazh_device"
HARMLESS: Final = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})
WINDOW_S: Final = 60
SECRET_LONGEST: Final = 200
"""Our secrets are 46 characters; anything longer is not hashed at all."""


class CrossSite(Forbidden):
    """A page of another site made this browser send the request, or may have."""

    code = "cross-site-request"
    ru = "Запрос пришёл с чужой страницы"
    en = "The request came from another site's page"


class AskedTooOften(TooMany):
    """More requests in a minute than anybody needs."""

    code = "asked-too-often"
    ru = "Слишком много запросов, повторите через {seconds} с"
    en = "Too many requests, try again in {seconds} s"


class Kind(StrEnum):
    """What the secret is."""

    SESSION = "session"
    API = "token"
    DEVICE = "device"


@dataclass(frozen=True, slots=True)
class Credential:
    """A secret of a kind, as the request brought it; not yet believed."""

    kind: Kind
    secret: str


@dataclass(slots=True)
class _Count:
    here: int = 0
    told: int = 0
    """How many of those here the other gateways have been told of."""
    elsewhere: int = 0


class Tally:
    """Requests of one window of a minute, by whom they came from: here, and at other gateways."""

    def __init__(self, window: int) -> None:
        self.window = window
        """Number of the window: Unix seconds / `WINDOW_S`."""
        self._counts: dict[str, _Count] = {}

    def count(self, key: str) -> int:
        """Count one more; return how many that makes, as far as this gateway knows."""
        found = self._counts.get(key)
        if found is None:
            found = self._counts[key] = _Count()
        found.here += 1
        return found.here + found.elsewhere

    def untold(self) -> dict[str, int]:
        """Return what was counted here and told to nobody yet."""
        return {
            key: found.here - found.told
            for key, found in self._counts.items()
            if found.here > found.told
        }

    def learn(self, told: Mapping[str, int], totals: Sequence[int]) -> None:
        """Note that so much was told, and the counts of all gateways after it, in the same order."""
        for (key, fresh), total in zip(told.items(), totals, strict=True):
            found = self._counts[key]
            found.told += fresh
            found.elsewhere = max(total - found.told, 0)

    def seconds_left(self, now: int) -> int:
        """Return after how many seconds the window is over; `now` is Unix time, s, cut."""
        return max(1, (self.window + 1) * WINDOW_S - now + 1)


def credential_of(authorization: str | None, cookies: Mapping[str, str]) -> Credential | None:
    """Return what the request brings: a bearer token before a person's cookie before a tablet's.

    A bearer token that is none of ours is no reason to look at the cookies: a program that sends
    one does not mean the person whose browser it may run in.
    """
    if authorization:
        scheme, _, secret = authorization.partition(" ")
        if scheme.lower() != "bearer":
            return None
        return _bearer(secret.strip())
    if SESSION_COOKIE in cookies:
        return _short(Kind.SESSION, cookies[SESSION_COOKIE])
    if DEVICE_COOKIE in cookies:
        return _short(Kind.DEVICE, cookies[DEVICE_COOKIE])
    return None


def is_cross_site(
    method: str, headers: Mapping[str, str], cookies: Mapping[str, str], *, public_host: str
) -> bool:
    """Tell whether a change must be refused because a foreign page may have caused it.

    Browsers say where a request comes from (`Sec-Fetch-Site`, on plain http only `Origin`).
    Programs without cookies say nothing and need not; whoever sends a cookie must. Signing in has
    no cookie yet, but a browser says its origin there too, so a foreign form is refused.
    """
    if method in HARMLESS or headers.get("authorization"):
        return False
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site != "same-origin"
    origin = headers.get("origin")
    if origin is not None:
        own = {headers.get("host", "").lower(), public_host.lower()} - {""}
        return urlsplit(origin).netloc.lower() not in own
    return SESSION_COOKIE in cookies or DEVICE_COOKIE in cookies


def visitor_of(peer: str, forwarded: str, trusted: Sequence[Network]) -> str:
    """Return the address a request comes from: the last one that no proxy of ours has.

    `forwarded` is `X-Forwarded-For`; whoever is not a proxy of ours may write anything there, so
    only what our proxies added (at the right) counts.
    """
    for hop in (peer, *reversed(forwarded.split(","))):
        try:
            address = ip_address(hop.strip())
        except ValueError:
            return peer
        if not any(address in network for network in trusted):
            return str(address)
    return peer


def _bearer(secret: str) -> Credential | None:
    if secret.startswith(API_PREFIX):
        return _short(Kind.API, secret)
    if secret.startswith(DEVICE_PREFIX):
        return _short(Kind.DEVICE, secret)
    return None


def _short(kind: Kind, secret: str) -> Credential | None:
    return Credential(kind, secret) if 0 < len(secret) <= SECRET_LONGEST else None
