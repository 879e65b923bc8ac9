"""A piece drawn to scale, as the screens draw it: the twin of web/packages/drawing.

Both compute with the same binary fractions in the same order, so that golden files
(tests/golden/drawings) hold for both to the last digit. No rule and no price comes from here.
"""

from services.orders.workorders.queries.drawing.scene import Fit, Scene, draw
from services.orders.workorders.queries.drawing.svg import svg
from services.orders.workorders.queries.drawing.words import ENGLISH, RUSSIAN, Words

__all__ = ["ENGLISH", "RUSSIAN", "Fit", "Scene", "Words", "draw", "svg"]
