"""Internal tokens that a service must not believe, and one that it must."""

import base64
import hmac
import json
from collections.abc import Mapping
from typing import Any, Final

from joserfc import jwt
from joserfc.jwk import OKPKey

from chassis import clock
from chassis.testing import new_key_pair
from chassis.tokens import ALGORITHM, ISSUER
from deploy.embedded.system import System

HOUR: Final = 3600
HEADERS: Final[Mapping[str, Mapping[str, str]]] = {
    "nothing": {},
    "an empty bearer": {"Authorization": "Bearer "},
    "basic": {"Authorization": "Basic YWRtaW46YWRtaW4="},
    "x-user": {"X-User": "admin", "X-User-Id": "1", "X-User-Roles": "admin,desk,director"},
    "x-vitrazh": {"X-Vitrazh-Actor": "system:orders", "X-Vitrazh-Roles": "admin"},
    "x-forwarded": {"X-Forwarded-User": "admin", "X-Forwarded-For": "127.0.0.1"},
    "x-remote": {"Remote-User": "admin", "X-Remote-User": "admin", "X-Auth-User": "admin"},
    "x-original": {"X-Original-Url": "/health/ready", "X-Rewrite-Url": "/health/ready"},
    "x-http-method": {"X-Http-Method-Override": "GET", "X-Method-Override": "GET"},
}
"""Without any token: names by which other systems believe a caller."""


def claims(audience: str) -> dict[str, Any]:
    """Return what the gateway would say of a director who is everything else besides."""
    issued = int(clock.now().timestamp())
    return {
        "iss": ISSUER,
        "aud": audience,
        "sub": "staff:00000000-0000-7000-8000-000000000001",
        "iat": issued,
        "exp": issued + 60,
        "roles": ["desk", "director", "head-of-production", "admin"],
        "grants": [],
    }


class Forge:
    """Makes tokens; holds the gateway's real keys, as only a test may."""

    def __init__(self, system: System) -> None:
        private, self.public = system.secrets.signing_keys()
        self._key = OKPKey.import_key(private, {"alg": ALGORITHM})

    def good(self, audience: str, **changed: Any) -> str:
        """Return a token as the gateway signs it, with some claims changed; None = left out."""
        said = {k: v for k, v in (claims(audience) | changed).items() if v is not None}
        return jwt.encode({"alg": ALGORITHM}, said, self._key, algorithms=[ALGORITHM])

    def bad(self, audience: str) -> dict[str, str]:
        """Return tokens by what is wrong with them."""
        now = int(clock.now().timestamp())
        other = "clients" if audience != "clients" else "orders"
        return {
            "of nobody's algorithm": _joined({"alg": "none"}, claims(audience), b""),
            "of nobody's algorithm, shouted": _joined({"alg": "NONE"}, claims(audience), b""),
            "HS256 by the public key": self._by_public_key(audience),
            "of another key": _by_stranger(audience, {"alg": ALGORITHM}),
            "of another key that it brings": _by_stranger(audience, _with_own_key()),
            "by the other name of the algorithm": self._renamed(audience),
            "for another service": self.good(other),
            "for several": self.good(audience, aud=[other, "gateway"]),
            "for nobody": self.good(audience, aud=None),
            "of another issuer": self.good(audience, iss="somebody"),
            "of no issuer": self.good(audience, iss=None),
            "expired": self.good(audience, iat=now - HOUR, exp=now - HOUR + 60),
            "without an end": self.good(audience, exp=None),
            "not valid yet": self.good(audience, nbf=now + HOUR),
            "issued in the future": self.good(audience, iat=now + HOUR, exp=now + 2 * HOUR),
            "of no one": self.good(audience, sub=None),
            "of a machine": self.good(audience, sub=f"system:{audience}"),
            "without roles": self.good(audience, roles=None),
            "of a role that is none": self.good(audience, roles=["root"]),
            "with its claims changed": self._changed(audience),
            "cut": self.good(audience)[:-8],
            "garbage": "a.b.c",
        }

    def _by_public_key(self, audience: str) -> str:
        """Signed by hand: the library itself would not take a public key for a secret."""
        signed = f"{_part({'alg': 'HS256', 'typ': 'JWT'})}.{_part(claims(audience))}"
        seal = hmac.digest(self.public.encode(), signed.encode(), "sha256")
        return f"{signed}.{base64.urlsafe_b64encode(seal).decode().rstrip('=')}"

    def _renamed(self, audience: str) -> str:
        """The same key under its older name, which a strict verifier does not take."""
        signed = f"{_part({'alg': 'EdDSA', 'typ': 'JWT'})}.{_part(claims(audience))}"
        seal = self._key.private_key.sign(signed.encode())  # type: ignore[union-attr]
        return f"{signed}.{base64.urlsafe_b64encode(seal).decode().rstrip('=')}"

    def _changed(self, audience: str) -> str:
        head, _, signature = self.good(audience, roles=["driver"]).split(".")
        return ".".join((head, _part(claims(audience)), signature))


def _by_stranger(audience: str, header: Mapping[str, Any]) -> str:
    key = OKPKey.import_key(new_key_pair()[0], {"alg": ALGORITHM})
    return jwt.encode(dict(header), claims(audience), key, algorithms=[ALGORITHM])


def _with_own_key() -> dict[str, Any]:
    public = OKPKey.import_key(new_key_pair()[0], {"alg": ALGORITHM}).as_dict(private=False)
    return {"alg": ALGORITHM, "jwk": dict(public), "kid": "../../dev/null"}


def _joined(header: Mapping[str, Any], said: Mapping[str, Any], signature: bytes) -> str:
    tail = base64.urlsafe_b64encode(signature).decode().rstrip("=")
    return f"{_part(header)}.{_part(said)}.{tail}"


def _part(value: Mapping[str, Any]) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")
