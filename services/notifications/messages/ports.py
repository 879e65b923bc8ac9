"""What the sender needs of the world: providers that take a letter, and say what became of it."""

import hmac
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from services.notifications.messages.domain import Fate, Letter


class Verdict(StrEnum):
    """What a provider's answer means to us."""

    ACCEPTED = "accepted"
    """It has the letter."""
    TRY_LATER = "try-later"
    """It certainly does not have it, and may take it later."""
    REFUSED = "refused"
    """It certainly does not have it, and never will."""
    UNKNOWN = "unknown"
    """It may have it: no answer came after the letter had gone out."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """Verdict, and the provider's words for the log (never a number or an address)."""

    verdict: Verdict
    detail: str = ""


class SmsProvider(Protocol):
    """Takes SMS under our own key, once per key, and can be asked by it."""

    async def send(self, key: UUID, letter: Letter) -> Outcome:
        """Hand the letter over; the same key twice is one message."""

    async def ask(self, key: UUID) -> Fate:
        """Ask what became of the letter of this key."""


class MailServer(Protocol):
    """Takes mails; cannot be asked afterwards."""

    async def send(self, key: UUID, letter: Letter) -> Outcome:
        """Hand the letter over; the key becomes its Message-ID."""


@dataclass(frozen=True, slots=True)
class ReportSeal:
    """Seals a message's key, so that a report proves that it is about a message of ours.

    A port without an adapter: nothing but the secret comes from outside.
    """

    secret: str = field(repr=False)
    """Empty: no reports are asked for, none is believed."""

    def proof(self, key: UUID) -> str:
        """Return the proof that goes out with the message; empty without a secret."""
        if not self.secret:
            return ""
        return hmac.digest(self.secret.encode(), key.bytes, "sha256").hex()

    def proves(self, key: UUID, proof: str) -> bool:
        """Tell whether the proof came back as it went out, in constant time."""
        return bool(self.secret) and hmac.compare_digest(self.proof(key).encode(), proof.encode())
