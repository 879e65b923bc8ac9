"""Signing in and out. The password is checked between two short transactions, never inside one."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from sqlalchemy import RowMapping, delete, exists, select, update
from sqlalchemy.dialects.postgresql import insert

from chassis.actor import Actor
from chassis.db import Db, Uow
from chassis.ids import new_id
from chassis.telemetry import log
from gateway.access.commands.staff import by_staff, end_sessions
from gateway.access.domain.proof import (
    SESSION_IDLE,
    SESSION_LONGEST,
    OldPasswordWrong,
    PersonNeeded,
    WrongPassword,
    checked_password,
    digest,
    login_of,
    new_secret,
    plain_password,
)
from gateway.access.domain.staff import Staff
from gateway.access.ports import Hashes
from gateway.access.tables import browsers, sessions, staff
from gateway.throttle.commands import Guess, count_guess, forgive
from gateway.throttle.domain import EVERYWHERE, PER_ACCOUNT, PER_ADDRESS, PER_BROWSER

BROWSER_KNOWN: timedelta = timedelta(days=180)
STRANGER = Actor(subject="anonymous")


@dataclass(frozen=True, slots=True)
class Visitor:
    """Where a guess comes from: address, and the cookies it brought."""

    address: str
    browser: str | None = None
    session: str | None = None


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A new session: its token and the browser's, both shown once."""

    staff_id: UUID
    session: str
    browser: str


async def sign_in(uow: Uow, *, login: str, password: str, visitor: Visitor) -> SignedIn:
    """Let a person in under a new session id; an older one of this browser ends.

    Raises:
        GuessedTooOften: too many wrong guesses; the password was not looked at.
        WrongPassword: log-in or password, the same sentence in the same time.
    """
    hashes: Hashes = uow.ports[Hashes]
    login = login_of(login)
    async with uow.write(STRANGER) as db:
        attempt = await _attempt(db, login, visitor)
        await count_guess(db, attempt)
        found = await db.row(
            select(staff.c.id, staff.c.password_hash).where(staff.c.login == login, staff.c.active)
        )
    known: str | None = found["password_hash"] if found is not None else None
    fits = await hashes.is_password(plain_password(password), known)
    if not fits or found is None or known is None:
        log().warning("sign-in refused")
        raise WrongPassword
    renewed = (
        await hashes.of_password(plain_password(password)) if hashes.is_outdated(known) else None
    )
    async with uow.write(by_staff(found["id"])) as db:
        person = await db.load(Staff, found["id"])
        if person.password_hash != known or not person.active:
            raise WrongPassword  # changed while it was being checked
        if renewed is not None:
            person.give_password(renewed)
        await forgive(db, attempt)
        return await _open_session(db, person.id, visitor)


async def sign_out(db: Db, session: str | None) -> None:
    """End the session of this cookie; none is fine."""
    if session is None:
        return
    gone = delete(sessions).where(sessions.c.token_hash == digest(session))
    row = await db.row(gone.returning(sessions.c.id, sessions.c.staff_id))
    if row is not None:
        db.audit("session.closed", row["staff_id"], old={"session": str(row["id"])})


async def change_own_password(uow: Uow, actor: Actor, *, old: str, new: str) -> None:
    """Change one's password, knowing the old one; one's other sessions end.

    Raises:
        PersonNeeded: a tablet or a token has no password.
        GuessedTooOften: the old one was guessed at too often.
        OldPasswordWrong: that is not the old one.
        Invalid: the new one is too short, too long, or easy to guess.
    """
    person_id = own_id(actor)
    hashes: Hashes = uow.ports[Hashes]
    attempt = [Guess(PER_ACCOUNT, f"own {person_id}")]
    async with uow.read(actor) as seen:
        login = await seen.scalar(select(staff.c.login).where(staff.c.id == person_id))
    good = checked_password(new, login=login)
    async with uow.write(actor) as db:
        await count_guess(db, attempt)
        known = await db.scalar(select(staff.c.password_hash).where(staff.c.id == person_id))
    if not await hashes.is_password(plain_password(old), known):
        raise OldPasswordWrong
    fresh = await hashes.of_password(good)
    async with uow.write(actor) as db:
        person = await db.load(Staff, person_id)
        person.give_password(fresh)
        await forgive(db, attempt)
        await end_sessions(db, person_id, but=_own_session(actor))
        db.audit("staff.password-changed", person_id)


async def touch(db: Db, session_id: UUID) -> None:
    """Note that a session is in use; that is no change anybody would ask about."""
    used = update(sessions).where(sessions.c.id == session_id, sessions.c.used_at < db.now)
    await db.execute(used.values(used_at=db.now))


async def sweep(db: Db) -> None:
    """Forget sessions that no longer hold, and browsers not seen for half a year."""
    idle, oldest = db.now - SESSION_IDLE, db.now - SESSION_LONGEST
    await db.execute(
        delete(sessions).where((sessions.c.used_at < idle) | (sessions.c.signed_in_at < oldest))
    )
    await db.execute(delete(browsers).where(browsers.c.seen_at < db.now - BROWSER_KNOWN))


def own_id(actor: Actor) -> UUID:
    """Return the id of the person who signed in.

    Raises:
        PersonNeeded: it is a tablet, a token or a machine.
    """
    if not actor.subject.startswith("staff:"):
        raise PersonNeeded
    return UUID(actor.subject.removeprefix("staff:"))


async def _attempt(db: Db, login: str, visitor: Visitor) -> list[Guess]:
    """Return the keys to count under: a browser that knows him is spared the strangers' ones."""
    if visitor.browser is not None and await _knows(db, login, visitor.browser):
        return [Guess(PER_BROWSER, f"{login} {digest(visitor.browser).hex()}")]
    return [
        Guess(PER_ACCOUNT, login),
        Guess(PER_ADDRESS, visitor.address),
        Guess(EVERYWHERE, ""),
    ]


async def _knows(db: Db, login: str, browser: str) -> bool:
    met = exists().where(
        browsers.c.token_hash == digest(browser),
        browsers.c.staff_id == staff.c.id,
        browsers.c.seen_at > db.now - BROWSER_KNOWN,
    )
    found: RowMapping | None = await db.row(select(staff.c.id).where(staff.c.login == login, met))
    return found is not None


async def _browser(db: Db, visitor: Visitor) -> str:
    """Return the browser's own secret: the one we gave it, never one that a stranger planted."""
    if visitor.browser is not None:
        ours = select(browsers.c.staff_id).where(browsers.c.token_hash == digest(visitor.browser))
        if await db.row(ours) is not None:
            return visitor.browser
    return new_secret()


async def _open_session(db: Db, staff_id: UUID, visitor: Visitor) -> SignedIn:
    await sign_out(db, visitor.session)
    signed_in = SignedIn(staff_id, new_secret(), await _browser(db, visitor))
    session_id = new_id()
    await db.execute(
        insert(sessions).values(
            id=session_id,
            token_hash=digest(signed_in.session),
            staff_id=staff_id,
            signed_in_at=db.now,
            used_at=db.now,
        )
    )
    await db.execute(
        insert(browsers)
        .values(token_hash=digest(signed_in.browser), staff_id=staff_id, seen_at=db.now)
        .on_conflict_do_update(index_elements=["token_hash", "staff_id"], set_={"seen_at": db.now})
    )
    db.audit("session.opened", staff_id, new={"session": str(session_id)})
    return signed_in


def _own_session(actor: Actor) -> UUID | None:
    try:
        return UUID(actor.session_id or "")
    except ValueError:
        return None
