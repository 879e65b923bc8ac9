"""Routes: every write is one transaction, with rights, idempotency and If-Match built in."""

import hashlib
from collections.abc import Callable, Coroutine, Iterable
from datetime import timedelta
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Header
from fastapi.params import Depends as DependsMarker
from fastapi.routing import APIRoute
from starlette.requests import Request
from starlette.responses import Response

from chassis.actor import Actor
from chassis.db import Db, ReadDb
from chassis.errors import (
    DomainError,
    Forbidden,
    PreconditionRequired,
    Unauthorized,
    Unavailable,
    invalid,
)
from chassis.failpoints import failpoint
from chassis.http.context import ANONYMOUS, HttpContext, actor_of
from chassis.http.problems import database_refusal
from chassis.http.schemas import may_hold_nul
from chassis.idempotency import IdempotencyKeyReused, claim, remembered, was_answered
from chassis.write_out import RequestInFlight
from contracts.rights import Permission

NO_KEY: dict[str, Any] = {"x-idempotency-key": "none"}
"""`openapi_extra` of a POST that needs no Idempotency-Key (it creates and moves nothing)."""
STREAMED: dict[str, Any] = {"x-idempotency-key": "head"}
"""`openapi_extra` of an upload: its key covers method and path, the body is never held."""

DAY = timedelta(days=1)
DEVICE_MEMORY = timedelta(days=30)
Handler = Callable[[Request], Coroutine[Any, Any, Response]]


KEY_HEADER: dict[str, Any] = {
    "name": "Idempotency-Key",
    "in": "header",
    "required": True,
    "description": "Chosen by the caller; the same key gives the same answer, once done",
    "schema": {"type": "string", "minLength": 1, "maxLength": 255, "pattern": r"^[\x21-\x7e]+$"},
}


def _with_key(methods: Iterable[str] | None, extra: dict[str, Any] | None) -> dict[str, Any]:
    """Say in OpenAPI that a POST needs its key (one that reads the header itself says so too)."""
    told = dict(extra or {})
    if set(methods or ()) == {"POST"} and told.get("x-idempotency-key") != "none":
        told["parameters"] = [*told.get("parameters", ()), KEY_HEADER]
    return told


class UnitOfWorkRoute(APIRoute):
    """Runs a handler inside one unit of work; commits before the answer leaves."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["openapi_extra"] = _with_key(kwargs.get("methods"), kwargs.get("openapi_extra"))
        super().__init__(*args, **kwargs)

    def get_route_handler(self) -> Handler:
        """Wrap FastAPI's handler."""
        inner = super().get_route_handler()
        methods = self.methods or set()
        reading = methods <= {"GET", "HEAD"}
        mode = (self.openapi_extra or {}).get("x-idempotency-key", "required")
        keyed = methods == {"POST"} and mode != "none"

        async def read(request: Request) -> Response:
            actor = await actor_of(request)
            async with HttpContext.of(request).uow.read(actor) as db:
                request.state.db = db
                return await inner(request)

        async def write(request: Request) -> Response:
            actor = await actor_of(request)
            async with HttpContext.of(request).uow.write(actor) as db:
                request.state.db = db
                if not keyed or actor.subject == ANONYMOUS.subject:
                    response = await inner(request)
                else:
                    response = await _once(request, db, inner, whole=mode != "head")
                await failpoint("api.before_commit")
            await failpoint("api.after_commit_before_response")
            return response

        async def write_once(request: Request) -> Response:
            try:
                return await write(request)
            except (IdempotencyKeyReused, RequestInFlight):
                raise
            except Exception as error:
                if await _by_itself(request, error):
                    raise RequestInFlight from error
                raise

        if reading:
            return read
        return write_once if keyed else write


async def _once(request: Request, db: Db, inner: Handler, *, whole: bool) -> Response:
    key = request.headers.get("idempotency-key", "")
    digest = hashlib.sha256(f"{request.method} {request.url.path}?{request.url.query}\n".encode())
    if whole:
        body = await request.body()
        may_hold_nul.set(b"\\u0000" in body)
        digest.update(body)
    answer = await claim(db, key, digest.hexdigest())
    if answer is not None:
        return answer
    response = await inner(request)
    memory = DEVICE_MEMORY if db.actor.device_id else DAY
    db.remember(remembered(db, key, digest.hexdigest(), response, memory))
    return response


async def _by_itself(request: Request, error: Exception) -> bool:
    """Tell whether the request was refused for what an equal one has done meanwhile."""
    refusal = error if isinstance(error, DomainError) else database_refusal(error)
    if refusal is None or refusal.status >= Unavailable.status:
        return False
    key = request.headers.get("idempotency-key", "")
    return await was_answered(HttpContext.of(request).uow, await actor_of(request), key)


class Routes(APIRouter):
    """A slice's routes; declare it with its prefix under `/api`."""

    def __init__(self, *, prefix: str, tags: list[str] | None = None) -> None:
        super().__init__(prefix=prefix, tags=list(tags or []), route_class=UnitOfWorkRoute)


async def _database(request: Request) -> Any:
    return request.state.db


Writes = Annotated[Db, Depends(_database)]
Reads = Annotated[ReadDb, Depends(_database)]


async def current_actor(request: Request) -> Actor:
    """Return who asks.

    Raises:
        Unauthorized: nobody that we know.
    """
    actor = await actor_of(request)
    if actor.subject == ANONYMOUS.subject:
        raise Unauthorized
    return actor


def needs(permission: Permission) -> Any:
    """Return the dependency of a route that needs this permission in some scope.

    The command checks how far the permission reaches, on the data itself.
    """

    async def allowed(request: Request) -> Actor:
        actor = await current_actor(request)
        if actor.scope(permission) is None:
            raise Forbidden(permission=permission.value)
        return actor

    marker: DependsMarker = Depends(allowed)
    _PERMISSIONS[allowed] = permission
    return marker


_PERMISSIONS: dict[Callable[..., Any], Permission] = {}


def permission_of(dependency: Callable[..., Any]) -> Permission | None:
    """Return the permission that a dependency made by `needs` asks for; for docs and tests."""
    return _PERMISSIONS.get(dependency)


async def _anybody(request: Request) -> Actor:
    return await actor_of(request)


public: Any = Depends(_anybody)
"""Dependency of a route that anybody may call (sign-in, pairing, reports of a provider)."""


async def _if_match(
    if_match: Annotated[str | None, Header(description='Version being edited, e.g. `"7"`')] = None,
) -> int:
    if if_match is None:
        raise PreconditionRequired
    text = if_match.strip().removeprefix("W/").strip('"')
    if not (text.isascii() and text.isdigit() and len(text) <= 9):  # noqa: PLR2004 - int4
        raise invalid(
            "if-match-malformed",
            'If-Match — это версия записи в кавычках, например "7"',
            'If-Match is the record\'s version in quotes, e.g. "7"',
            "header",
            "If-Match",
        )
    return int(text)


IfMatch = Annotated[int, Depends(_if_match)]


def etag(response: Response, version: int) -> None:
    """Say which version this answer shows."""
    response.headers["ETag"] = f'"{version}"'
