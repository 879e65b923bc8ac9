"""People are taken in, changed, let go; given passwords and PINs. Each is in the audit."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert

from chassis.actor import Actor
from chassis.db import Db
from chassis.errors import invalid
from chassis.ids import new_id
from contracts.rights import Permission, Role
from gateway.access.domain.proof import checked_password, checked_pin
from gateway.access.domain.staff import LastAdmin, LoginTaken, Staff, StaffFacts
from gateway.access.ports import Hashes
from gateway.access.tables import browsers, sessions, staff, standings
from gateway.offices.queries import is_open_office


async def hire(db: Db, facts: StaffFacts) -> UUID:
    """Take a person in; return his id.

    Raises:
        LoginTaken: somebody has this log-in.
        Invalid: the office is unknown or closed for good.
    """
    db.actor.require(Permission.STAFF_EDIT)
    person = Staff.hire(new_id(), facts)
    await _check(db, person.id, facts)
    db.add(person)
    await _note_standing(db, person)
    db.audit("staff.hired", person.id, new=_plain(facts))
    return person.id


async def change_staff(db: Db, staff_id: UUID, facts: StaffFacts, *, version: int) -> None:
    """Let a person be as written now; other rights end his sessions.

    Raises:
        Stale: somebody else changed him since `version`.
        LoginTaken: somebody else has this log-in.
        LastAdmin: nobody would be left to administer.
    """
    db.actor.require(Permission.STAFF_EDIT)
    admins = await _locked_admins(db)
    person = await db.load(Staff, staff_id)
    before = person.facts
    if facts.login != before.login or facts.office_id != before.office_id:
        await _check(db, staff_id, facts)
    if Role.ADMIN not in facts.roles:
        _spare_last_admin(person, admins)
    if person.change(facts, version=version):
        await _note_standing(db, person)
        await end_sessions(db, staff_id)
    hidden = sorted(n for n in ("name", "login") if getattr(facts, n) != getattr(before, n))
    db.audit("staff.changed", staff_id, old=_plain(before), new=_plain(facts, changed=hidden))


async def deactivate(db: Db, staff_id: UUID) -> None:
    """He does not work here any more: nothing of his is good within 5 s.

    Raises:
        NotActive: he has left already.
        LastAdmin: nobody would be left to administer.
    """
    db.actor.require(Permission.STAFF_EDIT)
    admins = await _locked_admins(db)
    person = await db.load(Staff, staff_id)
    _spare_last_admin(person, admins)
    person.deactivate()
    await _note_standing(db, person)
    await end_sessions(db, staff_id)
    await forget_browsers(db, staff_id)
    db.audit("staff.deactivated", staff_id, old={"active": True}, new={"active": False})


async def activate(db: Db, staff_id: UUID) -> None:
    """He works here again; he needs a new password."""
    person = await db.load(Staff, staff_id)
    db.actor.require(Permission.STAFF_EDIT)
    before = person.active
    person.activate()
    await _note_standing(db, person)
    db.audit("staff.activated", staff_id, old={"active": before}, new={"active": True})


async def set_password(db: Db, staff_id: UUID, password: str) -> None:
    """Give a person a new password; his sessions end.

    Raises:
        Invalid: too short, too long, or easy to guess.
        NotActive: he has left.
    """
    db.actor.require(Permission.STAFF_EDIT)
    person = await db.load(Staff, staff_id)
    good = checked_password(password, login=person.login)
    person.give_password(await db.port(Hashes).of_password(good))
    await end_sessions(db, staff_id)
    await forget_browsers(db, staff_id)
    db.audit("staff.password-set", staff_id)


async def set_pin(db: Db, staff_id: UUID, pin: str | None) -> None:
    """Give a person a PIN for the tablets, or take it away.

    Raises:
        Invalid: not 4 to 6 digits, or easy to guess.
        NotActive: he has left.
    """
    db.actor.require(Permission.STAFF_EDIT)
    pin_hash = await db.port(Hashes).of_pin(checked_pin(pin)) if pin is not None else None
    person = await db.load(Staff, staff_id)
    person.give_pin(pin_hash)
    db.audit("staff.pin-set" if pin_hash else "staff.pin-removed", staff_id)


async def set_language(db: Db, staff_id: UUID, language: str) -> None:
    """Speak to a person in his language; his rights and sessions stay."""
    db.actor.require(Permission.PROFILE)
    person = await db.load(Staff, staff_id)
    before = person.facts
    facts = StaffFacts(
        name=before.name,
        login=before.login,
        roles=before.roles,
        grants=before.grants,
        office_id=before.office_id,
        language=language,
    )
    person.change(facts, version=person.sequence)
    db.audit("staff.language-set", staff_id, new={"language": language})


async def end_sessions(db: Db, staff_id: UUID, *, but: UUID | None = None) -> None:
    """End a person's sessions (all but one); caches forget within 5 s."""
    ended = delete(sessions).where(sessions.c.staff_id == staff_id)
    if but is not None:
        ended = ended.where(sessions.c.id != but)
    await db.execute(ended)


async def forget_browsers(db: Db, staff_id: UUID) -> None:
    """No browser is known for his any more: he may have lost one."""
    await db.execute(delete(browsers).where(browsers.c.staff_id == staff_id))


async def first_admin(db: Db, *, login: str, name: str, password: str) -> UUID:
    """Let the operator of the server in: make an administrator, or give an old one a password."""
    found = await db.row(select(staff.c.id).where(staff.c.login == login))
    if found is None:
        staff_id = await hire(db, StaffFacts(name=name, login=login, roles=frozenset({Role.ADMIN})))
    else:
        staff_id = found["id"]
    await set_password(db, staff_id, password)
    return staff_id


def by_staff(staff_id: UUID) -> Actor:
    """Return the person as an actor who may do nothing yet: he is only just proving himself."""
    return Actor(subject=f"staff:{staff_id}")


async def _check(db: Db, staff_id: UUID, facts: StaffFacts) -> None:
    same = select(staff.c.id).where(staff.c.login == facts.login, staff.c.id != staff_id)
    if await db.row(same) is not None:
        raise LoginTaken(login=facts.login)
    if facts.office_id is not None and not await is_open_office(db, facts.office_id):
        raise invalid("office-unknown", "Такого офиса нет", "No such office", "office_id")


async def _locked_admins(db: Db) -> frozenset[UUID]:
    """Return the active administrators, locked in one order before anybody else is.

    Two who leave at once come one after the other then, and not into a deadlock.
    """
    admins = (
        select(staff.c.id)
        .where(staff.c.active, staff.c.roles.contains([Role.ADMIN.value]))
        .order_by(staff.c.id)
        .with_for_update()
    )
    return frozenset(row["id"] for row in await db.rows(admins))


def _spare_last_admin(person: Staff, admins: frozenset[UUID]) -> None:
    if admins == {person.id}:
        raise LastAdmin


async def _note_standing(db: Db, person: Staff) -> None:
    values = {"active": person.active, "roles": sorted(person.roles)}
    await db.execute(
        insert(standings)
        .values(staff_id=person.id, since=db.now, **values)
        .on_conflict_do_update(index_elements=["staff_id", "since"], set_=values)
    )


def _plain(facts: StaffFacts, *, changed: list[str] | None = None) -> Mapping[str, Any]:
    """Return what the audit keeps: no name, no log-in, only whether they changed."""
    plain: dict[str, Any] = {
        "roles": sorted(facts.roles),
        "grants": sorted(facts.grants),
        "office_id": str(facts.office_id) if facts.office_id else None,
        "language": facts.language,
    }
    return plain | ({"changed": changed} if changed else {})
