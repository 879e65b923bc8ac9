"""The internal token: only the gateway's signature, for this service, in its minute, is believed."""

import base64
import hashlib
import hmac
import json
import time
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from joserfc import jwt
from joserfc.jwk import OKPKey
from sqlalchemy import select

from chassis import clock, tables, tokens
from chassis.actor import Actor
from chassis.errors import Unauthorized
from chassis.ids import new_id
from chassis.testing import World, new_key_pair
from chassis.tokens import LEEWAY_S, LIFETIME_S, Signer, Verifier
from contracts.rights import Permission, Role, Shop
from tests.chassis import probe

PRIVATE, PUBLIC = new_key_pair()
OTHER_PRIVATE, _ = new_key_pair()
VERIFIER = Verifier(PUBLIC, "notifications")


def b64(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def claims(**changed: Any) -> dict[str, Any]:
    now = int(time.time())
    values = {
        "iss": "vitrazh-gateway",
        "aud": "notifications",
        "sub": "staff:018f0000-0000-7000-8000-000000000009",
        "iat": now,
        "exp": now + 3600,
        "roles": ["desk"],
        "grants": [],
    }
    return {name: value for name, value in (values | changed).items() if value is not ...}


def signed(said: dict[str, Any], private: str = PRIVATE) -> str:
    key = OKPKey.import_key(private, {"alg": "Ed25519"})
    return jwt.encode({"alg": "Ed25519"}, said, key, algorithms=["Ed25519"])


def unsigned() -> str:
    head, body = ({"alg": "none", "typ": "JWT"}, claims())
    return f"{b64(json.dumps(head).encode())}.{b64(json.dumps(body).encode())}."


def with_public_key_as_secret(algorithm: str = "HS256") -> str:
    head = b64(json.dumps({"alg": algorithm}).encode())
    rest = f"{head}.{b64(json.dumps(claims()).encode())}"
    return f"{rest}.{b64(hmac.new(PUBLIC.encode(), rest.encode(), hashlib.sha256).digest())}"


def with_own_key_inside() -> str:
    key = OKPKey.generate_key("Ed25519")
    head = {"alg": "Ed25519", "jwk": key.as_dict(private=False), "kid": "../../etc/passwd"}
    return jwt.encode(head, claims(), key, algorithms=["Ed25519"])


def altered() -> str:
    head, _, signature = signed(claims()).split(".")
    return f"{head}.{b64(json.dumps(claims(roles=['director'])).encode())}.{signature}"


NOW = int(time.time())
FORGED = {
    "nothing": "",
    "no token": "rubbish",
    "two parts": "a.b",
    "a list as head": f"{b64(b'[]')}.{b64(b'{}')}.x",
    "no head": "..",
    "alg none": unsigned(),
    "alg None, cut": unsigned().rstrip("."),
    "HS256 with the public key": with_public_key_as_secret(),
    "EdDSA named, HS256 made": with_public_key_as_secret("Ed25519"),
    "a key that came along": with_own_key_inside(),
    "another's key": signed(claims(), OTHER_PRIVATE),
    "body altered": altered(),
    "signature cut": signed(claims())[:-4],
    "for another service": signed(claims(aud="orders")),
    "for nobody": signed(claims(aud=...)),
    "from another issuer": signed(claims(iss="somebody")),
    "expired": signed(claims(iat=NOW - 300, exp=NOW - LEEWAY_S - 5)),
    "never expires": signed(claims(exp=...)),
    "expires in words": signed(claims(exp="tomorrow")),
    "not yet": signed(claims(nbf=NOW + 3600)),
    "issued in the future": signed(claims(iat=NOW + 3600, exp=NOW + 3660)),
    "nobody's": signed(claims(sub=...)),
    "subject is no text": signed(claims(sub=7)),
    "a machine": signed(claims(sub="system:orders")),
    "unknown role": signed(claims(roles=["king"])),
    "roles missing": signed(claims(roles=...)),
    "roles is no list": signed(claims(roles=7)),
    "office is no id": signed(claims(office="Lenina")),
    "unknown shop": signed(claims(shop="bakery")),
}


@pytest.mark.parametrize("token", FORGED.values(), ids=FORGED.keys())
def test_any_other_token_is_refused(token: str) -> None:
    with pytest.raises(Unauthorized):
        VERIFIER.verify(token)


@given(st.one_of(st.text(), st.lists(st.binary(), min_size=3, max_size=3)))
def test_no_rubbish_is_more_than_unauthorized(junk: str | list[bytes]) -> None:
    token = junk if isinstance(junk, str) else ".".join(b64(part) for part in junk)
    with pytest.raises(Unauthorized):
        VERIFIER.verify(token)


@given(st.recursive(st.none() | st.integers() | st.text(), st.lists, max_leaves=3))
def test_no_head_or_body_of_another_shape_is_more_than_unauthorized(shape: Any) -> None:
    part = b64(json.dumps(shape).encode())
    right = signed(claims()).split(".")
    for token in (f"{part}.{right[1]}.{right[2]}", f"{right[0]}.{part}.{right[2]}"):
        with pytest.raises(Unauthorized):
            VERIFIER.verify(token)


def test_who_signed_is_who_is_read() -> None:
    actor = Actor(
        subject=f"device:{new_id()}",
        roles=frozenset({Role.WORKSHOP, Role.DESK}),
        grants=frozenset({Permission.ORDERS_ENTER_OLD}),
        office_id=new_id(),
        shop=Shop.WORKSHOP,
        session_id="s",
        device_id=new_id(),
        operator_id=new_id(),
        operator_verified=True,
        correlation_id="c",
    )
    assert VERIFIER.verify(Signer(PRIVATE).sign(actor, "notifications")) == actor
    named = replace(actor, operator_verified=False, judged_at=clock.now())
    assert VERIFIER.verify(Signer(PRIVATE).sign(named, "notifications")) == named
    plain = Actor(subject=f"staff:{new_id()}")
    assert VERIFIER.verify(Signer(PRIVATE).sign(plain, "notifications")) == plain


def test_a_token_serves_twenty_seconds_and_one_actor_and_one_service(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    signer, anna = Signer(PRIVATE), Actor(subject=f"staff:{new_id()}", roles=frozenset({Role.DESK}))
    begin = clock.now().replace(second=0)
    monkeypatch.setattr(clock, "now", lambda: begin)
    token = signer.sign(anna, "notifications")

    assert signer.sign(replace(anna), "notifications") == token
    assert signer.sign(replace(anna, roles=frozenset()), "notifications") != token
    assert signer.sign(anna, "orders") != token
    monkeypatch.setattr(clock, "now", lambda: begin + timedelta(seconds=19))
    assert signer.sign(anna, "notifications") == token
    monkeypatch.setattr(clock, "now", lambda: begin + timedelta(seconds=20))
    assert signer.sign(anna, "notifications") != token


async def test_the_gateways_name_of_a_request_is_taken_and_no_other(
    world: World, key_pair: tuple[str, str]
) -> None:
    token = Signer(key_pair[0]).sign(world.actor(Role.DESK), "notifications")
    own = str(new_id())
    for said, kept in ((own, True), ("'; DROP", False)):
        headers = {"Authorization": f"Bearer {token}", "Idempotency-Key": str(new_id())}
        client = world.client(None, **headers, **{"X-Vitrazh-Correlation": said})
        assert (await client.post("/api/pots", json={"name": said})).status_code == 201
        rows = await world.rows(select(tables.audit.c.correlationid))
        assert len({row["correlationid"] for row in rows}) == len(rows)
        assert (said in {row["correlationid"] for row in rows}) is kept


def test_a_token_lives_a_minute_and_the_clocks_may_differ_a_little(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    token = Signer(PRIVATE).sign(Actor(subject=f"staff:{new_id()}"), "notifications")
    now = clock.now()
    for later, believed in (
        (0, True),
        (LIFETIME_S + LEEWAY_S - 5, True),
        (LIFETIME_S + LEEWAY_S + 5, False),
        (-(LEEWAY_S - 5), True),
        (-(LEEWAY_S + 5), False),
    ):
        monkeypatch.setattr(clock, "now", lambda at=now + timedelta(seconds=later): at)
        if believed:
            VERIFIER.verify(token)
        else:
            with pytest.raises(Unauthorized):
                VERIFIER.verify(token)
    assert tokens.LIFETIME_S == 60


@pytest.mark.parametrize("token", [*FORGED.values(), None], ids=[*FORGED, "no header"])
async def test_whom_we_do_not_believe_gets_401_and_writes_nothing(
    world: World, key_pair: tuple[str, str], token: str | None
) -> None:
    headers = {"Idempotency-Key": "k"} | ({"Authorization": f"Bearer {token}"} if token else {})
    answer = await world.client(None, **headers).post("/api/pots", json={"name": "a"})
    assert (answer.status_code, answer.json()["code"]) == (401, "not-signed-in")
    for table in (probe.pots, tables.outbox, tables.audit, tables.idempotency):
        assert await world.rows(select(table)) == []


@pytest.mark.parametrize("scheme", ["Basic", "Token", ""])
async def test_only_a_bearer_is_heard(world: World, key_pair: tuple[str, str], scheme: str) -> None:
    token = Signer(key_pair[0]).sign(world.actor(Role.DESK), "notifications")
    answer = await world.client(Authorization=f"{scheme} {token}".strip()).get("/api/pots")
    assert answer.status_code == 401


async def test_headers_that_only_claim_a_person_are_nothing(world: World) -> None:
    answer = await world.client(
        None, **{"X-User-Id": "1", "X-Vitrazh-Actor": "staff:1", "X-Forwarded-User": "director"}
    ).get("/api/pots/of-anybody")
    assert answer.json() == {"subject": "anonymous"}
