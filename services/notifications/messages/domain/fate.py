"""What a provider says, asked or by itself, of a letter that it was given."""

from enum import StrEnum


class Fate(StrEnum):
    """What became of a letter, as far as its provider knows."""

    ACCEPTED = "accepted"
    DELIVERED = "delivered"
    UNDELIVERED = "undelivered"
    NEVER_ARRIVED = "never-arrived"
    NO_ANSWER = "no-answer"
