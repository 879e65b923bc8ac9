"""Words of the shop floor: where an item stands in a shop, and what was found wrong with it."""

from enum import StrEnum


class WorkState(StrEnum):
    """Where one item stands in one shop."""

    QUEUED = "queued"
    STARTED = "started"
    PAUSED = "paused"
    FINISHED = "finished"
    """All pieces are made and wait for control."""
    PASSED = "passed"
    """All pieces have passed control."""


class Defect(StrEnum):
    """What control found wrong; each is a tile on the tablet."""

    SCRATCH = "scratch"
    CHIP = "chip"
    CRACK = "crack"
    WRONG_SIZE = "wrong-size"
    WRONG_EDGE = "wrong-edge"
    WRONG_HOLE = "wrong-hole"
    WRONG_MATERIAL = "wrong-material"
    PATTERN = "pattern"
    FILM = "film"
    LEAD = "lead"
    TEMPERING = "tempering"
    STAIN = "stain"
    OTHER = "other"
