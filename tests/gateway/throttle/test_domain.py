from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway.throttle.domain import (
    EVERYWHERE,
    PER_ACCOUNT,
    PER_ADDRESS,
    PER_PIN,
    Policy,
    Tries,
    network_of,
)

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
SECOND = timedelta(seconds=1)


def guess(tries: Tries, policy: Policy, times: int, at: datetime = NOON) -> Tries:
    for _ in range(times):
        at += tries.wait(at)
        tries = tries.after_wrong(policy, at)
    return tries


def test_first_guesses_are_free() -> None:
    assert guess(Tries(), PER_ACCOUNT, 9).wait(NOON) == timedelta()


def test_tenth_wrong_password_makes_wait() -> None:
    assert guess(Tries(), PER_ACCOUNT, 10).wait(NOON) == timedelta(seconds=15)


def test_fifth_wrong_pin_makes_wait() -> None:
    assert guess(Tries(), PER_PIN, 4).wait(NOON) == timedelta()
    assert guess(Tries(), PER_PIN, 5).wait(NOON) == timedelta(seconds=30)


def test_each_further_guess_doubles_the_wait_up_to_a_ceiling() -> None:
    tries, at, waits = guess(Tries(), PER_ACCOUNT, 10), NOON, []
    for _ in range(9):
        waits.append(tries.wait(at).total_seconds())
        at += tries.wait(at)
        tries = tries.after_wrong(PER_ACCOUNT, at)
    assert waits == [15, 30, 60, 120, 240, 480, 900, 900, 900]


def test_quiet_quarter_after_the_wait_forgets_everything() -> None:
    tries = guess(Tries(), PER_ACCOUNT, 12)
    assert tries.blocked_until is not None
    later = tries.blocked_until + timedelta(minutes=15)
    assert tries.after_wrong(PER_ACCOUNT, later - SECOND).count == 13
    assert tries.after_wrong(PER_ACCOUNT, later).count == 1


def test_right_guess_forgets_the_persons_own_tries() -> None:
    assert guess(Tries(), PER_ACCOUNT, 7).after_right(PER_ACCOUNT) == Tries()


def test_right_guess_does_not_whitewash_a_shared_address() -> None:
    tries = guess(Tries(), PER_ADDRESS, 50)
    assert tries.after_right(PER_ADDRESS).count == 49


def test_right_guess_of_one_lifts_no_wait_of_a_shared_address() -> None:
    tries = guess(Tries(), PER_ADDRESS, 62)
    assert tries.after_right(PER_ADDRESS).blocked_until == tries.blocked_until


def test_right_guess_that_reached_the_limit_alone_lifts_the_wait() -> None:
    assert guess(Tries(), PER_ADDRESS, 60).after_right(PER_ADDRESS).blocked_until is None


def test_flood_from_everywhere_never_shuts_the_house() -> None:
    tries = guess(Tries(), EVERYWHERE, 5000)
    assert tries.last_at is not None
    assert tries.wait(tries.last_at) == timedelta(seconds=2)


@given(st.integers(1, 10_000))
def test_wait_is_never_longer_than_the_ceiling(times: int) -> None:
    tries = Tries(times - 1, NOON, None).after_wrong(PER_ACCOUNT, NOON)
    assert tries.wait(NOON) <= PER_ACCOUNT.longest_delay


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("203.0.113.7", "203.0.113.7"),
        ("2001:db8:1:2:aaaa::1", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:bbbb::9", "2001:db8:1:2::/64"),
        ("::ffff:203.0.113.7", "203.0.113.7"),
        ("", "unknown"),
        ("x" * 500, "unknown"),
    ],
)
def test_stranger_is_counted_by_the_network_he_holds(address: str, network: str) -> None:
    assert network_of(address) == network
