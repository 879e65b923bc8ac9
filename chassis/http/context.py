"""What a request needs of its process: the database, and how to know who asks."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from uuid import UUID

from starlette.requests import Request

from chassis.actor import Actor
from chassis.db import Uow
from chassis.errors import Unauthorized
from chassis.ids import new_id
from chassis.tokens import Verifier

Authenticate = Callable[[Request, Uow], Awaitable[Actor]]
ANONYMOUS = Actor(subject="anonymous")
LANGUAGES = ("ru", "en")
CORRELATION = "x-vitrazh-correlation"
"""Header in which the gateway names a request; a caller's own is dropped there."""


@dataclass(frozen=True, slots=True)
class HttpContext:
    """Kept in `app.state.context`."""

    service: str
    uow: Uow
    authenticate: Authenticate

    @staticmethod
    def of(request: Request) -> "HttpContext":
        """Return the context of the process that serves this request."""
        context: HttpContext = request.app.state.context
        return context


def by_token(verifier: Verifier) -> Authenticate:
    """Return an authenticator that trusts the gateway's signed token and nothing else."""

    async def authenticate(request: Request, _uow: Uow) -> Actor:
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        if scheme.lower() != "bearer" or not token:
            raise Unauthorized
        actor = verifier.verify(token)
        return replace(actor, correlation_id=_correlation(request) or actor.correlation_id)

    return authenticate


def _correlation(request: Request) -> str | None:
    """Return the gateway's name of this request, if it is one: it goes into rows and headers."""
    try:
        return str(UUID(request.headers[CORRELATION]))
    except (KeyError, ValueError):
        return None


def language_of(accept: str) -> str:
    """Return `ru` or `en` by an Accept-Language header; Russian is the default.

    Only the order of the first tag that we speak counts; weights are rarely sent otherwise.
    """
    for part in accept.split(","):
        tag = part.split(";")[0].strip().lower()[:2]
        if tag in LANGUAGES:
            return tag
    return "ru"


async def actor_of(request: Request) -> Actor:
    """Return who asks, once per request; anonymous if nobody says."""
    known: Actor | None = getattr(request.state, "actor", None)
    if known is not None:
        return known
    context = HttpContext.of(request)
    language = language_of(request.headers.get("accept-language", ""))
    try:
        actor = await context.authenticate(request, context.uow)
    except Unauthorized:
        actor = ANONYMOUS
    actor = replace(actor, language=language, correlation_id=actor.correlation_id or str(new_id()))
    request.state.actor = actor
    return actor
