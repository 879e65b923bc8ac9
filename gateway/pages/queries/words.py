"""The words of the gateway's own pages, from one file a language."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

import orjson

WORDS = Path(__file__).parents[1] / "words"


@cache
def words(language: str) -> Mapping[str, str]:
    """Return every text of the pages in a language."""
    texts: dict[str, str] = orjson.loads((WORDS / f"{language}.json").read_bytes())
    return MappingProxyType(texts)
