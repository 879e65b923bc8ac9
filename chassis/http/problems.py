"""Refusals as RFC 9457 problem details, in the caller's language; nothing of our insides leaks."""

from collections.abc import Mapping, Sequence
from typing import Any

import orjson
from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from opentelemetry import trace
from sqlalchemy.exc import DBAPIError, IntegrityError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from chassis.errors import Conflict, DomainError, Invalid, NotFound, TooLarge, Unavailable
from chassis.http.context import language_of
from chassis.http.wording import worded
from chassis.telemetry import log

PROBLEM = "application/problem+json"
RETRYABLE = {"40001", "40P01", "55P03", "57014"}
"""SQLSTATE of serialization failure, deadlock, lock timeout, statement timeout."""
BAD_TEXT = {"22021", "22P05"}
"""SQLSTATE of characters that the database cannot hold."""


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
    content = orjson.dumps(body, default=str, option=orjson.OPT_NON_STR_KEYS)
    return Response(content, error.status, headers, PROBLEM)


def _answer(request: Request, error: DomainError, **more: Any) -> Response:
    language = language_of(request.headers.get("accept-language", ""))
    return problem(error, language, instance=request.url.path, **more)


async def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, DomainError)  # noqa: S101 - registered for it
    return _answer(request, error)


async def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)  # noqa: S101 - registered for it
    language = language_of(request.headers.get("accept-language", ""))
    errors = [
        {"loc": list(item["loc"]), "code": item["type"], "message": worded(item, language)}
        for item in error.errors()
    ]
    return _answer(request, Invalid(), errors=errors)


async def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101 - registered for it
    known: dict[int, DomainError] = {
        404: NotFound(),
        405: MethodNotAllowed(),
        413: TooLarge(limit=getattr(request.app, "max_body_size", "?")),
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
    if isinstance(error, PoolTimeout | ConnectionError | TimeoutError | OSError):
        return Unavailable()
    if isinstance(error, DBAPIError):
        state = str(getattr(error.orig, "sqlstate", "") or "")
        if error.connection_invalidated or state in RETRYABLE or state[:2] in {"08", "57", "53"}:
            return Unavailable()
        if isinstance(error, IntegrityError) and state == "23505":
            return AlreadyExists()
        if state in BAD_TEXT:
            return BadRequest()
        if isinstance(error, InterfaceError | OperationalError):
            return Unavailable()
    return None


async def _mistake(request: Request, error: Exception) -> Response:
    log().error("unhandled", path=request.url.path, exc_info=error)
    return _answer(request, InternalError())


def install_problems(app: FastAPI) -> None:
    """Let every error of this app leave as a problem."""
    app.add_exception_handler(DomainError, _refused)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    for kind in (DBAPIError, PoolTimeout, ConnectionError, TimeoutError):
        app.add_exception_handler(kind, _database)
    app.add_exception_handler(Exception, _mistake)
