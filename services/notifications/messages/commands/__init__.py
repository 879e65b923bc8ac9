"""Everything that changes a message."""

from services.notifications.messages.commands.acting import note_call, note_report, send_again
from services.notifications.messages.commands.knowing import (
    forget_client,
    know_client,
    know_office,
)
from services.notifications.messages.commands.sending import ask_next, find_lost, send_next
from services.notifications.messages.commands.telling import (
    give_up_waiting,
    nothing_to_tell,
    tell_ready,
)

__all__ = [
    "ask_next",
    "find_lost",
    "forget_client",
    "give_up_waiting",
    "know_client",
    "know_office",
    "note_call",
    "note_report",
    "nothing_to_tell",
    "send_again",
    "send_next",
    "tell_ready",
]
