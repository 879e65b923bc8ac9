"""How we write JSON into the database."""

import json
from typing import Any


def dumps(value: Any) -> str:
    """Return the value as JSON text; what JSON has no word for stands as its text."""
    return json.dumps(value, ensure_ascii=False, default=str)
