"""Bases of the wire shapes."""

from typing import Any

from pydantic import BaseModel, ConfigDict, model_validator

MAX_TEXT = 10_000


class In(BaseModel):
    """Base of every input: unknown fields are refused, text is stripped, NUL is refused."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True, str_max_length=MAX_TEXT)

    @model_validator(mode="before")
    @classmethod
    def refuse_nul(cls, data: Any) -> Any:
        """Refuse NUL characters anywhere: PostgreSQL cannot store them."""
        if _has_nul(data):
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
