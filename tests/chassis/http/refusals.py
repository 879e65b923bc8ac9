"""The shape of a refusal, for tests."""

import json
from typing import Any

import httpx

from chassis.testing import World
from contracts.rights import Role

SECRETS = ("secret", "Traceback", "sqlalchemy", "asyncpg", "SELECT", "pots", "RuntimeError", ".py")


def desk(world: World, **headers: str) -> httpx.AsyncClient:
    """Return a client of a manager of the desk."""
    return world.client(world.actor(Role.DESK), **headers)


async def check(world: World, body: Any, language: str = "ru") -> httpx.Response:
    """Send raw bytes, or what is made JSON of, to a route with a field of every kind."""
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    headers = {"Accept-Language": language, "Content-Type": "application/json"}
    return await world.client().post("/api/pots/check", content=content, headers=headers)


def assert_is_problem(answer: httpx.Response, status: int, code: str) -> None:
    """Assert the shape of RFC 9457 and that nothing leaks."""
    body = answer.json()
    assert (answer.status_code, body["status"], body["code"]) == (status, status, code)
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert body["type"] == f"/docs/errors#{code}"
    assert body["title"]
    assert body["instance"] == answer.request.url.path
    for word in SECRETS:
        assert word not in answer.text.replace("/api/pots", "")
