"""What access needs of the outside: slow hashes of passwords and quick ones of PINs."""

from dataclasses import dataclass
from typing import Protocol


class Hashes(Protocol):
    """Hashes and verifies off the event loop; a missing hash costs as much as a wrong one."""

    async def of_password(self, password: str) -> str:
        """Return the hash of a new password."""
        ...

    async def is_password(self, password: str, known: str | None) -> bool:
        """Tell whether the password fits; None never fits, in the same time."""
        ...

    def is_outdated(self, known: str) -> bool:
        """Tell whether a password's hash was made with weaker settings than today's."""
        ...

    async def of_pin(self, pin: str) -> str:
        """Return the hash of a new PIN."""
        ...

    async def is_pin(self, pin: str, known: str | None) -> bool:
        """Tell whether the PIN fits; None never fits, in the same time."""
        ...


@dataclass(frozen=True, slots=True)
class Cookies:
    """How cookies are set: `secure` where people come by https."""

    secure: bool
