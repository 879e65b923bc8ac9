"""The day on the wire: what an order may wait for, how many do, the most pressing ones."""

from datetime import datetime
from enum import StrEnum

from chassis.http.schemas import Out
from services.orders.workorders.schemas import WorkOrderRow


class Need(StrEnum):
    """What an order waits for; the most pressing first."""

    ANSWER = "answer"
    """A shop asked the desk, and works on only when it knows."""
    LOOK = "look"
    """The alarm went off: nobody in the shop has looked at it yet."""
    TELL = "tell"
    """It is ready and the client does not know: the message failed, or he wants a call."""
    LATE = "late"
    DUE = "due"
    """In work, promised for today or tomorrow."""
    ISSUE = "issue"
    """It is ready and the client knows: he will come for it."""
    HAND_OVER = "hand-over"
    """A draft: no shop knows of it."""


class DayRow(WorkOrderRow):
    """An order that waits for something."""

    question: str | None
    """The oldest question that nobody has answered."""
    since: datetime | None
    """When that was asked, or when the alarm went off."""


class NeedOut(Out):
    """How many orders wait for this, and the first few."""

    need: Need
    count: int
    mine: int
    """How many of them are the asker's own."""
    rows: tuple[DayRow, ...]


class Day(Out):
    """Everything that waits for a person."""

    needs: tuple[NeedOut, ...]
