"""What came of one item of the audit; what nobody could look at is never called passed."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """How an item ended."""

    PASSED = "passed"
    FAILED = "FAILED"
    NOT_CHECKED = "NOT CHECKED"


@dataclass(frozen=True, slots=True)
class Verdict:
    """One line of the report; `details` follow it, one a line."""

    item: str
    state: State
    words: str
    details: Sequence[str] = ()

    def lines(self) -> list[str]:
        """Return what is printed."""
        return [
            f"{self.item:<22} {self.state:<12} {self.words}",
            *(f"    {detail}" for detail in self.details),
        ]


def failed(verdicts: Sequence[Verdict]) -> bool:
    """Whether the command must end with an error: only what was found counts, not what was not."""
    return any(verdict.state is State.FAILED for verdict in verdicts)
