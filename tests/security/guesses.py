"""Hashes that count how many guesses were looked at, for those who try many."""

from collections import Counter

import pytest

from chassis.db import Db
from gateway.access.commands import sessions
from gateway.devices import commands as devices
from tests.gateway.people import QUICK

WRONG = "not the password at all"
FREE = 10
FREE_OF_AN_ADDRESS = 60


class Counted:
    """The hashes of the gateway; each password that is looked at is counted."""

    def __init__(self) -> None:
        self.looked: Counter[bool] = Counter()

    async def is_password(self, password: str, known: str | None) -> bool:
        self.looked[known is not None] += 1
        return await QUICK.is_password(password, known)

    async def of_password(self, password: str) -> str:
        return await QUICK.of_password(password)

    def is_outdated(self, known: str) -> bool:
        return QUICK.is_outdated(known)

    async def is_pin(self, pin: str, known: str | None) -> bool:
        self.looked[known is not None] += 1
        return await QUICK.is_pin(pin, known)

    async def of_pin(self, pin: str) -> str:
        return await QUICK.of_pin(pin)


def uncounted(patch: pytest.MonkeyPatch) -> None:
    """Plant a break: guesses are looked at and never counted."""

    async def nothing(_db: Db, _attempt: object) -> None:
        return

    patch.setattr(sessions, "count_guess", nothing)
    patch.setattr(devices, "count_guess", nothing)
