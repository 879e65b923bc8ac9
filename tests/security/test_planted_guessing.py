"""Each proof about guessing turns red when what it proves is broken."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from ipaddress import ip_network
from typing import Any

import pytest
from sqlalchemy import Select

from chassis.db import Db
from gateway.access.commands import sessions
from gateway.access.commands.sessions import Visitor
from gateway.access.ports import Hashes
from gateway.guard.http import Guard
from gateway.guard.ports import Rates
from gateway.throttle.commands import Guess
from gateway.throttle.domain import PER_ACCOUNT, PER_ADDRESS
from tests.gateway.people import Door
from tests.security import test_guessing as proofs
from tests.security.guesses import Counted, uncounted
from tests.security.test_guessing import door, gateway_world, hashes

__all__ = ["door", "gateway_world", "hashes"]
pytestmark = pytest.mark.timeout(300)

Patch = pytest.MonkeyPatch
Plant = Callable[[Patch, Door], None]
Proof = Callable[..., Awaitable[None]]
YEAR = timedelta(days=365)


def _uncounted(patch: Patch, _door: Door) -> None:
    uncounted(patch)


def unlocked(patch: Patch, _door: Door) -> None:
    """Those who come at once read the same count."""
    patch.setattr(Select, "with_for_update", lambda self, **_: self)


def as_written(patch: Patch, _door: Door) -> None:
    """Each spelling of a log-in is an account."""
    patch.setattr(sessions, "_attempt", _keyed(lambda login, _: [Guess(PER_ACCOUNT, login)]))
    patch.setattr(sessions, "login_of", lambda text: text)


def by_address_alone(patch: Patch, _door: Door) -> None:
    """An account is tried anew from each address."""
    patch.setattr(sessions, "_attempt", _keyed(lambda _, address: [Guess(PER_ADDRESS, address)]))


def by_account_alone(patch: Patch, _door: Door) -> None:
    """An address tries one account after another."""
    patch.setattr(sessions, "_attempt", _keyed(lambda login, _: [Guess(PER_ACCOUNT, login)]))


def believing(_patch: Patch, door: Door) -> None:
    """Anybody may say where he comes from."""
    rates = door.world.uow.ports[Rates]
    everybody = [ip_network("203.0.113.0/24")]
    door.app = Guard(door.world.app, rates, door.world.settings.public_url, everybody)


def quick_with_strangers(_patch: Patch, door: Door) -> None:
    """Nothing is hashed for a log-in that is nobody's."""
    counted = door.world.uow.ports[Hashes]
    is_password = counted.is_password

    async def quick(password: str, known: str | None) -> bool:
        return known is not None and await is_password(password, known)

    counted.is_password = quick


def for_a_year(patch: Patch, _door: Door) -> None:
    """Ten wrong guesses shut an account."""
    patch.setattr(
        sessions, "PER_ACCOUNT", replace(PER_ACCOUNT, first_delay=YEAR, longest_delay=YEAR)
    )


def unknowing(patch: Patch, _door: Door) -> None:
    """A browser that was here before is a stranger."""

    async def knows(_db: Db, _login: str, _browser: str) -> bool:
        return False

    patch.setattr(sessions, "_knows", knows)


def _keyed(of: Callable[[str, str], list[Guess]]) -> Callable[..., Awaitable[list[Guess]]]:
    async def attempt(_db: Db, login: str, visitor: Visitor) -> list[Guess]:
        return of(login, visitor.address)

    return attempt


PLANTED: list[tuple[Plant, Proof]] = [
    (_uncounted, proofs.test_a_hundred_guesses_at_once_are_ten),
    (_uncounted, proofs.test_pairing_codes_are_not_tried_all_at_once),
    (_uncounted, proofs.test_pins_are_not_tried_all_at_once),
    (unlocked, proofs.test_a_hundred_guesses_at_once_are_ten),
    (as_written, proofs.test_writing_a_login_otherwise_is_no_new_account),
    (by_address_alone, proofs.test_a_hundred_addresses_are_no_hundred_times_ten_guesses),
    (by_account_alone, proofs.test_one_password_tried_at_everybody_is_stopped_by_the_address),
    (believing, proofs.test_a_forwarded_address_of_a_strangers_own_is_not_believed),
    (quick_with_strangers, proofs.test_an_unknown_person_costs_and_says_the_same),
    (for_a_year, proofs.test_the_wait_ends_and_nobody_is_locked_out_for_ever),
    (unknowing, proofs.test_a_browser_that_is_known_goes_on_while_strangers_wait),
]


@pytest.mark.parametrize(
    ("plant", "proof"), PLANTED, ids=[f"{p.__name__}-{q.__name__}" for p, q in PLANTED]
)
async def test_a_planted_break_turns_its_proof_red(
    plant: Plant, proof: Proof, door: Door, hashes: Counted, monkeypatch: pytest.MonkeyPatch
) -> None:
    plant(monkeypatch, door)
    given: dict[str, Any] = {"door": door}
    if "hashes" in proof.__annotations__:
        given["hashes"] = hashes

    with pytest.raises(AssertionError):
        await proof(**given)
