"""The words of the pages, from one file a language."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

import orjson

WORDS = Path(__file__).parent / "words"


@cache
def words(language: str) -> Mapping[str, str]:
    """Return every text of the pages in a language."""
    texts: dict[str, str] = orjson.loads((WORDS / f"{language}.json").read_bytes())
    return MappingProxyType(texts)


def words_json(language: str) -> str:
    """Return them as JSON that may stand inside a script element."""
    text = orjson.dumps(dict(words(language))).decode()
    return text.replace("<", "\\u003c").replace("&", "\\u0026")
