"""Aggregate: a thing whose events leave in one gapless sequence. Pure: no library, no I/O."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Recorded:
    """An event and its number in the aggregate's life, from 1."""

    event: object
    sequence: int


class Aggregate:
    """Base of a thing that is changed under its own row lock and tells what happened to it.

    Subclasses are plain dataclasses (`eq=False`) with the fields `id` and `sequence`. The list
    of recorded events is made on first use, since a mapper does not run `__init__` on load.
    """

    id: UUID
    sequence: int

    def record(self, event: object) -> None:
        """Take the next sequence number and remember the event for the outbox."""
        self.sequence += 1
        self.__dict__.setdefault("_recorded", []).append(Recorded(event, self.sequence))

    @property
    def recorded(self) -> list[object]:
        """Events recorded since load, oldest first."""
        return [item.event for item in self.__dict__.get("_recorded", [])]

    def drain(self) -> list[Recorded]:
        """Hand over the recorded events once; a second call returns nothing."""
        recorded: list[Recorded] = self.__dict__.pop("_recorded", [])
        return recorded
