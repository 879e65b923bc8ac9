"""Refusals as RFC 9457 problem details, in the caller's language; nothing of our insides leaks."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

import asyncpg
import orjson
from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from opentelemetry import trace
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Message, Receive, Scope, Send

from chassis.errors import Conflict, DomainError, Invalid, NotFound, TooLarge, Unavailable
from chassis.http.context import language_of
from chassis.http.wording import worded
from chassis.outage import is_infrastructure, sqlstate_of
from chassis.telemetry import log

PROBLEM = "application/problem+json"
MOST_ERRORS = 100
"""Fields named in one answer; a megabyte of unknown names is not sent back as ten."""
_LIMIT = "starlette.max_body_size"
UNIQUE = "23505"
DATA = "22"
"""SQLSTATE class of values that the database cannot hold: characters, numbers, dates."""


class AlreadyExists(Conflict):
    """A unique value is taken."""

    code = "already-exists"
    ru = "Такая запись уже есть"
    en = "Such a record already exists"


class MethodNotAllowed(DomainError):
    """The address knows no such method."""

    status = 405
    code = "method-not-allowed"
    ru = "Такого действия по этому адресу нет"
    en = "No such method at this address"


class BadRequest(DomainError):
    """The request is ill-formed."""


class InternalError(DomainError):
    """Our own mistake; the log has it under the trace id."""

    status = 500
    code = "internal-error"
    ru = "Ошибка на нашей стороне, мы её увидим в журнале"
    en = "A mistake on our side; it is in the log"


def problem(
    error: DomainError, language: str, *, instance: str, errors: Sequence[Mapping[str, Any]] = ()
) -> Response:
    """Return the answer for a refusal."""
    body: dict[str, Any] = {
        "type": f"/docs/errors#{error.code}",
        "title": error.text(language),
        "status": error.status,
        "code": error.code,
        "instance": instance,
    }
    fields = [
        {"loc": list(f.loc), "code": f.code, "message": f.en if language == "en" else f.ru}
        for f in getattr(error, "fields", ())
    ]
    if fields or errors:
        body["errors"] = [*fields, *errors]
        body["detail"] = "; ".join(str(item["message"]) for item in body["errors"][:5])
    context = trace.get_current_span().get_span_context()
    if context.is_valid:
        body["trace_id"] = format(context.trace_id, "032x")
    body |= {name: value for name, value in error.params.items() if name not in body}
    headers = {"Content-Language": language}
    if error.retry_after is not None:
        seconds = error.params.get("seconds", error.retry_after)
        headers["Retry-After"] = str(seconds)
    return Response(_json(body), error.status, headers, PROBLEM)


def _json(body: Mapping[str, Any]) -> bytes:
    try:
        return orjson.dumps(body, default=str, option=orjson.OPT_NON_STR_KEYS)
    except TypeError:  # a caller's field may be named by half a character, a number be huge
        return json.dumps(body, default=str, skipkeys=True).encode()


def _answer(request: Request, error: DomainError, **more: Any) -> Response:
    language = language_of(request.headers.get("accept-language", ""))
    return problem(error, language, instance=request.url.path, **more)


async def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, DomainError)  # noqa: S101 - registered for it
    return _answer(request, error)


def _place(loc: tuple[str | int, ...]) -> list[str | int]:
    """Where a field stands: within the body without a prefix, else `query`, `header`, `path`."""
    return list(loc[1:] if loc[0] == "body" and len(loc) > 1 else loc)


async def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)  # noqa: S101 - registered for it
    language = language_of(request.headers.get("accept-language", ""))
    errors = [
        {"loc": _place(item["loc"]), "code": item["type"], "message": worded(item, language)}
        for item in error.errors()[:MOST_ERRORS]
    ]
    return _answer(request, Invalid(), errors=errors)


async def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101 - registered for it
    known: dict[int, DomainError] = {
        404: NotFound(),
        405: MethodNotAllowed(),
        413: TooLarge(limit=request.scope.get(_LIMIT, "?")),
    }
    return _answer(request, known.get(error.status_code, BadRequest()))


async def _database(request: Request, error: Exception) -> Response:
    refusal = database_refusal(error)
    if refusal is None:
        log().exception("database error", path=request.url.path)
        return _answer(request, InternalError())
    log().warning("database refusal", code=refusal.code, reason=type(error).__name__)
    return _answer(request, refusal)


def database_refusal(error: Exception) -> DomainError | None:
    """Return what a database error means to a caller; None = it is our own mistake."""
    if is_infrastructure(error):
        return Unavailable()
    state = sqlstate_of(error)
    if state == UNIQUE:
        return AlreadyExists()
    if state.startswith(DATA):
        return BadRequest()
    return None


async def _mistake(request: Request, error: Exception) -> Response:
    log().error("unhandled", path=request.url.path, exc_info=error)
    return _answer(request, InternalError())


class ProblemApi(FastAPI):
    """An app whose framework, too, refuses by problem details.

    A body that announces itself too large is answered in plain text, outside of every handler.
    """

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, with a 413 put in words on its way out."""
        replaced = False

        async def worded_send(message: Message) -> None:
            nonlocal replaced
            if replaced:
                return
            if message["type"] == "http.response.start" and message["status"] == TooLarge.status:
                replaced = True
                accepted = Headers(scope=scope).get("accept-language", "")
                error = TooLarge(limit=scope.get(_LIMIT, "?"))
                answer = problem(error, language_of(accepted), instance=scope["path"])
                await answer(scope, receive, send)
                return
            await send(message)

        await super().__call__(scope, receive, worded_send if scope["type"] == "http" else send)


def install_problems(app: FastAPI) -> None:
    """Let every error of this app leave as a problem."""
    app.add_exception_handler(DomainError, _refused)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    # Of the driver itself; an internal one died within a statement.
    bare = (asyncpg.PostgresError, asyncpg.InterfaceError, asyncpg.InternalClientError)
    for kind in (DBAPIError, PoolTimeout, OSError, *bare):
        app.add_exception_handler(kind, _database)
    app.add_exception_handler(Exception, _mistake)
