"""A process of the system with one layer taken out, or profiled: for the bench alone.

`python -m tools.bench.less --role all` stands in for `python -m services.orders` (or `gateway`);
no setting of the product leads here. What it does not find to take out, it refuses to run without.
"""

import base64
import cProfile
import importlib
import json
import os
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from chassis import tokens
from chassis.actor import Actor
from chassis.db import Db
from chassis.run import main

LESS: Final = "VITRAZH_BENCH_LESS"
PROFILE: Final = "VITRAZH_BENCH_PROFILE"
_FRESH_S: Final = 40.0


def without_auth() -> None:
    """The gateway looks nobody up and signs rarely; a service believes without checking."""
    guard = importlib.import_module("gateway.guard.commands")
    ask, known = guard.authenticate, dict[tuple[str, ...], Actor]()
    sign, signed = tokens.Signer.sign, dict[tuple[Actor, str], tuple[float, str]]()

    async def authenticate(request: Any, uow: Any, **how: Any) -> Actor:
        names = ("cookie", "authorization", "x-operator")
        key = tuple(request.headers.get(name, "") for name in names)
        if key not in known:
            known[key] = await ask(request, uow, **how)
        return known[key]

    def sign_rarely(self: tokens.Signer, actor: Actor, audience: str) -> str:
        key = (replace(actor, correlation_id=None), audience)
        at, token = signed.get(key, (0.0, ""))
        if time.monotonic() - at > _FRESH_S:
            token = sign(self, actor, audience)
            signed[key] = time.monotonic(), token
        return token

    def believe(_: tokens.Verifier, token: str) -> Actor:
        body = token.split(".")[1]
        claims = json.loads(base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)))
        return tokens._actor(claims)  # noqa: SLF001 - the same reading, without the check

    _replace(guard, "authenticate", authenticate)
    _replace(tokens.Signer, "sign", sign_rarely)
    _replace(tokens.Verifier, "verify", believe)


def without_audit() -> None:
    """Nobody notes who did what."""
    _replace(Db, "audit", lambda *_, **__: None)


def without_idempotency() -> None:
    """A key is neither looked up nor kept."""

    async def once(request: Any, _db: Any, inner: Callable[..., Any], **_: Any) -> Any:
        return await inner(request)

    _replace(importlib.import_module("chassis.http.routes"), "_once", once)


def _replace(owner: Any, name: str, other: Any) -> None:
    getattr(owner, name)  # not found = the cost of nothing would be measured
    setattr(owner, name, other)


LAYERS: Final = {
    "auth": without_auth,
    "audit": without_audit,
    "idempotency": without_idempotency,
}


def run() -> None:
    """Take the layer out, then be the process."""
    for layer in os.environ.get(LESS, "").split():
        LAYERS[layer]()
    name = os.environ["VITRAZH_SERVICE"]
    module = "gateway.app" if name == "gateway" else f"services.{name}.app"
    service = importlib.import_module(module).service
    kept = os.environ.get(PROFILE)
    if not kept:
        main(service)
        return
    profile = cProfile.Profile()
    try:
        profile.runcall(main, service)
    finally:
        profile.dump_stats(Path(kept) / f"{name}.pstats")


if __name__ == "__main__":
    run()
