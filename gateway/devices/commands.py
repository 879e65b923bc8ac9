"""Tablets are paired, renamed, revoked; a worker opens and closes his quarter of an hour at one."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import delete, insert, select, update

from chassis.actor import Actor
from chassis.db import Db, Uow
from chassis.errors import Stale
from chassis.ids import new_id
from contracts.rights import Permission, Shop
from gateway.access.domain.proof import digest, new_secret
from gateway.access.ports import Hashes
from gateway.access.queries.staff import worker
from gateway.devices.domain import (
    CODE_LENGTH,
    CODE_LIFE,
    CODE_SIGNS,
    DEVICE_PREFIX,
    OPERATOR_IDLE,
    OPERATOR_LONGEST,
    Device,
    NotATablet,
    PairingCode,
    PairingRefused,
    WrongPin,
    code_of,
    works_in,
)
from gateway.devices.tables import devices, operators, pairing_codes
from gateway.throttle.commands import Guess, count_guess, forgive
from gateway.throttle.domain import PAIRING_EVERYWHERE, PER_PAIRING, PER_PIN, PER_TABLET

STRANGER = Actor(subject="anonymous")
CODES_KEPT: timedelta = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class NewCode:
    """A pairing code, shown once; `expires_at` is UTC."""

    code: str
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Paired:
    """A tablet that was let in, and its token, shown once."""

    device_id: UUID
    name: str
    shop: Shop
    token: str


@dataclass(frozen=True, slots=True)
class AtTablet:
    """A worker who proved himself, and his short session, shown once."""

    session: str
    staff_id: UUID
    name: str


async def make_pairing_code(db: Db, shop: Shop) -> NewCode:
    """Make a code that lets one tablet of this shop in, once, within ten minutes."""
    db.actor.require(Permission.DEVICES_EDIT)
    code = "".join(secrets.choice(CODE_SIGNS) for _ in range(CODE_LENGTH))
    await db.execute(
        insert(pairing_codes).values(
            code_hash=digest(code), shop=shop, made_by=db.actor.subject, made_at=db.now
        )
    )
    db.audit("device.pairing-code-made", new_id(), new={"shop": shop})
    return NewCode(code, db.now + CODE_LIFE)


async def pair(uow: Uow, *, code: str, name: str, address: str) -> Paired:
    """Let a tablet in by its code.

    Raises:
        GuessedTooOften: too many wrong codes from this address, or from everywhere.
        PairingRefused: the code is wrong, used or too old.
    """
    attempt = [Guess(PER_PAIRING, address), Guess(PAIRING_EVERYWHERE, "")]
    async with uow.write(STRANGER) as db:
        await count_guess(db, attempt)
    device_id, token = new_id(), new_secret(DEVICE_PREFIX)
    async with uow.write(Actor(subject=f"device:{device_id}")) as db:
        shop, made_by = await _use_code(db, digest(code_of(code)))
        db.add(Device.pair(device_id, name=name, shop=shop, token_hash=digest(token), at=db.now))
        await forgive(db, attempt)
        db.audit("device.paired", device_id, new={"shop": shop, "code_of": made_by})
    return Paired(device_id, name, shop, token)


async def rename_device(db: Db, device_id: UUID, name: str, *, version: int) -> None:
    """Say where a tablet hangs now.

    Raises:
        Stale: somebody else changed it since `version`.
        DeviceRevoked: it is out of service.
    """
    device = await db.load(Device, device_id)
    db.actor.require(Permission.DEVICES_EDIT)
    if version != device.sequence:
        raise Stale(current=device.sequence)
    before = device.name
    device.rename(name)
    db.audit("device.renamed", device_id, old={"name": before}, new={"name": name})


async def revoke_device(db: Db, device_id: UUID) -> None:
    """Refuse a tablet for good, within 5 s; again is fine."""
    device = await db.load(Device, device_id)
    db.actor.require(Permission.DEVICES_EDIT)
    device.revoke(db.now)
    await db.execute(delete(operators).where(operators.c.device_id == device_id))
    db.audit("device.revoked", device_id)


async def take_tablet(uow: Uow, actor: Actor, *, staff_id: UUID, pin: str) -> AtTablet:
    """A worker proves by his PIN that he holds the tablet.

    Raises:
        NotATablet: whoever asks is no tablet.
        GuessedTooOften: too many wrong PINs of this worker, or at this tablet.
        WrongPin: the PIN, the worker or his shop does not fit; which is not said.
    """
    actor.require(Permission.PRODUCTION_REPORT)
    if actor.device_id is None or actor.shop is None:
        raise NotATablet
    device_id, shop = actor.device_id, actor.shop
    attempt = [Guess(PER_PIN, f"{device_id} {staff_id}"), Guess(PER_TABLET, str(device_id))]
    async with uow.write(actor) as db:
        await count_guess(db, attempt)
        person = await worker(db, staff_id)
    welcome = person is not None and person.active and works_in(shop, person.roles)
    known = person.pin_hash if person is not None and welcome else None
    hashes: Hashes = uow.ports[Hashes]
    if not await hashes.is_pin(pin, known) or person is None:
        raise WrongPin
    async with uow.write(actor) as db:
        await forgive(db, attempt)
        session = await _open_operator(db, device_id, staff_id)
    return AtTablet(session, staff_id, person.name)


async def leave_tablet(db: Db, session: str | None) -> None:
    """The worker puts the tablet down; none is fine."""
    if session is None or db.actor.device_id is None:
        return
    left = delete(operators).where(
        operators.c.token_hash == digest(session), operators.c.device_id == db.actor.device_id
    )
    row = await db.row(left.returning(operators.c.staff_id))
    if row is not None:
        db.audit("operator.left", row["staff_id"])


async def touch_device(db: Db, device_id: UUID) -> None:
    """Note that a tablet was seen."""
    await db.execute(update(devices).where(devices.c.id == device_id).values(seen_at=db.now))


async def touch_operator(db: Db, operator_id: UUID) -> None:
    """Note that the worker is still at the tablet."""
    await db.execute(update(operators).where(operators.c.id == operator_id).values(used_at=db.now))


async def sweep(db: Db) -> None:
    """Forget codes and short sessions that can no longer be used."""
    await db.execute(delete(pairing_codes).where(pairing_codes.c.made_at < db.now - CODES_KEPT))
    idle, oldest = db.now - OPERATOR_IDLE, db.now - OPERATOR_LONGEST
    await db.execute(
        delete(operators).where((operators.c.used_at < idle) | (operators.c.opened_at < oldest))
    )


async def _use_code(db: Db, code_hash: bytes) -> tuple[Shop, str]:
    """Use a code up; return its shop and who made it. Two tablets at once: one gets in."""
    row = await db.row(
        select(pairing_codes).where(pairing_codes.c.code_hash == code_hash).with_for_update()
    )
    if row is None or not PairingCode(row["made_at"], row["used_at"]).fits(db.now):
        raise PairingRefused
    await db.execute(
        update(pairing_codes).where(pairing_codes.c.code_hash == code_hash).values(used_at=db.now)
    )
    return Shop(row["shop"]), row["made_by"]


async def _open_operator(db: Db, device_id: UUID, staff_id: UUID) -> str:
    """Open a worker's short session; whoever held this tablet before has left it."""
    await db.execute(delete(operators).where(operators.c.device_id == device_id))
    session = new_secret()
    await db.execute(
        insert(operators).values(
            id=new_id(),
            token_hash=digest(session),
            device_id=device_id,
            staff_id=staff_id,
            opened_at=db.now,
            used_at=db.now,
        )
    )
    db.audit("operator.came", staff_id, new={"device_id": str(device_id)})
    return session
