"""How we write JSON into the database."""

from typing import Any

import orjson

# Instants stand as `str` writes them: rows written before are compared with rows written now.
_AS_BEFORE = (
    orjson.OPT_NON_STR_KEYS | orjson.OPT_PASSTHROUGH_DATETIME | orjson.OPT_PASSTHROUGH_DATACLASS
)


def dumps(value: Any) -> str:
    """Return the value as JSON text; what JSON has no word for stands as its text."""
    return orjson.dumps(value, default=str, option=_AS_BEFORE).decode()
