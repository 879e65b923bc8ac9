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
    if isinstance(data, str):
        return "\x00" in data
    if isinstance(data, dict):
        return any(_has_nul(key) or _has_nul(value) for key, value in data.items())
    if isinstance(data, list):
        return any(_has_nul(item) for item in data)
    return False
