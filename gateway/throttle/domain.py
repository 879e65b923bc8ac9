"""How long one must wait after wrong guesses of a password, a PIN or a pairing code."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from ipaddress import IPv6Address, ip_address, ip_network
from typing import Final

from chassis.errors import TooMany


class GuessedTooOften(TooMany):
    """Too many wrong guesses; the wait grows with each, and always ends."""

    code = "guessed-too-often"
    ru = "Слишком много неверных попыток, повторите через {seconds} с"
    en = "Too many wrong attempts, try again in {seconds} s"


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """Guesses that are free within the window, then a delay that doubles up to a ceiling."""

    kind: str
    free: int
    window: timedelta
    first_delay: timedelta
    longest_delay: timedelta
    shared: bool = False
    """Several people stand behind the key: a right guess forgives itself only."""


@dataclass(frozen=True, slots=True)
class Tries:
    """Wrong guesses so far under one key; times are UTC instants."""

    count: int = 0
    last_at: datetime | None = None
    blocked_until: datetime | None = None

    def wait(self, now: datetime) -> timedelta:
        """Return how long the next guess has to wait; zero = it may come."""
        if self.blocked_until is None or self.blocked_until <= now:
            return timedelta()
        return self.blocked_until - now

    def after_wrong(self, policy: Policy, now: datetime) -> "Tries":
        """Return the tries with one more; a quiet window after the wait forgets the earlier."""
        quiet_since = self.blocked_until or self.last_at
        forgotten = quiet_since is None or now - quiet_since >= policy.window
        count = 1 if forgotten else self.count + 1
        over = count - policy.free
        if over < 0:
            return Tries(count, now, None)
        delay = min(policy.first_delay * 2 ** min(over, 30), policy.longest_delay)
        return Tries(count, now, now + delay)

    def after_right(self, policy: Policy) -> "Tries":
        """Return the tries when the guess (already counted as wrong) turned out right."""
        if not policy.shared:
            return Tries()
        count = max(self.count - 1, 0)
        return Tries(count, self.last_at, self.blocked_until if count >= policy.free else None)


@lru_cache(4_096)
def network_of(address: str) -> str:
    """Return the network that one stranger holds: an IPv4 address, or the /64 of an IPv6 one."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return "unknown"
    if isinstance(parsed, IPv6Address):
        mapped = parsed.ipv4_mapped
        return str(mapped or ip_network((parsed, 64), strict=False))
    return str(parsed)


QUARTER: Final = timedelta(minutes=15)
PER_ACCOUNT: Final = Policy(
    kind="account",
    free=10,
    window=QUARTER,
    first_delay=timedelta(seconds=15),
    longest_delay=QUARTER,
)
"""Strangers guessing at one log-in."""
PER_BROWSER: Final = Policy(
    kind="browser",
    free=10,
    window=QUARTER,
    first_delay=timedelta(seconds=15),
    longest_delay=QUARTER,
)
"""A browser in which this person has signed in before: strangers' guesses do not slow him."""
PER_ADDRESS: Final = Policy(
    kind="address",
    shared=True,
    free=60,
    window=QUARTER,
    first_delay=timedelta(seconds=5),
    longest_delay=QUARTER,
)
"""An office's address is shared by its desk, so more is free."""
EVERYWHERE: Final = Policy(
    kind="everywhere",
    shared=True,
    free=600,
    window=QUARTER,
    first_delay=timedelta(milliseconds=250),
    longest_delay=timedelta(seconds=2),
)
"""A flood from many addresses slows strangers down; low ceiling, so that nobody is shut out."""
PER_PIN: Final = Policy(
    kind="pin",
    free=5,
    window=QUARTER,
    first_delay=timedelta(seconds=30),
    longest_delay=QUARTER,
)
PER_TABLET: Final = Policy(
    kind="tablet",
    shared=True,
    free=20,
    window=QUARTER,
    first_delay=timedelta(seconds=30),
    longest_delay=QUARTER,
)
"""All workers of a tablet together: a stolen one cannot try five PINs of each."""
PER_PAIRING: Final = Policy(
    kind="pairing",
    shared=True,
    free=10,
    window=QUARTER,
    first_delay=timedelta(seconds=30),
    longest_delay=QUARTER,
)
PAIRING_EVERYWHERE: Final = Policy(
    kind="pairing-everywhere",
    shared=True,
    free=100,
    window=QUARTER,
    first_delay=timedelta(seconds=1),
    longest_delay=timedelta(seconds=30),
)
