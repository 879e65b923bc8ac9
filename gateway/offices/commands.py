"""Offices are opened and changed by an administrator; who changed what stays in the audit."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any
from uuid import UUID

from sqlalchemy import select

from chassis.db import Db
from chassis.ids import new_id
from contracts.rights import Permission
from gateway.offices.domain import LetterTaken, Office, OfficeFacts, shape_of
from gateway.offices.tables import offices


async def open_office(db: Db, letter: str, facts: OfficeFacts) -> UUID:
    """Open an office; return its id.

    Raises:
        LetterTaken: another office has the letter, or its twin in the other alphabet.
    """
    db.actor.require(Permission.OFFICES_EDIT)
    office = Office.open(new_id(), letter, facts)
    taken = select(offices.c.id).where(offices.c.letter_shape == shape_of(letter))
    if await db.row(taken) is not None:
        raise LetterTaken(letter=letter)
    db.add(office)
    db.audit("office.opened", office.id, new={"letter": letter, **_plain(facts)})
    return office.id


async def change_office(db: Db, office_id: UUID, facts: OfficeFacts, *, version: int) -> None:
    """Let an office be as written now.

    Raises:
        NotFound: there is none.
        Stale: somebody else changed it since `version`.
    """
    office = await db.load(Office, office_id)
    db.actor.require(Permission.OFFICES_EDIT)
    before = office.facts
    office.change(facts, version=version)
    db.audit("office.changed", office_id, old=_plain(before), new=_plain(facts))


def _plain(facts: OfficeFacts) -> Mapping[str, Any]:
    return asdict(facts)
