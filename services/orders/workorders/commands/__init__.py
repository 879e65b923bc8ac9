"""What may be done with a work order, one verb each."""

from services.orders.workorders.commands.drafting import edit, place
from services.orders.workorders.commands.files import Upload, attach, attach_photo, detach
from services.orders.workorders.commands.handing import cancel, correct, hand_over
from services.orders.workorders.commands.learning import forget_client, keep_client, keep_office
from services.orders.workorders.commands.pricing import set_price
from services.orders.workorders.commands.returning import issue, mark_back_at_office, mark_told

__all__ = [
    "Upload",
    "attach",
    "attach_photo",
    "cancel",
    "correct",
    "detach",
    "edit",
    "forget_client",
    "hand_over",
    "issue",
    "keep_client",
    "keep_office",
    "mark_back_at_office",
    "mark_told",
    "place",
    "set_price",
]
