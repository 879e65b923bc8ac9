"""Bases of the wire shapes."""

from contextvars import ContextVar
from typing import Any

from pydantic import BaseModel, ConfigDict, model_validator

MAX_TEXT = 10_000


may_hold_nul: ContextVar[bool] = ContextVar("may_hold_nul", default=True)
"""Whether the input can hold NUL at all; a route that saw none in the raw body says False, since
a walk over the whole input at every nested model costs more than the rest of the validation."""


class In(BaseModel):
    """Base of every input: unknown fields are refused, text is stripped, NUL is refused."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True, str_max_length=MAX_TEXT)

    @model_validator(mode="before")
    @classmethod
    def refuse_nul(cls, data: Any) -> Any:
        """Refuse NUL characters anywhere: PostgreSQL cannot store them."""
        if may_hold_nul.get() and _has_nul(data):
            raise ValueError("nul")
        return data


class Out(BaseModel):
    """Base of every answer."""

    model_config = ConfigDict(frozen=True, from_attributes=True)


def _has_nul(data: Any) -> bool:
    left = [data]  # no recursion: a body may be nested as deep as its parser lets it
    while left:
        item = left.pop()
        if isinstance(item, str):
            if "\x00" in item:
                return True
        elif isinstance(item, dict):
            left += [*item.keys(), *item.values()]
        elif isinstance(item, list):
            left += item
    return False
