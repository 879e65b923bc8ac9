"""Recognise who asks: a session, an API token, or a tablet with the worker who holds it."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from typing import Final, TypeVar
from uuid import UUID

from pydantic import TypeAdapter, ValidationError
from starlette.requests import Request

from chassis import clock
from chassis.actor import Actor
from chassis.db import Db, ReadDb, Uow
from chassis.errors import Unauthorized
from gateway.access.commands.sessions import touch
from gateway.access.commands.tokens import touch_token
from gateway.access.domain.badge import Badge
from gateway.access.domain.proof import digest
from gateway.access.queries.badges import by_session, by_token
from gateway.devices.commands import touch_device, touch_operator
from gateway.devices.domain import OperatorSessionEnded, OperatorUnknown
from gateway.devices.queries import AtWork, at_work, by_device, check_unverified
from gateway.guard.domain import SECRET_LONGEST, Credential, Kind, credential_of
from gateway.guard.ports import Memory

T = TypeVar("T", Badge, AtWork)
Look = Callable[[ReadDb], Awaitable[T | None]]
Touch = Callable[[Db, UUID], Awaitable[None]]

ENTER_PIN: Final = "/api/devices/operator"
REMEMBERED: Final = timedelta(seconds=4)
"""A revocation reaches everybody within 5 s: this, and the time of one look."""
_BADGES: Final = TypeAdapter(Badge)
_AT_WORK: Final = TypeAdapter(AtWork)
_STRANGER: Final = Actor(subject="anonymous")
_LOOK_UP: Final = {Kind.SESSION: by_session, Kind.API: by_token, Kind.DEVICE: by_device}
_TOUCH: Final[dict[Kind, Touch]] = {
    Kind.SESSION: touch,
    Kind.API: touch_token,
    Kind.DEVICE: touch_device,
}


async def authenticate(request: Request, uow: Uow, *, watching: bool = False) -> Actor:
    """Return who asks.

    `watching` is for a stream that asks again every few seconds whether it may go on: it looks
    past the memory, leaves the operator out, and does not count as the person's own activity.

    Raises:
        Unauthorized: no credential, or one that is not (or no longer) good.
        OperatorSessionEnded: the worker at the tablet has to enter his PIN again.
        OperatorUnknown: the worker named by the tablet did not work in its shop at that time.
        OperatedTooLongAgo: the action is older than 14 days, or of the future.
    """
    credential = credential_of(request.headers.get("authorization"), request.cookies)
    if credential is None:
        raise Unauthorized
    if watching:
        badge = await _look(uow, partial(_LOOK_UP[credential.kind], secret=credential.secret))
    else:
        badge = await _recognised(uow, credential)
    if badge is None:
        raise Unauthorized
    if badge.actor.device_id is None or watching or _is_entering_pin(request):
        return badge.actor
    return await _with_operator(request, uow, badge.actor)


async def _recognised(uow: Uow, credential: Credential) -> Badge | None:
    return await _remembered(
        uow,
        f"{credential.kind} {credential.secret}",
        _BADGES,
        partial(_LOOK_UP[credential.kind], secret=credential.secret),
        _TOUCH[credential.kind],
    )


async def _with_operator(request: Request, uow: Uow, tablet: Actor) -> Actor:
    session = request.headers.get("x-operator")
    if session:
        if len(session) > SECRET_LONGEST:
            raise OperatorSessionEnded
        look = partial(at_work, session=session, tablet=tablet)
        worker = await _remembered(
            uow, f"operator {tablet.device_id} {session}", _AT_WORK, look, touch_operator
        )
        if worker is None:
            raise OperatorSessionEnded
        return replace(tablet, operator_id=worker.staff_id, operator_verified=True)
    named = request.headers.get("x-operator-id")
    if not named:
        return tablet
    staff_id, operated_at = _operated(named, request.headers.get("x-operated-at"))
    async with uow.read(tablet) as db:
        await check_unverified(db, tablet, staff_id, operated_at)
    return replace(tablet, operator_id=staff_id, operator_verified=False)


def _is_entering_pin(request: Request) -> bool:
    """Whether a worker is just proving himself: what the tablet still says of the last is void."""
    return request.method == "POST" and request.url.path == ENTER_PIN


def _operated(named: str, at: str | None) -> tuple[UUID, datetime | None]:
    try:
        instant = datetime.fromisoformat(at) if at else None
        if instant is not None and instant.tzinfo is None:
            raise OperatorUnknown
        return UUID(named), instant
    except ValueError as error:
        raise OperatorUnknown from error


async def _remembered(
    uow: Uow, name: str, adapter: TypeAdapter[T], look: Look[T], touched: Touch
) -> T | None:
    """Return what is remembered of a credential, or look it up, note its use and remember it."""
    memory: Memory = uow.ports[Memory]
    key = digest(name).hex()
    kept = await memory.get(key)
    if kept is not None:
        found = _read(adapter, kept)
        if found is not None and found.until > clock.now():
            return found
    began = clock.now()
    found = await _look(uow, look)
    if found is None:
        return None
    if found.wants_touch:
        async with uow.write(Actor.system(uow.service)) as db:
            await touched(db, found.id)
    left = REMEMBERED - (clock.now() - began)
    if left > timedelta(0):
        await memory.put(key, adapter.dump_json(found), int(left / timedelta(milliseconds=1)))
    return found


async def _look(uow: Uow, look: Look[T]) -> T | None:
    async with uow.read(_STRANGER) as db:
        return await look(db)


def _read(adapter: TypeAdapter[T], kept: bytes) -> T | None:
    """Return a remembered value; one written by another version of ours is forgotten."""
    try:
        return adapter.validate_json(kept)
    except ValidationError:
        return None
