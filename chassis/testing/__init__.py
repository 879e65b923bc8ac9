"""Test kit: a service on real PostgreSQL, records through the real inbox, waiting with a deadline."""

from chassis.testing.keys import new_key_pair
from chassis.testing.until import until
from chassis.testing.world import World

__all__ = ["World", "new_key_pair", "until"]
