"""What the office's screens say in a language: the words stand beside each feature."""

import json
from functools import cache
from typing import Final

from deploy.embedded import paths

OFFICE: Final = paths.REPO / "web" / "apps" / "office" / "src"


@cache
def words(language: str) -> dict[str, str]:
    """Give every text of the office by its id."""
    said: dict[str, str] = {}
    for file in OFFICE.rglob(f"words.{language}.json"):
        said |= json.loads(file.read_text(encoding="utf-8"))
    return said
