"""Sign-in, one's own profile, staff and API tokens over HTTP."""

from typing import Annotated
from uuid import UUID

from starlette.requests import Request
from starlette.responses import Response

from chassis.actor import Actor
from chassis.http import (
    NO_KEY,
    HttpContext,
    IfMatch,
    Page,
    Paging,
    Reads,
    Routes,
    Writes,
    etag,
    needs,
    public,
)
from contracts.rights import Permission
from gateway.access.commands import sessions, tokens
from gateway.access.commands import staff as staff_commands
from gateway.access.commands.sessions import BROWSER_KNOWN, SignedIn, Visitor
from gateway.access.commands.tokens import TokenFacts
from gateway.access.domain.proof import SESSION_LONGEST
from gateway.access.ports import Cookies
from gateway.access.queries import badges
from gateway.access.queries import staff as staff_queries
from gateway.access.queries import tokens as token_queries
from gateway.access.schemas import (
    Colleague,
    LanguageIn,
    NewTokenOut,
    OwnPasswordIn,
    PasswordIn,
    PinIn,
    SessionOut,
    SignInIn,
    StaffIn,
    StaffOut,
    TokenIn,
    TokenOut,
)
from gateway.throttle.domain import network_of

SESSION_COOKIE = "vitrazh_session"
BROWSER_COOKIE = "vitrazh_browser"

session_router = Routes(prefix="/api/session", tags=["session"])
profile_router = Routes(prefix="/api/profile", tags=["session"])
staff_router = Routes(prefix="/api/staff", tags=["staff"])
token_router = Routes(prefix="/api/tokens", tags=["tokens"])
routers = (session_router, profile_router, staff_router, token_router)
Profile = Annotated[Actor, needs(Permission.PROFILE)]
StaffEdit = Annotated[Actor, needs(Permission.STAFF_EDIT)]
TokensEdit = Annotated[Actor, needs(Permission.TOKENS_EDIT)]


@session_router.post("", openapi_extra=NO_KEY)
async def sign_in(
    body: SignInIn,
    request: Request,
    response: Response,
    db: Writes,
    actor: Annotated[Actor, public],
) -> SessionOut:
    """Good morning: a person signs in and gets a new session."""
    uow = HttpContext.of(request).uow
    signed_in = await sessions.sign_in(
        uow,
        login=body.login,
        password=body.password.get_secret_value(),
        visitor=_visitor(request),
    )
    _give_cookies(response, signed_in, secure=db.port(Cookies).secure)
    return await badges.opened(uow, signed_in.session)


@session_router.get("")
async def who_asks(db: Reads, response: Response, actor: Profile) -> SessionOut:
    """Who am I, and what may I do."""
    response.headers["Cache-Control"] = "no-store"
    return await staff_queries.who_asks(db)


@session_router.delete("", status_code=204)
async def sign_out(
    request: Request, response: Response, db: Writes, actor: Annotated[Actor, public]
) -> None:
    """Good night: the session ends."""
    await sessions.sign_out(db, request.cookies.get(SESSION_COOKIE))
    response.delete_cookie(
        SESSION_COOKIE, httponly=True, samesite="lax", secure=db.port(Cookies).secure
    )


@profile_router.put("/password", status_code=204)
async def change_own_password(body: OwnPasswordIn, request: Request, actor: Profile) -> None:
    """A person changes his password; his other sessions end."""
    await sessions.change_own_password(
        HttpContext.of(request).uow,
        actor,
        old=body.old.get_secret_value(),
        new=body.new.get_secret_value(),
    )


@profile_router.put("/language")
async def set_own_language(body: LanguageIn, db: Writes, actor: Profile) -> SessionOut:
    """A person chooses his language."""
    await staff_commands.set_language(db, sessions.own_id(actor), body.language)
    return await staff_queries.who_asks(db)


@staff_router.get("")
async def colleagues(
    db: Reads, page: Paging, actor: Annotated[Actor, needs(Permission.STAFF_READ)]
) -> Page[Colleague]:
    """The staff, by name."""
    return await staff_queries.colleagues(db, page)


@staff_router.get("/{staff_id}")
async def member(staff_id: UUID, db: Reads, response: Response, actor: StaffEdit) -> StaffOut:
    """One person, as an administrator sees him."""
    return _shown(response, await staff_queries.member(db, staff_id))


@staff_router.post("", status_code=201)
async def hire(body: StaffIn, db: Writes, response: Response, actor: StaffEdit) -> StaffOut:
    """Somebody new begins work."""
    staff_id = await staff_commands.hire(db, body.facts())
    response.headers["Location"] = f"{staff_router.prefix}/{staff_id}"
    return _shown(response, await staff_queries.member(db, staff_id))


@staff_router.put("/{staff_id}")
async def change_staff(
    staff_id: UUID,
    body: StaffIn,
    db: Writes,
    response: Response,
    actor: StaffEdit,
    if_match: IfMatch,
) -> StaffOut:
    """The person is as written now; other rights end his sessions."""
    await staff_commands.change_staff(db, staff_id, body.facts(), version=if_match)
    return _shown(response, await staff_queries.member(db, staff_id))


@staff_router.post("/{staff_id}/deactivate")
async def deactivate(staff_id: UUID, db: Writes, response: Response, actor: StaffEdit) -> StaffOut:
    """The person does not work here any more."""
    await staff_commands.deactivate(db, staff_id)
    return _shown(response, await staff_queries.member(db, staff_id))


@staff_router.post("/{staff_id}/activate")
async def activate(staff_id: UUID, db: Writes, response: Response, actor: StaffEdit) -> StaffOut:
    """The person works here again."""
    await staff_commands.activate(db, staff_id)
    return _shown(response, await staff_queries.member(db, staff_id))


@staff_router.put("/{staff_id}/password")
async def set_password(
    staff_id: UUID, body: PasswordIn, db: Writes, response: Response, actor: StaffEdit
) -> StaffOut:
    """The person gets a new password; his sessions end."""
    await staff_commands.set_password(db, staff_id, body.password.get_secret_value())
    return _shown(response, await staff_queries.member(db, staff_id))


@staff_router.put("/{staff_id}/pin")
async def set_pin(
    staff_id: UUID, body: PinIn, db: Writes, response: Response, actor: StaffEdit
) -> StaffOut:
    """The person gets a PIN for the tablets, or loses it."""
    await staff_commands.set_pin(db, staff_id, body.pin.get_secret_value() if body.pin else None)
    return _shown(response, await staff_queries.member(db, staff_id))


@token_router.get("")
async def all_tokens(db: Reads, page: Paging, actor: TokensEdit) -> Page[TokenOut]:
    """The API tokens, newest first."""
    return await token_queries.all_tokens(db, page)


@token_router.post("", status_code=201, openapi_extra=NO_KEY)
async def create_token(
    body: TokenIn, db: Writes, response: Response, actor: TokensEdit
) -> NewTokenOut:
    """Another program gets a token; no idempotency key, since an answer kept would keep it."""
    made = await tokens.create_token(db, TokenFacts(**body.model_dump()))
    response.headers["Location"] = f"{token_router.prefix}/{made.id}"
    response.headers["Cache-Control"] = "no-store"
    shown = await token_queries.token(db, made.id)
    return NewTokenOut(**shown.model_dump(), token=made.secret)


@token_router.post("/{token_id}/revoke")
async def revoke_token(token_id: UUID, db: Writes, actor: TokensEdit) -> TokenOut:
    """The token is refused from now on."""
    await tokens.revoke_token(db, token_id)
    return await token_queries.token(db, token_id)


def _shown(response: Response, person: StaffOut) -> StaffOut:
    etag(response, person.version)
    return person


def _visitor(request: Request) -> Visitor:
    return Visitor(
        address=network_of(request.client.host if request.client else ""),
        browser=request.cookies.get(BROWSER_COOKIE),
        session=request.cookies.get(SESSION_COOKIE),
    )


def _give_cookies(response: Response, signed_in: SignedIn, *, secure: bool) -> None:
    lives = (
        (SESSION_COOKIE, signed_in.session, SESSION_LONGEST),
        (BROWSER_COOKIE, signed_in.browser, BROWSER_KNOWN),
    )
    for name, value, life in lives:
        response.set_cookie(
            name,
            value,
            max_age=int(life.total_seconds()),
            httponly=True,
            samesite="lax",
            secure=secure,
        )
    response.headers["Cache-Control"] = "no-store"
