"""What a credential turned out to be: who asks, and until when that holds."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from chassis.actor import Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class Badge:
    """A recognised session, API token or tablet."""

    id: UUID
    actor: Actor
    until: datetime
    """UTC instant after which it is refused whatever happens; revocation may come earlier."""
    wants_touch: bool = False
    """Its last use is old enough to be written anew."""
