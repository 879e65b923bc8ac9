"""Rules of a message: its life, its text, how long we try."""

from services.notifications.messages.domain.fate import Fate
from services.notifications.messages.domain.message import (
    ATTEMPTS,
    DEADLINE,
    HOLD,
    LEASE,
    OPEN,
    TRANSITIONS,
    Message,
    State,
    pause_before,
)
from services.notifications.messages.domain.refusals import (
    MessageNotCalled,
    MessageNotSentAgain,
    OrderNoLongerReady,
)
from services.notifications.messages.domain.texts import (
    FIELDS,
    TEMPLATES,
    Address,
    Letter,
    Line,
    Place,
    choose,
    render,
    write,
)

__all__ = [
    "ATTEMPTS",
    "DEADLINE",
    "FIELDS",
    "HOLD",
    "LEASE",
    "OPEN",
    "TEMPLATES",
    "TRANSITIONS",
    "Address",
    "Fate",
    "Letter",
    "Line",
    "Message",
    "MessageNotCalled",
    "MessageNotSentAgain",
    "OrderNoLongerReady",
    "Place",
    "State",
    "choose",
    "pause_before",
    "render",
    "write",
]
