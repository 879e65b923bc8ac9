"""Recognise who asks: a session, an API token, or a tablet with the worker who holds it."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Final, TypeVar
from uuid import UUID

from starlette.requests import Request

from chassis import clock
from chassis.actor import Actor
from chassis.db import Db, ReadDb, Uow
from chassis.errors import Unauthorized
from gateway.access.commands.sessions import touch
from gateway.access.commands.tokens import touch_token
from gateway.access.domain.badge import Badge
from gateway.access.domain.proof import digest
from gateway.access.queries.badges import by_session, by_sessions, by_token, by_tokens
from gateway.devices.commands import touch_device, touch_operator
from gateway.devices.domain import OperatorSessionEnded, OperatorUnknown
from gateway.devices.queries import AtWork, at_work, by_device, by_devices, check_unverified
from gateway.guard.domain import SECRET_LONGEST, Credential, Kind, credential_of
from gateway.guard.ports import Memory

T = TypeVar("T", Badge, AtWork)
Look = Callable[[ReadDb], Awaitable[T | None]]
Touch = Callable[[Db, UUID], Awaitable[None]]

ENTER_PIN: Final = "/api/devices/operator"
REMEMBERED_S: Final = 4.0
"""A revocation reaches everybody within 5 s: this, and the time of one look."""
_STRANGER: Final = Actor(subject="anonymous")
_LOOK_UP: Final = {Kind.SESSION: by_session, Kind.API: by_token, Kind.DEVICE: by_device}
_LOOK_UP_ALL: Final = {Kind.SESSION: by_sessions, Kind.API: by_tokens, Kind.DEVICE: by_devices}
_TOUCH: Final[dict[Kind, Touch]] = {
    Kind.SESSION: touch,
    Kind.API: touch_token,
    Kind.DEVICE: touch_device,
}


async def authenticate(request: Request, uow: Uow) -> Actor:
    """Return who asks.

    Raises:
        Unauthorized: no credential, or one that is not (or no longer) good.
        OperatorSessionEnded: the worker at the tablet has to enter his PIN again.
        OperatorUnknown: the worker named by the tablet did not work in its shop at that time.
        OperatedTooLongAgo: the action is older than 14 days, or of the future.
    """
    badge = await _recognised(uow, _credential(request))
    if badge is None:
        raise Unauthorized
    if badge.actor.device_id is None or _is_entering_pin(request):
        return badge.actor
    return await _with_operator(request, uow, badge.actor)


class Watch:
    """Tells streams, which ask again every few seconds, whether they may go on.

    It looks past the memory, leaves the operator out, and does not count as the person's own
    activity. What is asked while one look is under way is looked up together by the next: when
    hundreds of tablets come back at once, that is a few queries.
    """

    def __init__(self, uow: Uow) -> None:
        self._uow = uow
        self._asked: dict[Credential, asyncio.Future[Badge | Exception | None]] = {}
        self._looking: asyncio.Task[None] | None = None

    async def actor(self, request: Request) -> Actor:
        """Return who follows the stream.

        Raises:
            Unauthorized: no credential, or one that is not (or no longer) good.
        """
        credential = _credential(request)
        answer = self._asked.get(credential)
        if answer is None:
            answer = self._asked[credential] = asyncio.get_running_loop().create_future()
        if self._looking is None or self._looking.done():
            self._looking = asyncio.create_task(self._look())
        badge = await asyncio.shield(answer)
        if isinstance(badge, Exception):
            raise badge
        if badge is None:
            raise Unauthorized
        return badge.actor

    async def _look(self) -> None:
        while self._asked:
            asked, self._asked = self._asked, {}
            try:
                found = await _badges(self._uow, asked)
            except Exception as error:  # noqa: BLE001 - each stream judges what befell its look
                for answer in asked.values():
                    answer.set_result(error)
            else:
                for credential, answer in asked.items():
                    answer.set_result(found.get(credential))


async def _badges(uow: Uow, asked: Iterable[Credential]) -> dict[Credential, Badge]:
    secrets: dict[Kind, list[str]] = {}
    for credential in asked:
        secrets.setdefault(credential.kind, []).append(credential.secret)
    found: dict[Credential, Badge] = {}
    async with uow.read(_STRANGER) as db:
        for kind, some in secrets.items():
            badges = await _LOOK_UP_ALL[kind](db, some)
            found |= {Credential(kind, secret): badge for secret, badge in badges.items()}
    return found


def _credential(request: Request) -> Credential:
    credential = credential_of(request.headers.get("authorization"), request.cookies)
    if credential is None:
        raise Unauthorized
    return credential


async def _recognised(uow: Uow, credential: Credential) -> Badge | None:
    return await _remembered(
        uow,
        f"{credential.kind} {credential.secret}",
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
            uow, f"operator {tablet.device_id} {session}", look, touch_operator
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
    return replace(tablet, operator_id=staff_id, operator_verified=False, judged_at=operated_at)


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


async def _remembered(uow: Uow, name: str, look: Look[T], touched: Touch) -> T | None:
    """Return what is remembered of a credential, or look it up, note its use and remember it.

    `name` tells kinds apart, so what is found under it is of the kind that `look` returns.
    """
    memory: Memory = uow.ports[Memory]
    key = digest(name)
    kept: T | None = memory.get(key)
    if kept is not None and kept.until > clock.now():
        return kept
    began = time.monotonic()
    found = await _look(uow, look)
    if found is None:
        return None
    if found.wants_touch:
        async with uow.write(Actor.system(uow.service)) as db:
            await touched(db, found.id)
    memory.put(key, found, REMEMBERED_S - (time.monotonic() - began))
    return found


async def _look(uow: Uow, look: Look[T]) -> T | None:
    async with uow.read(_STRANGER) as db:
        return await look(db)
