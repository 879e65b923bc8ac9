"""Orders at one of several stages, as a condition of a prepared statement."""

from collections.abc import Collection

from sqlalchemy import ARRAY, ColumnElement, Text, any_, literal

from contracts.orders.words import Stage
from services.orders.workorders.tables import work_orders


def at_stage(stages: Collection[Stage]) -> ColumnElement[bool]:
    """Return the condition."""
    words = sorted(stage.value for stage in stages)
    return work_orders.c.stage == any_(literal(words, ARRAY(Text)))
